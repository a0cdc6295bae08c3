import { readFileSync } from 'node:fs';
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
    const golden = new Set(readFileSync(GOLDEN, 'utf8').split('\n').map(plain));
    const given = totalsIn(JSON.parse(readFileSync(await download.path(), 'utf8')));
    expect(given.length).toBeGreaterThan(40);
    expect(given.filter((line) => !golden.has(line))).toEqual([]);
  },
);

/** Takes a golden line; gives it with its plain number, of a ratio with the two that it is made of. */
function plain(line: string): string {
  const [, name, shown, parts] = /^(.+): ([^(]+?)(?: \((.+)\))?$/.exec(line) ?? [];
  return `${name}: ${parts ?? Number(shown?.replaceAll(',', ''))}`;
}

/** Takes a return; gives its figures that are whole and not withheld, as golden lines. */
function totalsIn(contents: unknown): string[] {
  const rows: unknown = Reflect.get(Object(contents), 'observations');
  if (!Array.isArray(rows)) throw new Error('the return has no observations');
  return rows
    .map((row: unknown): Readonly<Record<string, unknown>> => ({ ...Object(row) }))
    .filter(({ breakdown, value }) => breakdown === 'total' && typeof value === 'number')
    .map(({ measure, figure, period, value, numerator, denominator }) => {
      const parts =
        typeof numerator === 'number' ? `${numerator} of ${String(denominator)}` : value;
      return `${String(measure)} ${String(figure)} ${String(period)}: ${String(parts)}`;
    });
}
