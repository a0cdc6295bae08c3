import type { Observation } from '../model/observation.ts';
import { type Period, type Quarter, stepQuarter, yearTo } from '../model/period.ts';
import {
  type BookSheet,
  LONGEST_LABEL,
  type MappedCell,
  type MappedPeriod,
} from '../model/workbook-map.ts';
import type { Totals } from './totals.ts';

/** A cell that is mapped, with what goes into it and what there is to say of it. */
export interface FilledCell {
  readonly mapped: MappedCell;
  /** Null where there is no number for it. */
  readonly value: number | string | null;
  /** What a person must know: nothing goes into it, or the template has changed. */
  readonly remark: string | null;
}

/** A cell of the template into which nothing goes, though its row has a name. */
export interface OpenCell {
  readonly sheet: string;
  readonly cell: string;
  readonly label: string;
}

/** Takes a column and a row, both from 0 on; gives the cell's name: `B7`. */
export function cellNamed(column: number, row: number): string {
  return `${columnNamed(column)}${row + 1}`;
}

/** Takes a column from 0 on; gives its name: `A`, `AA`. */
export function columnNamed(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnNamed(Math.floor(column / 26) - 1) + last;
}

/** Takes what a person typed, such as `RIIA!B7` or `'Early Help'!b7`, and the sheets; gives the place, or null where it is none. */
export function readCellName(
  typed: string,
  sheets: readonly BookSheet[],
  shown: string,
): { readonly sheet: string; readonly cell: string } | null {
  const [, quoted, plain, cell] =
    /^(?:'((?:[^']|'')+)'!|([^!']+)!)?\$?([a-z]{1,3}\$?[1-9]\d{0,6})$/i.exec(typed.trim()) ?? [];
  if (cell === undefined) return null;
  const named = (quoted?.replaceAll("''", "'") ?? plain ?? shown).trim().toLowerCase();
  const sheet = sheets.find(({ name }) => name.toLowerCase() === named);
  return sheet ? { sheet: sheet.name, cell: cell.replace('$', '').toUpperCase() } : null;
}

/** Takes a sheet and a cell's name; gives what its row and its column are called there. */
export function labelOf({ rows }: BookSheet, cell: string): string {
  const at = placeOf(cell);
  if (!at) return '';
  const left = (rows[at.row] ?? []).slice(0, at.column).filter(isWords).slice(0, 2);
  const above = rows
    .slice(0, at.row)
    .map((row) => row[at.column] ?? '')
    .findLast(isWords);
  return [...left, ...(above === undefined ? [] : [above])].join(', ').slice(0, LONGEST_LABEL);
}

/** Takes a mapped period and the quarter of the return; gives the period. */
function periodOf(mapped: MappedPeriod, quarter: Quarter): Period {
  switch (mapped) {
    case 'quarter':
      return quarter;
    case 'year':
      return yearTo(quarter);
    case 'quarter before':
      return stepQuarter(quarter, -1);
    case 'year before':
      return yearTo(stepQuarter(quarter, -1));
  }
}

/**
 * Takes mapped cells, the quarter, the figures that may be sent, what turns an outcome into a cell, and the sheets; gives
 * what goes where, and what does not.
 */
export function filledCells(
  cells: readonly MappedCell[],
  quarter: Quarter,
  sendable: readonly Totals[],
  inCell: (outcome: Observation['outcome'], part: MappedCell['part']) => number | string,
  sheets: readonly BookSheet[],
): FilledCell[] {
  return cells.map((mapped) => {
    const { measure, figure, of, part, sheet, cell } = mapped;
    const period = periodOf(mapped.period, quarter);
    const outcome = sendable
      .map((totals) => totals.outcome(measure, figure, period, of))
      .find((found) => found !== null);
    const book = sheets.find(({ name }) => name === sheet);
    const value = outcome ? inCell(outcome, part) : null;
    const missing = value === null ? `The return holds no such number for ${mapped.period}.` : null;
    return { mapped, value, remark: whyNotIn(book, cell) ?? movedFrom(mapped, book) ?? missing };
  });
}

/** Takes the sheets and the mapped cells; gives the empty cells of named rows, in columns into which something else goes. */
export function openCells(sheets: readonly BookSheet[], cells: readonly MappedCell[]): OpenCell[] {
  return sheets.flatMap((book) => {
    const own = cells.filter(({ sheet }) => sheet === book.name).map(({ cell }) => cell);
    const places = own.flatMap((cell) => placeOf(cell) ?? []);
    const first = Math.min(...places.map(({ row }) => row));
    const columns = [...new Set(places.map(({ column }) => column))].sort((a, b) => a - b);
    return book.rows.flatMap((row, at) =>
      columns.flatMap((column) => {
        const cell = cellNamed(column, at);
        const isNamed = row.slice(0, column).some(isWords);
        const isOpen = (row[column] ?? '') === '' && !own.includes(cell);
        if (at < first || !isNamed || !isOpen || whyNotIn(book, cell) !== null) return [];
        return [{ sheet: book.name, cell, label: labelOf(book, cell) }];
      }),
    );
  });
}

/** Takes what goes where; gives it as one column in the order of the template: sheet by sheet, row by row. */
export function pasteable(filled: readonly FilledCell[], sheets: readonly BookSheet[]): string {
  const order = ({ mapped: { sheet, cell } }: FilledCell) => {
    const place = placeOf(cell);
    const at = sheets.findIndex(({ name }) => name === sheet);
    return [at, place?.column ?? 0, place?.row ?? 0];
  };
  return [...filled]
    .sort((one, other) => compare(order(one), order(other)))
    .map(({ value }) => String(value ?? ''))
    .join('\n');
}

function compare(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((value, place) => value !== other[place]);
  return at < 0 ? 0 : (one[at] ?? 0) - (other[at] ?? 0);
}

function whyNotIn(book: BookSheet | undefined, cell: string): string | null {
  if (!book) return 'The workbook has no such sheet: map it again.';
  if (book.formulas.includes(cell)) return 'It holds a formula, which is left as it is.';
  if (book.covered.includes(cell)) return 'It is under a merged cell: map the first cell of that.';
  return null;
}

function movedFrom({ cell, label }: MappedCell, book: BookSheet | undefined): string | null {
  const now = book ? labelOf(book, cell) : label;
  if (now === label) return null;
  return `The template has changed: beside it stood “${label}”, and stands “${now}”. Map it again if that is another figure.`;
}

function placeOf(cell: string): { readonly column: number; readonly row: number } | null {
  const [, letters, digits] = /^([A-Z]{1,3})(\d+)$/.exec(cell) ?? [];
  if (letters === undefined) return null;
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { column: column - 1, row: Number(digits) - 1 };
}

/** A name, and not a number. */
function isWords(text: string): boolean {
  return /[a-z]/i.test(text);
}
