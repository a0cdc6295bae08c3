import { type Quarter, periodInWords, yearTo } from '../model/period.ts';

/** The headings of a table of figures for one quarter. */
export interface PeriodHeads {
  readonly now: string;
  readonly before: string;
  readonly yearBefore: string;
  readonly year: string;
}

/** Takes a quarter; gives the headings of its figures, of their changes, and of the year that ends with it. */
export function periodHeads(quarter: Quarter): PeriodHeads {
  return {
    now: periodInWords(quarter),
    before: 'On the quarter before',
    yearBefore: 'On the same quarter last year',
    year: `Year to ${endOf(quarter)}`,
  };
}

/** Takes a quarter; gives the month it ends with: `June 2025`. */
export function endOf(quarter: Quarter): string {
  return periodInWords(yearTo(quarter)).split(' to ')[1] ?? '';
}
