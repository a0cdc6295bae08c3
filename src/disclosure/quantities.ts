import type { Figure, Measure } from '../model/measure.ts';
import type { BreakdownCell, Observation } from '../model/observation.ts';
import type { Period } from '../model/period.ts';

/** Quarters of a year that no return tells of, taken together. */
export type Untold = `untold ${string}`;

/** Where a quantity is counted: which measure, when, and in which cell. */
export interface CountedAt {
  readonly measure: string;
  readonly period: Period | Untold;
  readonly cell: BreakdownCell | null;
}

/** Where a figure is counted. */
export interface ToldAt extends CountedAt {
  readonly figure: string;
}

/** A whole number that a return tells of: how many records of a measure meet some conditions, somewhere. */
export interface Quantity extends CountedAt {
  /** The conditions, in order; none for every record. Two figures that count by the same conditions are one quantity. */
  readonly conditions: readonly string[];
}

/** The quantities that an observation shows where it is shown: one, or a part, its whole, and what is left. */
export type Told =
  | { readonly shape: 'count'; readonly count: number }
  | {
      readonly shape: 'ratio';
      readonly numerator: number;
      readonly denominator: number;
      readonly rest: number;
    };

/** All quantities of some returns, each with its true value, told apart by a number from 0. */
export class Quantities {
  readonly #places = new Map<string, number>();
  readonly #measures: ReadonlyMap<string, Measure>;
  readonly truth: number[] = [];
  /** By number: the one that stands for it, where two turn out to be the same. */
  readonly #stands: number[] = [];

  constructor(measures: readonly Measure[]) {
    this.#measures = new Map(measures.map((measure) => [measure.id, measure]));
  }

  /** Takes a figure's place; gives the quantities that an observation of it tells of, withheld or not, or null where it tells of no children. */
  told(place: ToldAt): Told | null {
    const figure = this.#figure(place.measure, place.figure);
    if (!figure) return null;
    const at = (conditions: readonly string[], rest = false) =>
      this.place(keyOf({ ...place, conditions }) + (rest ? '|rest' : ''));
    if (figure.kind !== 'ratio') {
      const counted = figure.kind === 'rate' ? this.#figure(place.measure, figure.of) : figure;
      if (counted?.kind !== 'count') return null;
      return { shape: 'count', count: at(this.#conditions(place.measure, counted.where)) };
    }
    const of = this.#conditions(place.measure, figure.of);
    const numerator = conditionsOf([...of, ...this.#conditions(place.measure, figure.where)]);
    return {
      shape: 'ratio',
      numerator: at(numerator),
      denominator: at(of),
      rest: at([...numerator, `of ${of.join('&')}`], true),
    };
  }

  /** Takes an observation with a figure; keeps the true values of what it tells. */
  learn(observation: Observation): Told | null {
    const { outcome } = observation;
    const told = this.told(observation);
    if (!told) return null;
    if (told.shape === 'count') {
      if (outcome.kind === 'count') this.truth[told.count] = outcome.value;
      else if (outcome.kind === 'ratio') this.truth[told.count] = outcome.numerator;
      else return null;
      return told;
    }
    const nothing = outcome.kind === 'not applicable' ? { numerator: 0, denominator: 0 } : null;
    const parts = outcome.kind === 'ratio' ? outcome : nothing;
    if (!parts) return null;
    this.truth[told.numerator] = parts.numerator;
    this.truth[told.denominator] = parts.denominator;
    this.truth[told.rest] = parts.denominator - parts.numerator;
    return told;
  }

  /** Takes a key; gives its number, a new one where it is met for the first time. */
  place(key: string): number {
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    const place = this.truth.push(NaN) - 1;
    this.#places.set(key, place);
    this.#stands.push(place);
    return place;
  }

  /** Takes two quantities that are one by definition; has the first stand for both, where their true values agree. */
  unite(first: number, second: number): void {
    const [one, other] = [this.standing(first), this.standing(second)];
    if (this.truth[one] === this.truth[other]) this.#stands[other] = one;
  }

  /** Takes a quantity; gives the one that stands for it. */
  standing(place: number): number {
    const stands = this.#stands[place] ?? place;
    return stands === place ? place : this.standing(stands);
  }

  /** Takes a quantity; gives its number where it is known what it is. */
  find(quantity: Quantity): number | null {
    const place = this.#places.get(keyOf(quantity));
    return place === undefined || Number.isNaN(this.truth[place]) ? null : this.standing(place);
  }

  /** Takes a figure's number as identities name it; gives its conditions. */
  conditionsOf(
    measure: string,
    figure: string,
    part: 'count' | 'numerator' | 'denominator',
  ): readonly string[] | null {
    const found = this.#figure(measure, figure);
    if (!found || found.kind === 'rate') return null;
    const of = found.kind === 'ratio' ? this.#conditions(measure, found.of) : [];
    if (part === 'denominator') return of;
    return conditionsOf([...of, ...this.#conditions(measure, found.where)]);
  }

  #figure(measure: string, id: string): Figure | undefined {
    const found = this.#measures.get(measure);
    if (!found || found.kind === 'breakdown') return undefined;
    return found.figures.find((figure) => figure.id === id);
  }

  /** What a form adds up is a condition of its own: its words are no columns of records. */
  #conditions(measure: string, where: string): readonly string[] {
    return conditionsOf([
      this.#measures.get(measure)?.kind === 'form' ? `entered ${where}` : where,
    ]);
  }
}

function conditionsOf(names: readonly string[]): readonly string[] {
  return [...new Set(names)].filter((name) => name !== 'all').sort();
}

function keyOf({ measure, conditions, period, cell }: Quantity): string {
  return [measure, conditions.join('&'), period, cell?.by ?? '', cell?.cell ?? ''].join('|');
}
