import { type BreakdownCell, type Observation, observationKey } from '../model/observation.ts';
import type { Outcome } from '../model/outcome.ts';
import type { Period } from '../model/period.ts';

/** The observations of one return, found by what they are about. */
export class Totals {
  #found: ReadonlyMap<string, Observation>;
  #why: ReadonlyMap<Observation, 'first' | 'second'>;
  #breakdowns = new Map<string, Set<string>>();
  #brokenDown = new Set<string>();

  /** Takes observations, and by place among them why those that are withheld are. */
  constructor(
    observations: readonly Observation[],
    why: ReadonlyMap<number, 'first' | 'second'> = new Map(),
  ) {
    this.#why = new Map(
      [...why].flatMap(([place, reason]) => {
        const observation = observations[place];
        return observation ? [[observation, reason] as const] : [];
      }),
    );
    this.#found = new Map(
      observations.map((one) => [keyOf(one.measure, one.figure, one.period, one.cell), one]),
    );
    for (const { measure, figure, cell } of observations) {
      if (!cell) continue;
      this.#brokenDown.add(`${measure}|${figure}`);
      const known = this.#breakdowns.get(measure) ?? new Set();
      this.#breakdowns.set(measure, known.add(cell.by));
    }
  }

  /** Takes what names an observation; gives its outcome, or null where the return has no such number. */
  outcome(
    measure: string,
    figure: string,
    period: Period,
    cell: BreakdownCell | null = null,
  ): Outcome | null {
    return this.#found.get(keyOf(measure, figure, period, cell))?.outcome ?? null;
  }

  /** Takes what names an observation; gives why it is withheld, for its own authority alone: nothing where it is shown. */
  whyWithheld(
    measure: string,
    figure: string,
    period: Period,
    cell: BreakdownCell | null = null,
  ): string {
    const observation = this.#found.get(keyOf(measure, figure, period, cell));
    if (observation?.outcome.kind !== 'withheld') return '';
    return this.#why.get(observation) === 'first'
      ? 'Small itself, or leans on a small number'
      : 'A small number could be worked out from it';
  }

  /** Takes what names a whole observation; gives it, or null where the return has none. */
  whole(measure: string, figure: string, period: Period): Observation | null {
    return this.#found.get(keyOf(measure, figure, period, null)) ?? null;
  }

  isBrokenDown(measure: string, figure: string): boolean {
    return this.#brokenDown.has(`${measure}|${figure}`);
  }

  /** Takes a measure; gives the ids of the breakdowns that the return has of it. */
  breakdownsOf(measure: string): readonly string[] {
    return [...(this.#breakdowns.get(measure) ?? [])];
  }
}

function keyOf(
  measure: string,
  figure: string,
  period: Period,
  cell: BreakdownCell | null,
): string {
  return `${measure}|${observationKey(figure, period, cell)}`;
}
