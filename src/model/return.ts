import type { Authority } from './authority.ts';
import type { Check } from './check.ts';
import type { Day } from './day.ts';
import type { ObservationAt, Treatment } from './disclosure.ts';
import type { Caveat, Observation } from './observation.ts';
import type { Outcome } from './outcome.ts';
import type { Quarter } from './period.ts';
import type { SafeObservations } from './safe-observations.ts';

/** What both kinds of return say. Nothing in it is about one child. */
interface ReturnContents {
  readonly authority: Pick<Authority, 'code' | 'name'>;
  readonly quarter: Quarter;
  /** 1 for the first that is made of a quarter, one more for each that is to replace it. */
  readonly version: number;
  /** Null where no extract was loaded, and all is entered by hand. */
  readonly extract: ExtractTold | null;
  /** When it was made, as ISO text in UTC to the second, `2025-07-14T09:30:00Z`; given, never read from the clock, so that the same inputs give the same bytes. */
  readonly made: string;
  /** Who signed it off, by role, and when; null while it is a draft. */
  readonly signedOff: { readonly role: string; readonly on: Day } | null;
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
  /** What the checks of the extract found, without any count of rows, which might be a small one. Null where none were made. */
  readonly quality: readonly CheckTold[] | null;
  /** Why figures moved, in the authority's words. */
  readonly notes: readonly { readonly at: ObservationAt; readonly says: string }[];
  /** Figures of earlier quarters that this return puts right. */
  readonly revisions: readonly Revision[];
}

interface ExtractTold {
  readonly date: Day;
  /** The oldest and the newest day of anything in it. */
  readonly from: Day | null;
  readonly to: Day | null;
}

interface CheckTold {
  readonly id: string;
  readonly title: string;
  readonly severity: Check['severity'];
  readonly found: 'something' | 'nothing' | 'could not be made';
}

/** A figure as it was sent before, and why it is another now; what it is now stands among the observations. */
interface Revision {
  readonly at: ObservationAt;
  readonly was: Outcome;
  readonly reason: string;
}

/** All that goes into a return, whichever file it becomes. */
export type Return = ReturnContents &
  (
    | {
        readonly treatment: Extract<Treatment, { kind: 'shareable' }>;
        readonly observations: SafeObservations;
      }
    | {
        readonly treatment: Extract<Treatment, { kind: 'collator' }>;
        readonly observations: readonly Observation[];
      }
  );

/** A question and its answer, each by id and in words; null where it is not answered. */
interface AnsweredQuestion {
  readonly id: string;
  readonly question: string;
  readonly answer: { readonly id: string; readonly title: string } | null;
}

export type ReturnForm = 'package' | 'workbook' | 'csv' | 'json';

/** A file for the person to keep. */
export interface Download {
  readonly name: string;
  readonly content: Blob;
}
