import { literal } from '../engine/sql.ts';
import type { FigureRef } from '../model/balance.ts';
import type { Measure, RecordsMeasure } from '../model/measure.ts';
import type { SpecStockBalance } from '../spec/types.ts';
import { countedRecordsSql } from './compose.ts';

/** What each part of a child's records is called in the statements below. */
const PARTS = ['was_open', 'started', 'ceased', 'is_open'] as const;

/**
 * Takes a balance and the measures; gives the statement that says, of every quarter with the one before it, how many
 * children do not add up, and what they sum to.
 */
export function stockTallySql(balance: SpecStockBalance, measures: readonly Measure[]): string {
  return `${behindSql(balance, measures, '')}
select period::varchar as period, count(*)::integer as children, sum(difference)::integer as difference
from behind
group by period`;
}

/** Takes the same; gives the statement that lists these children of one quarter, which is to be bound, by their reasons. */
export function childrenBehindSql(balance: SpecStockBalance, measures: readonly Measure[]): string {
  const fitting = balance.reasons.map(
    (reason, place) =>
      `select ${place} as place, ${literal(reason.id)} as reason, person_id, min(day) as day
       from (${reason.fits}) group by person_id`,
  );
  const none = `select null::integer as place, null::varchar as reason, null::varchar as person_id, null::date as day where false`;
  return `${behindSql(balance, measures, 'where q.period = ?')},
fitting as (${[none, ...fitting].join('\nunion all\n')}),
first_fitting as (
  select person_id, min(place) as place, first(reason order by place) as reason, first(day order by place) as day
  from fitting
  group by person_id
),
counted as (select person_id, ${PARTS.map(recordsOf).join(', ')} from moved group by person_id)
select
  b.person_id,
  b.difference,
  f.reason,
  strftime(f.day, '%Y-%m-%d') as day,
  (count(*) over (partition by f.reason))::integer as alike,
  (sum(b.difference) over (partition by f.reason))::integer as difference_alike,
  ${PARTS.map((part) => `c.${part}`).join(', ')}
from behind b
join counted c on c.person_id = b.person_id
left join first_fitting f on f.person_id = b.person_id
order by f.place nulls last, f.day, b.person_id`;
}

/**
 * The children for whom is open is not was open and started less ceased, from the very records of the measures. A name
 * given here would hide a view of the same name from the measures' own SELECTs, so none is the name of a view.
 */
function behindSql(balance: SpecStockBalance, measures: readonly Measure[], which: string): string {
  const records = (of: FigureRef) => countedRecordsSql(measureOf(measures, of), of.figure);
  return `with compared as (
  select q.period, q.first_day, q.last_day, before.period as before, before.last_day as opening_day
  from all_period q
  join all_period before on before.last_day = q.first_day - 1 and before.kind = 'quarter' and q.kind = 'quarter'
  ${which}
),
stock_record as (${records(balance.stock)}),
starting_record as (${records(balance.starting)}),
ceasing_record as (${records(balance.ceasing)}),
moved as (
  select 'was_open' as part, c.period, r.person_id, r.record_id, r.event_date
  from stock_record r join compared c on c.before = r.period
  union all
  select 'started', c.period, r.person_id, r.record_id, r.event_date from starting_record r join compared c on c.period = r.period
  union all
  select 'ceased', c.period, r.person_id, r.record_id, r.event_date from ceasing_record r join compared c on c.period = r.period
  union all
  select 'is_open', c.period, r.person_id, r.record_id, r.event_date from stock_record r join compared c on c.period = r.period
),
told as (
  select period, person_id, ${PARTS.map((part) => `(count(*) filter (where part = '${part}'))::integer as ${part}`).join(', ')}
  from moved
  group by period, person_id
),
behind as materialized (
  select t.*, c.first_day, c.last_day, c.opening_day, is_open - (was_open + started - ceased) as difference
  from told t
  join compared c on c.period = t.period
  where is_open <> was_open + started - ceased
)`;
}

/** The records of one part, as text: the day, ten characters long, and the id, one after another. */
function recordsOf(part: string): string {
  return `string_agg(strftime(event_date, '%Y-%m-%d') || record_id, chr(31) order by event_date, record_id)
    filter (where part = '${part}') as ${part}`;
}

function measureOf(measures: readonly Measure[], { measure: id }: FigureRef): RecordsMeasure {
  const measure = measures.find((candidate) => candidate.id === id);
  if (measure?.kind !== 'records') throw new RangeError(`there is no measure ${id} with records`);
  return measure;
}
