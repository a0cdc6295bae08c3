import { rmSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { openNative } from '../build/native.ts';
import { textFrom } from '../src/engine/sql.ts';
import { readSpec } from '../src/spec/reading/read-spec.ts';
import { findChromium } from '../test/browser/find-chromium.ts';
import { type BenchExtract, madeExtract, sampleExtract } from './bench/extract.ts';
import { walkNative } from './bench/native.ts';
import { walkPage } from './bench/page.ts';
import { type Timed, report } from './bench/report.ts';
import type { Walk } from './bench/timing.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const BENCH = fileURLToPath(new URL('../docs/performance.md', import.meta.url));

const { values } = parseArgs({
  options: {
    /** How many walks the medians are of (of a county there is one), and the children of the larger authority. */
    runs: { type: 'string', default: '3' },
    children: { type: 'string', default: '60000' },
    /** The children of a county, in each form of its files. */
    county: { type: 'string', default: '420000' },
  },
});

const spec = readSpec(ROOT);
const server = await preview({ preview: { port: 4182, open: false } });
const address = server.resolvedUrls?.local[0] ?? '';
const browser = await chromium.launch(await findChromium());
const timed: Timed[] = [];
const load: number[] = [];
timed.push(await time(sampleExtract(), Number(values.runs)));
timed.push(
  await time(await madeExtract(Number(values.children), 'zip of CSV', false), Number(values.runs)),
);
const county = await madeExtract(Number(values.county), 'CSV', true);
timed.push(await time(county, 1));
for (const form of ['CSV in UTF-16', 'zip of CSV'] as const) {
  const same = await madeExtract(Number(values.county), form, true, county.paths);
  timed.push(await time(same, 1));
  same.paths.forEach((path) => rmSync(path));
}
county.paths.forEach((path) => rmSync(path));
const setting = { browser: `Chromium ${browser.version()}`, engine: await engineVersion(), load };
await browser.close();
await server.close();
writeFileSync(BENCH, report(timed, setting));

async function time(extract: BenchExtract, runs: number): Promise<Timed> {
  const page: Walk[] = [];
  const native: Walk[] = [];
  for (let run = 0; run < runs; run += 1) {
    native.push(await walkNative(spec, extract));
    page.push(await walkPage(browser, address, spec.reference.sampleAuthority, extract));
    load.push(loadavg()[0] ?? 0);
    const [inPage, natively] = [page.at(-1)?.figures ?? 0, native.at(-1)?.figures ?? 0];
    console.log(`${extract.title}: ${Math.round(inPage)} ms, natively ${Math.round(natively)} ms`);
  }
  return { extract, page, native };
}

async function engineVersion(): Promise<string> {
  const database = await openNative();
  const version = await database.rows('select version() as version');
  await database.close();
  return textFrom(version.at(0)['version']);
}
