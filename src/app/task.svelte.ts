import { type Problem, asProblem, isStopped } from '../model/problem.ts';
import type { OnProgress, Progress } from '../model/progress.ts';

export type Work =
  | { readonly kind: 'idle' }
  | { readonly kind: 'working'; readonly progress: Progress }
  | { readonly kind: 'failed'; readonly problem: Problem };

/** What to say when something fails that does not explain itself. */
export interface Failing {
  readonly what: string;
  readonly hint: string;
}

const IDLE: Work = { kind: 'idle' };

/** One kind of long work: how far it is, how it ended, and the way to stop it. Newer work takes the place of older. */
export class Task {
  work = $state.raw<Work>(IDLE);
  #failing: Failing;
  #stop: AbortController | null = null;
  #settled: Promise<unknown> = Promise.resolve();

  constructor(failing: Failing) {
    this.#failing = failing;
  }

  /** Takes its first step in words and the work; gives what came of it, or null when it failed, was stopped or was overtaken. */
  async run<T>(
    step: string,
    does: (on: OnProgress, stop: AbortSignal) => Promise<T>,
  ): Promise<T | null> {
    this.#stop?.abort();
    const mine = new AbortController();
    this.#stop = mine;
    this.work = { kind: 'working', progress: { step, share: null } };
    const before = this.#settled;
    const on: OnProgress = (progress) => {
      if (this.#stop === mine) this.work = { kind: 'working', progress };
    };
    const done = before.then(() => {
      mine.signal.throwIfAborted();
      return does(on, mine.signal);
    });
    // Whether it has ended, and not with what: a result that was let go must not be held here.
    const ended = () => undefined;
    this.#settled = done.then(ended, ended);
    return this.#end(mine, done);
  }

  stop(): void {
    this.#stop?.abort();
    this.reset();
  }

  /** Forgets how the last work ended. */
  reset(): void {
    this.#stop = null;
    this.work = IDLE;
  }

  async #end<T>(mine: AbortController, done: Promise<T>): Promise<T | null> {
    try {
      const result = await done;
      if (this.#stop !== mine) return null;
      this.reset();
      return result;
    } catch (thrown) {
      if (this.#stop !== mine) return null;
      this.#stop = null;
      const { what, hint } = this.#failing;
      this.work = isStopped(thrown)
        ? IDLE
        : { kind: 'failed', problem: asProblem(thrown, what, hint) };
      return null;
    }
  }
}
