import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import { type FileRun, runTests } from './run-tests.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const COMPARISON = 'test/measures/second-reading.test.ts';

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
export interface Seen {
  /** How many of the tests worked out by hand turned red. */
  readonly cases: number;
  /** Which random extract was the first to differ; null where none did. */
  readonly extract: number | null;
}

/** Gives the mistakes of test/mutations.yaml. */
export function mutations(): Mutation[] {
  return mutationList.parse(parse(readFileSync(join(ROOT, 'test/mutations.yaml'), 'utf8')));
}

/** Takes mutations; gives the text of the cases that must see them, each file's once. */
export function casesText(list: readonly Mutation[]): string {
  const files = [...new Set(list.map(casesOf))];
  return files.map((file) => readFileSync(join(ROOT, file), 'utf8')).join('\n');
}

/** Takes mutations; tells whether their cases are green while nothing is broken. */
export async function casesAreGreen(list: readonly Mutation[]): Promise<boolean> {
  const files = [...new Set(list.map(casesOf))];
  const found = await runTests(files, {});
  return files.every((file) => found.get(file)?.red.length === 0);
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
  if (!text.includes(from)) throw new Error(`${file} holds no “${from}” to break`);
  writeFileSync(
    join(root, file),
    text.replace(from, () => to),
  );
}

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
