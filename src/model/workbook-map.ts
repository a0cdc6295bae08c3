import type { BreakdownCell } from './observation.ts';

/** Which number of a figure goes into a cell: what is shown, the same as a share of 1, or one of the two that it is made of. */
export type MappedPart = (typeof MAPPED_PARTS)[number];
export const MAPPED_PARTS = ['value', 'share', 'numerator', 'denominator'] as const;

/** Which period, seen from the quarter of the return. */
export type MappedPeriod = (typeof MAPPED_PERIODS)[number];
export const MAPPED_PERIODS = ['quarter', 'year', 'quarter before', 'year before'] as const;

/** One cell of a workbook, and what goes into it. */
export interface MappedCell {
  readonly sheet: string;
  /** Such as `B7`. */
  readonly cell: string;
  /** What the row and the column were called when it was mapped, so that a template that has changed is seen. */
  readonly label: string;
  readonly measure: string;
  readonly figure: string;
  /** Null for the whole. */
  readonly of: BreakdownCell | null;
  readonly part: MappedPart;
  readonly period: MappedPeriod;
}

/** Where an authority's figures go in a workbook that a collator sends. One for a name at most, and a cell is mapped once. */
export interface WorkbookMap {
  readonly name: string;
  readonly cells: readonly MappedCell[];
}

/** Longest text that is kept of what stands beside a cell. */
export const LONGEST_LABEL = 200;

/** One sheet of a workbook that was opened to be filled in, as far as it is shown. */
export interface BookSheet {
  readonly name: string;
  /** As text, row by row, from the first cell on. */
  readonly rows: readonly (readonly string[])[];
  /** The names of the cells that hold a formula, and of those under a merged one. */
  readonly formulas: readonly string[];
  readonly covered: readonly string[];
}

/** What goes into one cell of a workbook. */
export interface CellToFill {
  readonly sheet: string;
  readonly cell: string;
  readonly value: number | string;
}

/** A cell that was not filled in, and why. */
export interface CellNotFilled {
  readonly sheet: string;
  readonly cell: string;
  readonly why: string;
}
