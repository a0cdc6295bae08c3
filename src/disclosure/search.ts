import type { Narrowing, TiesByQuantity } from './narrow.ts';
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
const MOST_MOVES = 200;

/**
 * Takes a quantity, a value and what can be of the others; gives numbers that fit every tie with that value, or null
 * where it finds none, and says so where there are none. All keep as near to the true ones as they can; what puts a tie out is mended by moving another.
 */
export function search(
  ground: Ground,
  { quantity, value }: { readonly quantity: number; readonly value: number },
  narrowing: Narrowing,
): Witness | 'impossible' | null {
  const steps = narrowing.steps;
  const searcher = new Searcher(ground, narrowing);
  const isPossible = narrowing.set(quantity, value);
  const found = isPossible && searcher.mend() ? searcher.witness(steps) : null;
  narrowing.backTo(steps);
  return isPossible ? found : 'impossible';
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
  readonly #ground: Ground;
  readonly #narrowing: Narrowing;
  readonly #start: number;
  #moves = 0;

  constructor(ground: Ground, narrowing: Narrowing) {
    this.#ground = ground;
    this.#narrowing = narrowing;
    this.#start = narrowing.steps;
  }

  /** The numbers that are not the true ones. */
  witness(steps: number): Witness {
    const witness = new Map<number, number>();
    for (let step = steps; step < this.#narrowing.steps; step += 1) {
      const quantity = this.#narrowing.movedAt(step);
      const value = this.#valueOf(quantity);
      if (value !== this.#ground.truth[quantity]) witness.set(quantity, value);
    }
    return witness;
  }

  /** Moves one quantity after another until every tie holds. */
  mend(): boolean {
    const broken = this.#broken();
    if (!broken) return true;
    for (const { quantity, value } of this.#mending(broken)) {
      this.#moves += 1;
      if (this.#moves > MOST_MOVES) return false;
      const steps = this.#narrowing.steps;
      if (this.#narrowing.set(quantity, value) && this.mend()) return true;
      this.#narrowing.backTo(steps);
    }
    return false;
  }

  /** The number nearest to the true one that can still be. */
  #valueOf(quantity: number): number {
    const { least, most } = this.#narrowing.ranges;
    const is = this.#ground.truth[quantity] ?? NaN;
    return Math.min(Math.max(is, least[quantity] ?? 0), most[quantity] ?? 0);
  }

  /** The first tie that does not hold, and what must be added to its sum for it to hold. */
  #broken(): { readonly tie: Tie; readonly lacks: number } | null {
    const { ties, of } = this.#ground;
    const met = new Uint8Array(ties.length);
    for (let step = this.#start; step < this.#narrowing.steps; step += 1) {
      for (const place of of[this.#narrowing.movedAt(step)] ?? []) {
        const tie = ties[place];
        if (!tie || met[place] === 1) continue;
        met[place] = 1;
        const lacks = this.#lacks(tie);
        if (lacks !== 0) return { tie, lacks };
      }
    }
    return null;
  }

  #lacks({ terms, least, most }: Tie): number {
    let sum = 0;
    for (const { quantity, sign } of terms) sum += sign * this.#valueOf(quantity);
    if (sum > most) return most - sum;
    return sum < least ? least - sum : 0;
  }

  /** The moves that mend a tie, or go as far as they can, those first that are in fewest other ties. */
  #mending({ tie, lacks }: { readonly tie: Tie; readonly lacks: number }) {
    const { least, most } = this.#narrowing.ranges;
    return tie.terms
      .flatMap(({ quantity, sign }) => {
        const is = this.#valueOf(quantity);
        const wanted = is + sign * lacks;
        const value = Math.min(Math.max(wanted, least[quantity] ?? 0), most[quantity] ?? 0);
        if (value === is) return [];
        const ties = (this.#ground.of[quantity] ?? []).length;
        return [{ quantity, value, cost: Math.abs(wanted - value) * 100 + ties }];
      })
      .sort((a, b) => a.cost - b.cost);
  }
}
