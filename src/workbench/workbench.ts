import type { Answer } from '../model/answer.ts';
import type { Authority, Neighbour } from '../model/authority.ts';
import type { Balance, BehindAsked, ChildrenBehind } from '../model/balance.ts';
import type { ExtractReport, GivenFile } from '../model/extract.ts';
import type { Breakdown, Measure } from '../model/measure.ts';
import type { Observation } from '../model/observation.ts';
import type { Profile } from '../model/profile.ts';
import type { OnProgress } from '../model/progress.ts';
import type { Question } from '../model/question.ts';
import type { ReferenceTables } from '../model/reference.ts';
import type { ReconcileAsked, Reconciled } from '../model/reconcile.ts';
import type { RecordList, RecordsAsked } from '../model/records.ts';
import type { Download, Return, ReturnForm, SafeObservations } from '../model/return.ts';

/** The page's one door to the work. Everything it does is asynchronous and off the page's thread. */
export interface Workbench {
  readonly version: string;
  /** Each by its newest version. */
  readonly measures: readonly Measure[];
  /** The versions of their definitions before those. */
  readonly earlier: readonly Measure[];
  readonly breakdowns: readonly Breakdown[];
  /** What must add up. */
  readonly balances: readonly Balance[];
  readonly authorities: readonly Authority[];
  /** The code of the made-up authority that the sample belongs to. */
  readonly sampleAuthority: string;
  /** By the code of the authority: the ten that are most like it, nearest first. */
  readonly neighbours: Readonly<Record<string, readonly Neighbour[]>>;
  /** Where the tables that figures lean on come from, and the day each is good to. */
  readonly referenceTables: ReferenceTables;

  /** Starts the engine, once. Throws a Problem when it does not start; calling again tries again. */
  start(on: OnProgress): Promise<void>;

  /** Reads what was dropped (files with their folders' paths, zips) into tables, in place of what was loaded before. */
  load(files: readonly GivenFile[], on: OnProgress, stop: AbortSignal): Promise<ExtractReport>;

  /** Takes the text of a profile; gives what it says. Throws a Problem where anything in it is wrong. */
  readProfile(text: string): Profile;

  /** Works out every measure, for every quarter and year in the extract's window. */
  measure(question: Question, on: OnProgress, stop: AbortSignal): Promise<Answer>;

  /** The records behind one figure of the last answer. */
  records(asked: RecordsAsked): Promise<RecordList>;

  /** Holds a list of ids from elsewhere against the records behind one figure of the last answer. The list is not kept. */
  reconcile(asked: ReconcileAsked): Promise<Reconciled>;

  /** The children behind what does not add up in one quarter of the last answer. */
  behind(asked: BehindAsked): Promise<ChildrenBehind>;

  /** Takes observations; gives those that are safe to show elsewhere, small counts withheld. */
  withhold(observations: readonly Observation[]): SafeObservations;

  /** Makes the return's file. */
  write(contents: Return, form: ReturnForm): Promise<Download>;

  /** Ends the engine and lets go of everything that was loaded. */
  clear(): Promise<void>;
}
