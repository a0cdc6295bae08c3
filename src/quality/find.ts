import type { Database } from '../engine/database.ts';
import { all, identifier, literal, numberFrom, textFrom } from '../engine/sql.ts';
import { EngineGone } from '../engine/until-end.ts';
import { Held } from '../measure/held.ts';
import type { Loaded } from '../measure/stage-all.ts';
import type { Answer } from '../model/answer.ts';
import type { CheckResult, CheckTally } from '../model/check.ts';
import { type Quarter, firstDay, lastDay } from '../model/period.ts';
import { asProblem, isStopped } from '../model/problem.ts';
import type { OnProgress } from '../model/progress.ts';
import type { CheckLook, SpecCheck } from '../spec/types.ts';
import { sumsFound } from './sums.ts';

/** Takes a check; gives the table that holds what it found, once it was made. */
export function foundIn({ id }: Pick<SpecCheck, 'id'>): string {
  return `main.${identifier(`found by ${id}`)}`;
}

/** Takes the engine and the quarter that is shown; makes the one-row table of it that checks and their attempts look at. */
export async function showQuarter(database: Database, quarter: Quarter): Promise<void> {
  await database.run(
    `create or replace table quarter_shown as
     select ${literal(quarter)} as quarter, date ${literal(firstDay(quarter))} as first_day, date ${literal(lastDay(quarter))} as last_day`,
  );
}

/**
 * Takes what is loaded and staged, the answer that was measured, and a quarter; makes every check, tells what each found
 * as soon as it is made, and gives them all. What was found stays in the engine, to be listed and to work out what it
 * moves. Throws AbortError when told to stop.
 */
export async function makeChecks(
  loaded: Loaded,
  { balances }: Pick<Answer, 'balances'>,
  quarter: Quarter,
  on: OnProgress,
  stop: AbortSignal,
  each: (result: CheckResult) => void = () => undefined,
): Promise<CheckResult[]> {
  await showQuarter(loaded.database, quarter);
  const results: CheckResult[] = [];
  const { checks } = loaded.spec;
  for (const check of checks) {
    on({ step: `Checking: ${check.title.toLowerCase()}`, share: results.length / checks.length });
    const result: CheckResult =
      check.kind === 'sums'
        ? {
            kind: 'found',
            check: check.id,
            found: [],
            says: sumsFound(loaded.spec.balances, balances, quarter),
          }
        : await makeCheck(loaded, check, stop);
    results.push(result);
    each(result);
  }
  return results;
}

/** One that fails must not take the others with it: it says so in its own place. */
async function makeCheck(
  loaded: Loaded,
  check: SpecCheck,
  stop: AbortSignal,
): Promise<CheckResult> {
  const held = new Held(loaded.tables);
  const looks = check.looks.filter(({ needs }) => needs.every((column) => held.has(column)));
  if (looks.length === 0) {
    const why = check.looks[0]?.needs
      .map((column) => held.whyNot(column))
      .find((no) => no !== null);
    return { kind: 'not made', check: check.id, why: why ?? 'there is nothing to look at' };
  }
  try {
    return check.kind === 'rows'
      ? {
          kind: 'found',
          check: check.id,
          found: await findRows(loaded.database, check, looks, stop),
          says: [],
        }
      : {
          kind: 'found',
          check: check.id,
          found: [],
          says: await findSayings(loaded.database, looks, stop),
        };
  } catch (thrown) {
    if (isStopped(thrown) || thrown instanceof EngineGone) throw thrown;
    const { message, hint } = asProblem(
      thrown,
      'It could not be looked for.',
      'The other checks are not touched by it.',
    );
    return { kind: 'not made', check: check.id, why: `${message} ${hint}` };
  }
}

async function findRows(
  database: Database,
  check: SpecCheck,
  looks: readonly CheckLook[],
  stop: AbortSignal,
): Promise<CheckTally[]> {
  await database.run(`create or replace table ${foundIn(check)} as ${foundSql(looks)}`, stop);
  const tallies = await database.rows(
    `select "table", count(*)::integer as "rows", count(distinct person_id)::integer as children
     from ${foundIn(check)} group by "table" order by "rows" desc, "table"`,
  );
  return all(tallies).map((row) => ({
    table: textFrom(row['table']),
    rows: numberFrom(row['rows']),
    children: numberFrom(row['children']),
    moves: movedBy(check, textFrom(row['table'])),
  }));
}

function movedBy({ looks, moves }: SpecCheck, table: string): string[] {
  const own = looks.filter((look) => look.table === table).flatMap((look) => look.moves);
  return moves.filter((id) => own.includes(id));
}

/** Takes where a check looks for rows; gives the statement that finds them, each row once with all that is wrong with it. */
export function foundSql(looks: readonly CheckLook[]): string {
  const none = `select null::varchar as "table", null::bigint as "row", null::varchar as id,
    null::varchar as person_id, null::date as day, null::varchar as detail where false`;
  const found = looks.map(
    ({ table, sql }) => `select ${literal(table ?? '')} as "table", * from (\n${sql}\n)`,
  );
  return `select "table", "row", any_value(id) as id, any_value(person_id) as person_id, any_value(day) as day,
  string_agg(distinct detail, '; ' order by detail) as detail
from (${[none, ...found].join('\nunion all by name\n')})
group by "table", "row"`;
}

async function findSayings(
  database: Database,
  looks: readonly CheckLook[],
  stop: AbortSignal,
): Promise<string[]> {
  const says: string[] = [];
  for (const { sql } of looks) {
    const rows = await database.rows(`select says from (\n${sql}\n) order by says`, [], stop);
    says.push(...all(rows).map((row) => textFrom(row['says'])));
  }
  return says;
}
