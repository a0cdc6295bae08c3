import { version } from '../../package.json';
import type { EngineGone, MortalDatabase } from '../engine/until-end.ts';
import type { FoundFile } from '../files/found.ts';
import { type Intake, takeIn } from '../intake/take-in.ts';
import { createTables } from '../intake/tables.ts';
import { layGround } from '../measure/ground.ts';
import { listBehind } from '../measure/children-behind.ts';
import { listWords } from '../measure/local-words.ts';
import { listRecords } from '../measure/list-records.ts';
import { answerByHand } from '../measure/without-extract.ts';
import { enterByHand, measureAll } from '../measure/measure-all.ts';
import { reconcile } from '../measure/reconcile.ts';
import { type Staged, stageAll } from '../measure/stage-all.ts';
import type { Answer } from '../model/answer.ts';
import { arrived } from '../model/arrival.ts';
import type { BehindAsked, ChildrenBehind } from '../model/balance.ts';
import type { CheckResult, CheckedRows, Move } from '../model/check.ts';
import type { ProtectedReturn, ProtectionAsked } from '../model/disclosure.ts';
import type { ExtractReport, GivenFile } from '../model/extract.ts';
import { versionAt } from '../model/measure.ts';
import type { Day } from '../model/day.ts';
import type { HandQuestion, ReadTemplate, TakenNumbers, WrittenNumber } from '../model/given.ts';
import { LIMITS } from '../model/limits.ts';
import type { Quarter } from '../model/period.ts';
import { Problem } from '../model/problem.ts';
import type { Profile } from '../model/profile.ts';
import type { OnProgress } from '../model/progress.ts';
import type { Question } from '../model/question.ts';
import type { Reading } from '../model/reading.ts';
import type { ReconcileAsked, Reconciled } from '../model/reconcile.ts';
import type { RecordList, RecordsAsked } from '../model/records.ts';
import type { ReadReturn } from '../model/return-document.ts';
import type { Download, Return, ReturnForm } from '../model/return.ts';
import type { LocalWord } from '../model/word.ts';
import type { BookSheet, CellToFill } from '../model/workbook-map.ts';
import { knownTermsOf } from './known-terms.ts';
import { readProfile } from '../profile/profile.ts';
import { profileFileName, writeProfile } from '../profile/write.ts';
import { makeChecks } from '../quality/find.ts';
import { type Made, correctionsMade, movesMade, rowsMade } from '../quality/made.ts';
import { spec } from '../spec/spec.ts';
import { askedBreakdowns, askedWholes } from '../template/asked.ts';
import { inCell } from '../template/in-cell.ts';
import { takeNumbers } from '../template/take.ts';
import { type KeptFigures, writtenFrom } from '../template/written-from.ts';
import { bringSolver } from './bring-solver.ts';
import type { Known } from './known.ts';
import { openCollating } from './open-collating.ts';
import { openComparing } from './open-comparing.ts';
import { scanInWorker } from './scan-in-worker.ts';
import { whereMemoryWasFull } from './memory-full.ts';
import { perform } from './task-worker.ts';
import { templatesOf } from './templates.ts';
import type { Workbench } from './workbench.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What is written by hand is read by. */
const READ_BY = {
  measures: spec.measures,
  breakdowns: spec.breakdowns,
  identities: spec.disclosure.identities,
  authorities: spec.reference.authorities,
};

const quietly = () => undefined;
const unstopped = () => new AbortController().signal;

/** Opens the workbench. Nothing is started and nothing is read until it is asked for. */
export function openWorkbench(): Workbench {
  return new OpenWorkbench();
}

class OpenWorkbench implements Workbench {
  readonly known: Known = {
    version,
    measures: spec.measures,
    earlier: spec.earlier,
    breakdowns: spec.breakdowns,
    balances: spec.balances,
    checks: spec.checks,
    authorities: spec.reference.authorities,
    sampleAuthority: spec.reference.sampleAuthority,
    neighbours: spec.reference.neighbours,
    templates: templatesOf(spec),
    referenceTables: spec.reference.tables,
    wordLists: spec.codeLists.map(({ id, title, groups }) => ({ id, title, groups })),
    earlyHelpQuestions: spec.earlyHelpQuestions,
    policies: spec.disclosure.policies,
    asked: {
      wholes: askedWholes(spec.measures),
      breakdowns: askedBreakdowns(spec.measures, spec.breakdowns),
    },
  };

  readonly comparing = openComparing();

  readonly collating = openCollating();

  #engine: Promise<MortalDatabase> | null = null;
  /** Set where the engine ended by itself with an extract in it, until one is read again. */
  #lost: EngineGone | null = null;
  #tellLost: (lost: EngineGone) => void = () => undefined;
  #report: ExtractReport | null = null;
  #staged: { readonly by: string; readonly views: Staged } | null = null;
  #made: Made | null = null;
  #answered: { readonly question: Question; readonly answer: Answer } | null = null;

  whenLost(tell: (lost: Problem) => void): void {
    this.#tellLost = tell;
  }

  async start(on: OnProgress): Promise<void> {
    await this.#database(on);
  }

  async load(
    files: readonly GivenFile[],
    reading: Reading,
    on: OnProgress,
    stop: AbortSignal,
  ): Promise<ExtractReport> {
    this.#forget();
    const unpacked = await perform({ task: 'unpack', files }, on, stop);
    if (unpacked.reply !== 'unpacked') throw new TypeError(`the task answered ${unpacked.reply}`);
    const database = await this.#database(on);
    this.#report = await this.#takeIn({ database, spec, reading, on, stop }, files, unpacked.found);
    this.#lost = null;
    return this.#report;
  }

  readProfile(text: string): Profile {
    return readProfile(text, spec);
  }

  writeProfile(profile: Profile): Download {
    const content = new Blob([writeProfile(profile, spec)], { type: 'application/json' });
    return { name: profileFileName(profile.authority), content };
  }

  async measure(question: Question, on: OnProgress, stop: AbortSignal): Promise<Answer> {
    const last = this.#answered;
    this.#answered = null;
    const byHandAlone = last !== null && differByHandAlone(last.question, question);
    if (!byHandAlone) this.#made = null;
    const answer = byHandAlone
      ? enterByHand(last.answer, spec, question)
      : await this.#workOut(question, on, stop);
    this.#answered = { question, answer };
    return answer;
  }

  async words(own: Question['words']): Promise<readonly LocalWord[]> {
    const { database } = await this.#loaded();
    return listWords(database, spec, own);
  }

  async records(asked: RecordsAsked): Promise<RecordList> {
    return listRecords(await this.#loaded(), asked);
  }

  async reconcile(asked: ReconcileAsked): Promise<Reconciled> {
    return reconcile(await this.#loaded(), asked);
  }

  async behind(asked: BehindAsked): Promise<ChildrenBehind> {
    return listBehind(await this.#loaded(), asked);
  }

  async check(
    quarter: Quarter,
    each: (result: CheckResult) => void,
    on: OnProgress,
    stop: AbortSignal,
  ): Promise<readonly CheckResult[]> {
    const answered = this.#answered;
    if (!answered) {
      throw new Problem('Nothing was measured yet.', 'Work out the measures first, then check.');
    }
    const { question, answer } = answered;
    const results: CheckResult[] = [];
    this.#made = { question, quarter, results };
    const made = (result: CheckResult) => {
      results.push(result);
      each(result);
    };
    return makeChecks(await this.#loaded(), answer, quarter, on, stop, made);
  }

  async moves(check: string, stop: AbortSignal): Promise<readonly Move[]> {
    return movesMade(await this.#loaded(), this.#made, check, stop);
  }

  async checkedRows(check: string): Promise<CheckedRows> {
    return rowsMade(await this.#loaded(), this.#made, check);
  }

  async corrections(checks: readonly string[]): Promise<Download> {
    return correctionsMade(await this.#loaded(), this.#made, checks);
  }

  async protect(
    asked: ProtectionAsked,
    on: OnProgress,
    stop: AbortSignal,
  ): Promise<ProtectedReturn> {
    const { measures, disclosure: rules } = spec;
    const solver = await bringSolver(stop);
    const task = { task: 'protect', asked: { ...asked, measures, rules }, solver } as const;
    const done = await perform(task, on, stop);
    if (done.reply !== 'protected') throw new TypeError(`the task answered ${done.reply}`);
    return done.made;
  }

  async write(contents: Return, form: ReturnForm): Promise<Download> {
    const { breakdowns, returnStandard: standard } = spec;
    const { notAboutChildren } = spec.disclosure;
    const measures = spec.measures.map((one) => versionAt(one, spec.earlier, contents.quarter));
    const terms = { appVersion: version, measures, breakdowns, standard, notAboutChildren };
    const task = { task: 'write return', contents, terms, form } as const;
    const done = await perform(task, () => undefined, new AbortController().signal);
    if (done.reply !== 'written') throw new TypeError(`the task answered ${done.reply}`);
    const { name, mediaType, bytes } = done.written;
    return { name, content: new Blob([bytes], { type: mediaType }) };
  }

  async readReturn({ path, file }: GivenFile, stop: AbortSignal): Promise<ReadReturn> {
    const task = {
      task: 'read return',
      name: path,
      content: file,
      known: knownTermsOf(spec),
    } as const;
    const done = await perform(task, () => undefined, stop);
    if (done.reply !== 'return read') throw new TypeError(`the task answered ${done.reply}`);
    return done.read;
  }

  answerByHand(question: HandQuestion): Answer {
    this.#answered = null;
    return answerByHand(spec, question);
  }

  takeNumbers(quarter: Quarter, written: readonly WrittenNumber[]): TakenNumbers {
    return takeNumbers(quarter, written, READ_BY);
  }

  numbersFrom(kept: KeptFigures, quarter: Quarter): readonly WrittenNumber[] {
    return writtenFrom(kept, quarter, spec);
  }

  async writeTemplate(today: Day): Promise<Download> {
    const { measures, breakdowns, reference } = spec;
    const { authorities } = reference;
    const of = { measures, breakdowns, authorities, appVersion: version, today };
    const done = await perform({ task: 'write template', of }, quietly, unstopped());
    if (done.reply !== 'template written') throw new TypeError(`the task answered ${done.reply}`);
    return { name: 'quarterlight-template.xlsx', content: new Blob([done.bytes], { type: XLSX }) };
  }

  async readTemplate({ file }: GivenFile, stop: AbortSignal): Promise<ReadTemplate | null> {
    if (file.size > LIMITS.template.most) return null;
    const task = { task: 'read template', content: file, by: READ_BY } as const;
    const done = await perform(task, quietly, stop);
    if (done.reply !== 'template read') throw new TypeError(`the task answered ${done.reply}`);
    return done.read;
  }

  async viewWorkbook({ file }: GivenFile, stop: AbortSignal): Promise<readonly BookSheet[]> {
    const done = await perform({ task: 'view workbook', content: file }, quietly, stop);
    if (done.reply !== 'workbook viewed') throw new TypeError(`the task answered ${done.reply}`);
    return done.sheets;
  }

  async fillWorkbook({ path, file }: GivenFile, cells: readonly CellToFill[]) {
    const task = { task: 'fill workbook', content: file, cells } as const;
    const done = await perform(task, quietly, unstopped());
    if (done.reply !== 'workbook filled') throw new TypeError(`the task answered ${done.reply}`);
    const name = (path.split('/').at(-1) ?? path).replace(/(\.\w+)?$/, ' filled in$1');
    const content = new Blob([done.bytes], { type: XLSX });
    return { copy: { name, content }, notFilled: done.notFilled };
  }

  readonly inCell = inCell;

  async clear(): Promise<void> {
    const engine = this.#engine;
    [this.#engine, this.#lost] = [null, null];
    this.#forget();
    await (await engine)?.close();
  }

  /** What was read before the memory was full is let go: there must be room for the next try. */
  async #takeIn(intake: Intake, files: readonly GivenFile[], found: readonly FoundFile[]) {
    let step = 'starting';
    const on: OnProgress = (progress) => {
      ({ step } = progress);
      intake.on(progress);
    };
    try {
      const scan = scanInWorker(intake.stop);
      return await takeIn({ ...intake, scan, on }, nameOf(files), found);
    } catch (thrown) {
      const problem = whereMemoryWasFull(thrown, step);
      if (problem !== thrown) await createTables(intake.database, spec);
      throw problem;
    }
  }

  async #workOut(question: Question, on: OnProgress, stop: AbortSignal): Promise<Answer> {
    const loaded = await this.#loaded();
    const by = JSON.stringify([question.extractDate, question.words]);
    if (this.#staged?.by !== by) {
      this.#staged = null;
      this.#staged = { by, views: await stageAll(loaded, question, on, stop) };
    }
    return measureAll({ ...loaded, ...this.#staged.views }, question, on, stop);
  }

  #forget(): void {
    this.#report = null;
    this.#made = null;
    this.#staged = null;
    this.#answered = null;
  }

  /** The engine, started once; a start that failed is forgotten, so that it can be tried again, and so is one that ended. */
  #database(on: OnProgress): Promise<MortalDatabase> {
    this.#engine ??= this.#startEngine(on);
    return this.#engine;
  }

  #startEngine(on: OnProgress): Promise<MortalDatabase> {
    const starting: Promise<MortalDatabase> = startEngine(on).catch((thrown: unknown) => {
      if (this.#engine === starting) this.#engine = null;
      throw thrown;
    });
    const lost = async () => {
      const gone = await (await starting).gone;
      if (this.#engine === starting) this.#lose(gone);
    };
    lost().catch(quietly);
    return starting;
  }

  /** What was worked out stands, so that figures entered by hand can still be put beside it. */
  #lose(gone: EngineGone): void {
    this.#engine = null;
    const isLoaded = this.#report !== null;
    const answered = this.#answered;
    this.#forget();
    if (!isLoaded) return;
    [this.#lost, this.#answered] = [gone, answered];
    this.#tellLost(gone);
  }

  async #loaded() {
    if (this.#lost) throw this.#lost;
    if (!this.#report) {
      throw new Problem('No extract is loaded.', 'Go to Start and give the files of your extract.');
    }
    return { database: await this.#database(() => undefined), spec, tables: this.#report.tables };
  }
}

/** The engine's code is large, and is fetched only when it is first needed. */
async function startEngine(on: OnProgress): Promise<MortalDatabase> {
  const { openDuckDb } = await arrived(() => import('../engine/duckdb.ts'));
  const database = await openDuckDb(on);
  await createTables(database, spec);
  await layGround(database, spec);
  return database;
}

/** Whether two questions ask the same of the extract, and differ in what was entered by hand at most. */
function differByHandAlone(one: Question, other: Question): boolean {
  const asked = ({ la, extractDate, settings, words }: Question) =>
    JSON.stringify([la, extractDate, settings, words]);
  return asked(one) === asked(other);
}

/** The zip or the folder that the files came in, else how many there are. */
function nameOf(files: readonly GivenFile[]): string {
  const first = files[0]?.path ?? '';
  if (files.length === 1) return first;
  const folder = first.includes('/') ? first.split('/')[0] : undefined;
  return folder ? `the folder ${folder}` : `${files.length} files`;
}
