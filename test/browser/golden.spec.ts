import { readFileSync } from 'node:fs';
import { goldenOf, totalsIn } from './golden.ts';
import { expect, testMeasured } from './page.ts';

const GOLDEN = new URL('../../fixtures/golden/sample.txt', import.meta.url);

testMeasured(
  'the page gives the golden figures of the sample, as the native engine does',
  async ({ page }) => {
    await page.goto('./#/return');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save as JSON' }).click(),
    ]);
    const golden = goldenOf(readFileSync(GOLDEN, 'utf8'));
    const given = totalsIn(JSON.parse(readFileSync(await download.path(), 'utf8')));
    expect(given.length).toBeGreaterThan(40);
    expect(given.filter((line) => !golden.has(line))).toEqual([]);
  },
);
