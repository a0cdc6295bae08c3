import type { Authority } from './authority.ts';
import type { Day } from './day.ts';
import type { Caveat, Observation } from './observation.ts';
import type { Quarter } from './period.ts';

declare const SAFE: unique symbol;

/** Observations that disclosure control has been over. Only the disclosure room makes them. */
export type SafeObservations = readonly Observation[] & { readonly [SAFE]: true };

/** All that goes into a return, whichever file it becomes. Nothing in it is about one child. */
export interface Return {
  readonly authority: Pick<Authority, 'code' | 'name'>;
  readonly quarter: Quarter;
  readonly extractDate: Day;
  /** When it was made, as ISO text in UTC to the second, `2025-07-14T09:30:00Z`; given, never read from the clock, so that the same inputs give the same bytes. */
  readonly made: string;
  readonly observations: SafeObservations;
  readonly caveats: readonly { readonly measure: string; readonly caveat: Caveat }[];
  readonly settings: readonly {
    readonly measure: string;
    readonly id: string;
    readonly value: number;
  }[];
  /** What the authority counts as early help. */
  readonly earlyHelp: readonly AnsweredQuestion[];
  /** How many words of its own the authority maps, by list; the words themselves stay where they are. */
  readonly wordsMapped: readonly {
    readonly list: string;
    readonly title: string;
    readonly count: number;
  }[];
}

/** A question and its answer, each by id and in words; null where it is not answered. */
interface AnsweredQuestion {
  readonly id: string;
  readonly question: string;
  readonly answer: { readonly id: string; readonly title: string } | null;
}

export type ReturnForm = 'workbook' | 'csv' | 'json';

/** A file for the person to keep. */
export interface Download {
  readonly name: string;
  readonly content: Blob;
}
