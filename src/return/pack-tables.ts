import type { PackRemark } from '../model/benchmark-pack.ts';
import type { AreaTotal } from '../model/collation.ts';
import type { ObservationAt } from '../model/disclosure.ts';
import { WHOLE } from './observation-rows.ts';

/** The columns of the table of totals, in their order. Source: spec/return/totals.yaml. */
export const TOTAL_COLUMNS = [
  'area_code',
  'measure',
  'figure',
  'period',
  'breakdown',
  'breakdown_cell',
  'members',
  'shown',
  'withheld',
  'without',
  'other_version',
  'least',
  'most',
  'n',
  'mean',
  'lower_quartile',
  'median',
  'upper_quartile',
] as const;

/** The columns of the table of remarks, in their order. Source: spec/return/remarks.yaml. */
export const REMARK_COLUMNS = [
  'id',
  'rule',
  'area_code',
  'measure',
  'figure',
  'period',
  'breakdown',
  'breakdown_cell',
  'says',
  'note',
] as const;

/** Takes a total; gives its row. The figure itself stands among the observations. */
export function totalRow({ area, at, range, coverage, spread }: AreaTotal) {
  return {
    area_code: area,
    ...placeRow(at),
    members: coverage.of,
    shown: coverage.shown,
    withheld: coverage.withheld,
    without: coverage.without,
    other_version: coverage.otherVersion,
    least: range?.least ?? null,
    most: range?.most ?? null,
    n: spread?.n ?? null,
    mean: spread?.mean ?? null,
    lower_quartile: spread?.lowerQuartile ?? null,
    median: spread?.median ?? null,
    upper_quartile: spread?.upperQuartile ?? null,
  } satisfies Record<(typeof TOTAL_COLUMNS)[number], string | number | null>;
}

/** Takes a remark that was accepted; gives its row. */
export function remarkRow({ id, rule, area, says, note, ...at }: PackRemark) {
  return {
    ...{ id, rule, area_code: area, ...placeRow(at), says, note },
  } satisfies Record<(typeof REMARK_COLUMNS)[number], string>;
}

function placeRow({ measure, figure, period, cell }: ObservationAt) {
  return {
    ...{ measure, figure, period: String(period) },
    breakdown: cell?.by ?? WHOLE,
    breakdown_cell: cell?.cell ?? WHOLE,
  };
}
