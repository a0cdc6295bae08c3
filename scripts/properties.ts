import { spawnSync } from 'node:child_process';
import { z } from 'zod';
import { whereFirefox } from '../test/firefox/start-firefox.ts';
import { postgresql } from '../test/collate/cluster.ts';
import { leansOn } from './leans-on.ts';
import { type Piece, runPiece } from './proof-record.ts';
import { runTests } from './run-tests.ts';

/** A property of made-up extracts beside the comparison, and the size it is taken to: more than the tests of every day have time for. */
export interface Property {
  readonly says: string;
  readonly file: string;
  /** How many random extracts or returns, mutated inputs of a reader, children of one authority, workbooks, or quarters, authorities or packs of the country. */
  readonly size: readonly [count: number, of: Sized];
  /** A program without which it cannot be looked at: where there is none it is left out, and that is said. */
  readonly program?: Program;
  /** What it reads beside what it imports. */
  readonly reads?: readonly string[];
}

type Sized =
  | 'extracts'
  | 'returns'
  | 'children'
  | 'workbooks'
  | 'quarters of the whole country'
  | 'authorities'
  | 'quarters of a region'
  | 'builds of each kind'
  | 'walk'
  | 'walks'
  | 'mutated inputs';

interface Program {
  readonly name: string;
  readonly isThere: () => boolean;
  /** How it comes to be there. */
  readonly todo: string;
}

const LIBREOFFICE: Program = {
  name: 'soffice',
  isThere: () => spawnSync('soffice', ['--version']).status === 0,
  todo: 'Debian has it as libreoffice-calc',
};

const FIREFOX: Program = {
  name: 'Firefox',
  isThere: () => whereFirefox() !== null,
  todo: 'Debian has it as firefox-esr',
};

const POSTGRESQL: Program = {
  name: 'PostgreSQL under /usr/lib/postgresql',
  isThere: () => postgresql() !== null,
  todo: 'on Debian it comes with apt-get install postgresql, and is started here by itself',
};

/** All that the page is built from. */
const BUILT_FROM = [
  ...['build', 'public', 'spec', 'src', 'index.html', 'vite.config.ts', 'package-lock.json'],
];

/** What is read of any bytes, and how often: text and JSON ten times as often as what is packed. */
const READERS = [
  ['an extract as CSV', 'csv', 10_000],
  ['a profile', 'profile', 10_000],
  ['a return in each of its forms', 'return', 10_000],
  ['a benchmark pack', 'pack', 10_000],
  ['a published file', 'published', 10_000],
  ['a filled-in template', 'template', 10_000],
  ['the saved work of a collation', 'project', 10_000],
  ['each of a zip, a workbook and a Parquet file', 'packed', 1000],
] as const;

const HOSTILE: readonly Property[] = READERS.map(([what, file, count]) => ({
  says: `Of any bytes, ${what} is refused in a sentence or read as what it is, soon, and nothing is left behind`,
  file: `test/hostile/${file}.test.ts`,
  size: [count, 'mutated inputs'],
}));

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
    reads: ['public/sample'],
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
    program: LIBREOFFICE,
  },
  {
    says: 'What is planted in a country’s returns is told when they are collated, each with its sentence, and nothing else',
    file: 'test/collate/planted.test.ts',
    size: [12, 'quarters of the whole country'],
  },
  {
    says: 'Totals of England and of every region are those that are worked out apart, in every series',
    file: 'test/collate/totals.test.ts',
    size: [12, 'quarters of the whole country'],
  },
  {
    says: 'A pack has the same figures in Compare, and made again from its own CSV it is the same, byte for byte',
    file: 'test/collate/pack.test.ts',
    size: [2, 'quarters of the whole country'],
  },
  {
    says: 'No number that an authority withheld can be worked out of a whole shareable pack with all its totals',
    file: 'test/attack/collated-pack.test.ts',
    size: [24, 'authorities'],
  },
  {
    says: 'A pack loads into PostgreSQL by the SQL of docs/warehouse.md, and its totals are worked out again there',
    file: 'test/collate/postgresql.test.ts',
    size: [1, 'quarters of a region'],
    program: POSTGRESQL,
    reads: ['docs/warehouse.md', 'docs/warehouse-tables.sql', 'public/benchmark-pack'],
  },
  {
    says: 'Two clean builds have the same bytes, and the bill of materials names every package that is shipped and no other',
    file: 'test/shipped/built.test.ts',
    size: [2, 'builds of each kind'],
    reads: BUILT_FROM,
  },
  {
    says: 'From the one file on a disk, and with the network unplugged after one visit, the whole way goes from an extract to a pack; faults are told',
    file: 'test/walks/walks.test.ts',
    size: [13, 'walks'],
    reads: [...BUILT_FROM, 'test/browser'],
  },
  {
    says: 'In Firefox the main way goes from the sample to a return with the golden figures, and nothing is asked for elsewhere',
    file: 'test/firefox/main-way.test.ts',
    size: [1, 'walk'],
    program: FIREFOX,
    reads: [...BUILT_FROM, 'fixtures/golden'],
  },
  ...HOSTILE,
];

/** Gives the properties, in the order in which they are told. */
export function properties(): readonly Property[] {
  return PROPERTIES;
}

/** Takes a property; tells whether it can be looked at here, and says so where it cannot. */
export function canBeLookedAt({ says, program }: Property): boolean {
  if (program === undefined || program.isThere()) return true;
  console.log(`${says}: left out, because there is no ${program.name} here (${program.todo})`);
  return false;
}

/** Takes a property and the seed; gives it as a piece of the proof, of which the outcome is how many seconds it took. */
export function pieceOf({ file, size, reads }: Property, seed: number): Piece<number> {
  const name = `${file}: ${size.join(' ')} from ${seed}`;
  return { name, leansOn: leansOn(file, reads), shape: z.number() };
}

/** Takes a property and the seed; sees whether it holds at its full size. Throws where it does not. */
export async function seeWhetherHeld(property: Property, seed: number): Promise<void> {
  const { file, size, says } = property;
  const seconds = await runPiece(pieceOf(property, seed), async () => {
    const found = await runTests([file], {
      QUARTERLIGHT_RUNS: String(size[0]),
      QUARTERLIGHT_SEED: String(seed),
    });
    const run = found.get(file);
    if (!run || run.red.length > 0)
      throw new Error(`${file} (seed ${seed}): ${run?.red.join('\n')}`);
    return run.seconds;
  });
  console.log(`${says}: ${size.join(' ')}, ${seconds} s`);
}
