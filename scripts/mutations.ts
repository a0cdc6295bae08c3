import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import { runTests } from './run-tests.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

const mutationList = z.array(
  z.strictObject({
    /** What a colleague might have written by mistake. */
    mistake: z.string(),
    file: z.string(),
    from: z.string(),
    to: z.string(),
    /** The file of hand-worked cases that must turn red. */
    cases: z.string(),
  }),
);

/** One definition broken on purpose, and which of the proofs saw it. */
export interface Broken {
  readonly mistake: string;
  readonly file: string;
  readonly seenByCases: boolean;
  readonly seenByComparison: boolean;
}

/**
 * Takes how many random extracts to compare; breaks each definition that test/mutations.yaml names, one at a time and in
 * a copy, and tells which proofs turned red. Throws where a mutation no longer finds what it breaks.
 */
export function breakDefinitions(runs: number, told: (broken: Broken) => void): Broken[] {
  const list = mutationList.parse(parse(readFileSync(join(ROOT, 'test/mutations.yaml'), 'utf8')));
  return list.map(({ mistake, file, from, to, cases }) => {
    const root = mkdtempSync(join(tmpdir(), 'quarterlight-broken-'));
    try {
      cpSync(join(ROOT, 'spec'), join(root, 'spec'), { recursive: true });
      const text = readFileSync(join(root, file), 'utf8');
      if (!text.includes(from)) throw new Error(`${file} holds no “${from}” to break`);
      writeFileSync(join(root, file), text.replace(from, to));
      const env = { QUARTERLIGHT_SPEC_ROOT: root, QUARTERLIGHT_RUNS: String(runs) };
      const broken = {
        mistake,
        file,
        seenByCases: !runTests([`test/measures/${cases}`], env).passed,
        seenByComparison: !runTests(['test/measures/second-reading.test.ts'], env).passed,
      };
      told(broken);
      return broken;
    } finally {
      rmSync(root, { recursive: true });
    }
  });
}
