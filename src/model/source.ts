import type { Day } from './day.ts';

/** Where a reference table comes from, under which licence, and the last day that it is good for. */
export interface SourceLine {
  readonly title: string;
  readonly source: string;
  readonly licence: string;
  readonly coversTo: Day;
}
