import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const LIMIT_MS = 3_600_000;

/** They take minutes, beside those that `npm test` walks: they are for the proof. */
const IS_PROOF = process.env['QUARTERLIGHT_RUNS'] !== undefined;

describe.runIf(IS_PROOF)('the walks that take longest', () => {
  it(
    'come to their end in the page that was just built, and in the one file',
    () => {
      const built = [[], ['--mode', 'single']].map((mode) => ran('vite', 'build', ...mode).status);
      expect(built).toEqual([0, 0]);
      const walked = ran('playwright', 'test');
      expect(walked.stdout).toMatch(/\d+ passed/);
      expect(walked.status, walked.stdout).toBe(0);
    },
    LIMIT_MS,
  );
});

function ran(command: string, ...more: readonly string[]) {
  return spawnSync('npx', [command, ...more], { cwd: ROOT, encoding: 'utf8' });
}
