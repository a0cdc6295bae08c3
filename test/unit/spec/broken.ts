import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import { ROOT } from './root.ts';

const made: string[] = [];

/** Takes a file of spec/, text that stands in it and what is to stand there instead; gives the root of a copy so changed. */
export function changed(path: string, from: string, to: string): string {
  const root = copied();
  const text = readFileSync(join(root, path), 'utf8');
  if (!text.includes(from)) throw new RangeError(`${path} does not hold ${from}`);
  writeFileSync(join(root, path), text.replace(from, to));
  return root;
}

/** Takes a new file's path and its text; gives the root of a copy of spec/ with that file. */
export function added(path: string, text: string): string {
  const root = copied();
  writeFileSync(join(root, path), text);
  return root;
}

/** Takes nothing; removes, after each test, the copies that it made. */
export function removeCopies(): void {
  afterEach(() => {
    for (const root of made.splice(0)) rmSync(root, { recursive: true, force: true });
  });
}

function copied(): string {
  const root = mkdtempSync(join(tmpdir(), 'quarterlight-spec-'));
  made.push(root);
  cpSync(join(ROOT, 'spec'), join(root, 'spec'), { recursive: true });
  return root;
}
