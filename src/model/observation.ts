import type { Outcome } from './outcome.ts';
import type { Period } from './period.ts';

/**
 * The common currency: one figure of one measure, for one period and one area, whole or for one cell of one breakdown.
 * Nothing right of the measures knows anything smaller.
 */
export interface Observation {
  readonly measure: string;
  /** The version of the definition it was made by. */
  readonly version: number;
  readonly figure: string;
  readonly period: Period;
  /** DfE's three-digit code of the local authority. */
  readonly area: string;
  /** Null for the whole. */
  readonly cell: BreakdownCell | null;
  readonly outcome: Outcome;
  readonly origin: 'extract' | 'entered by hand';
  /** Where a rate's denominator comes from, such as the year of a population estimate; null where it is counted. */
  readonly denominatorFrom: string | null;
}

/** Observations one after another: a list of them, or columns that make each when its turn comes. */
export interface Observations extends Iterable<Observation> {
  readonly length: number;
}

/** One cell of a breakdown, such as age: 5 to 9. */
export interface BreakdownCell {
  readonly by: string;
  readonly cell: string;
}

/** Something the reader must know beside a measure's figures. `figures` and `periods` are empty where it is about all. */
export interface Caveat {
  readonly kind:
    | 'window-limited'
    | 'refining column missing'
    | 'lines not read'
    | 'dates not read'
    | 'rows left out'
    | 'words not mapped'
    | 'perhaps left out'
    | 'from another system'
    | 'reference out of date'
    | 'authority began';
  /** The whole sentence, for the LA's own screen. */
  readonly says: string;
  /** The same without any count of rows, which might be a small one: what a return says. */
  readonly sent: string;
  readonly figures: readonly string[];
  readonly periods: readonly Period[];
}

/** All that came of one measure. `failed` holds a sentence when the measure itself could not be worked out. */
export interface MeasureResult {
  readonly measure: string;
  readonly observations: readonly Observation[];
  readonly caveats: readonly Caveat[];
  readonly failed: string | null;
}

/** Takes what names an observation; gives its key, the same for the same observation. */
export function observationKey(
  figure: string,
  period: Period,
  cell: BreakdownCell | null = null,
): string {
  return [figure, period, cell?.by ?? '', cell?.cell ?? ''].join('|');
}
