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
  readonly narrowed: Ranges;
}

/** Takes what is withheld; gives what a reader can know. */
export function knownBy({ ties, of }: Ground, hiding: Hiding): Known {
  const shown = hiding.sight.all();
  return { shown, narrowed: narrow(ties, of, shown) };
}

/**
 * Takes a protected quantity and what a reader can know; gives the proof that none of its range can be ruled out, or null
 * where there is none, or none was found in time. Arithmetic first, then a search, then the solver.
 */
export function prove(
  ground: Ground,
  { quantity, from, to }: Protected,
  { shown, narrowed }: Known,
  solve: Solve,
): Proof | null {
  const narrowing = new Narrowing(ground, narrowed);
  if ((narrowed.least[quantity] ?? 0) > from || (narrowed.most[quantity] ?? 0) < to) return null;
  const proof = new Map<number, Witness>();
  for (let value = from; value <= to; value += 1) {
    const witness = witnessOf(ground, { quantity, value }, narrowing, solve);
    if (!witness || !fits(ground, witness, shown)) return null;
    proof.set(value, witness);
  }
  return proof;
}

/** Arithmetic and a search first, and the solver for what they leave open. */
function witnessOf(
  ground: Ground,
  move: { readonly quantity: number; readonly value: number },
  narrowing: Narrowing,
  solve: Solve,
): Witness | null {
  if (ground.truth[move.quantity] === move.value) return new Map();
  const found = search(ground, move, narrowing);
  if (found === 'impossible') return null;
  return found ?? solveFor(ground, move, narrowing.ranges, solve);
}
