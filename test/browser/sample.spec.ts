import type { Page } from '@playwright/test';
import { expect, expectAccessible, expectDrawn, measureSample, test } from './page.ts';

const BARE = /^Show the bare extract: only what a system gives, nothing entered by hand/;
/** Items that no system's extract holds: eight of the quarterly dataset's, and one early help measure. */
const ADDED = [24, 25, 26, 27, 28, 29, 30, 31].map((number) => `riia-${number}`).concat('eh-4');

test('the sample has a value of every figure, and asks nothing when the page is left', async ({
  page,
}) => {
  await measureSample(page);
  const values = await valuesShown(page);
  expect(new Set(values.keys())).toContain('riia-31');
  for (const [measure, words] of values) {
    for (const value of words) expect(value, measure).toMatch(/^[\d,.]+%?$/);
  }
  expect(await asksWhenLeft(page)).toBe(false);
});

test('one switch shows the bare extract and the whole sample, in place', async ({ page }) => {
  await measureSample(page);
  await page.goto('./#/extract');
  const bare = page.getByRole('checkbox', { name: BARE });
  await expect(bare).not.toBeChecked();
  await bare.press('Space');
  await expect(page.getByText(/^The measures are worked out for/)).toBeVisible();
  await expect(bare).toBeChecked();
  await expectAccessible(page);

  await page.goto('./#/measures');
  const lacking = [...(await valuesShown(page))].filter(([, words]) => words.includes('Missing'));
  expect(lacking.map(([measure]) => measure).sort()).toEqual([...ADDED].sort());

  await page.goto('./#/');
  await expect(page.getByRole('checkbox', { name: BARE })).toBeChecked();
  await page.getByRole('checkbox', { name: BARE }).uncheck();
  await expect(page.getByText('The sample extract is loaded.')).toBeVisible();
  await page.goto('./#/measure/eh-4');
  await expect(
    page.getByText(/assessments? completed in April to June 2025/).first(),
  ).toBeVisible();
});

test('the bare extract can be chosen before the sample is loaded', async ({ page }) => {
  await page.goto('./');
  await page.getByRole('checkbox', { name: BARE }).check();
  await expectAccessible(page);
  await page.getByRole('button', { name: /sample extract/ }).click();
  await expect(page.getByText(/^12 of 16 tables the measures need/)).toBeVisible();
});

test('what a person enters takes the place of the sample’s, is asked about, and can be cleared', async ({
  page,
}) => {
  await measureSample(page);
  await page.goto('./#/measure/riia-24');
  await page.getByRole('textbox', { name: /Children electively home educated/ }).fill('131');
  await page.getByRole('button', { name: 'Save again' }).click();
  await expect(page.getByText('131 children electively home educated').first()).toBeVisible();
  expect(await asksWhenLeft(page)).toBe(true);

  await page.getByRole('button', { name: 'Clear what was entered' }).click();
  await expect(page.getByText('Missing: not yet entered').first()).toBeVisible();
  // The sample’s own profile has an entry there: what is kept is another than what its file says.
  expect(await asksWhenLeft(page)).toBe(true);
});

/** Takes the page, showing Measures; gives what stands for each figure of each measure. */
async function valuesShown(page: Page): Promise<Map<string, string[]>> {
  await expectDrawn(page);
  const rows = await page.locator('tr.figure').evaluateAll((all) =>
    all.map((row) => ({
      measure: /measure\/([a-z0-9-]+)/.exec(row.querySelector('a')?.href ?? '')?.[1] ?? '',
      words: row.querySelector('td b')?.textContent.trim() ?? '',
    })),
  );
  const shown = new Map<string, string[]>();
  for (const { measure, words } of rows) {
    shown.set(measure, [...(shown.get(measure) ?? []), words]);
  }
  return shown;
}

/** Takes the page; tells whether it asks before it is left, and stays on it. */
function asksWhenLeft(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const leaving = new Event('beforeunload', { cancelable: true });
    return !window.dispatchEvent(leaving);
  });
}
