import { type Cell, type Sheet, columnName, tableSheet } from '../../files/sheet.ts';
import type { PackGrid } from './grid.ts';
import { SHEETS } from './sheets.ts';
import { headOf } from './theme-sheets.ts';

/** The columns that say of which period and area a row is. */
const HEADS = [
  ['Period', 18],
  ['Code', 10],
  ['Area', 28],
] as const;

/** Takes a grid; gives all of it as one table: a block a period, a row an area, in the grid's order, for formulas that find a row by counting. It is locked, so that nothing is sorted. */
export function figureSheet(grid: PackGrid): Sheet {
  const rows = grid.periods.flatMap((period, at) =>
    grid.areas.map(({ code, name }, area): Cell[] => [
      ...[period, code, name],
      ...grid.figures.map((_, figure) => grid.cell(at, area, figure)),
    ]),
  );
  const heads = grid.figures.map((figure) => [headOf(figure), 14] as const);
  return {
    ...tableSheet(SHEETS.figures, [...HEADS, ...heads], rows, HEADS.length),
    live: { pickers: [], charts: [], wideRows: [], frozenRows: 1 },
  };
}

/** Takes a grid; gives where the numbers of the sheet stand: one column of them, and all. */
export function figureRanges(grid: PackGrid): {
  readonly column: (figure: number) => string;
  readonly all: string;
} {
  const last = grid.periods.length * grid.areas.length + 1;
  const name = (figure: number) => columnName(HEADS.length + figure);
  const between = (from: string, to: string) => `${SHEETS.figures}!$${from}$2:$${to}$${last}`;
  return {
    column: (figure) => between(name(figure), name(figure)),
    all: between(name(0), name(Math.max(0, grid.figures.length - 1))),
  };
}
