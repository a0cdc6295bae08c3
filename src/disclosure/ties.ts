import type { Identity } from '../model/disclosure.ts';
import { type Period, isYear, quarterIn, stepQuarter } from '../model/period.ts';
import { Finder } from './finder.ts';
import type { CountedAt } from './quantities.ts';
import { type Ground, type YearSum, addsUp, isUntold, isYearTold, quartersOf } from './untold.ts';

/** What ties quantities together: the sum of `terms`, each with its sign, lies from `least` to `most`. */
export interface Tie {
  readonly terms: readonly Term[];
  readonly least: number;
  readonly most: number;
}

interface Term {
  readonly quantity: number;
  readonly sign: 1 | -1;
}

type Of<K extends Identity['kind']> = Extract<Identity, { kind: K }>;

/** Attributes of the child's own, that do not change from one quarter to the next. Age does. */
const LASTING = ['sex', 'ethnicity', 'disability'];

/** Takes what is known of some returns; has one quantity stand for all the names it is told under, where they agree. */
export function unite({ rules, quantities, known }: Ground): void {
  const finder = new Finder(quantities, known);
  for (const identity of rules.identities) {
    if (identity.kind !== 'same') continue;
    for (const { period, cell } of finder.placesOf(identity)) {
      const [first = null, ...others] = identity.numbers.map((n) => finder.named(n, period, cell));
      for (const other of others)
        if (first !== null && other !== null) quantities.unite(first, other);
    }
  }
}

/**
 * Takes what is known of some returns, united, and what years are the sums of; gives everything that a reader can add and subtract. What does not hold of
 * the true numbers is left out: no reader could know it. Source: spec/return/identities.yaml, and what figures are by definition.
 */
export function tiesOf(ground: Ground, sums: readonly YearSum[]): readonly Tie[] {
  const made = new TieMaker(ground);
  made.ofRatios();
  made.ofBreakdowns();
  made.ofConditions();
  for (const identity of ground.rules.identities) made.ofIdentity(identity);
  made.ofYears(sums);
  return made.ties;
}

class TieMaker {
  readonly ties: Tie[] = [];
  readonly #met = new Set<string>();
  readonly #ground: Ground;
  readonly #finder: Finder;

  constructor(ground: Ground) {
    this.#ground = ground;
    this.#finder = new Finder(ground.quantities, ground.known);
  }

  /** By the quantities that stand for the parts: a denominator may be another measure's number. */
  ofRatios(): void {
    const { quantities, known } = this.#ground;
    for (const { told } of known) {
      if (told.shape !== 'ratio') continue;
      const [numerator, rest, denominator] = [told.numerator, told.rest, told.denominator].map(
        (quantity) => quantities.standing(quantity),
      );
      if (numerator === undefined || rest === undefined || denominator === undefined) continue;
      this.#equal([numerator, rest], [denominator]);
      // That the one is part of the other is said by this already.
      this.#met.add(keyOf([numerator], [denominator], -Infinity));
    }
  }

  /** The cells of each breakdown add up to the whole: of a count, of a numerator, of a denominator. */
  ofBreakdowns(): void {
    const sums = new Map<string, { whole: number; cells: Set<number> }>();
    for (const measure of this.#ground.measures) {
      for (const conditions of this.#finder.conditionsOf(measure)) {
        for (const at of this.#finder.places(measure.id)) {
          const cell = at.cell && this.#finder.at(at, conditions);
          const whole = this.#finder.at({ ...at, cell: null }, conditions);
          if (cell === null || whole === null) continue;
          const key = [measure.id, conditions, at.period, at.cell?.by].join('|');
          const sum = sums.get(key) ?? { whole, cells: new Set() };
          sum.cells.add(cell);
          sums.set(key, sum);
        }
      }
    }
    for (const { whole, cells } of sums.values()) this.#equal([...cells], [whole]);
  }

  /** What counts by more conditions is part of what counts by fewer. */
  ofConditions(): void {
    for (const measure of this.#ground.measures) {
      const all = this.#finder.conditionsOf(measure);
      const pairs = all.flatMap((closer) =>
        all.filter((wider) => isWithin(closer, wider)).map((wider) => [closer, wider] as const),
      );
      for (const at of this.#finder.places(measure.id))
        for (const [closer, wider] of pairs)
          this.#atMost(this.#finder.at(at, closer), [this.#finder.at(at, wider)]);
    }
  }

  ofIdentity(identity: Identity): void {
    switch (identity.kind) {
      // Taken account of when quantities were united.
      case 'same':
        return;
      case 'balance':
        return this.#ofBalance(identity);
      case 'part':
        return this.#ofPart(identity, identity.part, [identity.whole]);
      case 'covered':
        return this.#ofPart(identity, identity.whole, identity.by);
    }
  }

  /** A year is the sum of its quarters; or has each child of a quarter once. */
  ofYears(sums: readonly YearSum[]): void {
    const { quantities } = this.#ground;
    for (const { year, parts } of sums) {
      const standing = parts.map((part) => quantities.standing(part));
      this.#equal(standing, [quantities.standing(year)]);
    }
    for (const { at } of this.#ground.known) {
      if (addsUp(this.#ground, at) || !(at.cell === null || LASTING.includes(at.cell.by))) continue;
      for (const conditions of this.#finder.conditionsOfFigure(at.measure, at.figure))
        if (isYearTold(at.period)) this.#ofChildrenOnce(conditions, at, at.period);
    }
  }

  #ofPart(identity: Identity, part: Of<'part'>['part'], of: readonly Of<'part'>['whole'][]): void {
    for (const { period, cell } of this.#finder.placesOf(identity)) {
      const [small = null, ...great] = [part, ...of].map((n) =>
        this.#finder.named(n, period, cell),
      );
      this.#atMost(small, great);
    }
  }

  #ofBalance({ stock, starting, ceasing }: Of<'balance'>): void {
    for (const period of this.#finder.periods) {
      if (isUntold(period) || isYear(period)) continue;
      const before = stepQuarter(quarterIn(period), -1);
      const opening = this.#finder.named(stock, before, null);
      const closing = this.#finder.named(stock, period, null);
      const started = this.#finder.named(starting, period, null);
      const ceased = this.#finder.named(ceasing, period, null);
      if (opening === null || closing === null || started === null || ceased === null) continue;
      this.#equal([opening, started], [closing, ceased]);
    }
  }

  /**
   * Children counted once in a year: those of each quarter are in it, and who is in none of the quarters told is in the
   * others, whose children are all in any other year that has these quarters.
   */
  #ofChildrenOnce(conditions: readonly string[], at: CountedAt, period: Period): void {
    const inPeriod = (of: Period) => this.#finder.at({ ...at, period: of }, conditions);
    const year = inPeriod(period);
    if (year === null) return;
    const told = quartersOf(period).flatMap((quarter) => inPeriod(quarter) ?? []);
    for (const part of told) this.#atMost(part, [year]);
    const untold = quartersOf(period).filter((quarter) => inPeriod(quarter) === null);
    if (untold.length === 0) return this.#atMost(year, told);
    for (const other of this.#finder.periods.filter(isYearTold)) {
      const hasAll = untold.every((quarter) => quartersOf(other).includes(quarter));
      if (hasAll && other !== period) this.#atMost(year, [...told, inPeriod(other)]);
    }
  }

  #equal(left: readonly number[], right: readonly number[]): void {
    this.#tie(left, right, 0);
  }

  /** The part is no more than all of the others together. */
  #atMost(part: number | null, of: readonly (number | null)[]): void {
    const found = of.filter((each) => each !== null);
    if (part !== null && found.length === of.length) this.#tie([part], found, -Infinity);
  }

  #tie(left: readonly number[], right: readonly number[], least: number): void {
    const key = keyOf(left, right, least);
    const terms = [
      ...left.map((quantity) => ({ quantity, sign: 1 }) as const),
      ...right.map((quantity) => ({ quantity, sign: -1 }) as const),
    ];
    const { truth } = this.#ground.quantities;
    const sum = terms.reduce((all, { quantity, sign }) => all + sign * (truth[quantity] ?? NaN), 0);
    if (this.#met.has(key) || !(sum >= least && sum <= 0)) return;
    this.#met.add(key);
    this.ties.push({ terms, least, most: 0 });
  }
}

function isWithin(closer: readonly string[], wider: readonly string[]): boolean {
  return closer.length > wider.length && wider.every((each) => closer.includes(each));
}

function keyOf(left: readonly number[], right: readonly number[], least: number): string {
  return `${[...left].sort().join(' ')}|${[...right].sort().join(' ')}|${least}`;
}
