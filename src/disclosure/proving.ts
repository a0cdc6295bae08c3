import type { Hiding } from './hiding.ts';
import { Narrowing, narrow } from './narrow.ts';
import type { Protected } from './protected.ts';
import { type Ground, type Witness, fits, search } from './search.ts';
import type { Ranges } from './sight.ts';
import { type Solve, solveFor } from './solver.ts';

/** For a protected quantity, by each value of its range: numbers that fit all that is shown, and have that value. */
export type Proof = ReadonlyMap<number, Witness>;

/** What a reader can know at one moment: as shown, and after all that follows from it. */
export interface Known {
  readonly shown: Ranges;
  readonly narrowing: Narrowing;
}

/** Takes what is withheld; gives what a reader can know. */
export function knownBy(ground: Ground, hiding: Hiding): Known {
  const shown = hiding.sight.all();
  return { shown, narrowing: new Narrowing(ground, narrow(ground.ties, ground.of, shown)) };
}

/** One number and the value that it is to have. */
interface Move {
  readonly quantity: number;
  readonly value: number;
}

/** Finds proofs. Whatever fits for one number is remembered for the others that it has another value of. */
export class Prover {
  readonly #ground: Ground;
  readonly #solve: Solve;
  /** By protected quantity and value: numbers that fitted once. More withheld, they fit still. */
  readonly #found = new Map<number, Map<number, Witness>>();

  constructor(ground: Ground, must: readonly Protected[], solve: Solve) {
    this.#ground = ground;
    this.#solve = solve;
    for (const { quantity } of must) this.#found.set(quantity, new Map());
  }

  /**
   * Takes a protected quantity and what a reader can know; gives the proof that none of its range can be ruled out, or null
   * where there is none, or none was found. Arithmetic first, then a search, then the solver.
   */
  prove({ quantity, from, to }: Protected, known: Known): Proof | null {
    const { least, most } = known.narrowing.ranges;
    if ((least[quantity] ?? 0) > from || (most[quantity] ?? 0) < to) return null;
    const proof = new Map<number, Witness>();
    for (let value = from; value <= to; value += 1) {
      const witness = this.#witness({ quantity, value }, known);
      if (!witness) return null;
      proof.set(value, witness);
    }
    return proof;
  }

  #witness(move: Move, { shown, narrowing }: Known): Witness | null {
    const { quantity, value } = move;
    if (this.#ground.truth[quantity] === value) return new Map();
    const known = this.#found.get(quantity)?.get(value);
    if (known && fits(this.#ground, known, shown)) return known;
    const searched = search(this.#ground, move, narrowing);
    if (searched === 'impossible') return null;
    const found = searched ?? solveFor(this.#ground, move, narrowing.ranges, this.#solve);
    if (!found || !fits(this.#ground, found, shown)) return null;
    for (const [other, is] of found) this.#found.get(other)?.set(is, found);
    return found;
  }
}
