import type { Day } from './day.ts';
import type { Quarter } from './period.ts';
import type { MappedWord } from './word.ts';

/** What the measures are worked out for: where, as at when, by which settings, with what was entered by hand. */
export interface Question {
  readonly la: string;
  readonly extractDate: Day;
  /** By setting id; a setting that is not named has its default. */
  readonly settings: Readonly<Record<string, number>>;
  readonly handEntered: readonly HandEntry[];
  /** Words of the authority's own, before what the national lists say. */
  readonly words: readonly MappedWord[];
}

/** The parts of one hand-entered measure for one quarter, by part id. */
export interface HandEntry {
  readonly measure: string;
  readonly quarter: Quarter;
  readonly parts: Readonly<Record<string, number>>;
}
