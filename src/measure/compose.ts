import { identifier } from '../engine/sql.ts';
import { type Figure, type RecordsMeasure, headlineOf } from '../model/measure.ts';
import type { RecordsAsked } from '../model/records.ts';

/** A figure that is counted from the records; a rate is made from one. */
export type Counted = Exclude<Figure, { kind: 'rate' }>;

/** Takes a measure; gives the figures that are counted from its records. */
export function countedFigures(measure: RecordsMeasure): Counted[] {
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

/** Takes a measure; gives the columns of its SELECT that its figures are counted by, each once. */
export function columnsCounted(measure: RecordsMeasure): string[] {
  const named = countedFigures(measure).flatMap((figure) => [
    figure.where,
    ...(figure.kind === 'ratio' ? [figure.of] : []),
    ...(figure.unsure ? [figure.unsure.where, figure.unsure.of] : []),
  ]);
  return [...new Set(named)].filter((name) => name !== 'all');
}

/**
 * Takes boolean columns; gives how many records all of them count, as SQL. DuckDB's counts are wider than JavaScript's
 * numbers reach; a count of children is not.
 */
export function counting(...columns: string[]): string {
  return `(count(*) filter (where ${columns.map(condition).join(' and ')}))::integer`;
}

/** Takes a boolean column that is counted by; gives it as an SQL condition, `all` being every record. */
export function condition(column: string): string {
  return column === 'all' ? 'true' : identifier(column);
}
