import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { countryOf } from '../fixtures/country/country.ts';
import { countryFiles } from '../fixtures/country/files.ts';
import { asStandIn } from '../fixtures/country/safe-to-share.ts';
import type { Quarter } from '../src/model/period.ts';
import { stepQuarter } from '../src/model/period.ts';
import { writePack } from '../src/return/pack.ts';
import { readPublished } from '../src/spec/reading/published.ts';
import { readSpec } from '../src/spec/reading/read-spec.ts';
import { findChromium } from '../test/browser/find-chromium.ts';
import { type CollatedNatively, collateNatively } from './bench/collate-native.ts';
import { COLLATING, type Collated, walkCollate } from './bench/collate-page.ts';
import { scalePack } from './bench/scale-pack.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const PAGE = fileURLToPath(new URL('../docs/performance-collate.md', import.meta.url));
const LAST: Quarter = '2025-26 Q1';
const WORDS: Readonly<Record<(typeof COLLATING)[number], string>> = {
  reading: 'reading the pack and checking each of its rows, and its seal',
  remarks: 'collating it, and looking for what is odd in it, until who is in is shown',
  totals: 'totals of England, shown',
  making: 'making the pack: totals of England and each region in every series, audited',
  writing: 'writing it, with its totals',
};

const { values } = parseArgs({
  options: { quarters: { type: 'string', default: '24' } },
});
const folder = mkdtempSync(join(tmpdir(), 'quarterlight-collate-'));
const spec = readSpec(ROOT);
const published = readPublished(ROOT, spec.measures, spec.reference.authorities);
const from = stepQuarter(LAST, 1 - Number(values.quarters));
const pack = await packFile();
const returns = await returnFiles();
const native = await collateNatively(pack.table, spec.reference.authorities);
const server = await preview({ preview: { port: 4183, open: false } });
const address = server.resolvedUrls?.local[0] ?? '';
const browser = await chromium.launch(await findChromium());
const ofPack = await walkCollate(browser, address, [pack.path], true);
const ofReturns = await walkCollate(browser, address, returns, false);
const version = browser.version();
await browser.close();
await server.close();
rmSync(folder, { recursive: true });
writeFileSync(PAGE, text());
console.log(text());

/** A pack of the whole country and all quarters, and its table as native DuckDB reads it. */
async function packFile() {
  const country = countryOf({ spec, published }, { seed: 1, from, to: LAST });
  const { pack: made, csv } = scalePack(country);
  const [path, table] = [join(folder, 'country.zip'), join(folder, 'observations.csv')];
  writeFileSync(table, csv);
  const bytes = await writePack(made, spec.returnStandard);
  writeFileSync(path, bytes);
  const { length: authorities } = country.authorities;
  return {
    ...{ path, table, authorities, rows: made.observations.length },
    ...{ megabytes: bytes.length / 1e6, unpacked: csv.length / 1e6 },
  };
}

/** One quarter's return of each authority, in the forms that they choose, with nothing planted. */
async function returnFiles(): Promise<string[]> {
  const country = countryOf({ spec, published }, { seed: 1, from: LAST, to: LAST });
  const paths: string[] = [];
  for await (const { path, bytes } of countryFiles(country, asStandIn(spec), { clean: true })) {
    const whole = join(folder, path);
    mkdirSync(dirname(whole), { recursive: true });
    writeFileSync(whole, bytes);
    paths.push(whole);
  }
  return paths;
}

function seconds(ms: number | undefined): string {
  return `${((ms ?? 0) / 1000).toFixed(1)} s`;
}

function ratio(page: number, natively: number): string {
  return `${(page / natively).toFixed(1)} times`;
}

function text(): string {
  const load = loadavg()[0] ?? 0;
  const busy =
    load > cpus().length + 1
      ? ' **The machine was busy**: the ratios and the processor’s times are what counts.'
      : '';
  const day = new Date().toISOString().slice(0, 10);
  const { took } = ofPack;
  const wanted = (took.reading ?? 0) + (took.remarks ?? 0) + (took.making ?? 0);
  return `# Performance of Collate

Made by \`npm run bench:collate\` on ${day}: Chromium ${version}, ${cpus().length} cores; ${load.toFixed(1)} programs wanted one when it ended.${busy}
Each is one walk through the built page, from the files given to what is shown; nothing is read before.

## A pack of the whole country

${pack.authorities} authorities, ${values.quarters} quarters, all breakdowns: **${pack.rows.toLocaleString('en-GB')} observations**, ${pack.megabytes.toFixed(1)} MB zipped, ${pack.unpacked.toFixed(0)} MB of CSV.
Read, checked and totalled, England and each region in every series and audited, in **${seconds(wanted)}** (wanted: 30 s), with **${ofPack.memory.toLocaleString('en-GB')} MB** at the most until the pack was written (wanted: 1,000 MB).

| what | took |
|---|--:|
${COLLATING.map((stretch) => `| ${WORDS[stretch]} | ${seconds(took[stretch])} |`).join('\n')}
| the processor’s time of all, of every process of the browser | ${seconds(ofPack.processor)} |

The longest task on the page's thread took ${ofPack.longest} ms.

${besideNative(native, took)}

## The returns of one quarter

${returns.length} returns in all four forms, read, checked and collated in **${seconds((ofReturns.took.reading ?? 0) + (ofReturns.took.remarks ?? 0))}**: ${seconds(ofReturns.took.reading)} to read them, ${seconds(ofReturns.took.remarks)} for
the rest, with ${ofReturns.memory.toLocaleString('en-GB')} MB at the most and ${seconds(ofReturns.processor)} of the processor's time.
`;
}

function besideNative({ reading, totals, rows }: CollatedNatively, took: Collated['took']): string {
  const [read, made] = [took.reading ?? 0, took.making ?? 0];
  return `Native DuckDB, on one thread, from the table as it is unpacked (${rows.toLocaleString('en-GB')} rows): reading it and looking for rows that are there twice takes ${seconds(reading)},
sums, shares, means and quartiles of England and each region ${seconds(totals)}. The page takes **${ratio(read, reading)}** as long to read, where it unpacks, checks and
hashes besides, and **${ratio(made, totals)}** as long to total, where it finds the range of each withheld total, audits and sorts besides.`;
}
