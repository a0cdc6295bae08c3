import { read } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { fillSheet } from '../../../src/files/fill-sheet.ts';
import { withoutResults } from '../../../src/files/formula-results.ts';
import { fillWorkbook } from '../../../src/files/fill-workbook.ts';
import { viewWorkbook } from '../../../src/files/view-workbook.ts';
import { ZipParts } from '../../../src/files/zip-parts.ts';
import { Problem } from '../../../src/model/problem.ts';
import { collatorsBook } from '../template/collators-book.ts';

const SHEET = 'RIIA & more';
const CELLS = [
  { cell: 'B3', value: 120 },
  { cell: 'B4', value: 24 },
  { cell: 'B6', value: 'c' },
  { cell: 'C6', value: 31.5 },
  { cell: 'B12', value: 8 },
];

const filled = async () => fillWorkbook(await collatorsBook(), [{ sheet: SHEET, cells: CELLS }]);

describe('a workbook that is filled in', () => {
  it('has the numbers where they belong, and its formulas', async () => {
    const { bytes, notFilled } = await filled();
    expect(notFilled).toEqual([]);
    const book = read(bytes, { cellFormula: true, sheetStubs: true });
    const sheet = book.Sheets[SHEET];
    const at = (cell: string): unknown => sheet?.[cell]?.v;
    expect(['B3', 'B4', 'B6', 'C6', 'B12'].map(at)).toEqual([120, 24, 'c', 31.5, 8]);
    expect(sheet?.['B5']?.f).toBe('B4/B3');
    expect(book.Sheets['Sums']?.['B1']?.f).toBe("'RIIA & more'!B3*2");
    expect(sheet?.['!merges']).toHaveLength(1);
  });

  it('is the same file byte by byte in every part but sheets that are filled in or have formulas, and the order to work these out', async () => {
    const before = new ZipParts(await collatorsBook());
    const after = new ZipParts((await filled()).bytes);
    expect(after.names).toEqual(before.names);
    const texts = await Promise.all(
      before.names.map(async (name) => [name, await before.text(name), await after.text(name)]),
    );
    const changed = texts.filter(([, one, other]) => one !== other).map(([name]) => name);
    expect(changed).toEqual([
      ...['xl/workbook.xml', 'xl/worksheets/sheet1.xml', 'xl/worksheets/sheet2.xml'],
    ]);
  });

  it('has no result that its formulas had before, and the formulas as they were', async () => {
    const path = 'xl/worksheets/sheet2.xml';
    const before = await new ZipParts(await collatorsBook()).text(path);
    const after = await new ZipParts((await filled()).bytes).text(path);
    expect(before).toContain('*2</f><v>0</v></c>');
    expect(after).toBe(before?.replace('<v>0</v>', ''));
  });

  it('loses a result whatever its kind, and no value of a cell without a formula', () => {
    expect(
      withoutResults(
        '<row><c r="A1" t="str" s="1"><f>B1</f><v>old</v></c><c r="B1" t="s"><v>3</v></c><c r="C1" t="e"><f t="shared" si="0"/><v>#REF!</v></c><c r="D1"/><c r="E1"><v>4</v></c></row>',
      ),
    ).toBe(
      '<row><c r="A1" s="1"><f>B1</f></c><c r="B1" t="s"><v>3</v></c><c r="C1"><f t="shared" si="0"/></c><c r="D1"/><c r="E1"><v>4</v></c></row>',
    );
  });

  it('copies the record of an unchanged part without packing it again', async () => {
    const before = await collatorsBook();
    const { bytes } = await filled();
    const [record] = recordsOf(before, 'xl/styles.xml');
    const [copy] = recordsOf(bytes, 'xl/styles.xml');
    expect(record?.length).toBeGreaterThan(100);
    expect(copy).toEqual(record);
  });

  it('changes nothing in the sheet but the cells, and keeps their formats', async () => {
    const before = await new ZipParts(await collatorsBook()).text('xl/worksheets/sheet1.xml');
    const after = await new ZipParts((await filled()).bytes).text('xl/worksheets/sheet1.xml');
    const style = /<c r="B3"( s="\d+")/.exec(before ?? '')?.[1];
    expect(style).toBeDefined();
    expect(after).toContain(`<c r="B3"${style}><v>120</v></c>`);
    const bare = (xml: string | null) =>
      xml
        ?.replace('</f><v>0</v>', '</f>')
        .replaceAll(/<c r="(B3|B4|B6|C6|B12)"[^>]*?(\/>|>.*?<\/c>)/g, '')
        .replace('<row r="12"></row>', '');
    expect(bare(after)).toBe(bare(before));
    const book = await new ZipParts((await filled()).bytes).text('xl/workbook.xml');
    expect(book).toMatch(/<calcPr[^>]* fullCalcOnLoad="1"/);
  });

  it('leaves a formula, what is under a merged cell, and what is not there, and says so', async () => {
    const { notFilled, bytes } = await fillWorkbook(await collatorsBook(), [
      {
        sheet: SHEET,
        cells: [
          { cell: 'B5', value: 1 },
          { cell: 'B7', value: 2 },
        ],
      },
      { sheet: 'Gone', cells: [{ cell: 'A1', value: 3 }] },
    ]);
    expect(notFilled).toEqual([
      { sheet: SHEET, cell: 'B5', why: 'it holds a formula, which is left as it is' },
      {
        sheet: SHEET,
        cell: 'B7',
        why: 'it is under a merged cell, of which A7 is the one to fill in',
      },
      { sheet: 'Gone', cell: 'A1', why: 'there is no sheet Gone' },
    ]);
    expect(read(bytes, { cellFormula: true, sheetStubs: true }).Sheets[SHEET]?.['B5']?.f).toBe(
      'B4/B3',
    );
  });

  it('is refused where it is no such workbook', async () => {
    const text = new TextEncoder().encode('a,b\n1,2\n');
    await expect(fillWorkbook(text, [])).rejects.toThrow(Problem);
    const cut = (await collatorsBook()).slice(0, -30);
    await expect(fillWorkbook(cut, [])).rejects.toThrow(/is no zip, or is cut off/);
  });

  it('is shown with its formulas and merged cells told apart', async () => {
    const [sheet] = await viewWorkbook(new Blob([await collatorsBook()]));
    expect(sheet?.name).toBe(SHEET);
    expect(sheet?.rows[2]?.[0]).toBe('Referrals <all>');
    expect(sheet?.formulas).toEqual(['B5']);
    expect(sheet?.covered).toEqual(['B7', 'C7']);
  });
});

describe('a sheet’s cells', () => {
  const sheet = (data: string) => `<worksheet>${data}<mergeCells count="0"/></worksheet>`;
  const fill = (data: string, ...fills: { cell: string; value: number | string }[]) =>
    fillSheet(sheet(data), fills).xml.replace(/^<worksheet>|<mergeCells.*$/g, '');

  it('go in in their order, before and after those that are there', () => {
    const data =
      '<sheetData><row r="2"><c r="B2"><v>1</v></c><c r="D2"><v>2</v></c></row></sheetData>';
    expect(
      fill(
        data,
        ...['E2', 'A2', 'C2', 'B2', 'A3', 'A1', 'D2'].map((cell, value) => ({ cell, value })),
      ),
    ).toBe(
      '<sheetData><row r="1"><c r="A1"><v>5</v></c></row>' +
        '<row r="2"><c r="A2"><v>1</v></c><c r="B2"><v>3</v></c><c r="C2"><v>2</v></c>' +
        '<c r="D2"><v>6</v></c><c r="E2"><v>0</v></c></row>' +
        '<row r="3"><c r="A3"><v>4</v></c></row></sheetData>',
    );
  });

  it('go into a sheet and a row that hold nothing', () => {
    expect(fill('<sheetData/>', { cell: 'B2', value: 1 }, { cell: 'A4', value: 2 })).toBe(
      '<sheetData><row r="2"><c r="B2"><v>1</v></c></row><row r="4"><c r="A4"><v>2</v></c></row></sheetData>',
    );
    expect(fill('<sheetData><row r="5" spans="1:3"/></sheetData>', { cell: 'C5', value: 1 })).toBe(
      '<sheetData><row r="5" spans="1:3"><c r="C5"><v>1</v></c></row></sheetData>',
    );
  });

  it('are found by their place where they have no name, and written with the sheet’s own prefix', () => {
    const data =
      '<x:sheetData><x:row><x:c><x:v>1</x:v></x:c><x:c t="s" s="3"><x:v>0</x:v></x:c></x:row></x:sheetData>';
    expect(fill(data, { cell: 'B1', value: 'x' })).toBe(
      '<x:sheetData><x:row><x:c><x:v>1</x:v></x:c><x:c r="B1" s="3" t="inlineStr"><x:is><x:t>x</x:t></x:is></x:c></x:row></x:sheetData>',
    );
  });

  it('take the format of their row or column where they are new', () => {
    const data =
      '<cols><col min="2" max="3" style="4"/></cols><sheetData><row r="2" s="7" customFormat="1"><c r="A2"/></row></sheetData>';
    const xml = fill(data, { cell: 'B2', value: 1 }, { cell: 'C3', value: 2 });
    expect(xml).toContain('<c r="B2" s="7"><v>1</v></c>');
    expect(xml).toContain('<c r="C3" s="4"><v>2</v></c>');
  });

  it('are not mistaken for what a comment or a text holds', () => {
    const data =
      '<!-- <row r="9"><c r="A9"/></row> --><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&lt;row&gt;</t></is></c></row></sheetData>';
    expect(fill(data, { cell: 'A9', value: 1 })).toContain(
      '</row><row r="9"><c r="A9"><v>1</v></c></row></sheetData>',
    );
  });
});

/** The records of a zip that hold a part: header, name and content, as they stand. */
function recordsOf(bytes: Uint8Array, name: string): Uint8Array[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const starts = [...bytes.keys()].filter(
    (at) => at + 4 <= bytes.length && [0x04034b50, 0x02014b50].includes(view.getUint32(at, true)),
  );
  return starts.flatMap((at, place) => {
    const own = new TextDecoder().decode(bytes.subarray(at + 30, at + 30 + name.length));
    return view.getUint32(at, true) === 0x04034b50 && own === name
      ? [bytes.slice(at, starts[place + 1])]
      : [];
  });
}
