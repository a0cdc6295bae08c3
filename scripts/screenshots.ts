import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Page, chromium } from '@playwright/test';
import { preview } from 'vite';
import { writeRegion } from '../fixtures/country/region-files.ts';
import { findChromium } from '../test/browser/find-chromium.ts';

const FOLDER = fileURLToPath(new URL('../docs/screenshots', import.meta.url));

const SCREENS = [
  { name: 'desktop', viewport: { width: 1280, height: 900 } },
  { name: 'phone', viewport: { width: 360, height: 740 } },
] as const;

/** Each page by its name and address; the sample is loaded and measured before those of the second list. */
const BEFORE = [
  ['start', ''],
  ['definitions', '#/definitions'],
  ['definition', '#/definitions/riia-04'],
  ['help', '#/help'],
  ['help-analyst', '#/help/analyst'],
  ['help-lead', '#/help/lead'],
  ['help-region', '#/help/region'],
  ['accessibility', '#/accessibility'],
  ['privacy', '#/privacy'],
  ['about', '#/about'],
  ['changes', '#/changes'],
  ['check-return', '#/check-return'],
] as const;
const AFTER = [
  ['extract', '#/extract'],
  ['words', '#/words'],
  ['quality', '#/quality'],
  ['profile', '#/profile'],
  ['measures', '#/measures'],
  ['measure', '#/measure/riia-04'],
  ['records', '#/measure/riia-18'],
  ['two-clocks', '#/measure/riia-07'],
  ['by-hand', '#/measure/riia-24'],
  ['return', '#/return'],
] as const;

/** With the sample pack beside the sample. */
const COMPARED = [
  ['compare', '#/compare'],
  ['compare-measure', '#/compare/eh-5'],
  ['report', '#/report'],
] as const;

/** With what a made-up region sent, faults and all. */
const COLLATED = [
  ['collate-who', '#/collate'],
  ['collate-files', '#/collate/files'],
  ['collate-remarks', '#/collate/remarks'],
  ['collate-totals', '#/collate/totals'],
  ['collate-pack', '#/collate/pack'],
] as const;

const region = mkdtempSync(join(tmpdir(), 'quarterlight-region-'));
const returns = writeRegion(region, '2024-25 Q2');
const server = await preview({ preview: { port: 4181, strictPort: true, open: false } });
const address = server.resolvedUrls?.local[0] ?? '';
const browser = await chromium.launch(await findChromium());
mkdirSync(FOLDER, { recursive: true });
for (const { name, viewport } of SCREENS) {
  const page = await browser.newPage({ viewport, reducedMotion: 'reduce' });
  for (const [place, hash] of BEFORE) await take(page, hash, `${place}-${name}`);
  await page.goto(address);
  await page.getByRole('button', { name: /sample extract/ }).click();
  await page.getByRole('button', { name: 'Work out the measures' }).click();
  await page.getByRole('heading', { name: 'Measures', level: 1 }).waitFor();
  for (const [place, hash] of AFTER) await take(page, hash, `${place}-${name}`);
  await page.goto(`${address}#/compare`);
  await page.getByRole('button', { name: 'Look at a sample pack' }).click();
  await page.getByText('Take it away').first().waitFor();
  for (const [place, hash] of COMPARED) await take(page, hash, `${place}-${name}`);
  await page.goto(`${address}#/collate`);
  await page.getByLabel('Returns to collate').setInputFiles(returns);
  await page.getByRole('link', { name: /^Remarks/ }).waitFor({ timeout: 300_000 });
  for (const [place, hash] of COLLATED) await take(page, hash, `${place}-${name}`);
  await page.close();
}
await browser.close();
await server.close();
rmSync(region, { recursive: true });

async function take(page: Page, hash: string, name: string): Promise<void> {
  await page.goto(address + hash);
  await page.getByRole('heading', { level: 1 }).waitFor();
  if (name.startsWith('records')) {
    await page.getByText('Show the records').click();
    await page.getByRole('table', { name: 'Records' }).scrollIntoViewIfNeeded();
  }
  if (name.startsWith('quality'))
    await page.getByText('What changes a headline most comes first').waitFor({ timeout: 120_000 });
  if (name.startsWith('return'))
    await page.getByRole('heading', { name: 'Before it goes' }).waitFor({ timeout: 120_000 });
  if (hash.includes('measure/riia-0')) await drawCharts(page);
  if (hash.startsWith('#/compare')) await drawCharts(page);
  if (name.startsWith('report')) await makeReport(page);
  if (name.startsWith('collate-who'))
    await page.getByRole('rowheader', { name: 'Wirral' }).nth(1).waitFor();
  if (name.startsWith('collate-totals'))
    await page.getByRole('rowheader', { name: 'Initial contacts', exact: true }).waitFor();
  // All the definitions together are too long a picture.
  const fullPage = !name.startsWith('definition');
  await page.screenshot({ path: join(FOLDER, `${name}.png`), fullPage });
  console.log(`${name}.png`);
}

/** Charts are drawn when they come near the view. */
async function drawCharts(page: Page): Promise<void> {
  await page.locator('figure').first().waitFor();
  for (const figure of await page.locator('figure').all()) {
    await figure.scrollIntoViewIfNeeded();
    await figure.locator('svg').waitFor();
  }
  await page.evaluate(() => window.scrollTo(0, 0));
}

async function makeReport(page: Page): Promise<void> {
  await page.getByLabel('Children in early help').check();
  await page
    .getByLabel('Your sentence on Children in early help')
    .fill('More families ask us earlier.');
  await page.getByRole('button', { name: 'Make the report' }).click();
  await page.getByRole('button', { name: 'Save as one HTML file' }).waitFor({ timeout: 120_000 });
  await drawCharts(page);
}
