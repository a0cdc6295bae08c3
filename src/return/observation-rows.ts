import type { Observation } from '../model/observation.ts';
import { type Outcome, roundHalfAway, valueOf } from '../model/outcome.ts';
import { firstDay, isYear, lastDay } from '../model/period.ts';
import type { Return } from '../model/return.ts';
import { DRAFT } from './draft.ts';
import { inReadingOrder } from './reading-order.ts';
import { symbolOf } from './symbols.ts';
import type { Terms } from './terms.ts';

/** The version of spec/return/observations.yaml that the rows are made by. */
export const SCHEMA_VERSION = 1;

/** What stands for breakdown and cell where a figure is whole. */
const WHOLE = 'total';

/** One row of the tidy table, its keys in the order of spec/return/observations.yaml. */
export interface ObservationRow {
  readonly status: string;
  readonly measure: string;
  readonly definition_version: number;
  readonly figure: string;
  readonly period: string;
  readonly period_first_day: string;
  readonly period_last_day: string;
  readonly period_kind: 'quarter' | 'year';
  readonly area_code: string;
  readonly area_name: string;
  readonly breakdown: string;
  readonly breakdown_cell: string;
  readonly outcome: Outcome['kind'];
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly scale: number | null;
  readonly symbol: string | null;
  readonly reason: string | null;
  readonly origin: Observation['origin'];
  readonly denominator_source: string | null;
}

/** The columns of the tidy table, in their order. */
export const OBSERVATION_COLUMNS = [
  'status',
  'measure',
  'definition_version',
  'figure',
  'period',
  'period_first_day',
  'period_last_day',
  'period_kind',
  'area_code',
  'area_name',
  'breakdown',
  'breakdown_cell',
  'outcome',
  'value',
  'numerator',
  'denominator',
  'scale',
  'symbol',
  'reason',
  'origin',
  'denominator_source',
] as const satisfies readonly (keyof ObservationRow)[];

/** Takes a return and its terms; gives its observations as rows of the tidy table, in reading order. Throws a Problem where the terms do not define one. */
export function observationRows(contents: Return, terms: Terms): readonly ObservationRow[] {
  return inReadingOrder(contents.observations, terms).map((observation) =>
    rowOf(observation, contents.authority.name, terms),
  );
}

/** Takes an outcome; gives the number that a return shows for it, a ratio's to one decimal, or null. */
export function shownNumber(outcome: Outcome): number | null {
  const value = valueOf(outcome);
  return value !== null && outcome.kind === 'ratio' ? roundHalfAway(value) : value;
}

function rowOf(observation: Observation, areaName: string, { policy }: Terms): ObservationRow {
  const { period, cell, outcome } = observation;
  const ratio = outcome.kind === 'ratio' ? outcome : null;
  return {
    status: DRAFT,
    measure: observation.measure,
    definition_version: observation.version,
    figure: observation.figure,
    period,
    period_first_day: firstDay(period),
    period_last_day: lastDay(period),
    period_kind: isYear(period) ? 'year' : 'quarter',
    area_code: observation.area,
    area_name: areaName,
    breakdown: cell?.by ?? WHOLE,
    breakdown_cell: cell?.cell ?? WHOLE,
    outcome: outcome.kind,
    value: shownNumber(outcome),
    numerator: ratio?.numerator ?? null,
    denominator: ratio?.denominator ?? null,
    scale: ratio?.scale ?? null,
    symbol: symbolOf(outcome, policy),
    reason:
      outcome.kind === 'withheld' ? policy.words : 'reason' in outcome ? outcome.reason : null,
    origin: observation.origin,
    denominator_source: observation.denominatorFrom,
  };
}
