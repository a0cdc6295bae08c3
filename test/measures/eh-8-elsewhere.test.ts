import { afterAll, beforeAll, expect, it } from 'vitest';
import { openNative } from '../../build/native.ts';
import type { Database } from '../../src/engine/database.ts';
import { reconcile } from '../../src/measure/reconcile.ts';
import { NOTHING_SETTLED } from '../../src/model/reading.ts';
import { spec } from '../../src/spec/spec.ts';
import { caseOf, layCases, quarterFrom } from './case.ts';
import { earlyHelp } from './rows/early-help.ts';
import { ehEpisode } from './rows/elsewhere.ts';
import { person } from './rows/person.ts';

let database: Database;
beforeAll(async () => {
  database = await openNative();
  await layCases(database, spec);
});
afterAll(() => database.close());

const QUARTER = quarterFrom('2025-26 Q1'); // 1 April to 30 June 2025
const tables = {
  ssd_person: [person('10', '2015-01-01')],
  ssd_early_help_episodes: [earlyHelp('1', '10', '2025-01-01', '2025-05-01')],
  eh_episodes: [
    ehEpisode('1', '10', '2025-01-02', '2025-05-02'), // an id of each that the SSD has too, for others
    ehEpisode('2', '20', '2025-01-02', '2025-07-02'),
    ehEpisode('3', '30', null, '2025-05-02'),
  ],
};

/** Holds ids against the episodes closed; gives the records in both, only here, and what the others are left out by. */
async function compared(pasted: string) {
  const reading = { ...NOTHING_SETTLED, earlyHelpPersons: 'of its own' } as const;
  const { report } = await caseOf(database, spec, tables, { quarters: [QUARTER], reading });
  const found = await reconcile(
    { database, spec, tables: report.tables },
    { measure: 'eh-8', figure: 'closed', part: 'numerator', period: QUARTER, pasted, ids: null },
  );
  const records = (list: typeof found.both) =>
    Array.from({ length: list.length }, (_, place) => list.at(place).recordId).sort();
  return {
    both: records(found.both),
    onlyHere: records(found.onlyHere),
    left: found.reasons.map(({ reason, ids }) => [ids, reason.kind]),
  };
}

it('an id is found as the early help system gave it, and as the lists of records mark it', async () => {
  expect(await compared('1')).toEqual({ both: ['1', '1 (early help)'], onlyHere: [], left: [] });
  const marked = await compared('1 (early help)');
  expect(marked).toEqual({ both: ['1 (early help)'], onlyHere: ['1'], left: [] });
});

it('says of an id as the early help system gave it what left it out', async () => {
  expect((await compared('1\n2\n3\n4')).left).toEqual([
    [1, 'rule'], // 2 ended after the quarter
    [1, 'fault'], // 3 has no start
    [1, 'not found'],
  ]);
});

it('finds the children of the early help system by their ids there', async () => {
  const { both, left } = await compared('10\n20\n30\n40');
  expect(both).toEqual(['1', '1 (early help)']);
  expect(left).toEqual([
    [1, 'rule'],
    [1, 'fault'],
    [1, 'not found'],
  ]);
});
