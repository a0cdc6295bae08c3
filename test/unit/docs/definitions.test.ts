import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { definitionsPage } from '../../../scripts/definitions-page.ts';
import { spec } from '../../../src/spec/spec.ts';

it('docs/definitions.md is what the headers say (npm run definitions makes it anew)', () => {
  const page = readFileSync(new URL('../../../docs/definitions.md', import.meta.url), 'utf8');
  expect(page).toBe(definitionsPage(spec));
});
