import type { Day } from './day.ts';
import type { Finding } from './finding.ts';
import { type Outcome, valueOf } from './outcome.ts';
import type { Quarter } from './period.ts';

/** A rule of data quality, as its file in spec/checks says. Every one of them can move a figure. */
export interface Check {
  readonly id: string;
  readonly title: string;
  readonly severity: Finding['severity'];
  /** Whether it finds rows, says something of the extract as a whole, or tells where figures that must add up do not. */
  readonly kind: 'rows' | 'whole' | 'sums';
  /** The tables whose rows it can find. */
  readonly tables: readonly string[];
  /** What it means that there are such rows, for someone who never saw the rule. */
  readonly means: string;
  /** How to put it right in the case management system. */
  readonly putRight: string;
  /** Ids of the measures whose figures it can move. */
  readonly moves: readonly string[];
  /** What is tried when its move is worked out: the rows left out, or put right in the way that is said. */
  readonly tried: string;
  readonly file: string;
}

/** What one check found in what is loaded. */
export type CheckResult = CheckFound | CheckFailed;

export interface CheckFound {
  readonly kind: 'found';
  readonly check: string;
  /** By table: how many rows, and how many children they are about. Empty where it found none. */
  readonly found: readonly CheckTally[];
  /** What cannot be said of rows, but of the extract as a whole, in a sentence each. */
  readonly says: readonly string[];
}

/** A check that could not be made: a table or column that it looks at is not there, or it failed. */
interface CheckFailed {
  readonly kind: 'not made';
  readonly check: string;
  readonly why: string;
}

export interface CheckTally {
  readonly table: string;
  readonly rows: number;
  readonly children: number;
  /** Ids of the measures whose figures these rows can move. */
  readonly moves: readonly string[];
}

/** What a headline is for a quarter, and what it would be without the rows that a check found, or with them put right. */
export interface Move {
  readonly check: string;
  readonly measure: string;
  readonly figure: string;
  readonly quarter: Quarter;
  readonly is: Outcome;
  readonly wouldBe: Outcome;
}

/** Takes a move; gives how large it is beside the figure: 1 is all of it, or that there is no figure on one side. */
export function sizeOf({ is, wouldBe }: Pick<Move, 'is' | 'wouldBe'>): number {
  const [from, to] = [valueOf(is), valueOf(wouldBe)];
  if (from === null || to === null) return 1;
  return Math.abs(to - from) / Math.max(Math.abs(from), Math.abs(to), Number.EPSILON);
}

/** One row that a check found: where it stands in the LA's own system, and nothing else about it. */
interface CheckedRow {
  readonly table: string;
  readonly id: string | null;
  readonly person: string | null;
  readonly day: Day | null;
  /** What is wrong with this row, where the check's title does not say it all. */
  readonly detail: string | null;
}

/** Rows in order, made only when they are looked at. */
export interface CheckedRows {
  readonly length: number;
  at(index: number): CheckedRow;
}
