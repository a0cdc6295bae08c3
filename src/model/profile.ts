import type { HandEntry } from './question.ts';

/** What a local authority keeps from one quarter to the next. Nothing about a child has a place in it. */
export interface Profile {
  /** DfE's three-digit code. What it keeps is never used for another authority. */
  readonly authority: string;
  /** By setting id; a setting that is not named has its default. */
  readonly settings: Readonly<Record<string, number>>;
  /** One for a measure and a quarter at most. */
  readonly byHand: readonly HandEntry[];
}
