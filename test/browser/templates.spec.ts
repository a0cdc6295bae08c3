import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, expectAccessible, test } from './page.ts';

/** What an authority without an SSD extract types under the headings of the three templates. */
const TYPED = {
  eh_contacts: ['1,a,01/05/2025,Police,,,', '2,b,02/06/2025,School,,,'],
  eh_episodes: ['1,a,06/05/2025,,,05/05/2012,F,WBRI', '2,b,03/06/2025,20/06/2025,Outcome met,,,'],
  eh_assessments: ['1,a,02/05/2025,05/05/2025,,,'],
} as const;

for (const width of [1280, 360]) {
  test(
    `an authority without an SSD fills in the templates, and sees its early help (${width} pixels)`,
    width === 360 ? {} : { tag: '@proof' },
    async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      await page.goto('./');
      await page.getByText('I have no SSD: fill in a template').click();
      await expectAccessible(page);
      const files = [];
      for (const [table, rows] of Object.entries(TYPED)) {
        const name = `${table}.csv`;
        const text = [await templateText(page, name), ...rows, ''].join('\r\n');
        files.push({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
      }
      await page.getByLabel('Files of the extract').setInputFiles(files);

      await expect(page.getByRole('heading', { name: 'Extract', level: 1 })).toBeVisible();
      const tables = page.getByRole('table', { name: 'The tables of the extract' });
      await expect(tables.getByRole('row', { name: /eh_episodes/ })).toContainText('Read');
      await page.getByLabel(/Local authority/).selectOption('000');
      await page.getByLabel('Day', { exact: true }).fill('14');
      await page.getByLabel('Month', { exact: true }).fill('7');
      await page.getByLabel('Year', { exact: true }).fill('2025');
      await page.getByRole('button', { name: 'Work out the measures' }).click();
      await expect(page.getByRole('heading', { name: 'Measures', level: 1 })).toBeVisible();

      await page.goto('./#/measure/eh-2');
      await expect(
        page.getByText('2 episodes started in April to June 2025').first(),
      ).toBeVisible();
      await expect(page.getByText(/Counted from eh_episodes/).first()).toBeVisible();
      await page.goto('./#/measure/riia-01');
      await expect(page.getByText(/the extract has no table ssd_contacts/).first()).toBeVisible();
    },
  );
}

/** Saves a template; gives its heading, which is all that it holds. */
async function templateText(page: Page, name: string): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: `Save ${name}` }).click(),
  ]);
  expect(download.suggestedFilename()).toBe(name);
  const text = readFileSync(await download.path(), 'utf8');
  expect(text.trim().split('\r\n')).toHaveLength(1);
  return text.trim();
}
