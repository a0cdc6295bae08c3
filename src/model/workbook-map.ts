import type { BreakdownCell } from './observation.ts';

/** Which number of a figure goes into a cell: what is shown, or one of the two that it is made of. */
export type MappedPart = (typeof MAPPED_PARTS)[number];
export const MAPPED_PARTS = ['value', 'numerator', 'denominator'] as const;

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
