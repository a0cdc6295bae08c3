import type {
  DisclosurePolicy,
  EarlierReturn,
  ProtectedReturn,
  Treatment,
} from '../model/disclosure.ts';
import type { Observation } from '../model/observation.ts';
import { type Quarter, yearTo } from '../model/period.ts';
import type { ReadReturn } from '../model/return-document.ts';
import type { Return } from '../model/return.ts';
import type { Workbench } from '../workbench/workbench.ts';
import type { Answered } from './answered.ts';
import { type RevisedFigure, keyOf } from './revised-figures.ts';
import { Task } from './task.svelte.ts';

/** What is made safe, and of what. */
interface Asked {
  readonly answered: Answered;
  readonly quarter: Quarter;
  readonly policy: DisclosurePolicy;
  readonly sent: readonly ReadReturn[];
  readonly revised: readonly RevisedFigure[];
}

/** Who signed a return off, and which one. */
interface Signed {
  readonly of: ProtectedReturn;
  readonly by: NonNullable<Return['signedOff']>;
}

/** What is to be sent for the quarter that is shown: how it is treated, what is said beside it, and whether it is signed off. */
export class Sending {
  readonly #workbench: Workbench;
  readonly task = new Task({
    what: 'The return could not be made safe to share.',
    hint: 'The figures stand, and nothing was written. Try again; if it fails again, choose another way of treating small numbers.',
  });

  #kind: Treatment['kind'] = $state('shareable');
  policy = $state.raw<DisclosurePolicy>();
  /** What allows a complete return to be sent; empty while it is not named. */
  agreement = $state('');
  /** 1 for the first return of a quarter. */
  version = $state(1);
  /** Returns that were sent before. */
  sent = $state.raw<readonly ReadReturn[]>([]);
  /** Figures of earlier quarters that the return puts right, each with its reason. */
  revised = $state.raw<readonly (RevisedFigure & { readonly reason: string })[]>([]);
  /** By quarter and measure: why a figure moved. */
  #notes = $state.raw<Readonly<Record<string, string>>>({});
  #made = $state.raw<{ readonly asked: Asked; readonly result: ProtectedReturn } | null>(null);
  #signed = $state.raw<Signed | null>(null);
  #asked: Asked | null = null;
  /** What was typed of the return that was saved last. */
  #typedInFile = $state.raw('');

  constructor(workbench: Workbench) {
    this.#workbench = workbench;
    this.policy = workbench.known.policies[0];
  }

  get kind(): Treatment['kind'] {
    return this.#kind;
  }

  /** What is put right may come from a complete return that others have not seen: it is asked anew. */
  set kind(kind: Treatment['kind']) {
    this.#kind = kind;
    this.revised = [];
    this.#signed = null;
  }

  /** The returns that a figure may be held against: of a shareable one those alone that were shared. */
  get comparable(): readonly ReadReturn[] {
    return this.sent.filter(
      ({ document }) => this.#kind === 'collator' || document.treatment.kind === 'shareable',
    );
  }

  /** Takes an answer and a quarter of it; gives what was made of them, or null while it is not. */
  madeOf(answered: Answered, quarter: Quarter): ProtectedReturn | null {
    const made = this.#made;
    return made && this.#isNow(made.asked, answered, quarter) ? made.result : null;
  }

  /** Takes an answer and a quarter of it; makes them safe, unless that is done or under way. */
  async make(answered: Answered, quarter: Quarter): Promise<void> {
    const { policy, sent, revised } = this;
    if (!policy || this.madeOf(answered, quarter)) return;
    const isUnderWay = this.#asked && this.#isNow(this.#asked, answered, quarter);
    if (isUnderWay && this.task.work.kind === 'working') return;
    const asked = { answered, quarter, policy, sent, revised };
    this.#asked = asked;
    const before = sent.flatMap(earlierOf);
    const periods = before.flatMap(({ observations }) => observations.map(({ period }) => period));
    const result = await this.task.run('Looking for small numbers', (on, stop) =>
      this.#workbench.protect(
        {
          observations: this.observationsOf(answered, quarter),
          policy,
          before,
          today: everything(answered).filter(({ period }) => periods.includes(period)),
        },
        on,
        stop,
      ),
    );
    if (result) this.#made = { asked, result };
  }

  /** Takes an answer and a quarter; gives what is to be sent as it truly is: the quarter, its year, and what is put right. */
  observationsOf(answered: Answered, quarter: Quarter): Observation[] {
    const isPutRight = ({ measure, period }: Observation) =>
      this.revised.some((each) => {
        const isOfIt = period === each.quarter || period === yearTo(each.quarter);
        return isOfIt && each.measure.id === measure;
      });
    return [...answered.observationsOf(quarter), ...everything(answered).filter(isPutRight)];
  }

  /** Takes a return that was read; keeps it, in place of the same file. One of the same quarter makes this the next version. */
  addSent(read: ReadReturn, quarter: Quarter): void {
    this.sent = [...this.sent.filter(({ sha256 }) => sha256 !== read.sha256), read];
    const { document } = read;
    if (document.quarter === quarter) this.version = Math.max(this.version, document.version + 1);
  }

  removeSent(read: ReadReturn): void {
    this.sent = this.sent.filter((each) => each !== read);
    this.revised = this.revised.filter(({ name }) => name !== read.name);
  }

  /** Takes a figure and why it is another now; has the return put it right. An empty reason leaves it as it was sent. */
  revise(figure: RevisedFigure, reason: string): void {
    const others = this.revised.filter((each) => keyOf(each) !== keyOf(figure));
    this.revised = reason.trim() === '' ? others : [...others, { ...figure, reason }];
  }

  noteOf(quarter: Quarter, measure: string): string {
    return this.#notes[`${quarter}|${measure}`] ?? '';
  }

  note(quarter: Quarter, measure: string, says: string): void {
    this.#notes = { ...this.#notes, [`${quarter}|${measure}`]: says.trim() };
    this.#signed = null;
  }

  /** Takes what was made; gives who signed it off, or null. What is changed afterwards is a draft again. */
  signedOff(made: ProtectedReturn): Return['signedOff'] {
    return this.#signed?.of === made ? this.#signed.by : null;
  }

  /** Takes what was made, and by whom and when it is signed off; null takes it back. */
  sign(made: ProtectedReturn, by: Return['signedOff']): void {
    this.#signed = by && { of: made, by };
  }

  /** Whether notes or reasons were typed that no saved return holds. */
  get hasUnsaved(): boolean {
    return this.#typed !== '' && this.#typed !== this.#typedInFile;
  }

  /** Says that the return is in a file, with what was typed for it. */
  wrote(): void {
    this.#typedInFile = this.#typed;
  }

  clear(): void {
    this.task.stop();
    this.#typedInFile = '';
    [this.#kind, this.agreement, this.version] = ['shareable', '', 1];
    this.policy = this.#workbench.known.policies[0];
    [this.sent, this.revised, this.#notes] = [[], [], {}];
    [this.#made, this.#signed, this.#asked] = [null, null, null];
  }

  get #typed(): string {
    const notes = Object.entries(this.#notes).filter(([, says]) => says !== '');
    const reasons = this.revised.map((each) => [keyOf(each), each.reason]);
    return [...notes, ...reasons].flat().join('\n');
  }

  #isNow(asked: Asked, answered: Answered, quarter: Quarter): boolean {
    return (
      asked.answered === answered &&
      asked.quarter === quarter &&
      asked.policy === this.policy &&
      asked.sent === this.sent &&
      asked.revised === this.revised
    );
  }
}

/** Only what was made to be shared is known to others; a collator's return goes to its collator alone. */
function earlierOf({ name, sha256, document }: ReadReturn): EarlierReturn[] {
  const { treatment, observations } = document;
  return treatment.kind === 'shareable'
    ? [{ name, sha256, policy: treatment.policy, observations }]
    : [];
}

function everything(answered: Answered): Observation[] {
  return answered.answer.results.flatMap(({ observations }) => observations);
}
