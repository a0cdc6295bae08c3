import { identifier, literal } from '../engine/sql.ts';
import type { RecordsMeasure, YearsAddUp } from '../model/measure.ts';
import type { SpecBreakdown } from '../spec/types.ts';
import { type Counted, columnsCounted, countedFigures, counting, recordsSql } from './compose.ts';

/** One count of a figure: under which name, and of which records. */
interface Count {
  readonly name: string;
  /** The boolean columns that all of them have. */
  readonly where: readonly string[];
}

/**
 * Takes a measure and its breakdowns; gives the one statement that counts all its figures, whole and by every
 * breakdown, for every period: rows of period, by, cell, and for each figure its numerator and denominator.
 */
export function figuresSql(measure: RecordsMeasure, breakdowns: readonly SpecBreakdown[]): string {
  const { yearsAddUp } = measure;
  const counts = countsOf(measure);
  const firsts = firstsCounted(measure).map(({ column }) => column);
  const sums = counts.map(({ name }) => `sum(${name})::integer as ${name}`);
  const apart = ['period', '"by"', `${cellNamed(breakdowns)} as cell`, ...firsts.map(identifier)];
  return `${recordsSql(measure, yearsAddUp ? 'quarters and parts of years' : 'all')},
described as (
${describedSql(measure, breakdowns)}
),
counted as (
${countedSql(counts, firsts, breakdowns)}
),
named as (
  select ${[...apart, ...sums].join(', ')}
  from counted
  group by all
)
${yearsAddUp ? periodsSql(counts, firsts) : 'select period::varchar as period, * exclude (period) from named'}`;
}

/** The records with what they are broken down by. Named one by one: a breakdown's column of the SELECT must not stand beside the cell that is made of it. */
function describedSql(measure: RecordsMeasure, breakdowns: readonly SpecBreakdown[]): string {
  const firsts = firstsCounted(measure);
  const held = columnsCounted(measure).filter(
    (name) => !firsts.some(({ column }) => column === name),
  );
  const described = breakdowns.map((b) => `${cellOf(measure, b)} as ${identifier(b.id)}`);
  const onLastDay =
    measure.period === 'snapshot' ? 'join period on period.period = record.period' : '';
  const ofChild = breakdowns.some(({ aboutChild }) => aboutChild)
    ? 'left join child on child.person_id = record.person_id'
    : '';
  const columns = [
    'record.period',
    ...held.map((name) => `record.${identifier(name)}`),
    ...firsts.map(quartersSince),
    ...described,
  ];
  return `  select ${columns.join(', ')}
  from record ${onLastDay} ${ofChild}`;
}

/** How many quarters lie between a record and the one before it: no year looks back over more than four. */
function quartersSince({ column, before }: YearsAddUp['firsts'][number]): string {
  const since = `date_diff('quarter', record.${identifier(before)}, record.event_date)`;
  return `least(coalesce(${since}, 4), 4)::tinyint as ${identifier(column)}`;
}

/** What is counted by the words as they are held, which are few: they are given the names of cells only then. */
function countedSql(
  counts: readonly Count[],
  firsts: readonly string[],
  breakdowns: readonly SpecBreakdown[],
): string {
  const columns = breakdowns.map((breakdown) => identifier(breakdown.id));
  const chosen = (pick: (column: string, id: string) => string) =>
    breakdowns.length === 0
      ? 'null::varchar'
      : `case ${breakdowns.map(({ id }) => `when grouping(${identifier(id)}) = 0 then ${pick(identifier(id), id)}`).join(' ')} end`;
  const always = ['period', ...firsts.map(identifier)];
  const kept = ({ where }: Count) =>
    where.map((column) => (firsts.includes(column) ? 'all' : column));
  return `  select
    ${[
      ...always,
      `${chosen((_, id) => literal(id))} as "by"`,
      `${chosen((column) => column)} as held`,
      ...counts.map((count) => `${counting(...kept(count))} as ${count.name}`),
    ].join(',\n    ')}
  from described
  group by grouping sets (${[always, ...columns.map((column) => [...always, column])].map((set) => `(${set.join(', ')})`).join(', ')})`;
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

/** Quarters, and years as sums of theirs: of what counts the first alone, a record whose last one lies before the period. */
function periodsSql(counts: readonly Count[], firsts: readonly string[]): string {
  const sums = counts.map(({ name, where }) => {
    const asked = where.filter((column) => firsts.includes(column));
    const first = asked.map((column) => `n.${identifier(column)} > p.earlier`);
    const which = first.length === 0 ? '' : ` filter (where ${first.join(' and ')})`;
    return `coalesce(sum(n.${name})${which}, 0)::integer as ${name}`;
  });
  return `select ${['p.period::varchar as period', 'n."by"', 'n.cell', ...sums].join(', ')}
from named n
join period_quarter p on p.quarter = n.period
group by p.period, n."by", n.cell`;
}

/** The firsts that the measure's figures are counted by. */
function firstsCounted(measure: RecordsMeasure): YearsAddUp['firsts'] {
  const columns = columnsCounted(measure);
  return (measure.yearsAddUp?.firsts ?? []).filter(({ column }) => columns.includes(column));
}

/** All that is counted for the measure's figures, in their order. */
function countsOf(measure: RecordsMeasure): Count[] {
  return countedFigures(measure).flatMap((figure) => [...partsOf(figure), ...unsureOf(figure)]);
}

function partsOf(figure: Counted): Count[] {
  const numerator = identifier(`${figure.id} numerator`);
  if (figure.kind === 'count') return [{ name: numerator, where: [figure.where] }];
  return [
    { name: numerator, where: [figure.where, figure.of] },
    { name: identifier(`${figure.id} denominator`), where: [figure.of] },
  ];
}

/** How many records are not known enough of, and among how many. */
function unsureOf({ id, unsure }: Counted): Count[] {
  if (!unsure) return [];
  return [
    { name: identifier(`${id} unsure`), where: [unsure.where, unsure.of] },
    { name: identifier(`${id} unsure of`), where: [unsure.of] },
  ];
}

/** What a record is told apart by in a breakdown: an age band, or a word as it is held. */
function cellOf(measure: RecordsMeasure, { id, aboutChild }: SpecBreakdown): string {
  const day = measure.period === 'snapshot' ? 'period.last_day' : 'record.event_date';
  if (id === 'age') return `age_band(child.born, child.birthdays, ${day})`;
  return `${aboutChild ? 'child' : 'record'}.${identifier(id)}`;
}
