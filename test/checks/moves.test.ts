import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openNative } from '../../build/native.ts';
import type { Database } from '../../src/engine/database.ts';
import { all, literal, numberFrom } from '../../src/engine/sql.ts';
import { headlineOf } from '../../src/model/measure.ts';
import { valueOf } from '../../src/model/outcome.ts';
import { foundIn } from '../../src/quality/find.ts';
import { spec } from '../../src/spec/spec.ts';
import type { Spec, SpecCheck } from '../../src/spec/types.ts';
import { type Case, type Tables, caseOf, layCases } from '../measures/case.ts';
import { randomExtracts } from '../measures/random-extract.ts';
import { together } from '../measures/together.ts';
import { checkedOf } from './checked.ts';
import { lifeCases } from './cases/lives.ts';
import { rowCases } from './cases/rows.ts';

/** Many small extracts are looked at as one, and with the cases of every check, so that each finds something. */
const TOGETHER = 25;
const ASKED = process.env['QUARTERLIGHT_RUNS'];
const RUNS = Math.ceil(Number(ASKED ?? 25) / TOGETHER);
const SEED = Number(process.env['QUARTERLIGHT_SEED'] ?? 20_250_714);

const QUARTERS = ['2025-26 Q1', '2024-25 Q4'] as const;

const firing = Object.values({ ...rowCases, ...lifeCases }).map(({ fires }) => fires);
const measures = spec.measures.filter((measure) => measure.kind === 'records');
/** Headlines need neither breakdowns nor balances. */
const bare: Spec = {
  ...spec,
  balances: [],
  measures: spec.measures.map((measure) =>
    measure.kind === 'records' ? { ...measure, breakdowns: [] } : measure,
  ),
};
const allChecks = spec.checks.filter(({ kind }) => kind === 'rows');
/** Each takes an extract of its own to be measured: every third is looked at here, and each in the proof. */
const checks = ASKED === undefined ? allChecks.filter((_, place) => place % 3 === 0) : allChecks;

const many = fc.array(
  randomExtracts.map(({ tables }) => tables),
  { minLength: TOGETHER, maxLength: TOGETHER },
);

let database: Database;
let other: Database;
beforeAll(async () => {
  [database, other] = [await openNative(), await openNative()];
  await layCases(database, spec);
  await layCases(other, spec);
});
afterAll(async () => {
  await database.close();
  await other.close();
});

it(`what is worked out for ${RUNS * TOGETHER} random extracts is what measuring the changed extract gives`, async () => {
  const moved = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(many, async (extracts) => {
      const tables = withoutBlankRows(together([...extracts, ...firing]));
      const measured = new Map<string, { readonly changed: Tables; readonly found: Case }>();
      for (const quarter of QUARTERS) {
        const checked = await checkedOf(database, bare, tables, { quarter });
        for (const check of checks) {
          const found = await rowsFound(check);
          expect(found.length, `${check.id} found nothing`).toBeGreaterThan(0);
          const changed = await changedBy(check, tables, found);
          // What a check changes is mostly the same in both quarters: then one measuring gives what is expected of both.
          const before = measured.get(check.id);
          const now = isDeepStrictEqual(before?.changed, changed)
            ? before?.found
            : await caseOf(other, bare, changed, { extractDate: '2025-07-14', quarters: QUARTERS });
          if (!now) throw new Error(`${check.id} was not measured`);
          measured.set(check.id, { changed, found: now });
          const expected = headlines(now, quarter);
          const moves = await checked.moves(check);
          const told = { ...headlines(checked.case, quarter) };
          for (const { measure, wouldBe } of moves) told[measure] = JSON.stringify(wouldBe);
          expect({ check: check.id, ...told }).toEqual({ check: check.id, ...expected });
          expectInOrder(moves.map(({ is, wouldBe }) => [valueOf(is), valueOf(wouldBe)]));
          moved.set(check.id, (moved.get(check.id) ?? 0) + moves.length);
        }
      }
    }),
    { numRuns: RUNS, seed: SEED, endOnFailure: true },
  );
  expect([...moved].filter(([, times]) => times === 0).map(([id]) => id)).toEqual([]);
}, 3_600_000);

it('changes nothing that is loaded or staged', async () => {
  const tables = together(firing);
  const checked = await checkedOf(database, spec, tables);
  const before = await contents();
  for (const check of checks) await checked.moves(check);
  expect(await contents()).toEqual(before);
});

/** What intake leaves out has no place among the loaded rows. */
function withoutBlankRows(tables: Tables): Tables {
  return Object.fromEntries(
    Object.entries(tables).map(([name, rows]) => [
      name,
      rows.filter((row) => Object.values(row).some((value) => value !== null && value !== '')),
    ]),
  );
}

interface Found {
  readonly table: string;
  readonly row: number;
  readonly person: string | null;
}

async function rowsFound(check: SpecCheck): Promise<Found[]> {
  const rows = await database.rows(
    `select "table", "row"::integer as "row", person_id from ${foundIn(check)}`,
  );
  return all(rows).map((row) => ({
    table: String(row['table']),
    row: numberFrom(row['row']),
    person: row['person_id'] === null ? null : String(row['person_id']),
  }));
}

/** The extract with the rows found really left out, or really given the values that are tried. */
async function changedBy(
  check: SpecCheck,
  tables: Tables,
  found: readonly Found[],
): Promise<Tables> {
  const changed: Record<string, Tables[string]> = { ...tables };
  for (const { table, attempt } of check.looks) {
    if (table === null || attempt.kind === 'none') continue;
    const own = found.filter((one) => one.table === table);
    const places = new Set(own.map(({ row }) => row));
    if (attempt.kind === 'left out') {
      changed[table] = (tables[table] ?? []).filter((_, place) => !places.has(place));
      continue;
    }
    const ofChild = attempt.of === 'child';
    const target = ofChild ? 'ssd_person' : table;
    const persons = own.map(({ person }) => person);
    const rows = [...(changed[target] ?? [])];
    for (const [place, row] of rows.entries()) {
      const isMeant = ofChild ? persons.includes(row['pers_person_id'] ?? '') : places.has(place);
      if (!isMeant) continue;
      const values: Record<string, string | null> = {};
      for (const [column, put] of Object.entries(attempt.columns)) {
        const value = await database.rows(
          `select (${put})::varchar as value from ${target} t where t.rowid = ${place}`,
        );
        values[column] = value.at(0)['value'] === null ? null : String(value.at(0)['value']);
      }
      rows[place] = { ...row, ...values };
    }
    changed[target] = rows;
  }
  return changed;
}

/** By measure, the outcome of its headline as text. */
function headlines({ answer }: Case, quarter: string): Record<string, string> {
  return Object.fromEntries(
    measures.map((measure) => {
      const result = answer.results.find((one) => one.measure === measure.id);
      const headline = headlineOf(measure).id;
      const observation = result?.observations.find(
        ({ figure, period, cell }) => figure === headline && period === quarter && cell === null,
      );
      return [measure.id, JSON.stringify(observation?.outcome)];
    }),
  );
}

/** The largest change beside its figure comes first; where one side has no figure it is as large as can be. */
function expectInOrder(moves: readonly (readonly (number | null)[])[]): void {
  const sizes = moves.map(([from, to]) =>
    from == null || to == null ? 1 : Math.abs(to - from) / Math.max(from, to),
  );
  expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
}

/** A fingerprint of every table of the extract and every view. */
async function contents(): Promise<Record<string, unknown>> {
  const names = [...spec.tables.map(({ name }) => name), ...spec.staging.map(({ id }) => id)];
  const prints: Record<string, unknown> = {};
  for (const name of names) {
    const rows = await database.rows(
      `select ${literal(name)} as name, count(*)::integer as rows, bit_xor(hash(t))::varchar as print from ${name} t`,
    );
    prints[name] = rows.at(0);
  }
  return prints;
}
