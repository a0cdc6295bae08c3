import { read } from '@e965/xlsx';
import { CellReader } from './cells.ts';
import { cellsOf, openBook } from './workbook.ts';

/** One sheet of a workbook as text, row by row, from its first cell on. */
export interface Grid {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

/** Takes a workbook of any kind; gives its sheets as text, or why it cannot be read. */
export async function readGrids(content: Blob): Promise<Grid[] | 'protected' | 'broken'> {
  const book = openBook(new Uint8Array(await content.arrayBuffer()));
  if (book === 'protected' || book === 'broken') return book;
  const reader = new CellReader(book.Workbook?.WBProps?.date1904 === true);
  return book.SheetNames.map((name) => {
    const sheet = book.Sheets[name];
    const rows = sheet ? cellsOf(sheet) : [];
    // A row that holds nothing is a hole in the list.
    return {
      name,
      rows: Array.from(rows, (row) => Array.from(row ?? [], (cell) => reader.text(cell))),
    };
  });
}

/** Takes a file; gives the names of its sheets where it is a workbook, without reading what is in them; else none. */
export async function sheetNames(content: Blob): Promise<readonly string[]> {
  try {
    const bytes = new Uint8Array(await content.arrayBuffer());
    return read(bytes, { bookSheets: true }).SheetNames;
  } catch (thrown) {
    if (thrown instanceof Error) return [];
    throw thrown;
  }
}
