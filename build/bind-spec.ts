import { all, textFrom } from '../src/engine/sql.ts';
import type { Database } from '../src/engine/database.ts';
import { QueryProblem } from '../src/engine/query-problem.ts';
import { createTables } from '../src/intake/tables.ts';
import { childrenBehindSql, stockTallySql } from '../src/measure/balance-sql.ts';
import { columnsCounted, recordsSql } from '../src/measure/compose.ts';
import { figuresSql } from '../src/measure/figures-sql.ts';
import { layGround } from '../src/measure/ground.ts';
import { pastedTableSql, reconcileSql } from '../src/measure/reconcile-sql.ts';
import { stage } from '../src/measure/stage.ts';
import { doubtSql } from '../src/measure/staged.ts';
import { everyStep } from '../src/measure/verdicts.ts';
import { whatIfSql } from '../src/measure/what-if-sql.ts';
import { measureAt } from '../src/measure/what-if.ts';
import { type RecordsMeasure, headlineOf } from '../src/model/measure.ts';
import { foundIn, foundSql, showQuarter } from '../src/quality/find.ts';
import { insteadOf, wholeTable } from '../src/quality/moves.ts';
import { SpecProblem } from '../src/spec/reading/problem.ts';
import type { Spec, SpecCheck } from '../src/spec/types.ts';
import { openNative } from './native.ts';

/** An empty list, to bind the rules with. */
const PASTED = 'pasted 0';

const BOUND_QUARTER = '2025-26 Q1';

const RECORD_COLUMNS = ['period', 'record_id', 'person_id', 'event_date'];

/** Takes the spec; binds every view and every measure in a real, empty DuckDB. Throws a SpecProblem that names the file. */
export async function bindSpec(spec: Spec): Promise<void> {
  const database = await openNative();
  try {
    await createTables(database, spec);
    await layGround(database, spec);
    for (const view of spec.staging) {
      await bound(view.file, stage(database, view));
      for (const doubt of view.doubts) await bound(view.file, database.rows(doubtSql(doubt)));
    }
    await database.run(pastedTableSql(PASTED));
    for (const measure of [...spec.measures, ...spec.earlier]) {
      if (measure.kind === 'records') await bindMeasure(database, spec, measure);
    }
    await showQuarter(database, BOUND_QUARTER);
    for (const check of spec.checks) await bound(check.file, bindCheck(database, check));
    await bound('spec/measures', bindWhatIf(database, spec));
    for (const balance of spec.balances) {
      if (balance.kind !== 'stock') continue;
      const tally = `describe ${stockTallySql(balance, spec.measures)}`;
      await bound(balance.file, database.rows(tally));
      const children = childrenBehindSql(balance, spec.measures);
      await bound(balance.file, database.rows(children, [BOUND_QUARTER]));
    }
  } finally {
    await database.close();
  }
}

async function bindMeasure(database: Database, spec: Spec, measure: RecordsMeasure): Promise<void> {
  const records = `describe ${recordsSql(measure)} select * from record`;
  const given = all(await bound(measure.file, database.rows(records))).map((row) =>
    textFrom(row['column_name']),
  );
  const own = spec.breakdowns.filter((b) => measure.breakdowns.includes(b.id) && !b.aboutChild);
  const wanted = [
    ...RECORD_COLUMNS,
    ...columnsCounted(measure),
    ...own.map((breakdown) => breakdown.id),
  ];
  const missing = wanted.find((column) => !given.includes(column));
  if (missing)
    throw new SpecProblem(
      measure.file,
      `the SELECT returns no column ${missing}, which the header names`,
    );
  const breakdowns = spec.breakdowns.filter((b) => measure.breakdowns.includes(b.id));
  await bound(measure.file, database.rows(`describe ${figuresSql(measure, breakdowns)}`));
  const asked = { figure: headlineOf(measure).id, part: 'numerator' } as const;
  const rules = reconcileSql(measure, asked, everyStep(measure), PASTED);
  await bound(`${measure.file}: rules`, database.rows(`describe ${rules}`, ['none', null]));
}

/** Binds what a check looks for, and what stands in the place of tables when its attempt is made. */
async function bindCheck(database: Database, check: SpecCheck): Promise<void> {
  if (check.kind === 'whole') {
    for (const { sql } of check.looks) await database.rows(`describe select says from (${sql})`);
  }
  if (check.kind !== 'rows') return;
  await database.run(`create or replace table ${foundIn(check)} as ${foundSql(check.looks)}`);
  for (const [table, sql] of insteadOf(check, new Set(check.tables))) {
    await database.rows(`describe select * from ${table} union all by name ${sql}`);
  }
}

/** Binds every measure as it would be were every table another: a statement that all attempts share. */
async function bindWhatIf(database: Database, spec: Spec): Promise<void> {
  const instead = spec.tables.map(({ name }) => [name, wholeTable(name)] as const);
  const measures = spec.measures.flatMap(({ id }) => measureAt(spec, id, BOUND_QUARTER));
  const whatIf = whatIfSql(spec, measures, BOUND_QUARTER, new Map(instead));
  await database.rows(`describe ${whatIf}`);
}

async function bound<T>(file: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (thrown) {
    const cause = thrown instanceof QueryProblem ? thrown.cause : thrown;
    throw new SpecProblem(file, cause instanceof Error ? cause.message : String(cause));
  }
}
