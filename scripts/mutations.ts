import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import { COMPARISON } from './comparison.ts';
import { leansOn } from './leans-on.ts';
import type { Piece } from './proof-record.ts';
import { type FileRun, runTests } from './run-tests.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

const mutationList = z.array(
  z.strictObject({
    /** What a colleague might have written by mistake. */
    mistake: z.string(),
    file: z.string(),
    from: z.string(),
    to: z.string(),
    /** The file of hand-worked cases that must turn red; its measure is the one that is compared. */
    cases: z.string().regex(/^(riia|eh)-\d+-.*\.test\.ts$/),
  }),
);

export type Mutation = z.infer<typeof mutationList>[number];

/** Which of the proofs saw a definition broken on purpose. */
const seen = z.object({
  /** How many of the tests worked out by hand turned red. */
  cases: z.number(),
  /** Which random extract was the first to differ; null where none did. */
  extract: z.number().nullable(),
});

export type Seen = z.infer<typeof seen>;

/** Gives the mistakes of test/mutations.yaml. */
export function mutations(): Mutation[] {
  return mutationList.parse(parse(readFileSync(join(ROOT, 'test/mutations.yaml'), 'utf8')));
}

/** Takes mutations; gives the files of the cases that must see them, each once. */
export function casesFor(list: readonly Mutation[]): string[] {
  return [...new Set(list.map(casesOf))];
}

/** Takes a mutation, and how many random extracts from which seed to compare; gives it as a piece of the proof. */
export function pieceOfMutation(mutation: Mutation, runs: number, seed: number): Piece<Seen> {
  const { mistake, file, from, to } = mutation;
  const name = `${mistake}, in ${file}: ${runs} from ${seed}`;
  const known = [leansOn(casesOf(mutation)), leansOn(COMPARISON), from, to];
  return { name, leansOn: textHash(known.join(' ')), shape: seen };
}

/** Takes a file of cases; tells whether it is green while nothing is broken. */
export async function isGreen(file: string): Promise<boolean> {
  return (await runTests([file], {})).get(file)?.red.length === 0;
}

/**
 * Takes a mutation, and how many random extracts from which seed to compare at the most; breaks the definition in a copy,
 * and tells which proofs turned red. Throws where the file does not hold what is to be broken, or what comes of it cannot run.
 */
export async function breakDefinition(
  mutation: Mutation,
  runs: number,
  seed: number,
): Promise<Seen> {
  const root = mkdtempSync(join(tmpdir(), 'quarterlight-broken-'));
  try {
    cpSync(join(ROOT, 'spec'), join(root, 'spec'), { recursive: true });
    breakIn(root, mutation);
    const found = await runTests([casesOf(mutation), COMPARISON], {
      QUARTERLIGHT_SPEC_ROOT: root,
      QUARTERLIGHT_MEASURES: measureOf(mutation),
      QUARTERLIGHT_RUNS: String(runs),
      QUARTERLIGHT_SEED: String(seed),
    });
    return {
      cases: redOf(found, casesOf(mutation), mutation).length,
      extract: firstDiffering(redOf(found, COMPARISON, mutation)),
    };
  } finally {
    rmSync(root, { recursive: true });
  }
}

function breakIn(root: string, { file, from, to }: Mutation): void {
  const text = readFileSync(join(root, file), 'utf8');
  // The rules in a header say again, in words and SQL, what the SELECT does: it is the SELECT that is broken.
  const start = text.indexOf(from, text.indexOf('*/'));
  const place = start === -1 ? text.indexOf(from) : start;
  if (place === -1) throw new Error(`${file} holds no “${from}” to break`);
  writeFileSync(join(root, file), text.slice(0, place) + to + text.slice(place + from.length));
}

function textHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

/** The file of the cases that must see it. */
function casesOf({ cases }: Mutation): string {
  return `test/measures/${cases}`;
}

/** Takes a mutation; gives the id of the measure that it is looked for in. */
export function measureOf({ cases }: Mutation): string {
  return cases.split('-').slice(0, 2).join('-');
}

/** A statement that fails turns everything red, and shows nothing of what the proofs see. */
function redOf(
  found: ReadonlyMap<string, FileRun>,
  file: string,
  { mistake }: Mutation,
): readonly string[] {
  const run = found.get(file);
  if (!run) throw new Error(`${file} was not run`);
  const failing = run.red.find((text) => text.includes('could not be worked out'));
  if (failing !== undefined)
    throw new Error(`“${mistake}” is no wrong figure but a statement that fails: ${failing}`);
  return run.red;
}

function firstDiffering(red: readonly string[]): number | null {
  const said = red[0];
  if (said === undefined) return null;
  const after = /Property failed after (\d+) tests/.exec(said);
  if (!after) throw new Error(`The comparison turned red, but not over a random extract: ${said}`);
  return Number(after[1]);
}
