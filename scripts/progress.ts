import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const FOLDER = join(ROOT, 'node_modules/.cache/quarterlight-proof');

/** All that a figure and its comparison depend on. Mutations and their cases are known by their own text, so they are not here. */
const PROVED = [
  ...['disclosure', 'engine', 'files', 'intake', 'measure', 'model', 'spec'].map(
    (room) => `src/${room}`,
  ),
  'spec',
  'build',
  'test/attack',
  'test/measures',
  'test/reading',
  'package-lock.json',
];

const ELSEWHERE = /^test\/measures\/(riia|eh)-.*\.test\.ts$/;

const finished = z.record(z.string(), z.unknown());

/** What has been done so far of a long proof, kept in a file, so that it can be taken up again. */
export interface Progress {
  /** Takes a piece's name, the shape of its outcome, and the work; gives the outcome, of the file where it is known. */
  done<T>(piece: string, shape: z.ZodType<T>, work: () => Promise<T>): Promise<T>;
}

/** Gives the progress of the project as it stands: where anything that is proved has changed, there is none. */
export function openProgress(): Progress {
  const path = join(FOLDER, `${hashOf(PROVED)}.json`);
  return {
    async done(piece, shape, work) {
      const known = readFinished(path)[piece];
      if (known !== undefined) return shape.parse(known);
      const outcome = await work();
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, JSON.stringify({ ...readFinished(path), [piece]: outcome }));
      return outcome;
    },
  };
}

function readFinished(path: string): Readonly<Record<string, unknown>> {
  if (!statSync(path, { throwIfNoEntry: false })) return {};
  return finished.parse(JSON.parse(readFileSync(path, 'utf8')));
}

/** Takes files and folders of the project; gives what all that is in them is known by. */
export function hashOf(paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const path of paths.flatMap(filesIn).filter((path) => !ELSEWHERE.test(path)))
    hash.update(path).update(readFileSync(join(ROOT, path)));
  return hash.digest('hex').slice(0, 16);
}

function filesIn(path: string): string[] {
  if (!statSync(join(ROOT, path)).isDirectory()) return [path];
  return readdirSync(join(ROOT, path))
    .sort()
    .flatMap((name) => filesIn(`${path}/${name}`));
}
