import { type CellObject, type WorkSheet, read, utils } from '@e965/xlsx';
import { Problem } from '../model/problem.ts';
import type { BookSheet } from '../model/workbook-map.ts';
import { CellReader } from './cells.ts';
import { columnName } from './sheet.ts';
import { ZipParts } from './zip-parts.ts';

/** More is not shown: no template that people fill in is so large. */
const ROWS = 400;
const COLUMNS = 60;
/** In bytes. */
const LARGEST = 30_000_000;

/** Takes an Excel workbook; gives its sheets as they are shown. Throws a Problem where it is none that can be filled in. */
export async function viewWorkbook(content: Blob): Promise<BookSheet[]> {
  if (content.size > LARGEST) {
    throw new Problem(
      'The workbook is larger than 30 MB.',
      'Give the template itself, without what does not belong to it.',
    );
  }
  const bytes = new Uint8Array(await content.arrayBuffer());
  if (!new ZipParts(bytes).names.includes('xl/workbook.xml')) {
    throw new Problem(
      'This is not an Excel workbook (.xlsx).',
      'Open it in Excel or LibreOffice, save it as an Excel workbook (.xlsx), and give that.',
    );
  }
  const how = { dense: true, cellNF: true, cellText: false, cellHTML: false } as const;
  // A formula that was never worked out has no value, and is a cell all the same.
  const book = read(bytes, { ...how, sheetStubs: true });
  const reader = new CellReader(book.Workbook?.WBProps?.date1904 === true);
  return book.SheetNames.map((name) => {
    const sheet: WorkSheet = book.Sheets[name] ?? {};
    const cells: readonly (readonly CellObject[] | undefined)[] = sheet['!data'] ?? [];
    const shown = Array.from(cells.slice(0, ROWS), (row) => (row ?? []).slice(0, COLUMNS));
    return {
      name,
      rows: shown.map((row) => Array.from(row, (cell) => reader.text(cell))),
      formulas: shown.flatMap((row, at) => formulasIn(row, at)),
      covered: coveredIn(sheet),
    };
  });
}

function formulasIn(row: readonly (CellObject | undefined)[], at: number): string[] {
  return row.flatMap((cell, column) =>
    cell?.f === undefined && cell?.F === undefined ? [] : [`${columnName(column)}${at + 1}`],
  );
}

/** Every cell of a merged one but its first. */
function coveredIn(sheet: WorkSheet): string[] {
  return (sheet['!merges'] ?? []).flatMap(({ s, e }) => {
    const names: string[] = [];
    for (let row = s.r; row <= Math.min(e.r, ROWS); row += 1)
      for (let column = s.c; column <= Math.min(e.c, COLUMNS); column += 1)
        if (row !== s.r || column !== s.c) names.push(utils.encode_cell({ r: row, c: column }));
    return names;
  });
}
