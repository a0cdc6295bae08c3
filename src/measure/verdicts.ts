import { identifier, literal } from '../engine/sql.ts';
import type { PartRule, RecordsMeasure, Rules } from '../model/measure.ts';
import type { RecordsAsked } from '../model/records.ts';
import { type Counted, condition, countedBy } from './compose.ts';

/** The rules that stand between a candidate and a figure, in the order in which they are looked at. */
export type Step =
  | {
      readonly kind: 'rule' | 'numerator' | 'denominator';
      readonly rule: PartRule;
      readonly column: string;
    }
  /** Here the SELECT itself is asked: a child counts once, by another record. */
  | { readonly kind: 'once'; readonly otherwise: string | null };

/** Takes a measure, a figure of it and its part; gives the steps to be in it. */
export function stepsOf(
  measure: RecordsMeasure,
  { figure: id, part }: Pick<RecordsAsked, 'figure' | 'part'>,
): Step[] {
  const figure = countedBy(measure, id);
  return [
    ...stepsToRecord(measure.rules),
    ...(figure.kind === 'ratio' ? partSteps(measure.rules, figure.of, 'denominator') : []),
    ...(figure.kind === 'count' || part === 'numerator'
      ? partSteps(measure.rules, figure.where, 'numerator')
      : []),
  ];
}

/** Takes a measure; gives every step that there is, whatever the figure. */
export function everyStep({ rules }: RecordsMeasure): Step[] {
  return [
    ...stepsToRecord(rules),
    ...Object.keys(rules.parts).flatMap((column) => partSteps(rules, column, 'numerator')),
  ];
}

function stepsToRecord({ keep, once }: Rules): Step[] {
  return [
    ...keep.map((rule): Step => ({ kind: 'rule', rule, column: 'all' })),
    { kind: 'once', otherwise: once },
  ];
}

function partSteps({ parts }: Rules, column: string, kind: 'numerator' | 'denominator'): Step[] {
  return (parts[column] ?? []).map((rule) => ({ kind, rule, column }));
}

/** Takes a counted figure and a part of it; gives the SQL condition on the SELECT's columns to be in it. */
export function countsSql(figure: Counted, part: 'numerator' | 'denominator'): string {
  if (figure.kind === 'count') return condition(figure.where);
  return part === 'denominator'
    ? condition(figure.of)
    : `${condition(figure.of)} and ${condition(figure.where)}`;
}

/** Takes rules; gives the SELECT of the candidates, each with `record id`, `ids` and a number of its own. */
export function candidatesSql({ of, record, ids }: Rules): string {
  const from = /^select\b/.test(of) ? `(${of})` : identifier(of);
  return `select *, ${idsOf(record, ids)} as "every id", row_number() over () as "candidate" from ${from}`;
}

/** Takes the columns with a row's id and with its list of ids; gives the SQL of the list. */
export function idsOf(record: string, ids: string | null): string {
  return ids === null ? `[${identifier(record)}]` : identifier(ids);
}

/**
 * Takes rules and the steps; gives the SELECT of the verdicts on candidates, from CTEs `period`, `record` and theirs:
 * for each period the place of the first step that is not met, null where all are, and the day that tells more.
 */
export function verdictsSql(
  rules: Rules,
  steps: readonly Step[],
  candidates = 'candidate',
): string {
  const record = `c.${identifier(rules.record)}`;
  const failing = steps.map(
    (step, place) => `when not coalesce((${met(step)}), false) then ${place}`,
  );
  // The engine takes no alias beside a subquery: the days are columns of their own first.
  const dates = steps.flatMap((step, place) =>
    step.kind !== 'once' && step.rule.dated !== null
      ? [{ place, name: `dated_${place}`, sql: dayText(`(${step.rule.dated})`) }]
      : [],
  );
  const dated = dates.map(({ place, name }) => `when ${place} then ${name}`);
  const day = rules.day === null ? 'null::varchar' : dayText(`c.${identifier(rules.day)}`);
  return `select *, ${dated.length === 0 ? 'null::varchar' : `case failed ${dated.join(' ')} end`} as dated
from (select
  p.period, c."candidate", ${record} as record_id, c.person_id, r."nth" as nth,
  ${day} as day,
  ${dates.map(({ name, sql }) => `${sql} as ${name},`).join('\n  ')}
  case ${failing.join('\n    ')} end as failed
from ${candidates} c
cross join period p
cross join setting s
left join record r
  on r.period = p.period and r.record_id = ${record} and r.person_id is not distinct from c.person_id)`;
}

function met(step: Step): string {
  if (step.kind === 'once') return 'r."nth" is not null';
  return step.rule.if ?? `r.${identifier(step.column)}`;
}

/** Takes the SQL of a day; gives the SQL of its text. */
export function dayText(day: string): string {
  return `strftime(${day}, ${literal('%Y-%m-%d')})`;
}
