import type { Database } from '../engine/database.ts';
import { identifier, literal } from '../engine/sql.ts';
import { type Day, parseDay } from '../model/day.ts';
import {
  type Quarter,
  firstDay,
  lastDay,
  lastEndedBy,
  quarterOf,
  quartersBetween,
  stepQuarter,
  yearTo,
} from '../model/period.ts';
import type { StagingView } from '../spec/types.ts';

/** How far back each view reaches: the first day from which its rows can be taken to be all there. */
export type Reach = ReadonlyMap<string, Day>;

/** An SSD extract goes six years back; older rows in it are only those that were still open then. */
const YEARS_DEEP = 6;

/**
 * Takes the engine and the staged views; gives the reach of those that have a window: the later of six years before
 * the extract and the first event in the first quarter with at least half of the usual volume. What lies before is the
 * remainder of older rows, and would pass for a quarter with little activity.
 */
export async function findReach(
  database: Database,
  staging: readonly StagingView[],
): Promise<Reach> {
  const reach = new Map<string, Day>();
  for (const view of staging) {
    if (!view.window) continue;
    const found = await database.rows(`
      with event as (select ${view.window} as day from ${identifier(view.id)}),
      quarter as (
        select min(event.day) as first_day, count(*) as events
        from event cross join extract_day x
        where event.day <= x.day
        group by date_trunc('quarter', event.day)
      )
      select strftime(max(first_day), '%Y-%m-%d') as day
      from (
        select min(first_day) as first_day from quarter where events * 2 >= (select median(events) from quarter)
        union all
        select cast(day - to_years(${YEARS_DEEP}) as date) from extract_day where exists (select 1 from quarter)
      )`);
    const day = parseDay(String(found.at(0)['day']));
    if (day) reach.set(view.id, await atQuarterStart(database, day));
  }
  return reach;
}

/** Takes the reach of all views and the day of the extract; gives the whole quarters in it, oldest first, at least one. */
export function quartersWithin(reach: Reach, extractDay: Day): Quarter[] {
  const last = lastEndedBy(extractDay);
  const earliest = [...reach.values()].sort()[0];
  if (!earliest) return [last];
  const quarter = quarterOf(earliest);
  const first = firstDay(quarter) === earliest ? quarter : stepQuarter(quarter, 1);
  return first <= last ? quartersBetween(first, last) : [last];
}

/**
 * Takes the engine and the quarters; makes the table of periods: the quarters, the years that end with the fourth of them
 * and on, and the quarters that are asked for only as parts of these; and the table of which quarters are in a period, with
 * how many quarters of the period are earlier.
 */
export async function setPeriods(database: Database, quarters: readonly Quarter[]): Promise<void> {
  const years = quarters.slice(3).map((last) => ({
    year: yearTo(last),
    quarters: quartersBetween(stepQuarter(last, -3), last),
  }));
  const within = new Set(years.flatMap((each) => each.quarters));
  const periods = [
    ...quarters.map((period) => [period, 'quarter'] as const),
    ...years.map(({ year }) => [year, 'year'] as const),
    ...[...within]
      .filter((one) => !quarters.includes(one))
      .map((period) => [period, 'part'] as const),
  ];
  await fill(
    database,
    'all_period',
    periods.map(
      ([period, kind]) =>
        `${literal(period)}, ${literal(kind)}, date ${literal(firstDay(period))}, date ${literal(lastDay(period))}`,
    ),
  );
  await fill(
    database,
    'period_quarter',
    [
      ...quarters.map((quarter) => ({ period: quarter, quarters: [quarter] })),
      ...years.map(({ year, quarters: four }) => ({ period: year, quarters: four })),
    ].flatMap(({ period, quarters: parts }) =>
      parts.map((part, earlier) => `${literal(period)}, ${literal(part)}, ${earlier}`),
    ),
  );
}

async function fill(database: Database, table: string, rows: readonly string[]): Promise<void> {
  await database.run(`delete from ${table}`);
  if (rows.length === 0) return;
  await database.run(`insert into ${table} values ${rows.map((row) => `(${row})`).join(', ')}`);
}

/** Where no working day lies between a quarter's first day and the first event, the quarter is whole. */
async function atQuarterStart(database: Database, day: Day): Promise<Day> {
  const start = firstDay(quarterOf(day));
  const between = await database.rows(`
    select (
      (select working_days from calendar where day = date ${literal(day)} - 1)
      - (select working_days from calendar where day = date ${literal(start)} - 1)
    )::integer as days`);
  return between.at(0)['days'] === 0 ? start : day;
}
