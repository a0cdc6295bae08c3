import { type CellObject, type WorkBook, type WorkSheet, read } from '@e965/xlsx';
import { LIMITS } from '../model/limits.ts';
import { counted } from '../model/words.ts';
import { CellReader } from './cells.ts';
import { CsvRows } from './csv.ts';
import { type FoundFile, type Remark, type Source, left } from './found.ts';
import {
  brokenSheet,
  brokenWorkbook,
  lockedWorkbook,
  tooLargeSheet,
  tooManyColumns,
} from './leaving.ts';
import type { OnShare } from './share.ts';
import { asTable } from './text.ts';

/** Names that programs give to a sheet of themselves: the workbook's own name says more. */
const NAMELESS = /^(sheet|table|results?|export|query|data|page)[ _]?\d*$/i;
/** As many rows as a sheet can hold, today and before 2007. */
const FULL = [1_048_576, 65_536];

/** Takes a workbook of any kind; gives a table a sheet, or why it cannot be read. */
export async function readWorkbook(source: Source, on: OnShare): Promise<FoundFile[]> {
  const book = openBook(new Uint8Array(await source.content.arrayBuffer()));
  if (book === 'protected') return [lockedWorkbook(source)];
  if (book === 'broken' || book.SheetNames.length === 0) return [brokenWorkbook(source)];
  const since1904 = book.Workbook?.WBProps?.date1904 === true;
  const found: FoundFile[] = [];
  for (const [place, name] of book.SheetNames.entries()) {
    on(place / book.SheetNames.length);
    found.push(await readSheet(source, book, name, new CellReader(since1904)));
    // A sheet is large as cells: it is let go when it is text.
    book.Sheets[name] = {};
  }
  const tables = found.filter((file) => file.kind === 'table');
  const [only] = tables;
  const named = book.SheetNames.some((name) => !NAMELESS.test(name));
  return tables.length === 1 && only && !named
    ? found.map((file) => (file === only ? { ...only, path: source.path } : file))
    : found;
}

/** Takes bytes; gives the workbook, with dates as numbers and no formulas. */
export function openBook(bytes: Uint8Array): WorkBook | 'protected' | 'broken' {
  try {
    return read(bytes, {
      dense: true,
      cellNF: true,
      cellText: false,
      cellHTML: false,
      cellFormula: false,
    });
  } catch (thrown) {
    return /password|encrypt/i.test(String(thrown)) ? 'protected' : 'broken';
  }
}

async function readSheet(
  source: Source,
  book: WorkBook,
  name: string,
  reader: CellReader,
): Promise<FoundFile> {
  const path = `${source.path}/${name}`;
  const sheet = book.Sheets[name];
  // What the reader stumbles over in a sheet it does not tell: the sheet is not there then.
  if (!sheet) return brokenSheet({ ...source, path });
  const cells = cellsOf(sheet);
  const width = widthOf(cells);
  if (width > LIMITS.columns.most) return tooManyColumns({ ...source, path });
  if (width * cells.length > LIMITS.sheetCells.most) return tooLargeSheet({ ...source, path });
  if (width === 0) {
    return left({ ...source, path }, 'empty sheet', 'is an empty sheet.', 'Nothing to do.');
  }
  const csv = new CsvRows();
  for (const row of cells) {
    const values = Array.from({ length: width }, (_, column) => reader.text(row?.[column]));
    csv.add(values.some((value) => value !== '') ? values : []);
  }
  const place = book.SheetNames.indexOf(name);
  const hidden = (book.Workbook?.Sheets?.[place]?.Hidden ?? 0) !== 0;
  const remarks = remarksOn(hidden, reader.errors, cells.length);
  return asTable({ ...source, path, content: csv.content() }, remarks, ',');
}

type Cells = readonly (readonly (CellObject | undefined)[] | undefined)[];

/** Takes a sheet; gives its cells by row and column. */
export function cellsOf(sheet: WorkSheet): Cells {
  return sheet['!data'] ?? [];
}

/** How many columns are filled by at least one row: in no row more than these hold anything. */
function widthOf(cells: Cells): number {
  let width = 0;
  for (const row of cells) {
    const last = row?.findLastIndex((cell) => cell !== undefined && isFilled(cell)) ?? -1;
    width = Math.max(width, last + 1);
  }
  return width;
}

function isFilled(cell: CellObject): boolean {
  return cell.t !== 'z' && cell.v !== undefined && cell.v !== '';
}

function remarksOn(hidden: boolean, errors: number, rows: number): Remark[] {
  const remarks: Remark[] = [];
  if (hidden) {
    remarks.push({
      says: 'is a hidden sheet. It was read as the others.',
      todo: 'If it was not meant to be read, take it out of the workbook.',
    });
  }
  if (errors > 0) {
    remarks.push({
      says: `has an error such as #N/A in ${counted(errors, ['cell', 'cells'])}, read as empty.`,
      todo: 'Look at the formulas, or give the table as it was before they were added.',
    });
  }
  if (FULL.includes(rows)) {
    remarks.push({
      says: `has ${counted(rows, ['row', 'rows'])}, as many as a sheet can hold: rows that came after are not in it.`,
      todo: 'Export this table as CSV, which has no such limit.',
    });
  }
  return remarks;
}
