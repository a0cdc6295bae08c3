import { afterAll, beforeAll, expect, it } from 'vitest';
import { openNative } from '../../build/native.ts';
import type { Database } from '../../src/engine/database.ts';
import { all, numberFrom, textFrom } from '../../src/engine/sql.ts';
import { foundIn } from '../../src/quality/find.ts';
import { spec } from '../../src/spec/spec.ts';
import type { SpecCheck } from '../../src/spec/types.ts';
import { layCases } from '../measures/case.ts';
import { together } from '../measures/together.ts';
import { checkedOf } from './checked.ts';
import { lifeCases } from './cases/lives.ts';
import { rowCases } from './cases/rows.ts';

let database: Database;
beforeAll(async () => {
  database = await openNative();
  await layCases(database, spec);
});
afterAll(() => database.close());

/** The view that a table's rows become, one for one. */
const viewOf = (table: string) => spec.staging.find(({ of }) => of === table);

it('every fault and remark that the views know is told by one check', () => {
  const sql = [spec.rules, ...spec.staging.filter(({ noun }) => noun).map((view) => view.sql)].join(
    '\n',
  );
  const known = new Set(
    [...sql.matchAll(/then '((?:with|authorised|completed) [^']+)'/g)].map(([, why]) => why ?? ''),
  );
  expect(known.size).toBeGreaterThan(10);
  for (const why of known) {
    const telling = spec.checks.filter(({ faults, remarks }) =>
      [...faults, ...remarks].includes(why),
    );
    expect({ [why]: telling.map(({ id }) => id) }).toEqual({ [why]: [expect.any(String)] });
  }
});

it('what a view has cause to doubt is told by a check in the same words', () => {
  const doubts = spec.staging.flatMap((view) => view.doubts);
  expect(doubts.length).toBeGreaterThan(0);
  for (const { says } of doubts) {
    const telling = spec.checks.filter(({ looks }) => looks.some(({ sql }) => sql.includes(says)));
    expect({ [says]: telling.map(({ kind }) => kind) }).toEqual({ [says]: ['whole'] });
  }
});

it('where a check stands for a fault or a remark, it finds as many rows as the view has', async () => {
  const tables = together(Object.values({ ...rowCases, ...lifeCases }).map(({ fires }) => fires));
  await checkedOf(database, spec, tables);
  const compared = new Set<string>();
  for (const check of spec.checks) {
    if (check.faults.length + check.remarks.length === 0) continue;
    for (const table of check.tables) {
      const staged = await stagedCount(check, table);
      if (staged === null) continue;
      const found = await database.rows(
        `select count(*)::integer as rows from ${foundIn(check)} where "table" = '${table}'`,
      );
      expect({ [`${check.id} ${table}`]: numberFrom(found.at(0)['rows']) }).toEqual({
        [`${check.id} ${table}`]: staged,
      });
      if (staged > 0) compared.add(check.id);
    }
  }
  const standing = spec.checks.filter(({ faults, remarks }) => faults.length + remarks.length > 0);
  expect([...compared].sort()).toEqual(standing.map(({ id }) => id).sort());
});

/** How many rows of a table its view says this of; of periods of care, the episodes they are made of. */
async function stagedCount({ faults, remarks }: SpecCheck, table: string): Promise<number | null> {
  const view = viewOf(table);
  if (!view) return null;
  const rows = await database.rows(
    `select fault, remark from ${view.id}_row
     union all select fault, null from (select fault, unnest(episode_ids) from period_of_care_row) where '${table}' = 'ssd_cla_episodes'`,
  );
  return all(rows).filter(({ fault, remark }) => {
    if (fault !== null && fault !== undefined) return faults.includes(textFrom(fault));
    return remark !== null && remark !== undefined && remarks.includes(textFrom(remark));
  }).length;
}
