import type { ChartSpec } from './draw.ts';

/** A cell of a chart's table: words, and the number that they say where they say one. */
export type TableCell = string | { readonly words: string; readonly number: number };

export interface TableRow {
  readonly head: string;
  readonly cells: readonly TableCell[];
}

/** A chart as it is made of figures: what draws it, what says it, and its table twin. */
export interface ChartMade {
  /** Lays the chart out in a width; null where there is nothing to draw: then the table alone stands. */
  readonly spec: ((width: number) => ChartSpec) | null;
  /** What it shows, for those who do not see it. */
  readonly says: string;
  readonly headings: readonly string[];
  readonly rows: readonly TableRow[];
}

/** Takes a cell; gives its words. */
export function wordsOf(cell: TableCell): string {
  return typeof cell === 'string' ? cell : cell.words;
}
