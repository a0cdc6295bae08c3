import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { atOnce } from './at-once.ts';
import {
  type Mutation,
  breakDefinition,
  casesFor,
  casesOf,
  isGreen,
  mutations,
} from './mutations.ts';
import { openProgress } from './progress.ts';
import { type Broken, proofPage, versions } from './proof-page.ts';
import { propertyPieces } from './properties.ts';
import { runTests } from './run-tests.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const PROOF = join(ROOT, 'docs/proof.md');
const COMPARISON = 'test/measures/second-reading.test.ts';

const whole = z.coerce.number().int();
const asked = z
  .object({
    /** How many random extracts are compared, from which seed, and how many of them in one go. */
    runs: whole.min(1),
    seed: whole,
    slice: whole.min(1),
    /** How many, at the most, for each definition broken on purpose: as many as `npm test` compares. */
    'mutation-runs': whole.min(1),
    /** How many slices, or broken definitions, at the same time. */
    'at-once': whole.min(1),
    /** Only mistakes whose words or file hold this, and no slices; nothing is written. */
    mistake: z.string().optional(),
  })
  .parse(
    parseArgs({
      options: {
        runs: { type: 'string', default: '5000' },
        seed: { type: 'string', default: '20250714' },
        slice: { type: 'string', default: '250' },
        'mutation-runs': { type: 'string', default: '200' },
        'at-once': { type: 'string', default: '2' },
        mistake: { type: 'string' },
      },
    }).values,
  );

const progress = openProgress();
const { mistake } = asked;
const chosen = mutations().filter(
  (one) => mistake === undefined || one.mistake.includes(mistake) || one.file.includes(mistake),
);
const slices = mistake === undefined ? await compareAll() : [];
const properties = mistake === undefined ? propertyPieces(progress, asked.seed) : [];
const held = await atOnce(asked['at-once'], properties);
await atOnce(
  asked['at-once'],
  casesFor(chosen).map((file) => () => mustBeGreen(file)),
);
const broken = await atOnce(
  asked['at-once'],
  chosen.map((mutation) => () => breakOne(mutation)),
);
const missed = broken.filter(({ seen }) => seen.cases === 0 || seen.extract === null);
if (mistake === undefined && missed.length === 0) {
  const text = proofPage({ asked, slices, held, broken, versions: await versions() });
  writeFileSync(PROOF, text);
  console.log('Everything held. docs/proof.md is written.');
}
if (missed.length > 0) {
  console.error(`${missed.length} of ${broken.length} mistakes were missed.`);
  process.exitCode = 1;
}

/** Gives how many extracts were compared, slice by slice, and how long each took. */
function compareAll(): Promise<{ extracts: number; seconds: number }[]> {
  const { runs, slice } = asked;
  const sizes = Array.from({ length: Math.ceil(runs / slice) }, (_, place) =>
    Math.min(slice, runs - place * slice),
  );
  return atOnce(
    asked['at-once'],
    sizes.map((extracts, place) => () => compareSlice(place, extracts)),
  );
}

/** Throws, with the seed and the smallest extract that was found, where the two readings differ. */
async function compareSlice(
  place: number,
  extracts: number,
): Promise<{ extracts: number; seconds: number }> {
  const seed = seedOf(place);
  const shape = z.object({ extracts: z.number(), seconds: z.number() });
  const done = await progress.done(`${extracts} extracts from ${seed}`, shape, async () => {
    const found = await runTests([COMPARISON], {
      QUARTERLIGHT_RUNS: String(extracts),
      QUARTERLIGHT_SEED: String(seed),
    });
    const run = found.get(COMPARISON);
    if (!run || run.red.length > 0)
      throw new Error(`The readings differ (seed ${seed}): ${run?.red.join('\n')}`);
    return { extracts, seconds: run.seconds };
  });
  console.log(`slice ${place + 1}: ${extracts} extracts, no difference, ${done.seconds} s`);
  return done;
}

/** Each slice has a seed of its own, far from the next one's; the first has the one that was asked for. */
function seedOf(place: number): number {
  if (place === 0) return asked.seed;
  return createHash('sha256').update(`${asked.seed} ${place}`).digest().readInt32BE();
}

/** Takes a file of the project; gives what its text is known by. */
function textHash(file: string): string {
  return createHash('sha256')
    .update(readFileSync(join(ROOT, file)))
    .digest('hex')
    .slice(0, 16);
}

/** Throws where cases are red before anything is broken. */
function mustBeGreen(file: string): Promise<true> {
  return progress.done(`${file} ${textHash(file)}`, z.literal(true), async (): Promise<true> => {
    if (await isGreen(file)) return true;
    throw new Error(`${file} is red before anything is broken.`);
  });
}

async function breakOne(mutation: Mutation): Promise<Broken> {
  const { 'mutation-runs': runs, seed } = asked;
  const shape = z.object({ cases: z.number(), extract: z.number().nullable() });
  const piece = `${runs} from ${seed}: ${JSON.stringify(mutation)} ${textHash(casesOf(mutation))}`;
  const seen = await progress.done(piece, shape, () => breakDefinition(mutation, runs, seed));
  const byCases = seen.cases === 0 ? 'MISSED by cases' : `${seen.cases} cases`;
  const byExtract = seen.extract === null ? 'MISSED by comparison' : `extract ${seen.extract}`;
  console.log(`${mutation.mistake}: ${byCases}, ${byExtract}`);
  return { mutation, seen };
}
