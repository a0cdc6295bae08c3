import { spawnSync } from 'node:child_process';
import { z } from 'zod';
import type { Progress } from './progress.ts';
import { runTests } from './run-tests.ts';

/** A property of made-up extracts beside the comparison, and the size it is taken to: more than the tests of every day have time for. */
interface Property {
  readonly says: string;
  readonly file: string;
  /** How many random extracts or returns, children of one authority, or workbooks. */
  readonly size: readonly [count: number, of: 'extracts' | 'returns' | 'children' | 'workbooks'];
  /** A program without which it cannot be looked at: where there is none it is left out, and that is said. */
  readonly program?: string;
}

export interface Held extends Property {
  readonly seconds: number;
}

const PROPERTIES: readonly Property[] = [
  {
    says: 'The rules that answer for pasted ids tell exactly what each SELECT counts and leaves out',
    file: 'test/measures/rules.test.ts',
    size: [2000, 'extracts'],
  },
  {
    says: 'The children listed behind what does not add up make the whole difference',
    file: 'test/measures/adds-up-random.test.ts',
    size: [300, 'extracts'],
  },
  {
    says: 'What a check is said to move is what measuring the changed extract gives',
    file: 'test/checks/moves.test.ts',
    size: [250, 'extracts'],
  },
  {
    says: 'The two engines give the same, extract by extract',
    file: 'test/measures/engines-agree.test.ts',
    size: [20, 'extracts'],
  },
  {
    says: 'An authority has the same figures in the dress of every system',
    file: 'test/dresses/same-figures.test.ts',
    size: [25_000, 'children'],
  },
  {
    says: 'What is personal is in no table, no list and no file',
    file: 'test/dresses/leak.test.ts',
    size: [25_000, 'children'],
  },
  {
    says: 'No small number can be worked out of a return made safe together with the one before',
    file: 'test/attack/returns.test.ts',
    size: [500, 'returns'],
  },
  {
    says: 'What is withheld beside small numbers hides them, when every value is tried, and is close to the least possible',
    file: 'test/attack/loss.test.ts',
    size: [500, 'returns'],
  },
  {
    says: 'A template filled in for five measures, and a collator’s workbook, come through LibreOffice as they should',
    file: 'test/unit/template/libreoffice.test.ts',
    size: [3, 'workbooks'],
    program: 'soffice',
  },
];

function canBeLookedAt({ says, program }: Property): boolean {
  if (program === undefined || spawnSync(program, ['--version']).status === 0) return true;
  console.log(`${says}: left out, because there is no ${program} here`);
  return false;
}

/** Takes the progress and the seed; gives the pieces of work that see whether each property holds. Each throws where its property does not. */
export function propertyPieces(progress: Progress, seed: number): (() => Promise<Held>)[] {
  return PROPERTIES.filter(canBeLookedAt).map((property) => async () => {
    const {
      file,
      size: [count, of],
    } = property;
    const seconds = await progress.done(
      `${file}: ${count} ${of} from ${seed}`,
      z.number(),
      async () => {
        const found = await runTests([file], {
          QUARTERLIGHT_RUNS: String(count),
          QUARTERLIGHT_SEED: String(seed),
        });
        const run = found.get(file);
        if (!run || run.red.length > 0)
          throw new Error(`${file} (seed ${seed}): ${run?.red.join('\n')}`);
        return run.seconds;
      },
    );
    console.log(`${property.says}: ${count} ${of}, ${seconds} s`);
    return { ...property, seconds };
  });
}
