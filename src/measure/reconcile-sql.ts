import { identifier, literal } from '../engine/sql.ts';
import type { RecordsMeasure, RowsLookedUp } from '../model/measure.ts';
import type { RecordsAsked } from '../model/records.ts';
import { condition, countedBy } from './compose.ts';
import { type Step, candidatesSql, countsSql, dayText, idsOf, verdictsSql } from './verdicts.ts';

/** What stands in the place of a step's, where no step was looked at. */
export const NOT_FOUND = -3;
export const NO_ROW = -2;
export const FAULT = -1;
const NOT_TOLD = 1000;

/** Takes the name of a table; gives the statement that makes it, for what was pasted in pieces. */
export function pastedTableSql(table: string): string {
  return `create temp table ${identifier(table)} (piece integer, text varchar)`;
}

/** Takes the table's name; gives the statement that adds a piece, its number and text to be bound. */
export function addPieceSql(table: string): string {
  return `insert into ${identifier(table)} values ($1::integer, $2::varchar) returning piece`;
}

/** Takes the table's name; gives the statement that counts what was pasted, before it is held against anything. */
export function pastedCountSql(table: string): string {
  return `select (count(*) filter (where trim(token) <> ''))::integer as given
from (select unnest(tokens) as token from (${tokensSql(table)}))`;
}

/**
 * Takes a measure, a figure of it and part, and the steps to be in it; gives the one statement that holds a list against
 * its records. To be bound: the period, and what the ids are or null. Rows of `part` 0 are named counts, of 1 the reasons,
 * then those in both (2), only here (3) and only theirs (4).
 */
export function reconcileSql(
  measure: RecordsMeasure,
  asked: Pick<RecordsAsked, 'figure' | 'part'>,
  steps: readonly Step[],
  table: string,
): string {
  const figure = countedBy(measure, asked.figure);
  const ctes = [
    `period as (select period, first_day, last_day from all_period where period = $1)`,
    `record as materialized (
  select *, row_number() over () as "nth", coalesce(${countsSql(figure, asked.part)}, false) as "counts"
  from (${measure.sql}))`,
    `candidate as materialized (${candidatesSql(measure.rules)})`,
    `at_fault as materialized (${measure.rules.rows.map(faultsSql).join('\nunion all ')})`,
    ...pasted(table),
    `verdict as materialized (${verdictsSql(measure.rules, steps, 'touched')})`,
    ...ASKED,
    ...THEIRS,
  ];
  return `with ${ctes.join(',\n')}
${answerSql(`coalesce(${condition(figure.where)}, false)`)}`;
}

function tokensSql(table: string): string {
  const text = `string_agg(text, '' order by piece)`;
  return `select regexp_split_to_array(${text}, ${literal('[\\r\\n\\t,;]+')}) as tokens from ${identifier(table)}`;
}

/** The rows of a view that cannot be counted. */
function faultsSql({ view, record, ids, person }: RowsLookedUp): string {
  return `select ${literal(view)} as view, ${identifier(record)} as record_id, ${idsOf(record, ids)} as "every id",
  ${person === null ? 'null::varchar' : identifier(person)} as person_id, fault
from ${identifier(`${view}_row`)} where fault is not null`;
}

/**
 * Takes a CTE's name and its SELECT, which has an id; gives it with every id that is marked as another system's under the
 * id that the system gave, too: that is what a person pastes.
 */
function asGiven(name: string, select: string): string[] {
  return [
    `${name}_here as materialized (${select})`,
    `${name} as (
  select * from ${name}_here
  union all select * replace (id_given(id) as id) from ${name}_here where is_marked_id(id))`,
  ];
}

/** What was pasted, cleaned as ids are at intake, each id once; and the candidates that it may mean. */
function pasted(table: string): string[] {
  return [
    `token as materialized (
  select clean_id(trim(token, ${literal(' "\'\u00a0\ufeff')})) as id, place
  from (select unnest(tokens) as token, unnest(range(len(tokens))) as place from (${tokensSql(table)})))`,
    `pasted as materialized (
  select id, min(place) as place, count(*) as times from token where id is not null group by id)`,
    ...asGiven('candidate_id', `select unnest("every id") as id, "candidate" from candidate`),
    ...asGiven('candidate_child', `select person_id as id, "candidate" from candidate`),
    `link as materialized (
  select distinct 'record' as kind, id, "candidate" from pasted join candidate_id using (id)
  union all
  select distinct 'child', id, "candidate" from pasted join candidate_child using (id))`,
    `touched as (select * from candidate where "candidate" in (select "candidate" from link))`,
  ];
}

/** What each id is taken for: what most of the list is, else the other; a heading is none of them. */
const ASKED = [
  ...asGiven('fault_id', `select unnest("every id") as id, * exclude ("every id") from at_fault`),
  ...asGiven('fault_child', `select person_id as id, * exclude ("every id") from at_fault`),
  ...asGiven('known_child', `select person_id as id from child_row`),
  `known as materialized (
  select
    *,
    id in (select id from link where kind = 'record')
    or id in (select id from fault_id where id is not null) as as_record,
    id in (select id from link where kind = 'child')
    or id in (select id from fault_child where id is not null)
    or id in (select id from known_child where id is not null) as as_child
  from pasted)`,
  `hit as (
  select
    count(distinct id) filter (where kind = 'record') as records, count(distinct id) filter (where kind = 'child') as children
  from link join verdict using ("candidate") where nth in (select "nth" from record where "counts"))`,
  `preferred as materialized (
  select coalesce(
    $2::varchar,
    case
      when hit.records <> hit.children then if(hit.children > hit.records, 'child', 'record')
      when (select count(*) filter (where as_child) > count(*) filter (where as_record) from known) then 'child'
      else 'record'
    end
  ) as kind
  from hit)`,
  `heading as materialized (
  select id from known
  where place = (select min(place) from known) and not as_record and not as_child
    and not regexp_matches(id, ${literal('[0-9]')}) and (select count(*) from known) > 1)`,
  `asked as materialized (
  select
    id, place, times,
    case when as_record and (preferred.kind = 'record' or not as_child) then 'record' when as_child then 'child' end as kind
  from known cross join preferred
  where id not in (select id from heading))`,
  `judged as materialized (
  select asked.id, verdict.* from asked join link using (id, kind) join verdict using ("candidate"))`,
  `matched as materialized (
  select distinct id, nth from judged where nth in (select "nth" from record where "counts"))`,
];

/** The ids that match nothing, each with all the rows that it may mean, the one that gets furthest first. */
const THEIRS = [
  `unmatched as materialized (select * from asked where id not in (select id from matched))`,
  `meant as (
  select id, record_id, person_id, day, coalesce(failed, ${NOT_TOLD}) as reason, null::varchar as view, null::varchar as fault, dated
  from judged where id in (select id from unmatched)
  union all
  select u.id, f.record_id, f.person_id, null, ${FAULT}, f.view, f.fault, null
  from unmatched u
  join fault_id f on f.id = u.id
  where u.kind = 'record' and u.id not in (select id from judged)
  union all
  select u.id, f.record_id, f.person_id, null, ${FAULT}, f.view, f.fault, null
  from unmatched u join fault_child f on f.id = u.id
  where u.kind = 'child')`,
  `ranked as materialized (
  select
    u.id, u.place, m.* exclude (id, reason),
    coalesce(m.reason, case when u.kind = 'child' then ${NO_ROW} else ${NOT_FOUND} end) as reason,
    row_number() over (partition by u.id order by m.reason desc, m.day desc, m.record_id, m.view, m.fault) as rank
  from unmatched u left join meant m on m.id = u.id)`,
  `foremost as (select id, reason as reason_1, view as view_1, fault as fault_1 from ranked where rank = 1)`,
  `tally as materialized (
  select reason_1, view_1, fault_1, count(*) as ids, row_number() over (order by count(*) desc, reason_1 desc, fault_1) as turn
  from foremost group by reason_1, view_1, fault_1)`,
  `tallied as (
  select foremost.id, turn from foremost join tally
  on tally.reason_1 = foremost.reason_1
  and tally.view_1 is not distinct from foremost.view_1 and tally.fault_1 is not distinct from foremost.fault_1)`,
];

const NAMED_COUNTS = {
  given: 'select sum(times) from asked',
  distinct: 'select count(*) from asked',
  headed: 'select count(*) from heading',
  children: `select count(*) from preferred where kind = 'child'`,
  ids_in_both: 'select count(distinct id) from matched',
  ids_only_theirs: 'select count(*) from unmatched',
  reasons: 'select count(*) from tally',
  both: 'select count(distinct nth) from matched',
  only_here:
    'select count(*) from record where "counts" and "nth" not in (select nth from matched)',
  only_theirs: 'select count(*) from ranked',
} as const;

/** The counts of an answer by their names. */
export type NamedCount = keyof typeof NAMED_COUNTS;
export const NAMED: readonly NamedCount[] = [
  'given',
  'distinct',
  'headed',
  'children',
  'ids_in_both',
  'ids_only_theirs',
  'reasons',
  'both',
  'only_here',
  'only_theirs',
];

function answerSql(inNumerator: string): string {
  const counts = NAMED.map(
    (name, turn) =>
      `select 0, ${turn}, coalesce((${NAMED_COUNTS[name]}), 0), 0, null, null, null, null, null, null, null, null, null`,
  );
  const listed = (part: number, where: string) => `select
  ${part}, 0, 0, 0, null, record_id, person_id, ${dayText('event_date')}, null, null, null, null, ${inNumerator}
from record where "counts" and "nth" ${where} (select nth from matched)`;
  return `select
  part::integer as part, count::integer as count, id, record_id, person_id, day, reason::integer as reason, view, fault, dated,
  in_numerator
from (
${counts.join('\nunion all ')}
union all select 1, turn, ids, 0, null, null, null, null, reason_1, view_1, fault_1, null, null from tally
union all ${listed(2, 'in')}
union all ${listed(3, 'not in')}
union all select 4, turn, rank, place, id, record_id, person_id, day, reason, view, fault, dated, null
  from ranked join tallied using (id)
) as answer (part, turn, count, place, id, record_id, person_id, day, reason, view, fault, dated, in_numerator)
order by part, turn, place, count, day, record_id`;
}
