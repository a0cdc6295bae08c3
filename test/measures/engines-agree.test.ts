import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openNative } from '../../build/native.ts';
import type { Database } from '../../src/engine/database.ts';
import { all } from '../../src/engine/sql.ts';
import { unpack } from '../../src/files/unpack.ts';
import type { RecordsAsked } from '../../src/model/records.ts';
import { spec } from '../../src/spec/spec.ts';
import { type Case, type Tables, caseOf, caseOfFiles, layCases } from './case.ts';
import { randomExtracts } from './random-extract.ts';
import { person } from './rows/person.ts';
import { referral } from './rows/social-care.ts';
import { together } from './together.ts';
import { openWasm } from './wasm.ts';

const SAMPLE = '../../public/sample/quarterlight-sample-extract-20250714.zip';
const ONE_BY_ONE = Number(process.env['QUARTERLIGHT_RUNS'] ?? 2);
const TOGETHER = 60;
const SEED = Number(process.env['QUARTERLIGHT_SEED'] ?? 20_250_630);
const quarters = ['2024-25 Q1', '2024-25 Q2', '2024-25 Q3', '2024-25 Q4', '2025-26 Q1'];

let native: Database;
let wasm: Database;

beforeAll(async () => {
  [native, wasm] = await Promise.all([openNative(), openWasm()]);
  await layCases(native, spec);
  await layCases(wasm, spec);
});
afterAll(() => Promise.all([native.close(), wasm.close()]));

it('is one version of DuckDB, and the build of it that the page ships', async () => {
  const version = 'select version() as version';
  expect(all(await wasm.rows(version))).toEqual(all(await native.rows(version)));
  expect(all(await wasm.rows('pragma platform'))).toEqual([{ platform: 'wasm_eh' }]);
});

describe('the sample extract', () => {
  let inNative: Case;
  let inWasm: Case;

  beforeAll(async () => {
    const path = fileURLToPath(new URL(SAMPLE, import.meta.url));
    const file = new File([readFileSync(path)], 'sample-20250714.zip');
    const found = await unpack([{ path: file.name, file }], () => undefined);
    inNative = await caseOfFiles(native, spec, found);
    inWasm = await caseOfFiles(wasm, spec, found);
  });

  it('is read alike', () => {
    expect(inWasm.report).toEqual(inNative.report);
    expect(inWasm.report.tables.filter(({ state }) => state === 'read').length).toBeGreaterThan(10);
  });

  it('gives the same observations, caveats and findings', () => {
    const told = tellingsOf(inNative);
    expect(told.size).toBeGreaterThan(30_000);
    expect(differences(told, tellingsOf(inWasm))).toEqual([]);
  });

  it('gives the same records behind every figure of the latest quarter and year', async () => {
    const latest = inNative.answer.quarters.at(-1) ?? '';
    const records = await expectSameRecords(inNative, inWasm, [latest, `year to ${latest}`]);
    expect(records).toBeGreaterThan(1000);
  });
});

describe('random extracts', () => {
  it(`give the same one by one, ${ONE_BY_ONE} of them`, async () => {
    await fc.assert(
      fc.asyncProperty(randomExtracts, async ({ tables }) => {
        const [inNative, inWasm] = await inBoth(tables);
        expect(inWasm.report).toEqual(inNative.report);
        expect(differences(tellingsOf(inNative), tellingsOf(inWasm))).toEqual([]);
      }),
      { numRuns: ONE_BY_ONE, seed: SEED },
    );
  });

  it(`give the same, and the same records, with ${TOGETHER} of them as one extract`, async () => {
    const extracts = fc.sample(randomExtracts, { numRuns: TOGETHER, seed: SEED + 1 });
    const [inNative, inWasm] = await inBoth(together(extracts.map(({ tables }) => tables)));
    expect(inWasm.report).toEqual(inNative.report);
    expect(differences(tellingsOf(inNative), tellingsOf(inWasm))).toEqual([]);
    const latest = ['2025-26 Q1', 'year to 2025-26 Q1'];
    expect(await expectSameRecords(inNative, inWasm, latest)).toBeGreaterThan(500);
  });

  it('would not, were there one row more in one of the engines', async () => {
    const [extract] = fc.sample(randomExtracts, { numRuns: 1, seed: SEED });
    const one = { ssd_person: [person('p', '2015-01-01')], ssd_cin_episodes: [] };
    const more = { ...one, ssd_cin_episodes: [referral('r', '2025-05-01')] };
    const inNative = await caseOf(native, spec, { ...extract?.tables, ...one }, { quarters });
    const inWasm = await caseOf(wasm, spec, { ...extract?.tables, ...more }, { quarters });
    expect(differences(tellingsOf(inNative), tellingsOf(inWasm)).join()).toContain(
      'riia-02 referrals 2025-26 Q1',
    );
  });
});

/** Takes a made-up extract; gives what each engine makes of it, the native one first. */
async function inBoth(tables: Tables): Promise<[Case, Case]> {
  const options = { quarters };
  return [await caseOf(native, spec, tables, options), await caseOf(wasm, spec, tables, options)];
}

/** Takes what both engines made of an extract; expects the same records behind every whole figure of the periods, and gives how many. */
async function expectSameRecords(
  inNative: Case,
  inWasm: Case,
  periods: readonly string[],
): Promise<number> {
  let records = 0;
  for (const asked of listsOf(inNative)) {
    if (!periods.includes(asked.period)) continue;
    const list = await inNative.records(asked);
    expect(await inWasm.records(asked), JSON.stringify(asked)).toEqual(list);
    records += list.length;
  }
  return records;
}

/** Takes a case; gives all that it says, each thing under a name of its own. */
function tellingsOf({ answer }: Case): Map<string, string> {
  const told = new Map<string, string>();
  for (const { measure, observations, caveats, failed } of answer.results) {
    for (const observation of observations) {
      const { figure, period, cell, ...rest } = observation;
      told.set(
        [measure, figure, period, cell?.by ?? '', cell?.cell ?? ''].join(' '),
        JSON.stringify(rest),
      );
    }
    told.set(`${measure} caveats`, JSON.stringify(caveats));
    told.set(`${measure} failed`, String(failed));
  }
  told.set('findings', JSON.stringify(answer.findings));
  return told;
}

/** The first few things that are not told alike. */
function differences(
  native: ReadonlyMap<string, string>,
  wasm: ReadonlyMap<string, string>,
): string[] {
  return [...new Set([...native.keys(), ...wasm.keys()])]
    .filter((name) => native.get(name) !== wasm.get(name))
    .slice(0, 20)
    .map((name) => `${name}: ${native.get(name)} natively, ${wasm.get(name)} in the page`);
}

/** The lists of records behind a case's whole figures, each part of a ratio of its own. */
function listsOf({ answer }: Case): RecordsAsked[] {
  return answer.results.flatMap(({ observations }) =>
    observations
      .filter(
        ({ cell, origin, outcome }) =>
          !cell && origin === 'extract' && outcome.kind !== 'not available',
      )
      .flatMap(({ measure, figure, period, outcome }) => {
        const numerator = { measure, figure, period, part: 'numerator' } as const;
        const denominator = { measure, figure, period, part: 'denominator' } as const;
        return outcome.kind === 'ratio' ? [numerator, denominator] : [numerator];
      }),
  );
}
