import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { atOnce } from './at-once.ts';
import { compareSlice, pieceOfSlice, slicesOf } from './comparison.ts';
import {
  type Mutation,
  breakDefinition,
  casesFor,
  isGreen,
  mutations,
  pieceOfMutation,
} from './mutations.ts';
import { proofPage, versions } from './proof-page.ts';
import { lastRun, runPiece } from './proof-record.ts';
import { canBeLookedAt, pieceOf, properties, seeWhetherHeld } from './properties.ts';

const PROOF = fileURLToPath(new URL('../docs/proof.md', import.meta.url));

const whole = z.coerce.number().int();
const asked = z
  .object({
    /** How many random extracts are compared, from which seed, and how many of them in one go. */
    runs: whole.min(1),
    seed: whole,
    slice: whole.min(1),
    /** How many, at the most, for each definition broken on purpose: some mistakes show in one extract of two hundred. */
    'mutation-runs': whole.min(1),
    /** How many pieces at the same time. */
    'at-once': whole.min(1),
    /** Only the pieces whose words or file hold this; of the others the page tells the last run. */
    only: z.string().optional(),
  })
  .parse(
    parseArgs({
      options: {
        runs: { type: 'string', default: '5000' },
        seed: { type: 'string', default: '20250714' },
        slice: { type: 'string', default: '250' },
        'mutation-runs': { type: 'string', default: '1000' },
        'at-once': { type: 'string', default: '2' },
        only: { type: 'string' },
      },
    }).values,
  );

const { seed, 'mutation-runs': mostRuns } = asked;
const slices = slicesOf(asked.runs, seed, asked.slice);
const all = { properties: properties(), mutations: mutations() };

try {
  await runAll();
} finally {
  writeFileSync(PROOF, await page());
}

async function runAll(): Promise<void> {
  const wanted = slices.filter((slice) => isAsked(pieceOfSlice(slice).name));
  const looked = all.properties.filter(({ says, file }) => isAsked(says, file));
  await atOnce(asked['at-once'], [
    ...wanted.map((slice) => () => compareSlice(slice)),
    ...looked.filter(canBeLookedAt).map((property) => () => seeWhetherHeld(property, seed)),
  ]);
  const mistakes = all.mutations.filter(({ mistake, file }) => isAsked(mistake, file));
  const toBreak = mistakes.filter(
    (one) => !lastRun(pieceOfMutation(one, mostRuns, seed))?.isCurrent,
  );
  const cases = casesFor(toBreak).map((file) => () => mustBeGreen(file));
  await atOnce(asked['at-once'], cases);
  const seen = await atOnce(
    asked['at-once'],
    mistakes.map((mutation) => () => breakOne(mutation)),
  );
  const missed = seen.filter((isSeen) => !isSeen).length;
  if (missed > 0) {
    console.error(`${missed} of ${seen.length} mistakes were missed.`);
    process.exitCode = 1;
  }
}

function isAsked(...words: readonly string[]): boolean {
  const { only } = asked;
  return only === undefined || words.some((word) => word.includes(only));
}

/** What the record has of all pieces, whichever of them were run now. */
async function page(): Promise<string> {
  return proofPage({
    seed,
    mostRuns,
    slices: slices.map((slice) => lastRun(pieceOfSlice(slice))),
    held: all.properties.map((property) => ({ property, run: lastRun(pieceOf(property, seed)) })),
    broken: all.mutations.map((mutation) => ({
      mutation,
      run: lastRun(pieceOfMutation(mutation, mostRuns, seed)),
    })),
    versions: await versions(),
  });
}

/** Throws where cases are red before anything is broken. */
async function mustBeGreen(file: string): Promise<void> {
  if (!(await isGreen(file))) throw new Error(`${file} is red before anything is broken.`);
}

/** Tells whether both proofs saw it. */
async function breakOne(mutation: Mutation): Promise<boolean> {
  const { cases, extract } = await runPiece(pieceOfMutation(mutation, mostRuns, seed), () =>
    breakDefinition(mutation, mostRuns, seed),
  );
  const byCases = cases === 0 ? 'MISSED by cases' : `${cases} cases`;
  const byExtract = extract === null ? 'MISSED by comparison' : `extract ${extract}`;
  console.log(`${mutation.mistake}: ${byCases}, ${byExtract}`);
  return cases > 0 && extract !== null;
}
