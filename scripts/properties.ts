import { z } from 'zod';
import type { Progress } from './progress.ts';
import { runTests } from './run-tests.ts';

/** A property of random extracts beside the comparison, and how many extracts it is taken to. */
interface Property {
  readonly says: string;
  readonly file: string;
  readonly extracts: number;
}

export interface Held extends Property {
  readonly seconds: number;
}

const PROPERTIES: readonly Property[] = [
  {
    says: 'The rules that answer for pasted ids tell exactly what each SELECT counts and leaves out',
    file: 'test/measures/rules.test.ts',
    extracts: 2000,
  },
  {
    says: 'The children listed behind what does not add up make the whole difference',
    file: 'test/measures/adds-up-random.test.ts',
    extracts: 300,
  },
  {
    says: 'No small number can be worked out of a return made safe together with the one before',
    file: 'test/attack/returns.test.ts',
    extracts: 500,
  },
  {
    says: 'What is withheld beside small numbers hides them, when every value is tried, and is close to the least possible',
    file: 'test/attack/loss.test.ts',
    extracts: 500,
  },
];

/** Takes the progress and the seed; gives the pieces of work that see whether each property holds. Each throws where its property does not. */
export function propertyPieces(progress: Progress, seed: number): (() => Promise<Held>)[] {
  return PROPERTIES.map((property) => async () => {
    const { file, extracts } = property;
    const seconds = await progress.done(
      `${file}: ${extracts} from ${seed}`,
      z.number(),
      async () => {
        const found = await runTests([file], {
          QUARTERLIGHT_RUNS: String(extracts),
          QUARTERLIGHT_SEED: String(seed),
        });
        const run = found.get(file);
        if (!run || run.red.length > 0)
          throw new Error(`${file} (seed ${seed}): ${run?.red.join('\n')}`);
        return run.seconds;
      },
    );
    console.log(`${property.says}: ${extracts} extracts, ${seconds} s`);
    return { ...property, seconds };
  });
}
