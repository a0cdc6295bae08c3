import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openNative } from '../../build/native.ts';
import type { Database } from '../../src/engine/database.ts';
import { numberFrom } from '../../src/engine/sql.ts';
import { countedBy } from '../../src/measure/compose.ts';
import {
  type Step,
  candidatesSql,
  countsSql,
  stepsOf,
  verdictsSql,
} from '../../src/measure/verdicts.ts';
import { type Day, addDays, parseDay } from '../../src/model/day.ts';
import type { RecordsMeasure } from '../../src/model/measure.ts';
import { lastDay, quarterOf } from '../../src/model/period.ts';
import { NOTHING_SETTLED } from '../../src/model/reading.ts';
import { spec } from '../../src/spec/spec.ts';
import { type Row, type Tables, caseOf, layCases } from './case.ts';
import { alike } from './random-elsewhere.ts';
import { randomExtracts } from './random-extract.ts';
import { together } from './together.ts';

/** Many small extracts are looked at as one: planning a statement takes longer than running it. */
const TOGETHER = 50;
const RUNS = Math.ceil(Number(process.env['QUARTERLIGHT_RUNS'] ?? 300) / TOGETHER);
const SEED = Number(process.env['QUARTERLIGHT_SEED'] ?? 20_250_714);
const quarters = ['2024-25 Q1', '2024-25 Q2', '2024-25 Q3', '2024-25 Q4', '2025-26 Q1'];

const measures = spec.measures.filter((measure) => measure.kind === 'records');
const PARTS = ['numerator', 'denominator'] as const;

/** Every figure of every measure, and each part of it that can be listed. */
const asked = measures.flatMap((measure) =>
  measure.figures
    .filter((figure) => figure.kind !== 'rate')
    .flatMap((figure) =>
      PARTS.filter((part) => figure.kind === 'ratio' || part === 'numerator').map((part) => ({
        name: `${measure.id} ${figure.id} ${part}`,
        measure,
        figure: figure.id,
        part,
      })),
    ),
);
type Asked = (typeof asked)[number];

const many = fc
  .array(randomExtracts, { minLength: TOGETHER, maxLength: TOGETHER })
  .map((extracts) => ({
    earlyHelpPersons: extracts[0]?.earlyHelpPersons ?? null,
    extracts: alike(extracts).map(({ tables }) => tables),
  }));
/** As set by default, or otherwise: each setting at its least, its usual or its greatest. */
const settings = fc.record(
  Object.fromEntries(
    measures.flatMap((measure) =>
      measure.settings.map(({ id, min, default: usual, max }) => [
        id,
        fc.constantFrom(usual, min, max),
      ]),
    ),
  ),
);
/** In every third extract the days are moved to the turns of quarters, where most rules turn too. */
function someAtTurns(extracts: readonly Tables[]): Tables[] {
  return extracts.map((tables, nth) => (nth % 3 === 0 ? atTurns(tables) : tables));
}

function atTurns(tables: Tables): Tables {
  const moved = (row: Row): Row =>
    Object.fromEntries(
      Object.entries(row).map(([column, value]) => {
        const day = value === null || column === 'pers_dob' ? null : parseDay(value);
        return [column, day === null ? value : atTurn(day)];
      }),
    );
  return Object.fromEntries(Object.entries(tables).map(([name, rows]) => [name, rows.map(moved)]));
}

/** The last day of a day's quarter, the one before or the one after. */
function atTurn(day: Day): Day {
  return addDays(lastDay(quarterOf(day)), (Number(day.slice(8)) % 3) - 1);
}

let database: Database;
beforeAll(async () => {
  database = await openNative();
  await layCases(database, spec);
});
afterAll(() => database.close());

it(`the rules tell, on ${RUNS * TOGETHER} random extracts, exactly what each SELECT counts and leaves out`, async () => {
  const stoppedAt = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(many, settings, async ({ extracts, earlyHelpPersons }, chosen) => {
      const reading = { ...NOTHING_SETTLED, earlyHelpPersons };
      const options = { extractDate: '2025-07-14', quarters, settings: chosen, reading };
      await caseOf(database, spec, together(someAtTurns(extracts)), options);
      for (const one of asked) {
        const { steps, sql } = proof(one);
        const row = (await database.rows(sql)).at(0);
        expect({ [one.name]: row }).toMatchObject({
          [one.name]: {
            counted_but_stopped: 0,
            let_through: 0,
            counted_by_none: 0,
            unknown_record: 0,
          },
        });
        steps.forEach((step, place) => {
          // A child that counts once by another record is a rule only where the header says so.
          if (step.kind === 'once' && step.otherwise === null) return;
          const name = `${one.measure.id} ${step.kind === 'once' ? step.otherwise : step.rule.otherwise}`;
          stoppedAt.set(name, (stoppedAt.get(name) ?? 0) + numberFrom(row[`stopped_${place}`]));
        });
      }
    }),
    { numRuns: RUNS, seed: SEED, endOnFailure: true },
  );
  // A rule that never stopped anything would not have been looked at.
  expect([...stoppedAt].filter(([, times]) => times === 0).map(([name]) => name)).toEqual([]);
}, 3_600_000);

it('every measure with records says for each of its parts what it takes to be in it', () => {
  expect(measures.length).toBeGreaterThan(30);
  for (const { name, measure, figure, part } of asked) {
    const counted = countedBy(measure, figure);
    const columns = counted.kind === 'ratio' && part === 'denominator' ? counted.of : counted.where;
    if (columns !== 'all') expect(Object.keys(measure.rules.parts), name).toContain(columns);
  }
});

/** The statement that holds the verdicts of a figure's steps against the SELECT, over all periods. */
function proof({ measure, figure, part }: Asked): { steps: Step[]; sql: string } {
  const steps = stepsOf(measure, { figure, part });
  const once = steps.findIndex((step) => step.kind === 'once');
  const stopped = steps.map(
    (_, place) => `(count(*) filter (where v.failed = ${place}))::integer as stopped_${place}`,
  );
  const sql = `with period as (
  select period, first_day, last_day from all_period ${measure.period === 'snapshot' ? "where kind = 'quarter'" : ''}
),
record as materialized (select *, row_number() over () as "nth" from (${measure.sql})),
candidate as materialized (${candidatesSql(measure.rules)}),
verdict as materialized (${verdictsSql(measure.rules, steps)}),
counted as (select "nth" from record where ${countsSql(countedBy(measure, figure), part)})
select
  (count(*) filter (where v.nth in (from counted) and v.failed is not null))::integer as counted_but_stopped,
  (count(*) filter (where v.failed is null and coalesce(v.nth not in (from counted), true)))::integer as let_through,
  (count(*) filter (where v.failed = ${once} and ${countedByNone(measure)}))::integer as counted_by_none,
  (select count(*) from record where "nth" not in (select nth from verdict where nth is not null))::integer as unknown_record
  , ${stopped.join(', ')}
from verdict v`;
  return { steps, sql };
}

/** That no record of the same child stands for a candidate that keeps to every rule, and is none itself. */
function countedByNone({ rules }: RecordsMeasure): string {
  return rules.once === null
    ? 'true'
    : 'not exists (select 1 from record r where r.period = v.period and r.person_id = v.person_id)';
}
