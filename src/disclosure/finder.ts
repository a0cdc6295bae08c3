import type { Identity, NumberNamed } from '../model/disclosure.ts';
import type { Measure } from '../model/measure.ts';
import type { BreakdownCell } from '../model/observation.ts';
import type { CountedAt, Quantities, Told, ToldAt } from './quantities.ts';

/** A figure's observation whose quantities are known, with where it stands. */
export interface Known {
  readonly at: ToldAt;
  readonly told: Told;
}

/** Finds quantities by the names that definitions have for them. */
export class Finder {
  readonly #quantities: Quantities;
  readonly periods: readonly CountedAt['period'][];
  readonly cells: readonly BreakdownCell[];
  /** Every place where something is counted, by measure. */
  readonly #places = new Map<string, CountedAt[]>();

  constructor(quantities: Quantities, known: readonly Known[]) {
    this.#quantities = quantities;
    const cells = new Map<string, BreakdownCell>();
    const met = new Set<string>();
    for (const { at } of known) {
      if (at.cell) cells.set(`${at.cell.by}|${at.cell.cell}`, at.cell);
      const key = [at.measure, at.period, at.cell?.by, at.cell?.cell].join('|');
      if (met.has(key)) continue;
      met.add(key);
      const places = this.#places.get(at.measure);
      if (places) places.push(at);
      else this.#places.set(at.measure, [at]);
    }
    this.periods = [...new Set(known.map(({ at }) => at.period))];
    this.cells = [...cells.values()];
  }

  /** Takes a measure's id; gives every place where it is counted. */
  places(measure: string): readonly CountedAt[] {
    return this.#places.get(measure) ?? [];
  }

  /** Takes an identity; gives every period, whole and cell that it may hold in. */
  placesOf({ cells }: Identity): { period: CountedAt['period']; cell: BreakdownCell | null }[] {
    const of = [null, ...this.cells.filter(({ by }) => cells.includes(by))];
    return this.periods.flatMap((period) => of.map((cell) => ({ period, cell })));
  }

  /** Takes a place and conditions; gives the quantity that is counted by them there, or null. */
  at(at: CountedAt, conditions: readonly string[]): number | null {
    return this.#quantities.find({ ...at, conditions });
  }

  /** Takes a number as identities name it, and where; gives the quantity, or null. */
  named(
    number: NumberNamed,
    period: CountedAt['period'],
    cell: BreakdownCell | null,
  ): number | null {
    const { measure, figure, part } = number;
    const conditions = this.#quantities.conditionsOf(measure, figure, part);
    return conditions && this.at({ measure, period, cell: number.cell ?? cell }, conditions);
  }

  /** Takes a figure; gives the conditions that it counts by: one, or of a ratio two. */
  conditionsOfFigure(measure: string, figure: string): readonly (readonly string[])[] {
    const parts = ['count', 'numerator', 'denominator'] as const;
    const all = parts.flatMap((part) => {
      const conditions = this.#quantities.conditionsOf(measure, figure, part);
      return conditions ? [conditions] : [];
    });
    return distinct(all);
  }

  /** Takes a measure; gives the conditions that any of its figures counts by. */
  conditionsOf(measure: Measure): readonly (readonly string[])[] {
    if (measure.kind === 'breakdown') return [];
    return distinct(measure.figures.flatMap(({ id }) => this.conditionsOfFigure(measure.id, id)));
  }
}

function distinct(all: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return [...new Map(all.map((conditions) => [conditions.join('&'), conditions])).values()];
}
