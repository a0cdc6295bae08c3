import { afterAll, beforeAll, expect, it } from 'vitest';
import { openNative } from '../../build/native.ts';
import type { Database } from '../../src/engine/database.ts';
import { spec } from '../../src/spec/spec.ts';
import { layCases } from '../measures/case.ts';
import { together } from '../measures/together.ts';
import { openWasm } from '../measures/wasm.ts';
import { checkedOf } from './checked.ts';
import { lifeCases } from './cases/lives.ts';
import { rowCases } from './cases/rows.ts';
import { wholeCases } from './cases/whole.ts';

const cases = Object.values({ ...rowCases, ...lifeCases, ...wholeCases });
const tables = together(cases.map(({ fires }) => fires));

let native: Database;
let wasm: Database;
beforeAll(async () => {
  [native, wasm] = [await openNative(), await openWasm()];
  await layCases(native, spec);
  await layCases(wasm, spec);
});
afterAll(async () => {
  await native.close();
  await wasm.close();
});

/** All that the checks say of the extract, and what each moves. */
async function toldBy(database: Database) {
  const checked = await checkedOf(database, spec, tables, { compared: true });
  const told: Record<string, unknown> = {};
  for (const check of spec.checks) {
    const result = checked.made.results.find((one) => one.check === check.id);
    told[check.id] = {
      result,
      rows: await checked.found(check),
      moves: await checked.moves(check),
    };
  }
  return told;
}

it('the page’s engine finds the same, and works out the same moves', async () => {
  const told = await toldBy(native);
  const found = Object.values(told).filter((one) => JSON.stringify(one).includes('"kind":"count"'));
  expect(found.length).toBeGreaterThan(20);
  expect(await toldBy(wasm)).toEqual(told);
});
