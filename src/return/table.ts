/** A number as a sheet shows it. */
interface NumberCell {
  readonly value: number;
  readonly format: NumberFormat;
}

type NumberFormat = '#,##0' | '#,##0.0' | 'General';

/** Text, a number, or nothing. */
export type Cell = string | NumberCell | null;

/** One sheet of the workbook that is a table: a heading, then rows. Widths are in characters. */
export interface Table {
  readonly columns: readonly { readonly title: string; readonly width: number }[];
  readonly rows: readonly (readonly Cell[])[];
}

/** Takes a number; gives the cell that shows it as it is, or nothing for null. */
export function numberCell(value: number | null, format: NumberFormat = 'General'): Cell {
  return value === null ? null : { value, format };
}

/** Takes titles and widths in turn; gives the columns. */
export function columns(...titled: readonly (readonly [title: string, width: number])[]) {
  return titled.map(([title, width]) => ({ title, width }));
}
