import { describe, expect, it } from 'vitest';
import { isReadable } from '../../../src/files/readable.ts';
import { unpack } from '../../../src/files/unpack.ts';
import { asProblem } from '../../../src/model/problem.ts';
import { zipOf } from './zip.ts';

/** A file as a browser holds it: once it is gone, no byte of it can be read, and its size stays what it was. */
class GoingFile extends File {
  #reads = 0;
  readonly #until: number;

  constructor(content: BlobPart[], name: string, until: number) {
    super(content, name);
    this.#until = until;
  }

  #check(): void {
    this.#reads += 1;
    if (this.#reads > this.#until) throw new DOMException('gone', 'NotReadableError');
  }

  override slice(start?: number, end?: number, type?: string): Blob {
    const part = super.slice(start, end, type);
    const check = () => this.#check();
    const bytes = part.arrayBuffer.bind(part);
    part.arrayBuffer = async () => {
      check();
      return bytes();
    };
    return part;
  }
}

const quietly = () => undefined;
const CSV = 'pers_person_id,pers_sex\n1,F\n';

describe('a file that goes away', () => {
  it('can no longer be read', async () => {
    expect(await isReadable(new GoingFile([CSV], 'a.csv', 99))).toBe(true);
    expect(await isReadable(new GoingFile([CSV], 'a.csv', 0))).toBe(false);
    expect(await isReadable(new File([], 'empty.csv'))).toBe(true);
  });

  it.each([0, 1, 2, 3, 4])(
    'after %i reads is left whole and told by its name, and the others are read',
    async (until) => {
      const gone = { path: 'gone.csv', file: new GoingFile([CSV], 'gone.csv', until) };
      const there = { path: 'there.csv', file: new File([CSV], 'there.csv') };
      const found = await unpack([gone, there], quietly);
      expect(found.map(({ kind, path }) => [kind, path])).toEqual([
        ['left', 'gone.csv'],
        ['table', 'there.csv'],
      ]);
      expect(found[0]).toMatchObject({ reason: expect.stringContaining('can no longer be read') });
    },
  );

  it('is not called a broken zip', async () => {
    const zip = new GoingFile([await zipOf({ 'a.csv': CSV })], 'a.zip', 3);
    const [left] = await unpack([{ path: 'a.zip', file: zip }], quietly);
    expect(left).toMatchObject({ reason: expect.stringContaining('can no longer be read') });
  });

  it('is told in words wherever nothing else is said of it', () => {
    const told = asProblem(new DOMException('x', 'NotFoundError'), 'It failed.', 'Try again.');
    expect(told.message).toMatch(/^The file can no longer be read/);
    expect(asProblem(new Error('x'), 'It failed.', 'Try again.').message).toBe('It failed.');
  });
});
