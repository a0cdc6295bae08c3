import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { writeRegion } from '../../fixtures/country/region-files.ts';
import { unzip } from '../unit/return/unzip.ts';
import { expect, expectAccessible, tabTo, test } from './page.ts';

/** Of the country that is made up with faults: sound ones, and one of each kind that must be told. */
const GIVEN = /(Blackpool|Bolton|Bury|Halton|Liverpool|Trafford|Wirral|Cheshire-East|St-Helens)/;

const folder = mkdtempSync(join(tmpdir(), 'quarterlight-region-'));
const made: string[] = [];

test.beforeAll(() => {
  const all = writeRegion(folder, '2024-25 Q4');
  made.push(...all.filter((path) => path.includes('2025-26 Q1') && GIVEN.test(path)));
});
test.afterAll(() => rmSync(folder, { recursive: true }));

const fits = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;

/** Takes the page, on a step that is drawn; expects it accessible, and no wider than a phone. */
async function expectSound(page: Page): Promise<void> {
  await expectAccessible(page);
  await page.setViewportSize({ width: 360, height: 800 });
  await expectAccessible(page);
  expect(await page.evaluate(fits)).toBe(0);
  await page.setViewportSize({ width: 1280, height: 720 });
}

async function step(page: Page, name: RegExp): Promise<void> {
  await tabTo(page, 'link', name);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Collate', level: 1 })).toBeFocused();
}

test('a lead walks from the returns to the pack and to Compare with the keyboard alone', async ({
  page,
}) => {
  test.setTimeout(300_000);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto('./#/collate');
  await expectSound(page);
  await tabTo(page, 'button', /^Choose files$/);
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.keyboard.press('Enter'),
  ]);
  await chooser.setFiles(made);

  await expect(page.getByText(/^8 of the 24 authorities expected are in for/)).toBeVisible();
  await expect(page.getByRole('row', { name: /^Wirral not in no return/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /^Bury (received|withheld)/ })).toBeVisible();
  await expectSound(page);

  await step(page, /^Files/);
  await expect(page.getByRole('heading', { name: /^Refused \(2\)/ })).toBeVisible();
  const child = page.getByRole('listitem').filter({ hasText: 'Trafford list.csv' });
  await expect(child).toContainText('about single children');
  await expect(child.getByText('Words for an e-mail')).toHaveCount(0);
  await expect(page.getByRole('listitem').filter({ hasText: 'quarterlight_Bury' })).toContainText(
    'remark',
  );
  await expect(page.getByRole('group', { name: 'Liverpool, 2025-26 Q1' })).toBeVisible();
  await expectSound(page);

  await step(page, /^Remarks/);
  const remark = page.getByText(/^Bolton, Referrals \(riia-02\).*the cells by age add up to/);
  await expect(remark).toBeVisible();
  await expectSound(page);
  await page.getByLabel('Authority').selectOption({ label: 'Halton' });
  await expect(remark).toHaveCount(0);
  await page.locator('summary').filter({ hasText: 'Accept it' }).first().focus();
  await page.keyboard.press('Enter');
  await tabTo(page, 'textbox', /Why is it right/);
  await page.keyboard.type('Asked, and Jane Smith says so.');
  await tabTo(page, 'button', /^Accept$/);
  await page.keyboard.press('Enter');
  await expect(page.getByText('It has what looks like a name.')).toBeVisible();
  await page
    .getByLabel('Why is it right?')
    .first()
    .fill('It counts by the new definition already.');
  await tabTo(page, 'button', /^Accept$/);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Accepted (1)')).toBeVisible();

  await step(page, /^Totals/);
  await expect(page.getByText(/^Figures of 8 of the 24 authorities of North West/)).toBeVisible();
  await expect(page.getByRole('row', { name: /^Initial contacts \d/ })).toContainText('8 of 24');
  await page.getByLabel('Statistical neighbours of').selectOption({ label: 'Bolton' });
  await tabTo(page, 'button', /^Add the group$/);
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^Statistical neighbours of Bolton:/)).toBeVisible();
  await expectSound(page);

  await step(page, /^The pack/);
  await expectSound(page);
  await tabTo(page, 'button', /^Make the pack$/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'The pack is made' })).toBeFocused({
    timeout: 200_000,
  });
  await expectSound(page);
  const pack = await saved(page, /^Save the pack/);
  const tables = await unzip(new Uint8Array(pack));
  const rows = (tables.get('observations.csv') ?? '').split('\r\n');
  expect(rows.filter((row) => row.includes('NEVER TO BE PUBLISHED'))).toEqual([]);
  expect(tables.get('remarks.csv')).toContain('It counts by the new definition already.');
  const repeat = rows.find((row) =>
    /riia-04,\d+,repeat,2025-26 Q1,.*,Blackpool,total,total,ratio/.test(row),
  );
  const shown = Number(repeat?.split(',').at(15)).toFixed(1);

  await tabTo(page, 'button', /^Open it in Compare$/);
  await page.keyboard.press('Enter');
  await page.getByLabel('Local authority').selectOption({ label: 'Blackpool' });
  await expect(page.getByText(/^Benchmark pack of North West/).first()).toBeVisible();
  await page.goto('./#/compare/riia-04?quarter=2025-26-Q1');
  await expect(page.getByText(`The figure for Blackpool was ${shown}%`).first()).toBeVisible();
  // What counts children in an extract is not fetched for any of it.
  expect(asked.filter((url) => url.endsWith('.wasm') && url.includes('duckdb'))).toEqual([]);
});

test('work is taken up again another day, choices are reversed, and all of it can be cleared', async ({
  page,
}) => {
  test.setTimeout(240_000);
  await page.goto('./#/collate');
  await page
    .getByLabel('Returns to collate')
    .setInputFiles(made.filter((path) => /Liverpool/.test(path)));
  await expect(page.getByText(/^1 of the 24 authorities expected is in for/)).toBeVisible();
  await page.goto('./#/collate/files');
  await expect(
    page.getByRole('paragraph').filter({ hasText: 'says 3 figures otherwise' }),
  ).toBeVisible();
  await page.getByRole('radio', { name: /^version 1/ }).check();
  await expect(page.getByRole('button', { name: /^Let the latest stand again/ })).toBeVisible();
  await expect(page.getByText('You have made choices since it was last saved.')).toBeVisible();
  const project = await saved(page, /^Save your work$/);
  await expect(page.getByText('You have made choices since it was last saved.')).toHaveCount(0);

  await page.getByRole('button', { name: 'Clear everything' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Clear everything' }).click();
  await page.goto('./#/collate');
  await expect(page.getByText('Drop the returns here')).toBeVisible();
  await page.getByLabel('Returns to collate').setInputFiles({
    name: 'work.json',
    mimeType: 'application/json',
    buffer: project,
  });
  await expect(page.getByText(/^1 of the 24 authorities expected is in for/)).toBeVisible();
  await page.goto('./#/collate/files');
  await expect(page.getByRole('radio', { name: /^version 1/ })).toBeChecked();
  await page.getByRole('button', { name: /^Let the latest stand again/ }).click();
  await expect(page.getByRole('radio', { name: /^version 2/ })).toBeChecked();
});

async function saved(page: Page, button: RegExp): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  return readFileSync(await download.path());
}
