import type { Observation, Observations } from '../model/observation.ts';
import type { Outcome } from '../model/outcome.ts';
import { type Period, firstDay, isYear, lastDay, oncePerPeriod } from '../model/period.ts';
import { WITHHELD, shownNumber, symbolOf } from './symbols.ts';

/** The version of the tables in spec/return that files are written by. */
export const SCHEMA_VERSION = 2;

/** What stands for breakdown and cell where a figure is whole. */
export const WHOLE = 'total';

export const AREA_KINDS = ['authority', 'region', 'england', 'group'] as const;

/** An area that observations may be about. */
export interface NamedArea {
  readonly kind: (typeof AREA_KINDS)[number];
  readonly code: string;
  readonly name: string;
}

/** What the rows of one file have in common. */
export interface RowsAbout {
  readonly status: 'DRAFT' | 'SIGNED OFF';
  readonly release: 'SHAREABLE' | 'NEVER TO BE PUBLISHED';
  readonly areas: readonly NamedArea[];
  /** The figures that have a numerator and a denominator, each as `measure figure`. */
  readonly ratios: ReadonlySet<string>;
}

/** One row of the tidy table, its keys in the order of spec/return/observations.yaml; a number or the symbol in its place. */
export interface ObservationRow {
  readonly status: RowsAbout['status'];
  readonly release: RowsAbout['release'];
  readonly measure: string;
  readonly definition_version: number;
  readonly figure: string;
  readonly period: string;
  readonly period_first_day: string;
  readonly period_last_day: string;
  readonly period_kind: 'quarter' | 'year';
  readonly area_kind: NamedArea['kind'];
  readonly area_code: string;
  readonly area_name: string;
  readonly breakdown: string;
  readonly breakdown_cell: string;
  readonly outcome: Outcome['kind'];
  readonly value: number | string | null;
  readonly numerator: number | string | null;
  readonly denominator: number | string | null;
  readonly scale: number | null;
  readonly reason: string | null;
  readonly origin: Observation['origin'];
  readonly denominator_source: string | null;
}

/** The columns of the tidy table, in their order. */
export const OBSERVATION_COLUMNS = [
  'status',
  'release',
  'measure',
  'definition_version',
  'figure',
  'period',
  'period_first_day',
  'period_last_day',
  'period_kind',
  'area_kind',
  'area_code',
  'area_name',
  'breakdown',
  'breakdown_cell',
  'outcome',
  'value',
  'numerator',
  'denominator',
  'scale',
  'reason',
  'origin',
  'denominator_source',
] as const satisfies readonly (keyof ObservationRow)[];

/** Takes observations in their order and what their file says of all; gives them as rows of the tidy table. */
export function observationRows(
  observations: Observations,
  about: RowsAbout,
): readonly ObservationRow[] {
  const areas = new Map(about.areas.map((area) => [area.code, area]));
  const daysOf = oncePerPeriod(periodRow);
  return Array.from(observations, (observation) => rowOf(observation, areas, about, daysOf));
}

/** Takes a period; gives what rows say of it. */
export function periodRow(period: Period) {
  return {
    period,
    period_first_day: firstDay(period),
    period_last_day: lastDay(period),
    period_kind: isYear(period) ? 'year' : 'quarter',
  } as const;
}

function rowOf(
  observation: Observation,
  areas: ReadonlyMap<string, NamedArea>,
  { status, release, ratios }: RowsAbout,
  daysOf: (period: Period) => ReturnType<typeof periodRow>,
): ObservationRow {
  const { measure, figure, period, cell, outcome } = observation;
  const area = areas.get(observation.area);
  if (!area) throw new RangeError(`nothing says what area ${observation.area} is`);
  return {
    status,
    release,
    measure,
    definition_version: observation.version,
    figure,
    ...daysOf(period),
    area_kind: area.kind,
    area_code: area.code,
    area_name: area.name,
    breakdown: cell?.by ?? WHOLE,
    breakdown_cell: cell?.cell ?? WHOLE,
    outcome: outcome.kind,
    ...shownOf(outcome, ratios.has(`${measure} ${figure}`)),
    origin: observation.origin,
    denominator_source: observation.denominatorFrom,
  };
}

type Shown = Pick<ObservationRow, 'value' | 'numerator' | 'denominator' | 'scale' | 'reason'>;

/** Takes an outcome, and whether its figure has a numerator and a denominator; gives what a row shows of it. */
export function shownOf(outcome: Outcome, hasParts: boolean): Shown {
  return { ...numbersOf(outcome, hasParts), reason: reasonOf(outcome) };
}

/** A ratio that rounds to nought has the symbol as its value, and its parts. */
function numbersOf(outcome: Outcome, hasParts: boolean): Omit<Shown, 'reason'> {
  const value = shownNumber(outcome) ?? symbolOf(outcome);
  if (outcome.kind === 'ratio') {
    const { numerator, denominator, scale } = outcome;
    return { value, numerator, denominator, scale };
  }
  const part = hasParts ? symbolOf(outcome) : null;
  return { value, numerator: part, denominator: part, scale: null };
}

function reasonOf(outcome: Outcome): string | null {
  switch (outcome.kind) {
    case 'count':
    case 'amount':
    case 'ratio':
      return null;
    case 'withheld':
      return WITHHELD;
    case 'missing':
    case 'not applicable':
    case 'not available':
      return outcome.reason;
  }
}
