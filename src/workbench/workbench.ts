import type { Answer } from '../model/answer.ts';
import type { Authority } from '../model/authority.ts';
import type { ExtractReport, GivenFile } from '../model/extract.ts';
import type { Breakdown, Measure } from '../model/measure.ts';
import type { Observation } from '../model/observation.ts';
import type { OnProgress } from '../model/progress.ts';
import type { Question } from '../model/question.ts';
import type { RecordList, RecordsAsked } from '../model/records.ts';
import type { Download, Return, ReturnForm, SafeObservations } from '../model/return.ts';
import type { SourceLine } from '../model/source.ts';

/** The page's one door to the work. Everything it does is asynchronous and off the page's thread. */
export interface Workbench {
  readonly version: string;
  /** Where the reference tables come from. */
  readonly sources: readonly SourceLine[];
  readonly measures: readonly Measure[];
  readonly breakdowns: readonly Breakdown[];
  readonly authorities: readonly Authority[];
  /** The code of the made-up authority that the sample belongs to. */
  readonly sampleAuthority: string;

  /** Starts the engine, once. Throws a Problem when it does not start; calling again tries again. */
  start(on: OnProgress): Promise<void>;

  /** Reads what was dropped (files with their folders' paths, zips) into tables, in place of what was loaded before. */
  load(files: readonly GivenFile[], on: OnProgress, stop: AbortSignal): Promise<ExtractReport>;

  /** Works out every measure, for every quarter and year in the extract's window. */
  measure(question: Question, on: OnProgress, stop: AbortSignal): Promise<Answer>;

  /** The records behind one figure of the last answer. */
  records(asked: RecordsAsked): Promise<RecordList>;

  /** Takes observations; gives those that are safe to show elsewhere, small counts withheld. */
  withhold(observations: readonly Observation[]): SafeObservations;

  /** Makes the return's file. */
  write(contents: Return, form: ReturnForm): Promise<Download>;

  /** Ends the engine and lets go of everything that was loaded. */
  clear(): Promise<void>;
}
