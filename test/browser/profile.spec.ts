import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, expectAccessible, measureSample, test, testMeasured } from './page.ts';

test('a setting moves its figures, is refused out of bounds, and is told as unsaved', async ({
  page,
}) => {
  await measureSample(page);
  await page.goto('./#/measure/eh-6');
  const before = await steppedUp(page);
  await page.goto('./#/profile');
  await expect(page.getByText('Nothing has changed since')).toBeVisible();
  await expectAccessible(page);
  const days = page.getByLabel(/days after early help ends/i);
  await days.fill('93');
  await page.getByRole('button', { name: 'Use these settings' }).click();
  await expect(page.getByText('Enter a whole number from 0 to 92')).toBeVisible();
  await expect(days).toBeFocused();
  await expectAccessible(page);
  await days.fill('92');
  await page.getByRole('button', { name: 'Use these settings' }).click();
  await expect(page.getByText('The settings are kept')).toBeVisible();
  await expect(page.getByText('Not saved yet:').locator('..')).toContainText('settings');
  await page.goto('./#/measure/eh-6');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('stepped up');
  expect(await steppedUp(page)).toBeGreaterThan(before);
});

testMeasured(
  'numbers entered by hand stand by quarter, each leads to its form',
  async ({ page }) => {
    await page.goto('./#/profile');
    const region = page.getByRole('region', { name: 'Numbers entered by hand, by quarter' });
    await expect(region.getByRole('row')).toHaveCount(13);
    await region.getByRole('link', { name: /^Entered.*home.*April to June 2025/ }).click();
    await expect(page).toHaveURL(/measure\/riia-24\?quarter=2025-26-Q1/);
    await expect(page.getByRole('heading', { name: /^Entered by hand for April/ })).toBeVisible();
  },
);

test('answers about early help go with the return', async ({ page }) => {
  await measureSample(page);
  await page.goto('./#/profile');
  await expect(page.getByText('All of them are answered.')).toBeVisible();
  await page.getByRole('radio', { name: 'In batches, from time to time' }).check();
  await expect(page.getByText('answers about early help.')).toBeVisible();
  await page.goto('./#/return');
  await expect(page.getByText('In batches, from time to time')).toBeVisible();
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as JSON' }).click();
  const written: unknown = JSON.parse(await readFile(await (await downloading).path(), 'utf8'));
  expect(written).toMatchObject({
    earlyHelp: expect.arrayContaining([
      expect.objectContaining({
        id: 'closing',
        answer: { id: 'in_batches', title: 'In batches, from time to time' },
      }),
    ]),
  });
});

test('without an extract a profile can be begun, given peers, and is kept by its file', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto('./#/profile');
  await expect(page.getByRole('heading', { name: 'Whose profile is it?' })).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('Local authority').selectOption('301');
  await page.getByLabel('Name of a new group').fill('Near us');
  await page.getByRole('button', { name: 'Add the group' }).click();
  await page
    .getByRole('combobox', { name: 'Add a local authority to Near us' })
    .selectOption({ label: 'Barnet' });
  await page
    .getByRole('combobox', { name: 'Add a local authority to Near us' })
    .selectOption({ label: 'Brent' });
  await page.getByRole('button', { name: 'Take out Brent' }).click();
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);

  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save profile' }).click();
  const file = await (await downloading).path();
  expect(await readFile(file, 'utf8')).toContain('{"name":"Near us","authorities":["302"]}');
  await page.reload();
  await page.getByLabel('File of the profile').setInputFiles(file);
  await expect(page.getByRole('heading', { name: /^The profile of Barking/ })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Take out Barnet' })).toBeVisible();
});

/** Takes the page, showing how many children were stepped up; gives the number. */
async function steppedUp(page: Page): Promise<number> {
  const sentence = page.getByText(/^\s*\d[\d,]* (child|children) .*in April to June 2025/).first();
  return Number(/[\d,]+/.exec(await sentence.innerText())?.[0].replace(',', ''));
}
