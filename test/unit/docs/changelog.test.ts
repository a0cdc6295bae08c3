import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { version } from '../../../package.json';
import { changelogPage } from '../../../scripts/changelog-page.ts';
import { CHANGES } from '../../../src/app/changes.ts';

it('CHANGELOG.md is what the page says (npm run changelog makes it anew)', () => {
  const page = readFileSync(new URL('../../../CHANGELOG.md', import.meta.url), 'utf8');
  expect(page).toBe(changelogPage());
});

it('the newest version is the one that this is', () => {
  expect(CHANGES[0]?.version).toBe(version);
});

it('versions stand once each, the newest first', () => {
  const months = CHANGES.map(({ month }) => month);
  expect(months).toEqual([...months].sort().reverse());
  expect(new Set(CHANGES.map((one) => one.version)).size).toBe(CHANGES.length);
});
