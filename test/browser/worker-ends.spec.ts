import { writeRegion } from '../../fixtures/country/region-files.ts';
import { kill, loseFirst } from './end-worker.ts';
import { contacts, folder, persons } from './made-extract.ts';
import { expect, expectAccessible, measureSample, test } from './page.ts';

test.describe('a worker that ends in silence', () => {
  test('of the engine: what is shown and typed stands, and one button brings it back', async ({
    page,
  }) => {
    await measureSample(page);
    const figures = page.getByRole('main').locator('table').first();
    const before = await figures.innerText();
    await page.goto('./#/profile');
    await page.getByLabel(/days after early help ends/i).fill('92');
    await page.getByRole('button', { name: 'Use these settings' }).click();
    await expect(page.getByText('Not saved yet:').locator('..')).toContainText('settings');
    await kill(page, 'duckdb');
    const alert = page.getByRole('alert');
    await expect(alert).toContainText('The part of the page that counts has stopped');
    await expectAccessible(page);
    await expect(page.getByText('Not saved yet:').locator('..')).toContainText('settings');
    await page.goto('./#/measures');
    // What leans on no extract goes on meanwhile.
    await expect(figures).toBeVisible();
    await alert.getByRole('button', { name: 'Read the files again' }).click();
    await expect(alert).toHaveCount(0);
    await expect(page.getByRole('heading', { name: /^What adds up/ })).toBeVisible();
    await expect(page.getByRole('progressbar')).toHaveCount(0);
    expect(await figures.innerText()).toBe(before);
    await page.goto('./#/measure/riia-02');
    await page.getByText('Show the records').click();
    await expect(page.locator('[aria-label="Records"] [role=row]').nth(1)).toBeVisible();
    await page.goto('./#/profile');
    await expect(page.getByText('Not saved yet:').locator('..')).toContainText('settings');
  });

  test(
    'of the engine while it reads: told, and the files are read by trying again',
    { tag: '@proof' },
    async ({ page }) => {
      await page.goto('./');
      const files = [persons(), contacts(1_000_000)];
      await page.getByLabel('Files of the extract').setInputFiles(files);
      await expect(page.locator('#works-step')).toHaveText('Reading contacts');
      await kill(page, 'duckdb');
      const alert = page.getByRole('alert');
      await expect(alert).toContainText('The part of the page that counts has stopped');
      await alert.getByRole('button', { name: 'Try again' }).click();
      await expect(page.getByRole('row', { name: /^Contacts/ })).toContainText('1,000,000');
    },
  );

  test(
    'of the solver, and a solver that does not arrive: told where it is needed, and tried again',
    { tag: '@proof' },
    async ({ page, watched }) => {
      await measureSample(page);
      const solver = '**/highs-*.wasm';
      await loseFirst(page, 'protect');
      await page.goto('./#/return');
      await kill(page, 'task.worker');
      const alert = page.getByRole('alert');
      await expect(alert).toContainText('A part of the page stopped working');
      await page.route(solver, (route) => route.fulfill({ status: 404 }));
      await page.getByRole('button', { name: 'Try again' }).click();
      await expect(alert).toContainText('withholds small numbers did not arrive');
      await page.unroute(solver);
      await page.getByRole('button', { name: 'Try again' }).click();
      await expect(page.getByRole('heading', { name: 'Before it goes' })).toBeVisible();
      watched.complaints.length = 0;
    },
  );

  test(
    'of the collation: what was given and noted is there again, and the note is not asked for twice',
    { tag: '@proof' },
    async ({ page }) => {
      const all = writeRegion(folder(), '2024-25 Q4');
      const given = all.filter((path) => /2025-26 Q1.*(Bolton|Bury|Halton)/.test(path));
      await page.goto('./#/collate');
      await page.getByLabel('Returns to collate').setInputFiles(given);
      await page.getByRole('link', { name: /^Remarks/ }).click();
      const accept = page.locator('summary').filter({ hasText: 'Accept it' }).first();
      await accept.click();
      await page
        .getByLabel('Why is it right?')
        .first()
        .fill('It counts by the new definition already.');
      // The worker ends while a note is written: to accept it reads the files again first.
      await kill(page, 'collate.worker');
      await page.getByRole('button', { name: 'Accept', exact: true }).first().click();
      await expect(page.getByText('Accepted (1)')).toBeVisible();
      const told = await page.getByRole('main').innerText();
      await kill(page, 'collate.worker');
      await page.getByRole('link', { name: /^Totals/ }).click();
      await expect(page.getByRole('table').first()).toBeVisible();
      await page.getByRole('link', { name: /^Remarks/ }).click();
      await expect(page.getByText('Accepted (1)')).toBeVisible();
      expect(await page.getByRole('main').innerText()).toBe(told);
    },
  );
});
