import { type WorkSheet, read } from '@e965/xlsx';
import { LIMITS } from '../model/limits.ts';
import { CellReader } from './cells.ts';
import { formOf } from './form.ts';
import { cellsOf, openBook } from './workbook.ts';
import { openZip } from './zip.ts';

/** One sheet of a workbook as text, row by row, from its first cell on. */
export interface Grid {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

/** Takes a workbook of any kind; gives its sheets as text, or why it cannot be read. */
export async function readGrids(
  content: Blob,
): Promise<Grid[] | 'protected' | 'broken' | 'too large'> {
  const how = await wholeness(content);
  if (how !== 'whole') return how;
  const book = openBook(new Uint8Array(await content.arrayBuffer()));
  if (book === 'protected' || book === 'broken') return book;
  if (book.SheetNames.some((name) => isTooLarge(book.Sheets[name]))) return 'too large';
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

/** One that is a zip may unpack to more than is tried. What is broken is not handed on: its reader would make of it what it can. */
async function wholeness(content: Blob): Promise<'whole' | 'broken' | 'too large'> {
  if ((await formOf(content)) !== 'zip') return 'whole';
  const zip = await openZip(content).catch(() => null);
  if (zip === null) return 'broken';
  return zip.kind === 'workbook' ? 'whole' : zip.kind.startsWith('too') ? 'too large' : 'broken';
}

/** One cell in the last column makes a row of all columns. */
function isTooLarge(sheet: WorkSheet | undefined): boolean {
  let cells = 0;
  for (const row of sheet ? cellsOf(sheet) : []) cells += 1 + (row?.length ?? 0);
  return cells > LIMITS.returnCells.most;
}

/** Takes a file; gives the names of its sheets where it is a workbook, without reading what is in them; else none. */
export async function sheetNames(content: Blob): Promise<readonly string[]> {
  if ((await wholeness(content)) !== 'whole') return [];
  try {
    const bytes = new Uint8Array(await content.arrayBuffer());
    return read(bytes, { bookSheets: true }).SheetNames;
  } catch (thrown) {
    if (thrown instanceof Error) return [];
    throw thrown;
  }
}
