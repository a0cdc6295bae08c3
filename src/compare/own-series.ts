import { type Period, type Quarter, quarterIn, quartersBetween } from '../model/period.ts';
import type { TrendField } from './benchmark.ts';
import type { SeriesPoint } from './control-chart.ts';

/**
 * Takes what each quarter has, oldest first, and the last one that is wanted; gives the authority's own series up to it, every quarter
 * from its first figure on. A quarter without a figure, or with one by another definition than the last, has no value.
 */
export function ownSeries(fields: readonly TrendField[], last: Period): SeriesPoint[] {
  const numbered = fields.filter(
    ({ period, own }) => own?.shown.kind === 'number' && quarterIn(period) <= quarterIn(last),
  );
  const [first, newest] = [numbered[0], numbered.at(-1)];
  if (!first || !newest) return [];
  const values = new Map<Quarter, number>(
    numbered
      .filter(({ ownVersion }) => ownVersion === newest.ownVersion)
      .flatMap(({ period, own }) =>
        own?.shown.kind === 'number' ? [[quarterIn(period), own.shown.value]] : [],
      ),
  );
  return quartersBetween(quarterIn(first.period), quarterIn(newest.period)).map((period) => ({
    period,
    value: values.get(period) ?? null,
  }));
}
