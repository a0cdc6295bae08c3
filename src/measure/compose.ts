import { identifier, literal } from '../engine/sql.ts';
import {
  type Figure,
  type RatioFigure,
  type RecordsMeasure,
  headlineOf,
} from '../model/measure.ts';
import type { RecordsAsked } from '../model/records.ts';
import type { SpecBreakdown } from '../spec/types.ts';

/** A figure that is counted from the records; a rate is made from one. */
export type Counted = Exclude<Figure, { kind: 'rate' }>;

/** The figures that are counted from the measure's records. */
function countedFigures(measure: RecordsMeasure): Counted[] {
  return measure.figures.filter((figure) => figure.kind !== 'rate');
}

/** Which periods records are put in: all that apply to the measure (a snapshot has no years), or those of some kinds. */
type Periods = 'all' | 'quarters' | 'quarters and parts of years';

const KINDS: Readonly<Record<Exclude<Periods, 'all'>, string>> = {
  quarters: `where kind = 'quarter'`,
  'quarters and parts of years': `where kind in ('quarter', 'part')`,
};

/** Takes a measure; gives its SELECT, with the periods that its records are put in. */
export function recordsSql(measure: RecordsMeasure, periods: Periods = 'all'): string {
  const of = periods === 'all' ? whole(measure) : KINDS[periods];
  return `with period as (select period, first_day, last_day from all_period ${of}),
record as (
${measure.sql}
)`;
}

function whole({ period }: RecordsMeasure): string {
  return period === 'snapshot' ? KINDS.quarters : `where kind <> 'part'`;
}

/**
 * Takes a measure and its breakdowns; gives the one statement that counts all its figures, whole and by every
 * breakdown, for every period: rows of period, by, cell, and for each figure its numerator and denominator.
 */
export function figuresSql(measure: RecordsMeasure, breakdowns: readonly SpecBreakdown[]): string {
  const sums = countNames(measure).map((name) => `sum(${name})::integer as ${name}`);
  const { yearsAddUp } = measure;
  return `${recordsSql(measure, yearsAddUp ? 'quarters and parts of years' : 'all')},
described as (
${describedSql(measure, breakdowns)}
),
counted as (
${countedSql(measure, breakdowns)}
),
named as (
  select period, "by", ${cellNamed(breakdowns)} as cell, ${sums.join(', ')}
  from counted
  group by all
)
${yearsAddUp ? ofQuartersAndYears(sums) : 'select period::varchar as period, * exclude (period) from named'}`;
}

/** The records with what they are broken down by. Named one by one: a breakdown's column of the SELECT must not stand beside the cell that is made of it. */
function describedSql(measure: RecordsMeasure, breakdowns: readonly SpecBreakdown[]): string {
  const counted = columnsCounted(measure).map((name) => `record.${identifier(name)}`);
  const described = breakdowns.map((b) => `${cellOf(measure, b)} as ${identifier(b.id)}`);
  const onLastDay =
    measure.period === 'snapshot' ? 'join period on period.period = record.period' : '';
  const ofChild = breakdowns.some(({ aboutChild }) => aboutChild)
    ? 'left join child on child.person_id = record.person_id'
    : '';
  return `  select ${['record.period', ...counted, ...described].join(', ')}
  from record ${onLastDay} ${ofChild}`;
}

/** What is counted by the words as they are held, which are few: they are given the names of cells only then. */
function countedSql(measure: RecordsMeasure, breakdowns: readonly SpecBreakdown[]): string {
  const columns = breakdowns.map((breakdown) => identifier(breakdown.id));
  const chosen = (pick: (column: string, id: string) => string) =>
    breakdowns.length === 0
      ? 'null::varchar'
      : `case ${breakdowns.map(({ id }) => `when grouping(${identifier(id)}) = 0 then ${pick(identifier(id), id)}`).join(' ')} end`;
  return `  select
    ${[
      'period',
      `${chosen((_, id) => literal(id))} as "by"`,
      `${chosen((column) => column)} as held`,
      ...countedFigures(measure).flatMap((figure) => [
        ...countExpressions(figure),
        ...unsureExpressions(figure),
      ]),
    ].join(',\n    ')}
  from described
  group by grouping sets (${['(period)', ...columns.map((column) => `(period, ${column})`)].join(', ')})`;
}

/** What is none of a breakdown's cells is not known. */
function cellNamed(breakdowns: readonly SpecBreakdown[]): string {
  if (breakdowns.length === 0) return 'null::varchar';
  const named = breakdowns.map(({ id, cells }) => {
    const known = cells.map((cell) => literal(cell.id)).join(', ');
    return `when ${literal(id)} then case when held in (${known}) then held else 'unknown' end`;
  });
  return `case "by" ${named.join(' ')} end`;
}

function ofQuartersAndYears(sums: readonly string[]): string {
  return `select period::varchar as period, * exclude (period) from named where period in (select period from all_period where kind = 'quarter')
union all
select y.period::varchar, "by", cell, ${sums.join(', ')}
from named n
join year_quarter y on y.quarter = n.period
group by y.period, "by", cell`;
}

/** Takes a measure and which of its records are asked for; gives the statement that lists them, the period to be bound. */
export function recordListSql(
  measure: RecordsMeasure,
  asked: Pick<RecordsAsked, 'figure' | 'part'>,
): string {
  const figure = countedBy(measure, asked.figure);
  const inNumerator = condition(figure.where);
  const inDenominator = figure.kind === 'ratio' ? condition(figure.of) : 'true';
  const kept =
    figure.kind === 'ratio' && asked.part === 'denominator'
      ? inDenominator
      : `${inDenominator} and ${inNumerator}`;
  return `${recordsSql(measure)}
select record_id, person_id, strftime(event_date, '%Y-%m-%d') as day, ${inNumerator} as in_numerator
from record
where period = ? and ${kept}
order by event_date, record_id`;
}

/** Takes a measure and one of its counts; gives the SELECT of the records behind it in every quarter, the same that are listed. */
export function countedRecordsSql(measure: RecordsMeasure, figure: string): string {
  return `${recordsSql(measure, 'quarters')}
select period, record_id, person_id, event_date
from record
where ${condition(countedBy(measure, figure).where)}`;
}

/** Takes a measure and some of its counts; gives the statement that counts, by quarter, the records that all of them count. */
export function countedByAllSql(measure: RecordsMeasure, figures: readonly string[]): string {
  const columns = figures.map((figure) => countedBy(measure, figure).where);
  return `${recordsSql(measure, 'quarters')}
select period::varchar as period, ${counting(...columns)} as counted_by_all
from record
group by period`;
}

/** Takes a measure and a figure's id; gives the figure whose records stand behind it: of a rate, its count. */
export function countedBy(measure: RecordsMeasure, id: string): Counted {
  const figure = measure.figures.find((candidate) => candidate.id === id);
  if (!figure) throw new RangeError(`${measure.id} has no figure ${id}`);
  return figure.kind === 'rate' ? countedBy(measure, figure.of) : figure;
}

/** What the one row of a measure's headline holds, in this order. */
export const HEADLINE_COUNTS = ['numerator', 'denominator', 'unsure', 'unsure of'] as const;

/** Takes a measure; gives, for its headline, the SELECT list that counts its records under `HEADLINE_COUNTS`; null where it has none of one. */
export function headlineCounts(measure: RecordsMeasure): string {
  const figure = countedBy(measure, headlineOf(measure).id);
  const of = figure.kind === 'ratio' ? [figure.of] : [];
  const counts = [
    counting(figure.where, ...of),
    figure.kind === 'ratio' ? counting(figure.of) : 'null::integer',
    figure.unsure ? counting(figure.unsure.where, figure.unsure.of) : 'null::integer',
    figure.unsure ? counting(figure.unsure.of) : 'null::integer',
  ];
  return counts
    .map((count, place) => `${count} as ${identifier(HEADLINE_COUNTS[place] ?? '')}`)
    .join(', ');
}

function countExpressions(figure: Counted): string[] {
  if (figure.kind === 'count') return [`${counting(figure.where)} as ${numeratorOf(figure)}`];
  return [
    `${counting(figure.where, figure.of)} as ${numeratorOf(figure)}`,
    `${counting(figure.of)} as ${denominatorOf(figure)}`,
  ];
}

function unsureExpressions({ id, unsure }: Counted): string[] {
  if (!unsure) return [];
  return [
    `${counting(unsure.where, unsure.of)} as ${unsureOf({ id })}`,
    `${counting(unsure.of)} as ${amongOf({ id })}`,
  ];
}

/** Takes a measure; gives the columns of its SELECT that its figures are counted by, each once. */
export function columnsCounted(measure: RecordsMeasure): string[] {
  const named = countedFigures(measure).flatMap((figure) => [
    figure.where,
    ...(figure.kind === 'ratio' ? [figure.of] : []),
    ...(figure.unsure ? [figure.unsure.where, figure.unsure.of] : []),
  ]);
  return [...new Set(named)].filter((name) => name !== 'all');
}

/** The columns that hold what is counted for each figure, in their order. */
function countNames(measure: RecordsMeasure): string[] {
  return countedFigures(measure).flatMap((figure) => [
    numeratorOf(figure),
    ...(figure.kind === 'ratio' ? [denominatorOf(figure)] : []),
    ...(figure.unsure ? [unsureOf(figure), amongOf(figure)] : []),
  ]);
}

/** The name of the column that holds a figure's numerator, or its count. */
function numeratorOf(figure: Counted): string {
  return identifier(`${figure.id} numerator`);
}

function denominatorOf(figure: RatioFigure): string {
  return identifier(`${figure.id} denominator`);
}

/** The names of the columns that hold how many records are not known enough of, and among how many. */
function unsureOf({ id }: Pick<Counted, 'id'>): string {
  return identifier(`${id} unsure`);
}

function amongOf({ id }: Pick<Counted, 'id'>): string {
  return identifier(`${id} unsure of`);
}

/** DuckDB's counts are wider than JavaScript's numbers reach; a count of children is not. */
function counting(...columns: string[]): string {
  return `(count(*) filter (where ${columns.map(condition).join(' and ')}))::integer`;
}

/** Takes a boolean column that is counted by; gives it as an SQL condition, `all` being every record. */
export function condition(column: string): string {
  return column === 'all' ? 'true' : identifier(column);
}

/** What a record is told apart by in a breakdown: an age band, or a word as it is held. */
function cellOf(measure: RecordsMeasure, { id, aboutChild }: SpecBreakdown): string {
  const day = measure.period === 'snapshot' ? 'period.last_day' : 'record.event_date';
  if (id === 'age') return `age_band(child.born, child.birthdays, ${day})`;
  return `${aboutChild ? 'child' : 'record'}.${identifier(id)}`;
}
