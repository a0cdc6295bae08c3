import type { Breakdown } from '../../model/measure.ts';

/** What is known where a return is read: what it can be held against. */
export interface KnownTerms {
  /** Every figure of every version of every measure. */
  readonly figures: readonly KnownFigure[];
  readonly breakdowns: readonly Breakdown[];
  /** Measures whose figures are not about children: small numbers may be shown. */
  readonly notAboutChildren: readonly string[];
  /** The names of the extract's own columns that are about one child. */
  readonly childColumns: readonly string[];
}

interface KnownFigure {
  readonly measure: string;
  readonly version: number;
  readonly figure: string;
}
