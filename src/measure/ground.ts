import type { Database } from '../engine/database.ts';
import { identifier, literal } from '../engine/sql.ts';
import type { Day } from '../model/day.ts';
import type { Measure } from '../model/measure.ts';
import { quartersBetween, yearTo } from '../model/period.ts';
import type { Spec } from '../spec/types.ts';

/**
 * Takes the engine and the spec; makes the small tables that staging and measures join: the calendar of working
 * days, settings at their defaults, the extract's day, periods and stand-ins (empty), and the macros.
 */
export async function layGround(database: Database, spec: Spec): Promise<void> {
  await database.run(spec.rules);
  await database.run('create or replace table extract_day (day date)');
  await makePeriodNames(database);
  await database.run('create or replace table standing_in (measure varchar)');
  await makeCalendar(database, spec.reference.bankHolidays);
  await setSettings(database, [...spec.measures, ...spec.earlier], {});
}

/** Takes the engine, the measures and what the LA set, by setting id; makes the one-row table of settings. */
export async function setSettings(
  database: Database,
  measures: readonly Measure[],
  chosen: Readonly<Record<string, number>>,
): Promise<void> {
  const settings = measures.flatMap((measure) =>
    measure.kind === 'records' ? measure.settings : [],
  );
  const once = settings.filter(
    ({ id }, place) => settings.findIndex((other) => other.id === id) === place,
  );
  const columns = once.map((setting) => {
    const value = chosen[setting.id] ?? setting.default;
    if (!Number.isInteger(value)) throw new RangeError(`${setting.id} must be a whole number`);
    return `${value}::integer as ${identifier(setting.id)}`;
  });
  await database.run(
    `create or replace table setting as select ${['1 as one', ...columns].join(', ')}`,
  );
}

/** Takes the engine and the ids of the measures whose records come from what stands in; their SELECTs look it up. */
export async function setStandIns(database: Database, ids: readonly string[]): Promise<void> {
  await database.run('delete from standing_in');
  for (const id of ids) await database.run(`insert into standing_in values (${literal(id)})`);
}

/** Takes the engine and the day as at which the extract was made; every rule that looks at “now” looks at it. */
export async function setExtractDay(database: Database, day: Day): Promise<void> {
  await database.run(`create or replace table extract_day as select ${literal(day)}::date as day`);
}

/** Every period that an extract can reach has its name: told apart by number, records are grouped twice as fast as by text. */
async function makePeriodNames(database: Database): Promise<void> {
  const quarters = quartersBetween('1990-91 Q1', '2098-99 Q4');
  const names = [...quarters, ...quarters.map(yearTo)].map(literal).join(', ');
  await database.run('drop table if exists all_period');
  await database.run('drop table if exists period_quarter');
  await database.run(`create or replace type period_name as enum (${names})`);
  await database.run(
    'create table all_period (period period_name, kind varchar, first_day date, last_day date)',
  );
  await database.run(
    'create table period_quarter (period period_name, quarter period_name, earlier integer)',
  );
}

/**
 * Every day since 1900 with the number of working days up to it, so that the difference of two is the days in (a, b].
 * A running sum over rows takes a fiftieth of the time of a filtered count, which works each day's frame out anew.
 */
async function makeCalendar(database: Database, holidays: readonly Day[]): Promise<void> {
  const days = holidays.map((day) => `(${literal(day)}::date)`).join(', ');
  await database.run(`
    create or replace table calendar as
    select
      day,
      (sum(case when isodow(day) < 6 and holiday is null then 1 else 0 end)
        over (order by day rows between unbounded preceding and current row))::integer as working_days
    from (select unnest(generate_series(date '1900-01-01', date '2099-12-31', interval 1 day))::date as day)
    left join (select column0 as holiday from (values ${days}) as v (column0)) on holiday = day`);
}
