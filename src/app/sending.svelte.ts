import type { DisclosurePolicy, EarlierReturn, ProtectedReturn } from '../model/disclosure.ts';
import type { Quarter } from '../model/period.ts';
import type { Workbench } from '../workbench/workbench.ts';
import type { Answered } from './answered.ts';
import { Task } from './task.svelte.ts';

/** What was made safe, and of what. */
interface Made {
  readonly answered: Answered;
  readonly quarter: Quarter;
  readonly policy: DisclosurePolicy;
  readonly before: readonly EarlierReturn[];
  readonly result: ProtectedReturn;
}

/** What is to be sent for the quarter that is shown, and how small numbers in it are treated. */
export class Sending {
  readonly #workbench: Workbench;
  readonly task = new Task({
    what: 'The return could not be made safe to share.',
    hint: 'The figures stand, and nothing was written. Try again; if it fails again, choose another way of treating small numbers.',
  });

  policy = $state.raw<DisclosurePolicy>();
  /** Returns that were sent before, and are looked at together with this one. */
  before = $state.raw<readonly EarlierReturn[]>([]);
  #made = $state.raw<Made | null>(null);
  #asked: Omit<Made, 'result'> | null = null;

  constructor(workbench: Workbench) {
    this.#workbench = workbench;
    this.policy = workbench.known.policies[0];
  }

  /** Takes an answer and a quarter of it; gives what was made of them, or null while it is not. */
  madeOf(answered: Answered, quarter: Quarter): ProtectedReturn | null {
    const made = this.#made;
    return made && this.#isOf(made, answered, quarter) ? made.result : null;
  }

  /** Takes an answer and a quarter of it; makes them safe, unless that is done or under way. */
  async make(answered: Answered, quarter: Quarter): Promise<void> {
    const { policy, before } = this;
    const [asked, made] = [this.#asked, this.#made];
    if (!policy || (made && this.#isOf(made, answered, quarter))) return;
    if (asked && this.#isOf(asked, answered, quarter) && this.task.work.kind === 'working') return;
    this.#asked = { answered, quarter, policy, before };
    const sent = before.flatMap(({ observations }) => observations.map(({ period }) => period));
    const today = answered.answer.results
      .flatMap(({ observations }) => observations)
      .filter(({ period }) => sent.includes(period));
    const observations = answered.observationsOf(quarter);
    const result = await this.task.run('Looking for small numbers', (on, stop) =>
      this.#workbench.protect({ observations, policy, before, today }, on, stop),
    );
    if (result) this.#made = { answered, quarter, policy, before, result };
  }

  clear(): void {
    this.task.stop();
    this.before = [];
    this.#made = null;
    this.#asked = null;
  }

  #isOf(made: Omit<Made, 'result'>, answered: Answered, quarter: Quarter): boolean {
    return (
      made.answered === answered &&
      made.quarter === quarter &&
      made.policy === this.policy &&
      made.before === this.before
    );
  }
}
