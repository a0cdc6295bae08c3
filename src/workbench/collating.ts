import type {
  CollationMatrix,
  CollationView,
  MadePack,
  PackWanted,
  QuarterRow,
  ToldTotals,
  TotalsAsked,
} from '../model/collation-view.ts';
import type { CollationChoices } from '../model/collation.ts';
import type { GivenFile } from '../model/extract.ts';
import type { Quarter } from '../model/period.ts';
import type { OnProgress } from '../model/progress.ts';
import type { Download, ReturnForm } from '../model/return.ts';

/** Making many returns one. It needs neither an extract nor the engine; all that is given is held in a worker, until it is cleared. */
export interface Collating {
  /** Reads returns, packs, zips of them or a project, beside what was read before. What is none is told in the view. */
  read(files: readonly GivenFile[], on: OnProgress, stop: AbortSignal): Promise<CollationView>;

  /** Takes all choices, in the place of those before. */
  choose(choices: CollationChoices): Promise<CollationView>;

  /** Takes the place of a file among those told; lets go of it. */
  takeAway(place: number): Promise<CollationView>;

  /** What there is now: after reading was stopped, what had been read. */
  view(): Promise<CollationView>;

  matrix(quarter: Quarter): Promise<CollationMatrix>;

  quarters(quarters: readonly Quarter[]): Promise<readonly QuarterRow[]>;

  /** Who is outstanding, as a CSV. */
  chasing(quarter: Quarter): Promise<Download>;

  totals(asked: TotalsAsked): Promise<ToldTotals>;

  /** Takes a shareable pack that went out before, so that what is made next is audited together with it; gives its title. Throws a Problem where it is none. */
  readBefore(file: GivenFile): Promise<string>;

  pack(wanted: PackWanted, on: OnProgress, stop: AbortSignal): Promise<MadePack>;

  /** The pack that was made last, in a form. Throws a Problem where it is too large for it. */
  packFile(form: ReturnForm): Promise<Download>;

  /** The files as they were read and all choices, to be taken up another day. */
  project(): Promise<Download>;

  /** Ends the worker, and with it all that it holds. */
  clear(): void;
}
