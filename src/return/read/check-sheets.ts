import { plainNumber } from '../../files/csv.ts';
import type { Grid } from '../../files/grids.ts';
import { type Cell, type Sheet, columnName, contentOf } from '../../files/sheet.ts';
import type { ReturnDocument } from '../../model/return-document.ts';
import { sheetsToRead } from '../workbook.ts';
import type { Remarks } from './remarks.ts';
import { quoted } from './shape.ts';

/** More than these are not told one by one. */
const MOST_CELLS = 25;
const TODO =
  'The sheet Observations is what is read. Put the figure right in Quarterlight, and make the return again.';

/** A row, and where it stands. */
interface Row {
  readonly at: number;
  readonly cells: readonly string[];
}

/**
 * Takes the sheets that were read and the document they give; remarks on each cell that people read and that says
 * otherwise. Rows that were only sorted are in their place.
 */
export function checkSheets(
  grids: readonly Grid[],
  document: ReturnDocument,
  remarks: Remarks,
): void {
  for (const sheet of sheetsToRead(document)) {
    const grid = grids.find(({ name }) => name === sheet.name);
    if (grid) checkSheet(grid, sheet, remarks);
    else
      remarks.add(
        'changed',
        `The sheet ${sheet.name} was taken out.`,
        'Nothing to do, if that was meant.',
      );
  }
}

function checkSheet(grid: Grid, sheet: Sheet, remarks: Remarks): void {
  const meant = rowsOf(sheet.rows.map(({ cells }) => cells.map(textOf)));
  const found = rowsOf(grid.rows);
  const [more, less] = [without(found, meant), without(meant, found)];
  let told = 0;
  for (let place = 0; place < Math.max(more.length, less.length); place += 1) {
    for (const { at, column, written, expected } of differences(more[place], less[place])) {
      told += 1;
      const cell = `sheet ${sheet.name}, cell ${columnName(column)}${at + 1}`;
      const says = `A cell says ${quoted(written)}, where the return’s own observations give ${quoted(expected)}.`;
      if (told <= MOST_CELLS) remarks.add('changed', says, TODO, cell);
    }
  }
  if (told > MOST_CELLS) {
    const says = `The sheet ${sheet.name} says otherwise than the return’s own observations in ${told} cells, of which ${MOST_CELLS} are told here.`;
    remarks.add('changed', says, TODO);
  }
}

function* differences(found: Row | undefined, meant: Row | undefined) {
  const at = found?.at ?? meant?.at ?? 0;
  const width = Math.max(found?.cells.length ?? 0, meant?.cells.length ?? 0);
  for (let column = 0; column < width; column += 1) {
    const [written, expected] = [found?.cells[column] ?? '', meant?.cells[column] ?? ''];
    if (written !== expected) yield { at, column, written, expected };
  }
}

/** The rows that are not among the others, each as often as it is met. */
function without(rows: readonly Row[], others: readonly Row[]): Row[] {
  const left = new Map<string, number>();
  for (const { cells } of others) left.set(keyOf(cells), (left.get(keyOf(cells)) ?? 0) + 1);
  return rows.filter(({ cells }) => {
    const times = left.get(keyOf(cells)) ?? 0;
    left.set(keyOf(cells), times - 1);
    return times <= 0;
  });
}

/** Rows that hold something, without the empty cells at their end. */
function rowsOf(rows: readonly (readonly string[])[]): Row[] {
  return rows
    .map((cells, at) => ({ at, cells: cells.map((cell) => cell.trim()) }))
    .map(({ at, cells }) => ({
      at,
      cells: cells.slice(0, cells.findLastIndex((c) => c !== '') + 1),
    }))
    .filter(({ cells }) => cells.length > 0);
}

function keyOf(cells: readonly string[]): string {
  return JSON.stringify(cells);
}

function textOf(cell: Cell): string {
  const content = contentOf(cell) ?? '';
  return typeof content === 'string' ? content : plainNumber(content);
}
