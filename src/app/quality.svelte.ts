import type { CheckFound, CheckResult } from '../model/check.ts';
import type { Quarter } from '../model/period.ts';
import { asProblem, isStopped } from '../model/problem.ts';
import type { OnProgress } from '../model/progress.ts';
import type { Question } from '../model/question.ts';
import type { Workbench } from '../workbench/workbench.ts';
import type { Moved } from './findings-ranked.ts';
import { Task } from './task.svelte.ts';

/** What the checks found for one question and quarter, as it comes, and what it moves. Forgotten when either changes. */
export class Quality {
  readonly #workbench: Workbench;
  readonly task = new Task({
    what: 'The checks could not be made.',
    hint: 'The figures stand. What was found before this stays below. Try again.',
  });

  /** The quarter that the checks are for; null while none were asked for. */
  quarter = $state.raw<Quarter | null>(null);
  results = $state.raw<readonly CheckResult[]>([]);
  /** By check: what it moves, once that is worked out. */
  moved = $state.raw<Readonly<Record<string, Moved>>>({});
  /** Whether every check was made. */
  isChecked = $state.raw(false);
  /** Whether it is known of all that was found what it moves. */
  isWhole = $state.raw(false);
  /** Whether the person has said that they know what a correction list is. */
  knowsList = $state.raw(false);
  /** The check that the page is opened to show, until it has shown it. */
  wanted = $state.raw<string | null>(null);
  #question: Question | null = null;

  constructor(workbench: Workbench) {
    this.#workbench = workbench;
  }

  /** Takes the question that was answered and the quarter shown; makes the checks for it, unless that was asked for before. */
  look(question: Question, quarter: Quarter): void {
    this.keepFor(question);
    if (this.quarter === quarter) return;
    this.forget();
    [this.#question, this.quarter] = [question, quarter];
    void this.goOn();
  }

  /** Goes on where it was stopped or failed. */
  async goOn(): Promise<void> {
    const { quarter } = this;
    if (quarter === null) return;
    await this.task.run('Making the checks', async (on, stop) => {
      if (!this.isChecked) await this.#check(quarter, on, stop);
      await this.#workOutMoves(on, stop);
    });
  }

  /** Takes the question to be answered; forgets what was found for another. What is entered by hand changes no finding. */
  keepFor(question: Question): void {
    if (this.#question && asked(this.#question) !== asked(question)) this.forget();
  }

  forget(): void {
    this.task.stop();
    this.#question = null;
    this.quarter = null;
    this.results = [];
    this.moved = {};
    this.isChecked = false;
    this.isWhole = false;
  }

  /** Lets go of everything. */
  clear(): void {
    this.forget();
    this.knowsList = false;
    this.wanted = null;
  }

  async #check(quarter: Quarter, on: OnProgress, stop: AbortSignal): Promise<void> {
    const take = (result: CheckResult) => {
      if (stop.aborted) return;
      const others = this.results.filter(({ check }) => check !== result.check);
      this.results = [...others, result];
    };
    await this.#workbench.check(quarter, take, on, stop);
    stop.throwIfAborted();
    this.isChecked = true;
  }

  async #workOutMoves(on: OnProgress, stop: AbortSignal): Promise<void> {
    const found = this.results.filter((result) => result.kind === 'found');
    const withRows = found.filter((result) => result.found.length > 0);
    const left = withRows.filter(({ check }) => !(check in this.moved));
    for (const [at, result] of left.entries()) {
      const share = (withRows.length - left.length + at) / withRows.length;
      on({ step: `Working out what it moves: ${this.#titleOf(result)}`, share });
      const moved = await this.#movedBy(result, stop);
      stop.throwIfAborted();
      this.moved = { ...this.moved, [result.check]: moved };
    }
    this.isWhole = true;
  }

  /** One that fails must not take the others with it. */
  async #movedBy(result: CheckFound, stop: AbortSignal): Promise<Moved> {
    try {
      return { kind: 'known', moves: await this.#workbench.moves(result.check, stop) };
    } catch (thrown) {
      if (isStopped(thrown)) throw thrown;
      const { message } = asProblem(thrown, 'What it moves could not be worked out.', '');
      return { kind: 'failed', why: message };
    }
  }

  #titleOf({ check }: CheckFound): string {
    const title = this.#workbench.known.checks.find(({ id }) => id === check)?.title ?? check;
    return title.charAt(0).toLowerCase() + title.slice(1);
  }
}

function asked({ la, extractDate, settings, words }: Question): string {
  return JSON.stringify([la, extractDate, settings, words]);
}
