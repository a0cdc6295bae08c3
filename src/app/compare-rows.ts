import type { Comparison, PeerSet, TrendAgainst } from '../model/comparison.ts';
import type { Measure } from '../model/measure.ts';
import { type Period, type Quarter, isYear, quarterIn, yearTo } from '../model/period.ts';
import type { Comparer } from '../workbench/comparing.ts';

/** One measure of an overview; null where nothing is there to compare. */
export interface CompareRow {
  readonly measure: Measure;
  readonly beside: {
    readonly comparison: Comparison;
    readonly trend: readonly TrendAgainst[];
  } | null;
}

/** Takes the comparisons, a measure, the quarter that is wanted and with whom; gives the measure by the figure that stands for it. */
export function compareRow(
  comparer: Comparer,
  measure: Measure,
  quarter: Quarter | null,
  set: PeerSet,
): CompareRow {
  const figure = comparer.figuresOf(measure.id)[0];
  if (!figure) return { measure, beside: null };
  const of = { measure: figure.measure, figure: figure.figure, cell: null };
  const period = periodFor(comparer.periodsOf(of), quarter);
  if (!period) return { measure, beside: null };
  const asked = { ...of, period };
  return {
    measure,
    beside: {
      comparison: comparer.comparison(asked, set),
      trend: comparer.trend(asked, set).trend,
    },
  };
}

/**
 * Takes the periods that others have, newest first, and the quarter that is wanted; gives the quarter where others have it,
 * else the year that ends with it, else the newest there is before it, else the newest.
 */
export function periodFor(periods: readonly Period[], quarter: Quarter | null): Period | null {
  if (quarter === null) return periods[0] ?? null;
  const wanted = [quarter, yearTo(quarter)].find((period) => periods.includes(period));
  const before = periods.find((period) => quarterIn(period) <= quarter);
  return wanted ?? before ?? periods[0] ?? null;
}

/** Takes a trend, oldest first; gives its last point and the one of the same time a year before, where both are numbers. */
export function overTheYear(trend: readonly TrendAgainst[]) {
  const last = trend.at(-1);
  if (!last) return null;
  const year = Number(quarterIn(last.period).slice(0, 4)) - 1;
  const before = trend.find(
    ({ period }) =>
      isYear(period) === isYear(last.period) &&
      quarterIn(period).slice(-2) === quarterIn(last.period).slice(-2) &&
      Number(quarterIn(period).slice(0, 4)) === year,
  );
  if (last.own?.kind !== 'number' || before?.own?.kind !== 'number') return null;
  const isSame = last.ownVersion === before.ownVersion;
  return isSame ? { now: last.own.value, before: before.own.value, since: before.period } : null;
}
