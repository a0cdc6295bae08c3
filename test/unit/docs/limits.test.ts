import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { limitsPage } from '../../../scripts/limits-page.ts';
import { LIMITS, type Limit } from '../../../src/model/limits.ts';

const SOURCES = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(ts|svelte)$/.test(path) && !path.endsWith('model/limits.ts'))
  .map((path) => readFileSync(`src/${path}`, 'utf8'))
  .join('\n');
const limits: readonly (readonly [string, Limit])[] = Object.entries(LIMITS);

describe('limits', () => {
  it('docs/limits.md tells them all (npm run definitions makes it anew)', () => {
    expect(readFileSync('docs/limits.md', 'utf8')).toBe(limitsPage());
  });

  it.each(limits)('%s is kept somewhere, and says what to do', (name, { then, todo }) => {
    expect(SOURCES).toMatch(new RegExp(`LIMITS\\.${name}\\b|\\b${name}\\b[^}]*} = LIMITS`));
    expect(then).toMatch(/^[A-Z].*\.$/);
    expect(todo).toMatch(/^[A-Z].*\.$/);
  });
});
