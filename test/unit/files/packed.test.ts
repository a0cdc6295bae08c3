import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { FoundFile } from '../../../src/files/found.ts';
import { unpack } from '../../../src/files/unpack.ts';
import { opened, texts } from './book.ts';
import { zipOf } from './zip.ts';

const TEXT = 'id,x\n1,é\n';

const bytesOf = async (content: Blob) => new Uint8Array(await content.arrayBuffer());
const gzipped = (content: string | Uint8Array) => new Uint8Array(gzipSync(content));
const reasons = (found: readonly FoundFile[]) =>
  found.map((file) => (file.kind === 'left' ? `${file.path} ${file.reason}` : file.path));

describe('a file packed by gzip', () => {
  it('is the one file in it', async () => {
    expect(await texts(await opened('ssd_person.csv.gz', gzipped(TEXT)))).toEqual({
      'ssd_person.csv.gz/ssd_person.csv': TEXT,
    });
  });

  it('is told by its bytes, whatever it is named', async () => {
    expect(await texts(await opened('ssd_person.csv', gzipped(TEXT)))).toEqual({
      'ssd_person.csv/ssd_person.csv': TEXT,
    });
  });

  it('may stand in a zip, or hold one', async () => {
    const inZip = await zipOf({ 'a/ssd_person.csv.gz': gzipped(TEXT) });
    expect(await texts(await opened('x.zip', inZip))).toEqual({
      'x.zip/a/ssd_person.csv.gz/ssd_person.csv': TEXT,
    });
    const zip = await bytesOf(await zipOf({ 'ssd_person.csv': TEXT }));
    expect(await texts(await opened('x.zip.gz', gzipped(zip)))).toEqual({
      'x.zip.gz/x.zip/ssd_person.csv': TEXT,
    });
  });

  it('that is broken is told: cut off, or another file', async () => {
    const bytes = gzipped('id,x\n'.repeat(5000));
    for (const content of [bytes.slice(0, -20), 'id,x\n1,2\n']) {
      expect(await opened('a.csv.gz', content)).toMatchObject([
        { kind: 'left', rule: 'broken zip' },
      ]);
    }
  });
});

describe('a zip in a zip', () => {
  it('is opened, and one in that is told', async () => {
    const inmost = await bytesOf(await zipOf({ 'deep.csv': TEXT }));
    const middle = await bytesOf(await zipOf({ 'b/ssd_contacts.csv': TEXT, 'inmost.zip': inmost }));
    const found = await opened(
      'out.zip',
      await zipOf({ 'a/in.zip': middle, 'ssd_person.csv': TEXT }),
    );
    expect(reasons(found)).toEqual([
      'out.zip/a/in.zip/b/ssd_contacts.csv',
      'out.zip/a/in.zip/inmost.zip is packed inside two other packed files.',
      'out.zip/ssd_person.csv',
    ]);
  });
});

describe('a zip', () => {
  it('may part its folders by a backslash', async () => {
    const zip = await zipOf({ 'all\\ssd_person.csv': TEXT });
    expect(reasons(await opened('x.zip', zip))).toEqual(['x.zip/all/ssd_person.csv']);
  });

  it('is not tried where it says that it unpacks to more than 2 GB', async () => {
    const zip = await bytesOf(await zipOf({ 'big.csv': 'id,x\n', 'ssd_person.csv': TEXT }));
    const directory = Buffer.from(zip.buffer).indexOf('PK\u0001\u0002');
    // The size that a file unpacks to stands 24 bytes into its entry of the list at the zip's end.
    new DataView(zip.buffer).setUint32(directory + 24, 3_000_000_000, true);
    expect(reasons(await opened('x.zip', zip))).toEqual([
      'x.zip/big.csv is too large: the page opens files of up to 2 GB, and zips that hold up to 4 GB in all.',
      'x.zip/ssd_person.csv',
    ]);
  });
});

describe('files given', () => {
  it('are not tried where they have more than 2 GB', async () => {
    const file = new File([TEXT], 'a.csv');
    Object.defineProperty(file, 'size', { value: 2_000_000_001 });
    const [left] = await unpack([{ path: 'a.csv', file }], () => undefined);
    expect(left).toMatchObject({ kind: 'left', rule: 'unreadable file' });
  });

  it('are told apart where two have one path', async () => {
    const given = ['1,2', '3,4', '5,6'].map((row) => ({
      path: 'ssd_person.csv',
      file: new File([`id,x\n${row}\n`], 'ssd_person.csv'),
    }));
    expect(await texts(await unpack(given, () => undefined))).toEqual({
      'ssd_person.csv': 'id,x\n1,2\n',
      '(2)/ssd_person.csv': 'id,x\n3,4\n',
      '(3)/ssd_person.csv': 'id,x\n5,6\n',
    });
  });

  it.each([
    'ssd_person',
    'dbo.ssd_person',
    'ssd_person.20250714',
    'a.dat',
    'a.psv',
    'a.rpt',
    'x/a.tab',
  ])('may be named %s', async (path) => {
    expect(await texts(await opened(path, TEXT))).toEqual({ [path]: TEXT });
  });

  it.each(['a.json', 'a.sql', 'a.pdf', 'a.md', 'a.docx', 'a.html'])(
    'of another kind are left: %s',
    async (path) => {
      expect(await opened(path, TEXT)).toMatchObject([
        { kind: 'left', reason: 'is not a CSV file.' },
      ]);
    },
  );

  it('that are no text are told, though they are named as if they were', async () => {
    const picture = Uint8Array.from({ length: 5000 }, (_, place) => (place * 37) % 256);
    expect(await opened('ssd_person.csv', picture)).toMatchObject([
      { kind: 'left', rule: 'unreadable file', reason: 'is not text in lines and columns.' },
    ]);
  });
});
