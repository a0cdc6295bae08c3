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

/** Takes a measure; gives its SELECT, with the periods that apply to it (a snapshot has no years). */
export function recordsSql(measure: RecordsMeasure): string {
  const periods = measure.period === 'snapshot' ? `where kind = 'quarter'` : '';
  return `with period as (select period, first_day, last_day from all_period ${periods}),
record as (
${measure.sql}
)`;
}

/**
 * Takes a measure and its breakdowns; gives the one statement that counts all its figures, whole and by every
 * breakdown, for every period: rows of period, by, cell, and for each figure its numerator and denominator.
 */
export function figuresSql(measure: RecordsMeasure, breakdowns: readonly SpecBreakdown[]): string {
  // Named one by one: a breakdown's column of the SELECT must not stand beside the cell that is made of it.
  const counted = columnsCounted(measure).map((name) => `record.${identifier(name)}`);
  const columns = breakdowns.map((breakdown) => identifier(breakdown.id));
  const described = breakdowns.map((b) => `${cellExpression(measure, b)} as ${identifier(b.id)}`);
  const grouped = (pick: (column: string, id: string) => string) =>
    breakdowns
      .map((b, i) => `when grouping(${columns[i]}) = 0 then ${pick(columns[i] ?? '', b.id)}`)
      .join(' ');
  const chosen = (pick: (column: string, id: string) => string) =>
    breakdowns.length === 0 ? 'null::varchar' : `case ${grouped(pick)} end`;
  return `${recordsSql(measure)},
described as (
  select ${['record.period', ...counted, ...described].join(', ')}
  from record
  join period on period.period = record.period
  left join child on child.person_id = record.person_id
)
select
  ${[
    'period',
    `${chosen((_, id) => literal(id))} as "by"`,
    `${chosen((column) => column)} as cell`,
    ...countedFigures(measure).flatMap((figure) => [
      ...countExpressions(figure),
      ...unsureExpressions(figure),
    ]),
  ].join(',\n  ')}
from described
group by grouping sets (${['(period)', ...columns.map((column) => `(period, ${column})`)].join(', ')})`;
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

/** Takes a measure and one of its counts; gives the SELECT of the records behind it in every period, the same that are listed. */
export function countedRecordsSql(measure: RecordsMeasure, figure: string): string {
  return `${recordsSql(measure)}
select period, record_id, person_id, event_date
from record
where ${condition(countedBy(measure, figure).where)}`;
}

/** Takes a measure and some of its counts; gives the statement that counts, by period, the records that all of them count. */
export function countedByAllSql(measure: RecordsMeasure, figures: readonly string[]): string {
  const columns = figures.map((figure) => countedBy(measure, figure).where);
  return `${recordsSql(measure)}
select period, ${counting(...columns)} as counted_by_all
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
    `${counting(unsure.where, unsure.of)} as ${identifier(`${id} unsure`)}`,
    `${counting(unsure.of)} as ${identifier(`${id} unsure of`)}`,
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

/** The name of the column that holds a figure's numerator, or its count. */
function numeratorOf(figure: Counted): string {
  return identifier(`${figure.id} numerator`);
}

function denominatorOf(figure: RatioFigure): string {
  return identifier(`${figure.id} denominator`);
}

/** DuckDB's counts are wider than JavaScript's numbers reach; a count of children is not. */
function counting(...columns: string[]): string {
  return `(count(*) filter (where ${columns.map(condition).join(' and ')}))::integer`;
}

/** Takes a boolean column that is counted by; gives it as an SQL condition, `all` being every record. */
export function condition(column: string): string {
  return column === 'all' ? 'true' : identifier(column);
}

/** The cell a record falls in; what is none of the breakdown's cells is not known. */
function cellExpression(measure: RecordsMeasure, breakdown: SpecBreakdown): string {
  const day = measure.period === 'snapshot' ? 'period.last_day' : 'record.event_date';
  if (breakdown.id === 'age') return `age_band(child.born, child.birthdays, ${day})`;
  if (breakdown.aboutChild) {
    return `coalesce(nullif(child.${identifier(breakdown.id)}, 'unmapped'), 'unknown')`;
  }
  const cells = breakdown.cells.map((cell) => literal(cell.id)).join(', ');
  const own = `record.${identifier(breakdown.id)}`;
  return `case when ${own} in (${cells}) then ${own} else 'unknown' end`;
}
