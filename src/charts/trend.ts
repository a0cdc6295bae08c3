import type { Observation } from '../model/observation.ts';
import { inBrief, roundHalfAway, valueOf } from '../model/outcome.ts';
import type { Quarter } from '../model/period.ts';
import type { ChartSpec, Layer } from './draw.ts';
import { ACCENT, CONFIG, INK } from './ink.ts';
import { periodAxis, versionBreaks } from './quarter-axis.ts';

/** One quarter of a trend: its number where there is one, its words, and the definition's version it was made by. */
export interface TrendPoint {
  readonly quarter: Quarter;
  readonly value: number | null;
  readonly words: string;
  readonly version: number | null;
}

/** Takes quarters, oldest first, and what finds an observation of each; gives the points of its trend. */
export function trendPoints(
  quarters: readonly Quarter[],
  observed: (quarter: Quarter) => Observation | null,
): TrendPoint[] {
  return quarters.map((quarter) => {
    const found = observed(quarter);
    const value = found ? valueOf(found.outcome) : null;
    return {
      quarter,
      value: value === null ? null : roundHalfAway(value),
      words: found ? inBrief(found.outcome) : 'Not available',
      version: found?.version ?? null,
    };
  });
}

/** Takes the points of a trend and whether they are percentages; gives the chart, or null where no point has a number. */
export function trendSpec(points: readonly TrendPoint[], percent: boolean): ChartSpec | null {
  if (points.every(({ value }) => value === null)) return null;
  return {
    width: 600,
    height: 220,
    autosize: { type: 'fit', contains: 'padding' },
    background: 'transparent',
    data: { values: points.map(({ value, words }, at) => ({ at, value, words })) },
    encoding: {
      x: {
        field: 'at',
        type: 'quantitative',
        scale: { domain: [-0.5, points.length - 0.5], nice: false, zero: false },
        axis: periodAxis(points.map(({ quarter }) => quarter)),
      },
    },
    layer: [...versionBreaks(points.map(({ version }) => version)), ...line(points, percent)],
    config: CONFIG,
  };
}

// The last figure is written beside its point, on the side that the line does not come from.
function line(points: readonly TrendPoint[], percent: boolean): Layer[] {
  const last = points.findLastIndex(({ value }) => value !== null);
  const falls = (points[last - 1]?.value ?? 0) > (points[last]?.value ?? 0);
  const labelExpr = percent ? "datum.label + '%'" : 'datum.label';
  const y = {
    field: 'value',
    type: 'quantitative',
    scale: { zero: true, nice: 4 },
    axis: { title: null, tickCount: 4, labelExpr },
  } as const;
  const words = { align: 'right', dx: 8, dy: falls ? 18 : -14, fontSize: 15 } as const;
  return [
    { mark: { type: 'line', color: ACCENT, strokeWidth: 2.5 }, encoding: { y } },
    { mark: { type: 'circle', color: ACCENT, size: 44, opacity: 1 }, encoding: { y } },
    {
      transform: [{ filter: `datum.at === ${last}` }],
      mark: { type: 'text', ...words, fontWeight: 'bold', color: INK },
      encoding: { y, text: { field: 'words' } },
    },
  ];
}
