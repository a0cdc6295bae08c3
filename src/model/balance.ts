import type { Day } from './day.ts';
import type { Quarter } from './period.ts';

/** Figures that must add up, as a file in spec/balances says. Where they do not, the difference is explained, never hidden. */
export type Balance = StockBalance | OverlapBalance | YearBalance;

/** One figure of one measure. */
export interface FigureRef {
  readonly measure: string;
  readonly figure: string;
}

interface Named {
  readonly id: string;
  readonly title: string;
  readonly file: string;
}

/** Open at the last quarter's end, and new, less ceased, is open at this quarter's end. */
export interface StockBalance extends Named {
  readonly kind: 'stock';
  readonly stock: FigureRef;
  readonly starting: FigureRef;
  readonly ceasing: FigureRef;
  /** Why a child can stand behind a difference, the first that fits first. */
  readonly reasons: readonly BalanceReason[];
}

/** Two ways to count the same thing: what both count, taken off their sum, is what either counts. */
export interface OverlapBalance extends Named {
  readonly kind: 'overlap';
  readonly measure: string;
  readonly either: string;
  readonly ways: readonly [first: string, second: string];
  /** The ways in a sentence, in the same order: `by the reason the early help ended`. */
  readonly words: readonly [first: string, second: string];
}

/** Four quarters do not add up to their year where a child counts once in each: why is said. */
export interface YearBalance extends Named, FigureRef {
  readonly kind: 'year';
  readonly why: string;
}

export interface BalanceReason {
  readonly id: string;
  readonly title: string;
  /** What happened to one child, with places {day}, and {opening} and {closing} for the two ends that are compared. */
  readonly says: string;
  /** Why that keeps the figures from adding up, and what to do where something can be done. */
  readonly why: string;
}

/** What the records say of one balance, by quarter; `failed` holds a sentence where they could not be asked. */
export type BalanceResult = { readonly balance: string; readonly failed: string | null } & (
  | { readonly kind: 'stock'; readonly tallies: readonly StockTally[] }
  | { readonly kind: 'overlap'; readonly tallies: readonly OverlapTally[] }
);

/** How many children stand behind a quarter's difference, and what they sum to: is open, less should be open. */
export interface StockTally {
  readonly quarter: Quarter;
  readonly children: number;
  readonly difference: number;
}

/** How many records both ways count in a quarter. */
export interface OverlapTally {
  readonly quarter: Quarter;
  readonly both: number;
}

/** Which children are asked for: those behind one quarter's difference. */
export interface BehindAsked {
  readonly balance: string;
  readonly quarter: Quarter;
}

/** The children behind a difference, in the order of their reasons; rows are made only when they are looked at. */
export interface ChildrenBehind {
  readonly length: number;
  at(index: number): ChildBehind;
  readonly groups: readonly ReasonGroup[];
}

/** The children with one reason; null where none is known. */
export interface ReasonGroup {
  readonly reason: string | null;
  readonly children: number;
  readonly difference: number;
}

/** One child for whom open, new and ceased do not add up, with the records that were counted. Never a name. */
export interface ChildBehind {
  readonly personId: string;
  readonly difference: number;
  readonly reason: string | null;
  /** The day of what happened, where a reason is known. */
  readonly day: Day | null;
  readonly wasOpen: readonly CountedRecord[];
  readonly started: readonly CountedRecord[];
  readonly ceased: readonly CountedRecord[];
  readonly isOpen: readonly CountedRecord[];
}

export interface CountedRecord {
  readonly recordId: string;
  readonly day: Day;
}
