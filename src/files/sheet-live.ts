import type { At } from './sheet-form.ts';

/** Cells, merged to one, in which a person chooses one of what stands in a range. */
export interface Picker {
  readonly from: At;
  readonly to: At;
  /** Such as `Workings!$A$2:$A$9`. */
  readonly range: string;
  /** What is said where something else is typed. */
  readonly says: string;
}

/** One line of a chart, or its columns: where its numbers and their names stand. */
interface ChartSeries {
  readonly name: string;
  readonly values: string;
  readonly categories: string;
  /** Six hexadecimal digits. */
  readonly colour: string;
  readonly isDashed?: boolean;
}

/** A chart that is drawn from cells, and follows them. */
export interface SheetChart {
  readonly kind: 'column' | 'line';
  readonly title: string;
  /** What it shows, in words, for those who do not see it. */
  readonly says: string;
  readonly from: At;
  readonly to: At;
  readonly series: readonly ChartSeries[];
}

/** What a sheet has that works itself out. All but its pickers is locked, without a password. */
export interface SheetLive {
  readonly pickers: readonly Picker[];
  readonly charts: readonly SheetChart[];
  /** Rows whose text runs over all columns, by their places. */
  readonly wideRows: readonly number[];
  /** How many rows stay in view. */
  readonly frozenRows: number;
}
