import type { SheetForm } from './sheet-form.ts';
import type { SheetLive } from './sheet-live.ts';

/** A number as a sheet shows it. */
interface NumberCell {
  readonly value: number;
  readonly format: NumberFormat;
}

/** One decimal; what is above nought and rounds to 0.0 is shown as low, and is a number all the same. */
export const OR_LOW = '[=0]0.0;[<0.05]"low";#,##0.0';

export type NumberFormat = '#,##0' | '#,##0.0' | 'General' | typeof OR_LOW;

/**
 * A formula, and what it gives of the workbook as it is written: what a program shows that works nothing out. Null where
 * that is an error, which a chart leaves out. Without a format it gives text. A formula is never made from what a person wrote.
 */
interface FormulaCell {
  readonly formula: string;
  readonly value: number | string | null;
  readonly format: NumberFormat | null;
}

/** What stands where a number would, and under the numbers. */
interface SymbolCell {
  readonly symbol: string;
}

/** Text, a number, what stands in place of one, a formula, or nothing. */
export type Cell = string | NumberCell | SymbolCell | FormulaCell | null;

/** How a row looks: a title, a mark that nobody may overlook, the head of a section or of the table, or plain. */
export type Look = 'title' | 'alarm' | 'section' | 'head' | 'plain';

export interface SheetRow {
  readonly look: Look;
  readonly cells: readonly Cell[];
}

/** One sheet of a workbook that is to be written. */
export interface Sheet {
  readonly name: string;
  /** In characters. */
  readonly widths: readonly number[];
  readonly rows: readonly SheetRow[];
  /** Whether its first row is the head of a table: it stays in view, is repeated on every page, and filters the rest. */
  readonly isTable: boolean;
  /** How many columns stay in view. */
  readonly frozenColumns: number;
  /** Of a template alone: what is to be filled in. */
  readonly form?: SheetForm;
  /** Of a sheet that works itself out: what a person chooses in it, and its charts. */
  readonly live?: SheetLive;
}

/** What every sheet of a workbook has in common. */
export interface Book {
  readonly title: string;
  /** Said at the top of every page that is printed. */
  readonly header: string;
  readonly footer: string;
  /** Whether the sheets' tabs are marked. */
  readonly isMarked: boolean;
  /** ISO text in UTC. */
  readonly made: string;
  readonly sheets: readonly Sheet[];
  /** Names that formulas use, each with its cell: `own_row`, `Workings!$B$10`. */
  readonly names?: readonly (readonly [name: string, range: string])[];
}

/** Takes a name, columns (title and width in turn) and rows; gives the sheet of a table. */
export function tableSheet(
  name: string,
  columns: readonly (readonly [title: string, width: number])[],
  rows: readonly (readonly Cell[])[],
  frozenColumns = 0,
): Sheet {
  return {
    name,
    widths: columns.map(([, width]) => width),
    rows: [
      { look: 'head', cells: columns.map(([title]) => title) },
      ...rows.map((cells) => ({ look: 'plain', cells }) as const),
    ],
    isTable: true,
    frozenColumns,
  };
}

/** Takes a number; gives the cell that shows it as it is, or nothing for null. */
export function numberCell(value: number | null, format: NumberFormat = 'General'): Cell {
  return value === null ? null : { value, format };
}

/** Takes a column's place from 0 on; gives its name: `A`, `Z`, `AA`. */
export function columnName(place: number): string {
  const last = String.fromCharCode(65 + (place % 26));
  return place < 26 ? last : columnName(Math.floor(place / 26) - 1) + last;
}

/** Takes a cell; gives what it holds. */
export function contentOf(cell: Cell): string | number | null {
  if (cell === null || typeof cell === 'string') return cell;
  return 'symbol' in cell ? cell.symbol : cell.value;
}
