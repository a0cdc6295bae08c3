import type { Day } from './day.ts';
import type { Period } from './period.ts';

/** Which records are asked for: those behind one figure of one measure in one period. */
export interface RecordsAsked {
  readonly measure: string;
  readonly figure: string;
  readonly period: Period;
  /** For a ratio: only those of the numerator, or all of the denominator. */
  readonly part: 'numerator' | 'denominator';
}

/** One record behind a figure: ids and dates, and whether it is in the numerator. Never a name. */
export interface MeasureRecord {
  readonly recordId: string;
  readonly personId: string | null;
  readonly day: Day;
  readonly inNumerator: boolean;
}

/** A long list whose rows are made only when they are looked at. */
export interface RecordList {
  readonly length: number;
  at(index: number): MeasureRecord;
}
