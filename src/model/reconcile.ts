import type { Day } from './day.ts';
import type { MeasureRecord, RecordsAsked } from './records.ts';

/** What an id of a list stands for. */
export type IdKind = 'record' | 'child';

/** A list of ids from elsewhere, to be held against the records behind one figure. */
export interface ReconcileAsked extends RecordsAsked {
  /** As it was pasted. It is bound, looked at once, and not kept. */
  readonly pasted: string;
  /** What its ids are; null to be told by what they match. */
  readonly ids: IdKind | null;
}

/** A list and the records behind a figure, side by side. */
export interface Reconciled {
  /** How many ids were pasted, and how many when each counts once. */
  readonly given: number;
  readonly distinct: number;
  /** Whether the first line was a heading, and is none of the ids. */
  readonly headed: boolean;
  readonly ids: IdKind;
  readonly idsInBoth: number;
  readonly idsOnlyTheirs: number;
  readonly both: Listed<MeasureRecord>;
  readonly onlyHere: Listed<MeasureRecord>;
  /** What the ids that are only theirs come to, each id once, the most frequent reason first. */
  readonly reasons: readonly { readonly reason: Reason; readonly ids: number }[];
  /** The rows behind those ids; of a child's rows the one that gets furthest stands first. */
  readonly onlyTheirs: Listed<LeftOut>;
}

/** A long list whose entries are made only when they are looked at. */
export interface Listed<T> {
  readonly length: number;
  at(index: number): T;
}

/** An id that is only theirs, and one of the rows that it may mean. */
export interface LeftOut {
  readonly id: string;
  readonly recordId: string | null;
  readonly personId: string | null;
  readonly day: Day | null;
  readonly reason: Reason;
  /** The day that the reason leans on, where it is another than the record's. */
  readonly dated: Day | null;
}

/** Why an id is not among the records; what a row is called is in the singular. */
export type Reason =
  | { readonly kind: 'not found'; readonly nouns: readonly string[] }
  | { readonly kind: 'no row'; readonly nouns: readonly string[] }
  | { readonly kind: 'fault'; readonly noun: string; readonly fault: string }
  | { readonly kind: 'rule'; readonly otherwise: string }
  | {
      readonly kind: 'part';
      readonly part: 'numerator' | 'denominator';
      readonly otherwise: string;
    }
  /** No rule tells it. A test on random extracts says that this is never met. */
  | { readonly kind: 'not told' };
