import { type CellObject, type WorkSheet, utils, write } from '@e965/xlsx';
import type { Return } from '../model/return.ts';
import { coverRows } from './cover.ts';
import { DRAFT } from './draft.ts';
import { FigureTables } from './figure-tables.ts';
import { definitionTable, noteTable, observationTable, settingTable } from './reference-tables.ts';
import type { Cell, Table } from './table.ts';
import type { Terms } from './terms.ts';

// SheetJS keeps one table of number formats for all books: without a fixed one, a book's bytes hang on the books read before.
const FORMATS = { 0: 'General', 3: '#,##0', 164: '#,##0.0' } as const;

/** Takes a return and its terms; gives the bytes of an Excel workbook, the same for the same input. Throws a Problem where the terms do not define an observation. */
export function writeWorkbook(contents: Return, terms: Terms): Uint8Array<ArrayBuffer> {
  const figures = new FigureTables(contents, terms);
  const book = Object.assign(utils.book_new(), { SSF: { ...FORMATS } });
  utils.book_append_sheet(book, coverSheet(contents, terms), 'Cover');
  utils.book_append_sheet(book, tableSheet(figures.collection('riia')), 'RIIA');
  utils.book_append_sheet(book, tableSheet(figures.collection('early-help')), 'Early Help');
  utils.book_append_sheet(book, tableSheet(figures.breakdowns()), 'Breakdowns');
  utils.book_append_sheet(book, tableSheet(observationTable(contents, terms)), 'Observations');
  utils.book_append_sheet(book, tableSheet(definitionTable(terms)), 'Definitions');
  utils.book_append_sheet(book, tableSheet(settingTable(contents, terms)), 'Settings');
  utils.book_append_sheet(book, tableSheet(noteTable(contents, terms)), 'Notes');
  const made = new Date(contents.made);
  book.Props = { Title: `Quarterly return: ${DRAFT}`, CreatedDate: made, ModifiedDate: made };
  const written: unknown = write(book, {
    type: 'array',
    bookType: 'xlsx',
    compression: true,
    bookSST: true,
  });
  if (!(written instanceof ArrayBuffer)) throw new TypeError('The workbook is not bytes');
  return new Uint8Array(written);
}

function coverSheet(contents: Return, terms: Terms): WorkSheet {
  const sheet = sheetOf(coverRows(contents, terms));
  sheet['!cols'] = [{ wch: 24 }, { wch: 80 }];
  return sheet;
}

function tableSheet({ columns, rows }: Table): WorkSheet {
  const sheet = sheetOf([columns.map(({ title }) => title), ...rows]);
  sheet['!cols'] = columns.map(({ width }) => ({ wch: width }));
  const end = { r: rows.length, c: columns.length - 1 };
  sheet['!autofilter'] = { ref: utils.encode_range({ r: 0, c: 0 }, end) };
  return sheet;
}

function sheetOf(rows: Table['rows']): WorkSheet {
  return utils.aoa_to_sheet(rows.map((row) => row.map(cellOf)));
}

/** Text is always a text cell, whatever it begins with: a cell is a formula only where it is given as one. */
function cellOf(cell: Cell): CellObject | null {
  if (cell === null || cell === '') return null;
  if (typeof cell === 'string') return { t: 's', v: cell };
  return { t: 'n', v: cell.value, z: cell.format };
}
