import { writeXlsx } from 'hucre/xlsx';
import { ZipParts } from '../../../src/files/zip-parts.ts';

const WORKBOOK = 'xl/workbook.xml';
const BOLD = { font: { bold: true, color: { rgb: 'FF0000' } } } as const;
const PERCENT = {
  numFmt: '0.0%',
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'DDEEFF' } },
} as const;

/** Takes what its first item is called; gives a workbook as a collator might send it: formulas over two sheets, formats, merged cells, formats that look at values. */
export async function collatorsBook(first = 'Referrals <all>'): Promise<Uint8Array<ArrayBuffer>> {
  const saved = new Date('2025-07-01T00:00:00Z');
  const bytes = await writeXlsx({
    properties: { created: saved, modified: saved },
    sheets: [
      {
        name: 'RIIA & more',
        columns: [{ width: 40 }, { width: 12 }, { width: 12 }],
        rows: [
          ['Quarterly return', null, null],
          ['Item', 'This quarter', 'Year'],
          [first, null, null],
          ['Repeat referrals', null, null],
          ['Share', null, null],
          ['Enquiries', 7, null],
          ['A note', null, null],
        ],
        cells: new Map([
          ['0,0', { style: BOLD }],
          ['2,1', { style: BOLD }],
          ['4,1', { formula: 'B4/B3', formulaResult: 0, type: 'formula', style: PERCENT }],
        ]),
        merges: [{ startRow: 6, startCol: 0, endRow: 6, endCol: 2 }],
        conditionalRules: [
          {
            type: 'cellIs',
            priority: 1,
            operator: 'greaterThan',
            formula: '100',
            range: 'B3:B6',
            style: BOLD,
          },
        ],
      },
      {
        name: 'Sums',
        rows: [['Twice the referrals', null]],
        cells: new Map([
          ['0,1', { formula: "'RIIA & more'!B3*2", formulaResult: 0, type: 'formula' }],
        ]),
      },
    ],
  });
  // As one that was worked out when it was saved.
  const parts = new ZipParts(new Uint8Array(bytes));
  const workbook = (await parts.text(WORKBOOK)) ?? '';
  return parts.with(new Map([[WORKBOOK, workbook.replace(' fullCalcOnLoad="1"', '')]]));
}
