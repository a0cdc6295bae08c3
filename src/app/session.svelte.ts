import type { BehindAsked, ChildrenBehind } from '../model/balance.ts';
import type { CheckedRows } from '../model/check.ts';
import type { Day } from '../model/day.ts';
import type { ExtractReport } from '../model/extract.ts';
import type { Quarter } from '../model/period.ts';
import { type Problem, asProblem } from '../model/problem.ts';
import type { Profile } from '../model/profile.ts';
import type { HandEntry } from '../model/question.ts';
import type { ReconcileAsked, Reconciled } from '../model/reconcile.ts';
import type { RecordList, RecordsAsked } from '../model/records.ts';
import type { ReadReturn } from '../model/return-document.ts';
import type { Download, Return, ReturnForm } from '../model/return.ts';
import type { GivenFile } from '../model/extract.ts';
import type { Known } from '../workbench/known.ts';
import type { Workbench } from '../workbench/workbench.ts';
import { Answered } from './answered.ts';
import { readProfileFile, sortOutProfile } from './given-profile.ts';
import { ByHand } from './by-hand.svelte.ts';
import { Collated } from './collated.svelte.ts';
import { Collator } from './collator.svelte.ts';
import { Compared } from './comparing.svelte.ts';
import { Kept } from './kept.svelte.ts';
import { isSame } from './profile-changes.ts';
import { Quality } from './quality.svelte.ts';
import { fetchSample } from './sample.ts';
import { Reporting } from './reporting.svelte.ts';
import { letGoOfSaved } from './save.ts';
import { Sending } from './sending.svelte.ts';
import { Task } from './task.svelte.ts';
import { Vocabulary } from './vocabulary.svelte.ts';

/** What is read: files, and the profile that came with them. */
interface Given {
  readonly files: readonly GivenFile[];
  readonly profile: Profile | null;
}

/** All that the page holds, in memory only, and the one place that talks to the workbench. */
export class Session {
  readonly #workbench: Workbench;
  readonly starting = new Task({
    what: 'The part that does the counting did not start.',
    hint: 'Nothing was read and nothing is lost. Try again; if it fails again, use a newer version of Chrome, Edge or Firefox.',
  });
  readonly reading = new Task({
    what: 'The extract could not be read.',
    hint: 'Your files are as they were. Try again, or choose other files.',
  });
  readonly measuring = new Task({
    what: 'The measures could not be worked out.',
    hint: 'The extract is still loaded. Try again.',
  });

  readonly known: Known;
  readonly kept = new Kept();
  readonly vocabulary: Vocabulary;
  readonly quality: Quality;
  readonly sending: Sending;
  readonly byHand: ByHand;
  readonly collator: Collator;
  readonly compared: Compared;
  readonly collated: Collated;
  readonly reporting: Reporting;

  report = $state.raw<ExtractReport | null>(null);
  answered = $state.raw<Answered | null>(null);
  la = $state.raw<string | null>(null);
  extractDate = $state.raw<Day | null>(null);
  /** The quarters that a return was saved for since the last answer. */
  saved = $state.raw<readonly Quarter[]>([]);
  /** Said to those who listen rather than look. */
  said = $state.raw('');
  /** Whether what is loaded is the sample. */
  isSample = $state.raw(false);
  /** Whether the sample is shown, or will be, without what an LA adds to its extract. */
  isBare = $state.raw(false);
  /** Why the extract must be read again before anything leans on it: the engine ended by itself. */
  lost = $state.raw<Problem | null>(null);
  /** Why the profile that was given last cannot be used. */
  profileProblem = $state.raw<Problem | null>(null);
  /** What was given, where its profile would take the place of changes that are in no file: a person decides. */
  asked = $state.raw<{ readonly files: readonly GivenFile[]; readonly profile: Profile } | null>(
    null,
  );
  #isBegun = false;
  /** What is loaded, so that it can be read again once something about it is settled. */
  #files = $state.raw<readonly GivenFile[]>([]);

  constructor(workbench: Workbench) {
    this.#workbench = workbench;
    this.known = workbench.known;
    this.vocabulary = new Vocabulary(workbench, this);
    this.quality = new Quality(workbench);
    this.sending = new Sending(workbench);
    this.byHand = new ByHand(workbench, this);
    this.collator = new Collator(workbench, this);
    this.compared = new Compared(workbench, this);
    this.collated = new Collated(workbench, this);
    this.reporting = new Reporting(workbench, this);
    workbench.whenLost((lost) => (this.lost = lost));
  }

  get authority() {
    return this.known.authorities.find(({ code }) => code === this.la) ?? null;
  }

  /** What is kept for the authority chosen; null while none is. */
  get profile(): Profile | null {
    return this.la === null ? null : this.kept.of(this.la);
  }

  /** Starts the engine, unless that was begun, so that it is ready when the first file is given. */
  async begin(): Promise<void> {
    if (this.#isBegun && this.starting.work.kind !== 'failed') return;
    this.#isBegun = true;
    await this.starting.run('Starting', (on) => this.#workbench.start(on));
  }

  /**
   * Takes files, a profile perhaps among them; tells whether they were read. Until they are, what was loaded before is let
   * go. Where a profile would take the place of unsaved changes, nothing is read before a person has decided.
   */
  async load(given: readonly GivenFile[]): Promise<boolean> {
    const { files, profile, problem } = await sortOutProfile(given, (text) =>
      this.#workbench.readProfile(text),
    );
    this.profileProblem = problem;
    const [only] = files;
    if (only && files.length === 1 && !profile && (await this.byHand.read(only))) return true;
    if (!profile) return files.length > 0 && this.#loadGiven(files, null);
    return this.#ask(files, profile);
  }

  /** Takes a file that a person says is a profile; tells whether it is used. */
  async loadProfile(given: GivenFile): Promise<boolean> {
    this.profileProblem = null;
    try {
      const profile = await readProfileFile(given, (text) => this.#workbench.readProfile(text));
      return await this.#ask([], profile);
    } catch (thrown) {
      this.profileProblem = asProblem(thrown, 'The profile could not be read.', 'Try again.');
      return false;
    }
  }

  /** Takes whether the profile that was asked about is to be used; tells whether what came with it was read. */
  async decide(use: boolean): Promise<boolean> {
    const { asked } = this;
    this.asked = null;
    if (!asked) return false;
    if (use) return this.#loadGiven(asked.files, asked.profile);
    return asked.files.length > 0 && this.#loadGiven(asked.files, null);
  }

  /** Gives the file of the authority's profile. */
  profileFile(): Download | null {
    return this.profile && this.#workbench.writeProfile(this.profile);
  }

  /** The file of the profile was handed to the browser: from then on it has no unsaved changes. */
  profileSaved(): void {
    if (this.la === null) return;
    this.kept.saved(this.la);
    this.said = 'The profile is saved.';
  }

  /** Takes what is to be changed of the authority's profile; keeps it, and works out again what had been. */
  async keep(changed: Partial<Omit<Profile, 'authority' | 'reading'>>): Promise<void> {
    if (this.la === null) return;
    this.kept.change(this.la, changed);
    const isCounted = 'settings' in changed || 'byHand' in changed || 'given' in changed;
    if (this.answered && isCounted) await this.measure();
  }

  /** Reads the files that are loaded again, by what has been settled since; tells whether they were read. */
  async readAgain(): Promise<boolean> {
    const [files, isSample, la] = [this.#files, this.isSample, this.la];
    const given = this.extractDate === this.report?.extractDate.day ? null : this.extractDate;
    if (!(await this.#load(() => Promise.resolve({ files, profile: null })))) return false;
    [this.isSample, this.la, this.extractDate] = [isSample, la, given ?? this.extractDate];
    return true;
  }

  /**
   * After the engine ended by itself: reads the same files again, and works out again what had been. Until that is done what
   * is shown stands, and nothing that was typed is touched. Tells whether it was done.
   */
  async readAnew(): Promise<boolean> {
    const wasAsked = this.answered !== null || this.measuring.work.kind === 'failed';
    const report = await this.reading.run('Starting', async (on, stop) => {
      await this.#workbench.start(on);
      return this.#workbench.load(this.#files, this.kept.reading, on, stop);
    });
    if (!report) return false;
    this.report = report;
    this.quality.forget();
    this.said = 'The extract is read again.';
    void this.vocabulary.list();
    // Until it is worked out again, no list leans on the new engine.
    const isDone = !wasAsked || (await this.measure());
    this.lost = null;
    return isDone;
  }

  /** Loads the sample, bare or not; tells whether it was read. */
  async loadSample(): Promise<boolean> {
    const read = await this.#load(async (stop) => {
      const { files, profile } = await fetchSample(this.isBare, stop);
      return { files, profile: profile === null ? null : this.#workbench.readProfile(profile) };
    });
    if (!read) return false;
    this.la = this.known.sampleAuthority;
    if (this.isBare) this.kept.forget(this.la);
    this.isSample = true;
    return true;
  }

  /** Takes whether the sample is to be bare. Where it is loaded it is loaded anew, and measured again if it was. */
  async showBare(bare: boolean): Promise<void> {
    this.isBare = bare;
    if (!this.isSample) return;
    const wasMeasured = this.answered !== null;
    if ((await this.loadSample()) && wasMeasured) await this.measure();
  }

  /** Works out the measures for the authority and date chosen; tells whether it did. */
  async measure(): Promise<boolean> {
    const { la, extractDate } = this;
    if (la !== null && !this.report) return this.#putTogether(la);
    if (la === null || extractDate === null) return false;
    if (this.answered?.question.la !== la || this.answered.question.extractDate !== extractDate) {
      this.answered = null;
    }
    const { settings, byHand, words } = this.kept.of(la);
    const question = { la, extractDate, settings, handEntered: byHand, words };
    this.quality.keepFor(question);
    const answer = await this.measuring.run('Working out the measures', (on, stop) =>
      this.#workbench.measure(question, on, stop),
    );
    if (!answer) return false;
    this.answered = new Answered(answer, question);
    this.saved = [];
    void this.vocabulary.list();
    this.said = 'The measures are worked out.';
    return true;
  }

  /** Takes a measure, a quarter and its parts (null to clear them); keeps them and works the measures out again. */
  async enterByHand(measure: string, quarter: Quarter, parts: HandEntry['parts'] | null) {
    const { la } = this;
    if (la === null) return;
    const others = this.kept
      .of(la)
      .byHand.filter((entry) => !isForSame(entry, { measure, quarter }));
    await this.keep({ byHand: parts ? [...others, { measure, quarter, parts }] : others });
  }

  records(asked: RecordsAsked): Promise<RecordList> {
    return this.#workbench.records(asked);
  }

  reconcile(asked: ReconcileAsked): Promise<Reconciled> {
    return this.#workbench.reconcile(asked);
  }

  behind(asked: BehindAsked): Promise<ChildrenBehind> {
    return this.#workbench.behind(asked);
  }

  checkedRows(check: string): Promise<CheckedRows> {
    return this.#workbench.checkedRows(check);
  }

  corrections(checks: readonly string[]): Promise<Download> {
    return this.#workbench.corrections(checks);
  }

  write(contents: Return, form: ReturnForm): Promise<Download> {
    return this.#workbench.write(contents, form);
  }

  /** Takes the quarter whose return was handed to the browser. */
  returnSaved(quarter: Quarter): void {
    this.saved = [...this.saved, quarter];
    this.sending.wrote();
  }

  /** Reads a return that somebody wrote. It takes the place of nothing, and is not kept. */
  readReturn(file: GivenFile, stop: AbortSignal): Promise<ReadReturn> {
    return this.#workbench.readReturn(file, stop);
  }

  /** Lets go of everything: what was read, worked out, chosen and entered by hand. */
  async clear(): Promise<void> {
    this.reading.stop();
    this.measuring.stop();
    this.quality.clear();
    this.sending.clear();
    this.byHand.clear();
    this.collator.clear();
    this.compared.clear();
    this.collated.clear();
    this.reporting.clear();
    this.report = null;
    this.lost = null;
    this.answered = null;
    this.la = null;
    this.extractDate = null;
    this.saved = [];
    this.kept.clear();
    this.vocabulary.forget();
    this.profileProblem = null;
    this.asked = null;
    this.#files = [];
    this.isSample = false;
    this.isBare = false;
    this.starting.reset();
    letGoOfSaved();
    await this.#workbench.clear();
    this.said = 'Everything was cleared.';
    this.#isBegun = false;
    await this.begin();
  }

  /** Without an extract: from what is given by hand. */
  #putTogether(la: string): boolean {
    const { byHand, given } = this.kept.of(la);
    const question = { la, extractDate: null, quarter: this.byHand.quarter } as const;
    const all = { ...question, handEntered: byHand, given, settings: {}, words: [] };
    this.answered = new Answered(this.#workbench.answerByHand(all), all);
    this.saved = [];
    this.said = 'The measures are put together from what was entered.';
    return true;
  }

  /** Asks before changes that are in no file are lost; else uses what was given. */
  async #ask(files: readonly GivenFile[], profile: Profile): Promise<boolean> {
    if (this.kept.unsavedOf(profile.authority).length > 0) {
      this.asked = { files, profile };
      return false;
    }
    return this.#loadGiven(files, profile);
  }

  async #loadGiven(files: readonly GivenFile[], profile: Profile | null): Promise<boolean> {
    if (files.length === 0) return profile !== null && this.#use(profile);
    return this.#load(() => Promise.resolve({ files, profile }));
  }

  /** A profile without an extract: what is loaded is read again where it is read otherwise, and worked out again if it was. */
  async #use(profile: Profile): Promise<boolean> {
    const wasMeasured = this.answered !== null;
    const isReadOtherwise = !isSame(this.kept.reading, profile.reading);
    this.kept.read(profile);
    if (this.la !== profile.authority) this.answered = null;
    this.la = profile.authority;
    this.said = 'The profile is read.';
    if (this.report && isReadOtherwise && !(await this.readAgain())) return false;
    if (this.report) void this.vocabulary.list();
    if (wasMeasured) await this.measure();
    return true;
  }

  async #load(given: (stop: AbortSignal) => Promise<Given>): Promise<boolean> {
    this.measuring.stop();
    this.quality.forget();
    this.report = null;
    this.lost = null;
    this.answered = null;
    this.vocabulary.forget();
    this.isSample = false;
    if (this.la === this.known.sampleAuthority) this.la = null;
    const read = await this.reading.run('Starting', async (on, stop) => {
      const { files, profile } = await given(stop);
      await this.#workbench.start(on);
      const reading = profile?.reading ?? this.kept.reading;
      return { report: await this.#workbench.load(files, reading, on, stop), files, profile };
    });
    if (!read) return false;
    const { report, files, profile } = read;
    this.starting.reset();
    this.report = report;
    this.#files = files;
    this.byHand.clear();
    if (profile) {
      this.kept.read(profile);
      this.la = profile.authority;
    }
    this.extractDate = report.extractDate.day;
    this.said = 'The extract is read.';
    void this.vocabulary.list();
    return true;
  }
}

function isForSame(one: HandEntry, other: Pick<HandEntry, 'measure' | 'quarter'>): boolean {
  return one.measure === other.measure && one.quarter === other.quarter;
}
