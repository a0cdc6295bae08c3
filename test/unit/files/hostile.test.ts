import { describe, expect, it } from 'vitest';
import type { FoundFile } from '../../../src/files/found.ts';
import { readGrids, sheetNames } from '../../../src/files/grids.ts';
import { unpack } from '../../../src/files/unpack.ts';
import { viewWorkbook } from '../../../src/files/view-workbook.ts';
import { attributeOf, tagsOf } from '../../../src/files/xml-tags.ts';
import { mutatedParts, zipFrom, zipOfNames } from '../../hostile/zips.ts';
import { bookOf, bytesOf, opened, texts } from './book.ts';

const encoded = (text: string) => new TextEncoder().encode(text);
const told = (found: readonly FoundFile[]) =>
  found.map((file) => `${file.path} ${file.kind === 'left' ? file.reason : 'is a table.'}`);
const BOOK = bytesOf(
  bookOf({
    ssd_person: [
      ['pers_person_id', 'pers_dob'],
      ['A', '2015-01-01'],
    ],
  }),
  'xlsx',
);
const withSheet = (become: (xml: string) => string) =>
  mutatedParts(BOOK, (path, text) => (path.includes('sheet1.xml') ? become(text) : text));

/** Its list says that each file in it has so many bytes. */
function saying(zip: Uint8Array<ArrayBuffer>, size: number): Uint8Array<ArrayBuffer> {
  const view = new DataView(zip.buffer);
  for (let at = 0; at + 46 < zip.length; at += 1)
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, size, true);
  return zip;
}

describe('a zip', () => {
  it('that unpacks to more than it says is stopped, and the others in it are read', async () => {
    const bomb = saying(await zipFrom([['a.csv', new Uint8Array(5_000_000)]]), 100);
    const zip = await zipFrom([
      ['bomb.zip', bomb],
      ['good.csv', encoded('a,b\n1,2\n')],
    ]);
    expect(told(await opened('x.zip', zip))).toEqual([
      'x.zip/bomb.zip/a.csv is broken in its zip.',
      'x.zip/good.csv is a table.',
    ]);
  });

  it('of more files than are looked at is told as one', async () => {
    const many = Array.from({ length: 5001 }, (_, at) => `${at}.csv`);
    expect(told(await opened('x.zip', zipOfNames(many)))).toEqual([
      'x.zip is a zip of more than 5,000 files, which is more than the page opens at once.',
    ]);
  });

  it('has names that go nowhere: up, to a device, of nobody’s letters, without end', async () => {
    const names = [
      '../../up.csv',
      '..\\back.csv',
      '/etc/x.csv',
      'CON',
      'a\0b.csv',
      'x\u202Evsc.exe.csv',
      '\u05D0.csv',
    ];
    const zip = zipOfNames([...names, `${'y'.repeat(1001)}.csv`]);
    expect(told(await opened('x.zip', zip))).toEqual([
      'x.zip/../../up.csv is empty.',
      'x.zip/../back.csv is empty.',
      'x.zip//etc/x.csv is empty.',
      'x.zip/CON is empty.',
      'x.zip/a[U+0000]b.csv is empty.',
      'x.zip/x[U+202E]vsc.exe.csv is empty.',
      'x.zip/\u2068\u05D0\u2069.csv is empty.',
      `x.zip/${'y'.repeat(94)}… has a path of more than 1,000 characters, which is no name of a file.`,
    ]);
  });
});

describe('text in lines and columns', () => {
  it('of a million columns is told', async () => {
    expect(told(await opened('x.csv', `${'a,'.repeat(1_000_000)}b\n`))).toEqual([
      'x.csv has more than 2,000 columns, which no table of an extract has.',
    ]);
  });

  it('of nothing but quotes, or one line without end, is no table', async () => {
    for (const text of ['"'.repeat(300_001), 'a'.repeat(3_000_000)]) {
      const [found] = await opened('ssd_person.csv', text);
      expect(found?.kind === 'table' ? found.headings.length : 0).toBeLessThan(2);
    }
  });

  it('has headings without what nobody sees', async () => {
    const [found] = await opened('x.csv', 'pers_\u200Bdob,\u202Esex\uFEFF\n1,2\n');
    expect(found).toMatchObject({ headings: ['pers_dob', 'sex'] });
  });

  it('with a workbook’s ending and parts of one in it is a broken workbook', async () => {
    const found = await unpack(
      [{ path: 'x.xlsx', file: new File(['a,b\n', encoded('c,d\nPK\x03\x04,'), BOOK], 'x.xlsx') }],
      () => undefined,
    );
    expect(told(found)).toEqual(['x.xlsx is not a workbook that can be opened, or is broken.']);
  });
});

describe('a workbook', () => {
  it('with one cell at the end of the sheet is told, and not made of all the cells between', async () => {
    const far = await withSheet((xml) =>
      xml
        .replace(/<dimension ref="[^"]*"/, '<dimension ref="A1:XFD1048576"')
        .replace(
          '</sheetData>',
          '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>',
        ),
    );
    expect(told(await opened('x.xlsx', far))).toEqual([
      'x.xlsx/ssd_person has more than 2,000 columns, which no table of an extract has.',
    ]);
    expect(await readGrids(new Blob([far]))).toEqual(expect.any(Array));
  });

  it('with a far last row of few columns is read, or told as too large', async () => {
    const wide = Array.from({ length: 60 }, (_, at) => at);
    const rows = bytesOf(bookOf({ a: [wide] }), 'xlsx');
    const far = await mutatedParts(rows, (path, text) =>
      path.includes('sheet1.xml')
        ? text.replace(
            '</sheetData>',
            '<row r="1048576"><c r="A1048576"><v>1</v></c></row></sheetData>',
          )
        : text,
    );
    expect(told(await opened('x.xlsx', far))).toEqual([
      'x.xlsx/a is a sheet that reaches over more than 50,000,000 cells, which is too many.',
    ]);
  });

  it('has entities that are never put in', async () => {
    const type =
      '<!DOCTYPE x [<!ENTITY a "haha"><!ENTITY b "&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>';
    const bomb = await mutatedParts(BOOK, (_, text) =>
      text.replace('?>', `?>${type}`).replace('<t>A</t>', '<t>&b;&f;</t>'),
    );
    const read = Object.values(await texts(await opened('x.xlsx', bomb))).join('');
    expect(read).not.toMatch(/haha|root:/);
  });

  it('of any number of merged cells is shown', async () => {
    const merged = await withSheet((xml) =>
      xml.replace(
        '</sheetData>',
        `</sheetData><mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(100_000)}</mergeCells>`,
      ),
    );
    const [sheet] = await viewWorkbook(new Blob([merged]));
    expect(sheet?.covered).toHaveLength(401 * 61 - 1);
  });

  it('that is broken is told by a sentence, wherever it is given, and never handed on', async () => {
    const broken = new Blob([BOOK.slice(0, 3000)]);
    expect(await readGrids(broken)).toBe('broken');
    expect(await sheetNames(broken)).toEqual([]);
    await expect(viewWorkbook(broken)).rejects.toMatchObject({ name: 'Problem' });
  });
});

it('an XML entity that every object has a member for, or of no character, stays as it is written', () => {
  const [tag] = tagsOf('<a b="&constructor;&#x110000;&amp;"/>');
  expect(tag && attributeOf(tag, 'b')).toBe('&constructor;&#x110000;&');
});
