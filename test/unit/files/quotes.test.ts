import { describe, expect, it } from 'vitest';
import { withoutBrokenQuotes } from '../../../src/files/quotes.ts';

async function mended(text: string, delimiter = ','): Promise<readonly [string, ...number[]]> {
  const { content, emptied } = await withoutBrokenQuotes(new Blob([text]), delimiter);
  return [await content.text(), ...emptied];
}

describe('withoutBrokenQuotes', () => {
  it.each([
    'id,a\n1,x\n2,y\n',
    'id,a\n1,"x"\n"2",y',
    'id,a\n1,"x, ""y"" and\n\nz"\n2,""\n',
    'id,a\r\n1,"x"\r\n2,"y\r\nz"\r\n',
    'id,a\n1,x"y\n2,y "z" \n',
    'id,a\n1,"x" \n',
    'id,a\n"1\n","x\n"\n',
    'id,a\n1,"x"',
    '',
  ])('leaves %j as it is', async (text) => {
    expect(await mended(text)).toEqual([text]);
  });

  it.each([
    ['is never closed', 'id,a\n1,"x\n2,y\n', 'id,a\n\n2,y\n', [2]],
    ['is never closed, in the last line', 'id,a\n1,x\n2,"y', 'id,a\n1,x\n', [3]],
    ['is closed too soon', 'id,a\n1,"x"y\n2,y\n', 'id,a\n\n2,y\n', [2]],
    ['runs into the next one', 'id,a\n1,"x\n2,y\n3,"z"\n', 'id,a\n\n2,y\n3,"z"\n', [2]],
    ['stands in the first value', 'id,a\n"1,x\n2,y\n', 'id,a\n\n2,y\n', [2]],
    ['ends in a doubled one', 'id,a\n1,"x""\n2,y\n', 'id,a\n\n2,y\n', [2]],
    ['is followed by CRLF', 'id,a\r\n1,"x\r\n2,y\r\n', 'id,a\r\n\n2,y\r\n', [2]],
    ['is one of several', 'id,a\n1,"x\n2,"y\n3,z\n4,"v\n', 'id,a\n\n\n3,z\n\n', [2, 3, 5]],
    [
      'stands below a long record',
      'id,a\n1,"x\n\ny"\n2,"y\n3,z\n',
      'id,a\n1,"x\n\ny"\n\n3,z\n',
      [5],
    ],
  ])('empties a line whose quote %s', async (_, text, kept, emptied) => {
    expect(await mended(text)).toEqual([kept, ...emptied]);
  });

  it('goes by the delimiter', async () => {
    expect(await mended('id;a\n1;"x";\n2;"x",\n', ';')).toEqual(['id;a\n1;"x";\n\n', 3]);
  });

  it('takes a value of more than 2,000,000 bytes as one that was never closed', async () => {
    const record = (length: number) => `1,"${'x\n'.repeat(length / 2)}"\n`;
    expect(await mended(`id,a\n${record(1_999_000)}`)).toHaveLength(1);
    const [, first] = await mended(`id,a\n${record(2_001_000)}2,y\n`);
    expect(first).toBe(2);
  });
});
