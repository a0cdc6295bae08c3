import { createHash } from 'node:crypto';
import { z } from 'zod';
import { leansOn } from './leans-on.ts';
import { type Piece, runPiece } from './proof-record.ts';
import { runTests } from './run-tests.ts';

/** Where the SQL is compared with the second reading. */
export const COMPARISON = 'test/measures/second-reading.test.ts';

/** Some of the random extracts that are compared, and where their seed begins. */
export interface Slice {
  readonly place: number;
  readonly extracts: number;
  readonly seed: number;
}

const outcome = z.object({ extracts: z.number(), seconds: z.number() });

/** Takes how many extracts are compared, from which seed, and how many in one go; gives the slices. */
export function slicesOf(runs: number, seed: number, size: number): readonly Slice[] {
  return Array.from({ length: Math.ceil(runs / size) }, (_, place) => ({
    place,
    extracts: Math.min(size, runs - place * size),
    seed: seedOf(seed, place),
  }));
}

/** Takes a slice; gives it as a piece of the proof. */
export function pieceOfSlice({ extracts, seed }: Slice): Piece<z.infer<typeof outcome>> {
  const name = `${COMPARISON}: ${extracts} extracts from ${seed}`;
  return { name, leansOn: leansOn(COMPARISON), shape: outcome };
}

/** Takes a slice; compares. Throws, with the seed and the smallest extract that was found, where the two readings differ. */
export async function compareSlice(slice: Slice): Promise<void> {
  const { place, extracts, seed } = slice;
  const { seconds } = await runPiece(pieceOfSlice(slice), async () => {
    const found = await runTests([COMPARISON], {
      QUARTERLIGHT_RUNS: String(extracts),
      QUARTERLIGHT_SEED: String(seed),
    });
    const run = found.get(COMPARISON);
    if (!run || run.red.length > 0)
      throw new Error(`The readings differ (seed ${seed}): ${run?.red.join('\n')}`);
    return { extracts, seconds: run.seconds };
  });
  console.log(`slice ${place + 1}: ${extracts} extracts, no difference, ${seconds} s`);
}

/** Each slice has a seed of its own, far from the next one's; the first has the one that was asked for. */
function seedOf(seed: number, place: number): number {
  if (place === 0) return seed;
  return createHash('sha256').update(`${seed} ${place}`).digest().readInt32BE();
}
