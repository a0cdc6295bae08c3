import type { Day } from '../model/day.ts';
import type { ExtractReport } from '../model/extract.ts';
import type { Measure } from '../model/measure.ts';
import type { Observation } from '../model/observation.ts';
import type { Quarter } from '../model/period.ts';
import type { HandEntry } from '../model/question.ts';
import type { RecordList, RecordsAsked } from '../model/records.ts';
import type { Download, Return, ReturnForm, SafeObservations } from '../model/return.ts';
import type { GivenFile } from '../model/extract.ts';
import type { Workbench } from '../workbench/workbench.ts';
import { Answered } from './answered.ts';
import { fetchSample } from './sample.ts';
import { Task } from './task.svelte.ts';

interface KeptEntry {
  readonly la: string;
  readonly entry: HandEntry;
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

  report = $state.raw<ExtractReport | null>(null);
  answered = $state.raw<Answered | null>(null);
  la = $state.raw<string | null>(null);
  extractDate = $state.raw<Day | null>(null);
  /** The quarters that a return was saved for since the last answer. */
  saved = $state.raw<readonly Quarter[]>([]);
  /** Said to those who listen rather than look. */
  said = $state.raw('');
  #kept = $state.raw<readonly KeptEntry[]>([]);

  constructor(workbench: Workbench) {
    this.#workbench = workbench;
  }

  get measures(): readonly Measure[] {
    return this.#workbench.measures;
  }

  get version() {
    return this.#workbench.version;
  }

  get sources() {
    return this.#workbench.sources;
  }

  get breakdowns() {
    return this.#workbench.breakdowns;
  }

  get authorities() {
    return this.#workbench.authorities;
  }

  get authority() {
    return this.authorities.find(({ code }) => code === this.la) ?? null;
  }

  get handEntered(): readonly HandEntry[] {
    return this.#kept.filter(({ la }) => la === this.la).map(({ entry }) => entry);
  }

  /** Starts the engine, so that it is ready when the first file is given. */
  async begin(): Promise<void> {
    await this.starting.run('Starting', (on) => this.#workbench.start(on));
  }

  /** Takes files; tells whether they were read. Until they are, what was loaded before is let go. */
  async load(files: readonly GivenFile[]): Promise<boolean> {
    return this.#load(() => Promise.resolve(files));
  }

  async loadSample(): Promise<boolean> {
    const read = await this.#load(async (stop) => [await fetchSample(stop)]);
    if (read) this.la = this.#workbench.sampleAuthority;
    return read;
  }

  /** Works out the measures for the authority and date chosen; tells whether it did. */
  async measure(): Promise<boolean> {
    const { la, extractDate } = this;
    if (la === null || extractDate === null) return false;
    if (this.answered?.question.la !== la || this.answered.question.extractDate !== extractDate) {
      this.answered = null;
    }
    const question = { la, extractDate, settings: {}, handEntered: this.handEntered };
    const answer = await this.measuring.run('Working out the measures', (on, stop) =>
      this.#workbench.measure(question, on, stop),
    );
    if (!answer) return false;
    this.answered = new Answered(answer, question);
    this.saved = [];
    this.said = 'The measures are worked out.';
    return true;
  }

  /** Takes a measure, a quarter and its parts (null to clear them); keeps them and works the measures out again. */
  async enterByHand(measure: string, quarter: Quarter, parts: HandEntry['parts'] | null) {
    const { la } = this;
    if (la === null) return;
    const others = this.#kept.filter(
      (kept) => kept.la !== la || kept.entry.measure !== measure || kept.entry.quarter !== quarter,
    );
    this.#kept = parts ? [...others, { la, entry: { measure, quarter, parts } }] : others;
    await this.measure();
  }

  records(asked: RecordsAsked): Promise<RecordList> {
    return this.#workbench.records(asked);
  }

  withhold(observations: readonly Observation[]): SafeObservations {
    return this.#workbench.withhold(observations);
  }

  async write(contents: Return, form: ReturnForm): Promise<Download> {
    const download = await this.#workbench.write(contents, form);
    this.saved = [...this.saved, contents.quarter];
    return download;
  }

  /** Lets go of everything: what was read, worked out, chosen and entered by hand. */
  async clear(): Promise<void> {
    this.reading.stop();
    this.measuring.stop();
    this.report = null;
    this.answered = null;
    this.la = null;
    this.extractDate = null;
    this.saved = [];
    this.#kept = [];
    await this.#workbench.clear();
    this.said = 'Everything was cleared.';
    await this.begin();
  }

  async #load(given: (stop: AbortSignal) => Promise<readonly GivenFile[]>): Promise<boolean> {
    this.measuring.stop();
    this.report = null;
    this.answered = null;
    if (this.la === this.#workbench.sampleAuthority) this.la = null;
    const report = await this.reading.run('Starting', async (on, stop) => {
      const files = await given(stop);
      await this.#workbench.start(on);
      return this.#workbench.load(files, on, stop);
    });
    if (!report) return false;
    this.starting.reset();
    this.report = report;
    this.extractDate = report.extractDate.day;
    this.said = 'The extract is read.';
    return true;
  }
}
