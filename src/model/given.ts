import type { NumberNamed, ObservationAt } from './disclosure.ts';
import type { Measure } from './measure.ts';
import type { Outcome } from './outcome.ts';
import type { Quarter } from './period.ts';
import type { HandEntry } from './question.ts';

/** What an authority can say of a figure that it counts itself. */
export type GivenOutcome = Exclude<Outcome, { kind: 'withheld' | 'missing' }>;

/** A figure that an authority gives itself, for want of an extract to count it from. */
export type GivenFigure = ObservationAt & { readonly outcome: GivenOutcome };

/** What the measures are put together from where there is no extract. */
export interface HandQuestion {
  readonly la: string;
  readonly extractDate: null;
  /** The quarter that is worked on: it is answered even while nothing is given for it. */
  readonly quarter: Quarter;
  readonly handEntered: readonly HandEntry[];
  readonly given: readonly GivenFigure[];
  readonly settings: Readonly<Record<string, never>>;
  readonly words: readonly never[];
}

/** Which number is asked for: a part of a form, or a number of a figure. */
type AskedAt =
  | { readonly kind: 'part'; readonly measure: string; readonly part: string }
  | ({ readonly kind: 'figure' } & NumberNamed);

/** One number that an authority without an extract is asked for, for a quarter and perhaps the year that ends with it. */
export interface AskedNumber {
  /** The same for the same number, in every template. */
  readonly key: string;
  readonly at: AskedAt;
  readonly title: string;
  readonly collection: Measure['collection'];
  readonly theme: string;
  /** What to count, in a line. */
  readonly label: string;
  readonly hint: string;
  readonly whole: boolean;
  readonly max: number;
  /** A position on one day, and what a form asks for, has no year. */
  readonly hasYear: boolean;
}

/** Which of a number's two periods. */
export type AskedPeriod = 'quarter' | 'year';

/** A number as a person wrote it: figures, nothing, or `x` or `z` and why. */
export interface WrittenNumber {
  readonly key: string;
  readonly period: AskedPeriod;
  readonly text: string;
  readonly why: string;
  /** Where it stands, in words a person can look it up by. */
  readonly place: string;
}

/** What is wrong with what was written. */
export interface WrittenProblem {
  readonly key: string;
  readonly period: AskedPeriod;
  readonly place: string;
  readonly says: string;
  readonly todo: string;
  /** Whether the number is left out for it; else it is taken as it stands. */
  readonly isLeftOut: boolean;
}

/** What was written, read: all that can be taken, and what is wrong with it. */
export interface TakenNumbers {
  readonly quarter: Quarter;
  readonly byHand: readonly HandEntry[];
  readonly given: readonly GivenFigure[];
  readonly problems: readonly WrittenProblem[];
}

/** A filled-in template, read. */
export interface ReadTemplate extends TakenNumbers {
  readonly authority: string;
  /** The numbers as they were written, so that they can be put right in the page. */
  readonly written: readonly WrittenNumber[];
}
