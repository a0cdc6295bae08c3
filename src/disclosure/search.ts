import type { TiesByQuantity } from './narrow.ts';
import type { Ranges } from './sight.ts';
import type { Tie } from './ties.ts';

/** Whole numbers that fit everything shown as well as the true ones do: those that differ, the others being the true ones. */
export type Witness = ReadonlyMap<number, number>;

/** What is searched: the ties, and the true numbers, which fit them. */
export interface Ground {
  readonly ties: readonly Tie[];
  readonly of: TiesByQuantity;
  readonly truth: readonly number[];
}

/** How many moves are tried before the search gives up: what it does not find, the solver looks for. */
const MOST_MOVES = 300;

/** One quantity moved to mend a tie. */
interface Move {
  readonly quantity: number;
  readonly value: number;
}

/**
 * Takes a quantity, a value and what can be of the others; gives numbers that fit every tie with that value, or null
 * where it finds none. It moves one quantity after another to mend what the move before put out.
 */
export function search(ground: Ground, start: Move, ranges: Ranges): Witness | null {
  const found = new Searcher(ground, ranges);
  return found.mend([start]) ? found.moved : null;
}

/** Takes whole numbers that may fit; tells whether they do: each within what is known of it, and every tie held. */
export function fits({ ties, of, truth }: Ground, witness: Witness, ranges: Ranges): boolean {
  const valueOf = (quantity: number) => witness.get(quantity) ?? truth[quantity] ?? NaN;
  for (const [quantity, value] of witness) {
    if (!Number.isInteger(value)) return false;
    if (value < (ranges.least[quantity] ?? 0) || value > (ranges.most[quantity] ?? 0)) return false;
    for (const place of of[quantity] ?? []) {
      const tie = ties[place];
      if (!tie) return false;
      const sum = tie.terms.reduce((all, term) => all + term.sign * valueOf(term.quantity), 0);
      if (!(sum >= tie.least && sum <= tie.most)) return false;
    }
  }
  return true;
}

class Searcher {
  readonly moved = new Map<number, number>();
  /** By tie: how far its sum is from the true one. */
  readonly #off = new Map<number, number>();
  readonly #ground: Ground;
  readonly #ranges: Ranges;
  #moves = 0;

  constructor(ground: Ground, ranges: Ranges) {
    this.#ground = ground;
    this.#ranges = ranges;
  }

  /** Tries moves one after the other, each with all that must follow from it; leaves the first that comes out. */
  mend(moves: readonly Move[]): boolean {
    for (const move of moves) {
      this.#moves += 1;
      if (this.#moves > MOST_MOVES) return false;
      this.#make(move);
      const broken = this.#broken();
      if (broken === null || this.mend(this.#mending(broken))) return true;
      this.#takeBack(move.quantity);
    }
    return false;
  }

  #make({ quantity, value }: Move): void {
    this.moved.set(quantity, value);
    this.#shift(quantity, value - (this.#ground.truth[quantity] ?? NaN));
  }

  #takeBack(quantity: number): void {
    const value = this.moved.get(quantity) ?? NaN;
    this.moved.delete(quantity);
    this.#shift(quantity, (this.#ground.truth[quantity] ?? NaN) - value);
  }

  #shift(quantity: number, by: number): void {
    for (const place of this.#ground.of[quantity] ?? []) {
      const sign = this.#signIn(place, quantity);
      const off = (this.#off.get(place) ?? 0) + sign * by;
      if (off === 0) this.#off.delete(place);
      else this.#off.set(place, off);
    }
  }

  #signIn(place: number, quantity: number): number {
    return this.#ground.ties[place]?.terms.find((term) => term.quantity === quantity)?.sign ?? 0;
  }

  /** The first tie that does not hold. */
  #broken(): number | null {
    for (const place of this.#off.keys()) if (this.#lacks(place) !== 0) return place;
    return null;
  }

  /** What must be added to a tie's sum for it to hold. */
  #lacks(place: number): number {
    const tie = this.#ground.ties[place];
    if (!tie) return 0;
    const sum = this.#trueSum(tie) + (this.#off.get(place) ?? 0);
    if (sum > tie.most) return tie.most - sum;
    return sum < tie.least ? tie.least - sum : 0;
  }

  #trueSum({ terms }: Tie): number {
    const { truth } = this.#ground;
    return terms.reduce((all, { quantity, sign }) => all + sign * (truth[quantity] ?? NaN), 0);
  }

  /** The moves that mend a tie, or go as far as they can, those first that put least else out. */
  #mending(place: number): Move[] {
    const lacks = this.#lacks(place);
    const terms = this.#ground.ties[place]?.terms ?? [];
    return terms
      .flatMap(({ quantity, sign }) => {
        if (this.moved.has(quantity)) return [];
        const is = this.#ground.truth[quantity] ?? NaN;
        const wanted = is + sign * lacks;
        const value = Math.min(
          Math.max(wanted, this.#ranges.least[quantity] ?? 0),
          this.#ranges.most[quantity] ?? 0,
        );
        if (value === is) return [];
        const puts = (this.#ground.of[quantity] ?? []).length;
        return [{ quantity, value, cost: Math.abs(wanted - value) * 100 + puts }];
      })
      .sort((a, b) => a.cost - b.cost);
  }
}
