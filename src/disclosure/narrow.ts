import type { Ranges } from './sight.ts';
import type { Tie } from './ties.ts';

/** For each quantity, the places of the ties that it is in. */
export type TiesByQuantity = readonly (readonly number[])[];

/** Takes ties and how many quantities there are; gives for each the ties that it is in. */
export function byQuantity(ties: readonly Tie[], count: number): TiesByQuantity {
  const places: number[][] = Array.from({ length: count }, () => []);
  ties.forEach(({ terms }, place) => {
    for (const { quantity } of terms) places[quantity]?.push(place);
  });
  return places;
}

/** How many ties are looked at for each there is: what is left wider than it need be is told by the search. */
const VISITS = 60;

/** Takes ties and what is known of each quantity; gives what follows by adding and subtracting, tie after tie. */
export function narrow(ties: readonly Tie[], of: TiesByQuantity, known: Ranges): Ranges {
  const ranges = { least: known.least.slice(), most: known.most.slice() };
  new Narrowing({ ties, of }, ranges).follow(ties.keys());
  return ranges;
}

/** What can be of each quantity, narrowed step by step, with a way back. */
export class Narrowing {
  readonly #ties: readonly Tie[];
  readonly #of: TiesByQuantity;
  readonly ranges: Ranges;
  /** What was narrowed: quantity, and its least and most before. */
  readonly #trail: (readonly [number, number, number])[] = [];
  readonly #isWaiting: Uint8Array;

  constructor(
    { ties, of }: { readonly ties: readonly Tie[]; readonly of: TiesByQuantity },
    ranges: Ranges,
  ) {
    this.#ties = ties;
    this.#of = of;
    this.ranges = ranges;
    this.#isWaiting = new Uint8Array(ties.length);
  }

  /** How many steps were made: what to go back to. */
  get steps(): number {
    return this.#trail.length;
  }

  /** The quantities that were narrowed since. */
  since(steps: number): ReadonlySet<number> {
    return new Set(this.#trail.slice(steps).map(([quantity]) => quantity));
  }

  backTo(steps: number): void {
    while (this.#trail.length > steps) {
      const [quantity, least, most] = this.#trail.pop() ?? [0, 0, 0];
      this.ranges.least[quantity] = least;
      this.ranges.most[quantity] = most;
    }
  }

  /** Takes a quantity and a value; gives it that value, with all that follows. False where nothing can be then. */
  set(quantity: number, value: number): boolean {
    return this.#narrowTo(quantity, value, value) && this.follow(this.#of[quantity] ?? []);
  }

  /** Takes ties that may say more; follows them and all that they bear on. False where nothing can be. */
  follow(places: Iterable<number>): boolean {
    const waiting = [...places];
    for (const place of waiting) this.#isWaiting[place] = 1;
    let visits = VISITS * (waiting.length + 100);
    let holds = true;
    for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
      this.#isWaiting[place] = 0;
      const tie = this.#ties[place];
      visits -= 1;
      if (!tie || !holds || visits < 0) continue;
      const steps = this.steps;
      holds = this.#followOne(tie);
      for (let step = steps; step < this.#trail.length; step += 1) {
        for (const other of this.#of[this.#trail[step]?.[0] ?? 0] ?? []) {
          if (this.#isWaiting[other] === 1) continue;
          this.#isWaiting[other] = 1;
          waiting.push(other);
        }
      }
    }
    return holds;
  }

  #followOne(tie: Tie): boolean {
    const { least, most } = this.ranges;
    const { low, high } = sums(tie, this.ranges);
    return tie.terms.every((term) => {
      const [lowest, highest] = rangeOf(tie, term, low, high, this.ranges);
      const { quantity } = term;
      const [from, to] = [least[quantity] ?? 0, most[quantity] ?? 0];
      if (lowest <= from && highest >= to) return true;
      return this.#narrowTo(quantity, Math.max(from, lowest), Math.min(to, highest));
    });
  }

  #narrowTo(quantity: number, least: number, most: number): boolean {
    const { ranges } = this;
    this.#trail.push([quantity, ranges.least[quantity] ?? 0, ranges.most[quantity] ?? 0]);
    ranges.least[quantity] = least;
    ranges.most[quantity] = most;
    return least <= most;
  }
}

/** Enough ties around a number to tell what bears on it. */
const MOST_NEARBY = 150;

/**
 * Takes a quantity, and what is known of any; gives its range by the ties around it, through quantities that are not known
 * for certain. It may be wider than by all of them.
 */
export function narrowAround(
  { ties, of }: { readonly ties: readonly Tie[]; readonly of: TiesByQuantity },
  start: number,
  rangeOf: (quantity: number) => readonly [number, number],
): [number, number] {
  const ranges = new Map<number, [number, number]>();
  const near = new Set<number>();
  const open = [start];
  for (const quantity of open) {
    for (const place of of[quantity] ?? []) {
      if (near.has(place) || near.size >= MOST_NEARBY) continue;
      near.add(place);
      for (const { quantity: other } of ties[place]?.terms ?? []) {
        if (ranges.has(other)) continue;
        const [least, most] = rangeOf(other);
        ranges.set(other, [least, most]);
        if (least < most && other !== start) open.push(other);
      }
    }
  }
  return narrowed(
    [...near].flatMap((place) => ties[place] ?? []),
    [...ranges.keys()],
    ranges,
    start,
  );
}

/** Narrows a few ties, their quantities numbered anew. */
function narrowed(
  near: readonly Tie[],
  quantities: readonly number[],
  ranges: ReadonlyMap<number, readonly [number, number]>,
  start: number,
): [number, number] {
  const places = new Map(quantities.map((quantity, place) => [quantity, place]));
  const ties = near.map((tie) => ({
    ...tie,
    terms: tie.terms.map(({ quantity, sign }) => ({ quantity: places.get(quantity) ?? 0, sign })),
  }));
  const known = {
    least: Float64Array.from(quantities, (quantity) => ranges.get(quantity)?.[0] ?? 0),
    most: Float64Array.from(quantities, (quantity) => ranges.get(quantity)?.[1] ?? 0),
  };
  const { least, most } = narrow(ties, byQuantity(ties, quantities.length), known);
  const place = places.get(start) ?? 0;
  return [least[place] ?? 0, most[place] ?? 0];
}

/** A sum of which some terms know no end: those are counted apart, so that one of them can be taken out again. */
interface Sum {
  finite: number;
  endless: number;
}

function sums({ terms }: Tie, { least, most }: Ranges): { low: Sum; high: Sum } {
  const low = { finite: 0, endless: 0 };
  const high = { finite: 0, endless: 0 };
  for (const { quantity, sign } of terms) {
    add(low, sign > 0 ? (least[quantity] ?? 0) : -(most[quantity] ?? 0));
    add(high, sign > 0 ? (most[quantity] ?? 0) : -(least[quantity] ?? 0));
  }
  return { low, high };
}

function add(sum: Sum, value: number): void {
  if (Number.isFinite(value)) sum.finite += value;
  else sum.endless += 1;
}

/** The sum without one of its terms, or the end that stands in where another has none. */
function without(sum: Sum, value: number, endless: number): number {
  const isEndless = !Number.isFinite(value);
  if (sum.endless > (isEndless ? 1 : 0)) return endless;
  return isEndless ? sum.finite : sum.finite - value;
}

function rangeOf(
  tie: Tie,
  { quantity, sign }: Tie['terms'][number],
  low: Sum,
  high: Sum,
  { least, most }: Ranges,
): [number, number] {
  const [from, to] = [least[quantity] ?? 0, most[quantity] ?? 0];
  const othersLow = without(low, sign > 0 ? from : -to, -Infinity);
  const othersHigh = without(high, sign > 0 ? to : -from, Infinity);
  const [lowest, highest] = [tie.least - othersHigh, tie.most - othersLow];
  return sign > 0 ? [lowest, highest] : [-highest, -lowest];
}
