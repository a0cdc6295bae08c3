import type { Answer } from '../model/answer.ts';
import type { BehindAsked, ChildrenBehind } from '../model/balance.ts';
import type { CheckResult, CheckedRows, Move } from '../model/check.ts';
import type { ProtectedReturn, ProtectionAsked } from '../model/disclosure.ts';
import type { ExtractReport, GivenFile } from '../model/extract.ts';
import type { Day } from '../model/day.ts';
import type {
  GivenFigure,
  HandQuestion,
  ReadTemplate,
  TakenNumbers,
  WrittenNumber,
} from '../model/given.ts';
import type { Quarter } from '../model/period.ts';
import type { Problem } from '../model/problem.ts';
import type { Profile } from '../model/profile.ts';
import type { OnProgress } from '../model/progress.ts';
import type { HandEntry, Question } from '../model/question.ts';
import type { Reading } from '../model/reading.ts';
import type { ReconcileAsked, Reconciled } from '../model/reconcile.ts';
import type { RecordList, RecordsAsked } from '../model/records.ts';
import type { ReadReturn } from '../model/return-document.ts';
import type { Download, Return, ReturnForm } from '../model/return.ts';
import type { LocalWord } from '../model/word.ts';
import type { Outcome } from '../model/outcome.ts';
import type { BookSheet, CellNotFilled, CellToFill, MappedPart } from '../model/workbook-map.ts';
import type { Collating } from './collating.ts';
import type { Comparing } from './comparing.ts';
import type { Known } from './known.ts';

/** The page's one door to the work. Everything it does is asynchronous and off the page's thread. */
export interface Workbench {
  readonly known: Known;

  readonly comparing: Comparing;

  readonly collating: Collating;

  /**
   * Takes what is told when the engine ended by itself with an extract in it. What leans on the extract throws the same
   * Problem until it is loaded again.
   */
  whenLost(tell: (lost: Problem) => void): void;

  /** Starts the engine, once. Throws a Problem when it does not start; calling again tries again. */
  start(on: OnProgress): Promise<void>;

  /**
   * Reads what was dropped (files with their folders' paths, zips) into tables, in place of what was loaded before, by what
   * was settled before about how such files are read.
   */
  load(
    files: readonly GivenFile[],
    reading: Reading,
    on: OnProgress,
    stop: AbortSignal,
  ): Promise<ExtractReport>;

  /** Takes the text of a profile; gives what it says. Throws a Problem where anything in it is wrong. */
  readProfile(text: string): Profile;

  /** Takes a profile; gives its file. The same profile gives the same bytes. */
  writeProfile(profile: Profile): Download;

  /**
   * Takes an authority's own words; gives every word of the extract that is read by a code list, with its group by them,
   * those first that most wait for one. What was worked out stands.
   */
  words(own: Question['words']): Promise<readonly LocalWord[]>;

  /** Works out every measure, for every quarter and year in the extract's window. */
  measure(question: Question, on: OnProgress, stop: AbortSignal): Promise<Answer>;

  /** The records behind one figure of the last answer. */
  records(asked: RecordsAsked): Promise<RecordList>;

  /** Holds a list of ids from elsewhere against the records behind one figure of the last answer. The list is not kept. */
  reconcile(asked: ReconcileAsked): Promise<Reconciled>;

  /** The children behind what does not add up in one quarter of the last answer. */
  behind(asked: BehindAsked): Promise<ChildrenBehind>;

  /** Makes every check on what was measured last, for one of its quarters. Tells what each found as soon as it is made. */
  check(
    quarter: Quarter,
    each: (result: CheckResult) => void,
    on: OnProgress,
    stop: AbortSignal,
  ): Promise<readonly CheckResult[]>;

  /** What one of the checks just made moves, the headline that is moved most first. Ask for one after another. */
  moves(check: string, stop: AbortSignal): Promise<readonly Move[]>;

  /** The rows that one of the checks just made found. */
  checkedRows(check: string): Promise<CheckedRows>;

  /** Makes the list of what the checks named found, for putting right: child-level, and marked so. */
  corrections(checks: readonly string[]): Promise<Download>;

  /** Takes a return's observations; withholds all from which a small number could be worked out, and audits that nothing is. */
  protect(asked: ProtectionAsked, on: OnProgress, stop: AbortSignal): Promise<ProtectedReturn>;

  /** Makes the return's file. */
  write(contents: Return, form: ReturnForm): Promise<Download>;

  /** Reads a return back, whichever of the four forms it is in. Throws a Problem where it is none. Nothing of it is kept. */
  readReturn(file: GivenFile, stop: AbortSignal): Promise<ReadReturn>;

  /** Takes what an authority without an extract gives by hand; puts every measure together from it. */
  answerByHand(question: HandQuestion): Answer;

  /** Takes the numbers that a person wrote for a quarter; gives the figures that they make, and what is wrong with them. */
  takeNumbers(quarter: Quarter, written: readonly WrittenNumber[]): TakenNumbers;

  /** Takes what is kept of an authority's own figures; gives it as the numbers that a person would write for a quarter. */
  numbersFrom(
    kept: { readonly byHand: readonly HandEntry[]; readonly given: readonly GivenFigure[] },
    quarter: Quarter,
  ): readonly WrittenNumber[];

  /** Takes the day it is; gives the blank template for the quarters that had ended by it. */
  writeTemplate(today: Day): Promise<Download>;

  /** Reads a filled-in template; gives null where the file is none. Throws a Problem where it does not say whose it is. */
  readTemplate(file: GivenFile, stop: AbortSignal): Promise<ReadTemplate | null>;

  /** Opens a collator's workbook; gives its sheets as they are shown. Throws a Problem where it cannot be filled in. Nothing of it is kept. */
  viewWorkbook(file: GivenFile, stop: AbortSignal): Promise<readonly BookSheet[]>;

  /** Takes what goes into which cell of a collator's workbook; gives a filled copy, and the cells that were left as they are. */
  fillWorkbook(
    file: GivenFile,
    cells: readonly CellToFill[],
  ): Promise<{ readonly copy: Download; readonly notFilled: readonly CellNotFilled[] }>;

  /** Takes an outcome and which number of it; gives what goes into a cell for it: the number, or the symbol that a return has in its place. */
  inCell(outcome: Outcome, part: MappedPart): number | string;

  /** Ends the engine and lets go of everything that was loaded. */
  clear(): Promise<void>;
}
