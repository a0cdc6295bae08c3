import { writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { type Browser, type Page, chromium } from '@playwright/test';
import { preview } from 'vite';
import { writePack } from '../src/return/pack.ts';
import { readSpec } from '../src/spec/reading/read-spec.ts';
import { findChromium } from '../test/browser/find-chromium.ts';
import { countryPack } from './bench/country-pack.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const PAGE = fileURLToPath(new URL('../docs/performance-compare.md', import.meta.url));
const RUNS = 5;
const [AUTHORITY, MEASURE] = ['202', 'riia-04'] as const;

const spec = readSpec(ROOT);
const pack = countryPack(spec, '2025-26 Q1', 24);
const bytes = Buffer.from(await writePack(pack, spec.returnStandard));
const server = await preview({ preview: { port: 4182, open: false } });
const address = server.resolvedUrls?.local[0] ?? '';
const browser = await chromium.launch(await findChromium());
const cold = await inTurn(() => coldChart(browser));
const { read, warm, longest } = await withCountry(browser);
const version = browser.version();
await browser.close();
await server.close();
writeFileSync(PAGE, text());
console.log(text());

async function inTurn<T>(once: () => Promise<T>): Promise<T[]> {
  const all: T[] = [];
  while (all.length < RUNS) all.push(await once());
  return all;
}

/** From an empty cache, by the address of a measure: until its first chart is drawn. Choosing the authority is in it. */
async function coldChart(from: Browser): Promise<number> {
  const context = await from.newContext();
  const page = await context.newPage();
  const begun = performance.now();
  await page.goto(`${address}#/compare/${MEASURE}`);
  await page.getByLabel('Local authority').selectOption(AUTHORITY);
  await page.locator('figure svg').first().waitFor();
  const took = performance.now() - begun;
  await context.close();
  return took;
}

/** The country's pack is given; then each measure's page is opened, until its first chart is drawn. */
async function withCountry(from: Browser) {
  const page = await from.newPage();
  await page.addInitScript(() => {
    const long: number[] = [];
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) long.push(duration);
    }).observe({ type: 'longtask', buffered: true });
    Object.assign(window, { long });
  });
  await page.goto(`${address}#/compare`);
  await page.getByLabel('Local authority').selectOption(AUTHORITY);
  const begun = performance.now();
  await page
    .getByLabel('Files to compare with')
    .setInputFiles({ name: 'country.zip', mimeType: 'application/zip', buffer: bytes });
  await page.getByText(pack.title).first().waitFor({ timeout: 300_000 });
  const took = performance.now() - begun;
  const measures = ['riia-02', 'riia-04', 'riia-18', 'eh-1', 'eh-5', 'eh-9'];
  await openMeasure(page, 'riia-01');
  const opened: number[] = [];
  for (const measure of measures) opened.push(await openMeasure(page, measure));
  const tasks: unknown = await page.evaluate(() => Reflect.get(window, 'long'));
  const long = Array.isArray(tasks) ? tasks.map(Number) : [];
  await page.close();
  return { read: took, warm: opened, longest: Math.max(0, ...long) };
}

async function openMeasure(page: Page, measure: string): Promise<number> {
  await page.goto(`${address}#/compare`);
  await page.getByRole('heading', { name: 'Compare', level: 1 }).waitFor();
  const begun = performance.now();
  await page.goto(`${address}#/compare/${measure}`);
  await page.locator('figure svg').first().waitFor();
  return performance.now() - begun;
}

function median(all: readonly number[]): number {
  return [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;
}

function text(): string {
  const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`;
  const day = new Date().toISOString().slice(0, 10);
  return `# Performance of Compare

Made by \`npm run bench:compare\` on ${day}: Chromium ${version}, ${cpus().length} cores; ${loadavg()[0]?.toFixed(1)} programs wanted one when it ended.
Each time is the median, with the slowest in brackets, as a person would have it: from the address, or the link, to the chart drawn.

| what | took | wanted |
|---|--:|--:|
| first chart from an empty cache, of published figures, the authority chosen on the way (${cold.length} times) | ${seconds(median(cold))} (${seconds(Math.max(...cold))}) | 2 s |
| a measure's first chart, of a pack of ${pack.areas.length} authorities and 24 quarters (${warm.length} measures) | ${seconds(median(warm))} (${seconds(Math.max(...warm))}) | 0.5 s |
| reading that pack: ${pack.observations.length.toLocaleString('en-GB')} figures, ${(bytes.length / 1e6).toFixed(1)} MB zipped | ${seconds(read)} | |

The engine is not started for any of this. The longest task on the page's thread took ${Math.round(longest)} ms.
`;
}
