import type { Observation } from '../model/observation.ts';
import { inBrief, roundHalfAway, valueOf } from '../model/outcome.ts';
import type { Quarter } from '../model/period.ts';
import type { ChartSpec } from './draw.ts';

/** One quarter of a trend: its number where there is one, its words, and the definition's version it was made by. */
export interface TrendPoint {
  readonly quarter: Quarter;
  readonly value: number | null;
  readonly words: string;
  readonly version: number | null;
}

type Layer = Extract<ChartSpec, { layer: unknown }>['layer'][number];

const ACCENT = '#1d70b8';
const INK = 'currentColor';

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
        axis: { ...xAxis(points), title: null },
      },
    },
    layer: [...breaks(points), ...line(points, percent)],
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

function xAxis(points: readonly TrendPoint[]) {
  const labels = points.map(({ quarter }, at) =>
    namesYear(points, at) ? [quarter.slice(-2), quarter.slice(0, 7)] : [quarter.slice(-2)],
  );
  return {
    values: points.map((_, at) => at),
    labelExpr: `${JSON.stringify(labels)}[datum.value]`,
    labelOverlap: false,
  } as const;
}

// The year stands under its first quarter, and under the trend's first where the two would not run into each other.
function namesYear(points: readonly TrendPoint[], at: number): boolean {
  const quarter = points[at]?.quarter ?? '';
  return quarter.endsWith('Q1') || (at === 0 && /Q[23]$/.test(quarter));
}

function breaks(points: readonly TrendPoint[]): Layer[] {
  const versioned = points.flatMap(({ version }, at) =>
    version === null ? [] : [{ version, at }],
  );
  const marks = versioned.flatMap(({ version, at }, i) => {
    const before = versioned[i - 1];
    return before && before.version !== version
      ? [{ at: at - 0.5, words: `Definition ${version} from here` }]
      : [];
  });
  if (marks.length === 0) return [];
  return [
    {
      data: { values: marks },
      mark: { type: 'rule', strokeDash: [4, 4], color: INK },
    },
    {
      data: { values: marks },
      mark: { type: 'text', align: 'left', baseline: 'top', dx: 6, color: INK, fontSize: 13 },
      encoding: { text: { field: 'words' }, y: { value: 0 } },
    },
  ];
}

// The words beside the chart say what it shows: Vega's own labels would be read out mark by mark.
const CONFIG = {
  aria: false,
  font: 'Arial, sans-serif',
  view: { stroke: null },
  axis: {
    grid: false,
    labelColor: INK,
    labelFontSize: 13,
    domainColor: '#b1b4b6',
    tickColor: '#b1b4b6',
    labelPadding: 6,
  },
  axisY: { domain: false, ticks: false },
} as const;
