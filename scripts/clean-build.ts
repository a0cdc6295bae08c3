import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { filesIn } from '../build/files-in.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const VITE = join(ROOT, 'node_modules/vite/bin/vite.js');
/** All that is built from. */
const SOURCES = [
  ...['build', 'public', 'spec', 'src', 'index.html', 'package.json'],
  ...['package-lock.json', 'svelte.config.js', 'tsconfig.json', 'vite.config.ts'],
];

/** Gives a folder that holds a copy of all that is built from, and nothing that was built before. */
export function cleanCopy(): string {
  const folder = mkdtempSync(join(tmpdir(), 'quarterlight-built-'));
  for (const path of SOURCES) cpSync(join(ROOT, path), join(folder, path), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

/** What can be built, and the folder that it is built to. */
export const BUILDS = {
  hosted: { arguments: [], folder: 'dist' },
  single: { arguments: ['--mode', 'single'], folder: 'dist-single' },
} as const;

/** Takes such a folder and more arguments for the build; builds there. Throws, with what was said, where that fails. */
export function build(folder: string, ...more: readonly string[]): void {
  execFileSync(process.execPath, [VITE, 'build', '--logLevel', 'error', ...more], {
    cwd: folder,
    stdio: 'pipe',
  });
}

/** Takes a folder that was built; gives each file in it with its SHA-256. */
export function hashesOf(folder: string): ReadonlyMap<string, string> {
  const hash = (file: string) =>
    createHash('sha256')
      .update(readFileSync(join(folder, file)))
      .digest('hex');
  return new Map(filesIn(folder).map((file) => [file, hash(file)]));
}
