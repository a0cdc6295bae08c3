import type { DisclosurePolicy, EarlierReturn } from '../model/disclosure.ts';
import type { Measure } from '../model/measure.ts';
import type { Observation } from '../model/observation.ts';
import type { Quarter } from '../model/period.ts';
import type { Comparer, OwnFigures } from '../workbench/comparing.ts';
import type { Workbench } from '../workbench/workbench.ts';
import type { Answered } from './answered.ts';
import type { Compared } from './comparing.svelte.ts';
import { trendQuarters } from './figure-words.ts';
import type { Sending } from './sending.svelte.ts';
import { Task } from './task.svelte.ts';

/** What of the session a report leans on. */
interface Around {
  readonly answered: Answered | null;
  readonly la: string | null;
  readonly compared: Compared;
  readonly sending: Sending;
}

/** By what a report was made safe. */
interface Asked {
  readonly answered: Answered;
  readonly quarter: Quarter;
  readonly policy: DisclosurePolicy;
  readonly measures: readonly string[];
}

/** What a person chose for a report, and the authority's own figures as they may be shown in it. */
export class Reporting {
  readonly #workbench: Workbench;
  readonly #around: Around;
  readonly task = new Task({
    what: 'The report could not be made safe to share.',
    hint: 'What you wrote stands. Try again, with fewer measures if it fails again.',
  });

  /** In the order that they were chosen. */
  measures = $state.raw<readonly string[]>([]);
  #sentences = $state.raw<Readonly<Record<string, string>>>({});
  #made = $state.raw<{ readonly asked: Asked; readonly figures: OwnFigures } | null>(null);

  /** What was written in the report that was saved last. */
  #writtenInFile = $state.raw('');

  constructor(workbench: Workbench, around: Around) {
    this.#workbench = workbench;
    this.#around = around;
  }

  sentenceOf(measure: string): string {
    return this.#sentences[measure] ?? '';
  }

  write(measure: string, says: string): void {
    this.#sentences = { ...this.#sentences, [measure]: says.trim() };
  }

  choose(measure: string, isIn: boolean): void {
    const others = this.measures.filter((id) => id !== measure);
    this.measures = isIn ? [...others, measure] : others;
  }

  /** Takes the quarter; gives the comparisons as they may be shown, or null while the authority's own figures are not safe. */
  comparerAt(quarter: Quarter | null): Comparer | null {
    const { compared, answered, la } = this.#around;
    if (!answered || compared.area !== la || quarter === null) return compared.comparer;
    const made = this.#made;
    if (!made || !this.#isNow(made.asked, answered, quarter)) return null;
    return compared.comparerWith(made.figures);
  }

  /** Takes the quarter; makes the authority's own figures safe to show beside the return of that quarter, unless they are. */
  async make(quarter: Quarter): Promise<void> {
    const { answered, sending } = this.#around;
    const { policy } = sending;
    if (!answered || !policy || this.comparerAt(quarter)) return;
    const asked = { answered, quarter, policy, measures: this.measures };
    const figures = await this.task.run('Looking for small numbers', async (on, stop) => {
      await sending.make(answered, quarter);
      const sent = sending.madeOf(answered, quarter);
      const before: EarlierReturn[] = sent
        ? [{ name: 'the return', sha256: '', policy, observations: sent.observations }]
        : [];
      const observations = shownOf(answered, quarter, this.measures);
      const today = answered.answer.results.flatMap((result) => result.observations);
      const whole = { observations, policy, before, today };
      const safe = await this.#workbench.protect(whole, on, stop);
      return this.#workbench.comparing.ready(answered.question.la, safe.observations, {});
    });
    if (figures) this.#made = { asked, figures };
  }

  /** Whether sentences were written that no saved report holds. */
  get hasUnsaved(): boolean {
    return this.#written !== '' && this.#written !== this.#writtenInFile;
  }

  /** Says that the report is in a file. */
  saved(): void {
    this.#writtenInFile = this.#written;
  }

  clear(): void {
    this.task.stop();
    this.#writtenInFile = '';
    [this.measures, this.#sentences, this.#made] = [[], {}, null];
  }

  get #written(): string {
    return Object.entries(this.#sentences)
      .filter(([, says]) => says !== '')
      .flat()
      .join('\n');
  }

  #isNow(asked: Asked, answered: Answered, quarter: Quarter): boolean {
    return (
      asked.answered === answered &&
      asked.quarter === quarter &&
      asked.policy === this.#around.sending.policy &&
      asked.measures === this.measures
    );
  }
}

/** All of the authority's own that a report of these measures shows: the whole of each figure, in the quarters of the trend and their years. */
function shownOf(
  answered: Answered,
  quarter: Quarter,
  measures: readonly Measure['id'][],
): Observation[] {
  const periods = new Set(trendQuarters(quarter).flatMap((each) => [each, `year to ${each}`]));
  return measures.flatMap((id) =>
    (answered.result(id)?.observations ?? []).filter(
      ({ cell, period }) => cell === null && periods.has(period),
    ),
  );
}
