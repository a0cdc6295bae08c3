import type { CollateAsk } from './collate-ask.ts';

/** One thing that was asked, and how many files there were afterwards, where that is not as many as it asked for. */
interface Logged {
  readonly ask: CollateAsk;
  readonly files: number | null;
}

const CHANGES: readonly CollateAsk['ask'][] = ['read', 'take away', 'read before'];

/** What was asked of the worker that collates and changed what it holds: asked again of another, it holds the same. */
export class DeskLog {
  #all: readonly Logged[] = [];
  /** A reading that broke off, until it is known how far it came. */
  #broken: CollateAsk | null = null;

  get all(): readonly Logged[] {
    return this.#all;
  }

  /** Takes what was asked and done. */
  done(ask: CollateAsk): void {
    // All choices are given each time: of those in a row the last counts.
    const isAnother = ask.ask === 'choose' && this.#all.at(-1)?.ask.ask === 'choose';
    if (ask.ask === 'choose' || CHANGES.includes(ask.ask)) {
      this.#all = [...(isAnother ? this.#all.slice(0, -1) : this.#all), { ask, files: null }];
    }
  }

  /** Takes what was asked and was stopped or failed: of a reading, the files before that are held. */
  brokeOff(ask: CollateAsk): void {
    if (ask.ask === 'read') this.#broken = ask;
  }

  /** Takes how many files the worker holds. */
  held(files: number): void {
    if (this.#broken) this.#all = [...this.#all, { ask: this.#broken, files }];
    this.#broken = null;
  }
}
