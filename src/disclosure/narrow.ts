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

/** What can be of each quantity, narrowed step by step, with a way back. Walked millions of times: nothing is made anew on the way. */
export class Narrowing {
  readonly #ties: readonly Tie[];
  readonly #of: TiesByQuantity;
  readonly ranges: Ranges;
  /** What was narrowed, step by step: the quantity, and its least and its most before. */
  readonly #moved: number[] = [];
  readonly #least: number[] = [];
  readonly #most: number[] = [];
  readonly #isWaiting: Uint8Array;
  readonly #low = new Sum();
  readonly #high = new Sum();

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
    return this.#moved.length;
  }

  /** The quantity that was narrowed at a step. One may be met again. */
  movedAt(step: number): number {
    return this.#moved[step] ?? 0;
  }

  backTo(steps: number): void {
    const { least, most } = this.ranges;
    for (let step = this.steps - 1; step >= steps; step -= 1) {
      const quantity = this.movedAt(step);
      least[quantity] = this.#least[step] ?? 0;
      most[quantity] = this.#most[step] ?? 0;
    }
    for (const column of [this.#moved, this.#least, this.#most]) column.length = steps;
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
      for (let step = steps; step < this.steps; step += 1) {
        for (const other of this.#of[this.movedAt(step)] ?? NONE) {
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
    this.#addUp(tie);
    for (const { quantity, sign } of tie.terms) {
      const [from, to] = [least[quantity] ?? 0, most[quantity] ?? 0];
      const ofOthersLow = this.#low.without(sign > 0 ? from : -to, -Infinity);
      const ofOthersHigh = this.#high.without(sign > 0 ? to : -from, Infinity);
      const lowest = sign > 0 ? tie.least - ofOthersHigh : ofOthersLow - tie.most;
      const highest = sign > 0 ? tie.most - ofOthersLow : ofOthersHigh - tie.least;
      if (lowest <= from && highest >= to) continue;
      if (!this.#narrowTo(quantity, Math.max(from, lowest), Math.min(to, highest))) return false;
    }
    return true;
  }

  /** The least and the most that the sum of a tie can be. */
  #addUp({ terms }: Tie): void {
    const { least, most } = this.ranges;
    this.#low.empty();
    this.#high.empty();
    for (const { quantity, sign } of terms) {
      const [from, to] = [least[quantity] ?? 0, most[quantity] ?? 0];
      this.#low.add(sign > 0 ? from : -to);
      this.#high.add(sign > 0 ? to : -from);
    }
  }

  #narrowTo(quantity: number, least: number, most: number): boolean {
    const { ranges } = this;
    this.#moved.push(quantity);
    this.#least.push(ranges.least[quantity] ?? 0);
    this.#most.push(ranges.most[quantity] ?? 0);
    ranges.least[quantity] = least;
    ranges.most[quantity] = most;
    return least <= most;
  }
}

const NONE: readonly number[] = [];

/** A sum of which some terms know no end: those are counted apart, so that one of them can be taken out again. */
class Sum {
  #finite = 0;
  #endless = 0;

  empty(): void {
    this.#finite = 0;
    this.#endless = 0;
  }

  add(value: number): void {
    if (Number.isFinite(value)) this.#finite += value;
    else this.#endless += 1;
  }

  /** The sum without one of its terms, or the end that stands in where another has none. */
  without(value: number, end: number): number {
    const isEndless = !Number.isFinite(value);
    if (this.#endless > (isEndless ? 1 : 0)) return end;
    return isEndless ? this.#finite : this.#finite - value;
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
