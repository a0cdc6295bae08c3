import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const VITEST = fileURLToPath(new URL('../node_modules/vitest/vitest.mjs', import.meta.url));

/** Takes files of tests and variables; runs them, and tells whether they passed and how many seconds it took. */
export function runTests(
  files: readonly string[],
  env: Readonly<Record<string, string>>,
): { passed: boolean; seconds: number; said: string } {
  const start = Date.now();
  const run = spawnSync(process.execPath, [VITEST, 'run', ...files], {
    cwd: ROOT,
    env: { ...process.env, ...env, NO_COLOR: '1' },
    encoding: 'utf8',
  });
  return {
    passed: run.status === 0,
    seconds: Math.round((Date.now() - start) / 1000),
    said: `${run.stdout}${run.stderr}`,
  };
}
