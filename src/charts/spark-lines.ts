import type { TrendAgainst } from '../model/comparison.ts';

export const SPARK_WIDTH = 120;
export const SPARK_HEIGHT = 32;
const EDGE = 4;

/** The paths of a small chart, in its own pixels. */
export interface SparkLines {
  /** The peers' middle half, a piece for each run of periods that have one. */
  readonly band: string;
  readonly median: string;
  readonly own: string;
  /** The authority's last number, where the last period has one. */
  readonly last: { readonly x: number; readonly y: number } | null;
  readonly base: number;
}

interface Dot {
  readonly at: number;
  readonly x: number;
  readonly y: number;
}

/** Takes a trend, oldest first; gives what its small chart is drawn of, from zero, with a gap where there is no number. */
export function sparkLines(trend: readonly TrendAgainst[]): SparkLines {
  const own = trend.map((each) => (each.own?.kind === 'number' ? each.own.value : null));
  const quartiles = trend.flatMap(({ summary }) => (summary ? [summary.upperQuartile] : []));
  const top = Math.max(0, ...quartiles, ...own.map((value) => value ?? 0)) || 1;
  const x = (at: number) => EDGE + (at * (SPARK_WIDTH - 2 * EDGE)) / Math.max(1, trend.length - 1);
  const y = (value: number) => SPARK_HEIGHT - EDGE - (value / top) * (SPARK_HEIGHT - 2 * EDGE);
  const dots = (values: readonly (number | null)[]): Dot[] =>
    values.flatMap((value, at) => (value === null ? [] : [{ at, x: x(at), y: y(value) }]));
  const ownDots = dots(own);
  const lower = dots(trend.map(({ summary }) => summary?.lowerQuartile ?? null));
  const upper = dots(trend.map(({ summary }) => summary?.upperQuartile ?? null));
  const end = ownDots.at(-1);
  return {
    band: runs(upper)
      .map((run) => bandOf(run, lower))
      .join(''),
    median: runs(dots(trend.map(({ summary }) => summary?.median ?? null)))
      .map(lineOf)
      .join(''),
    own: runs(ownDots).map(lineOf).join(''),
    last: end && end.at === trend.length - 1 ? { x: end.x, y: end.y } : null,
    base: SPARK_HEIGHT - EDGE,
  };
}

function runs(dots: readonly Dot[]): Dot[][] {
  const found: Dot[][] = [];
  for (const dot of dots) {
    const run = found.at(-1);
    if (run && run.at(-1)?.at === dot.at - 1) run.push(dot);
    else found.push([dot]);
  }
  return found;
}

// One period alone is drawn as a short stroke, so that it is seen.
function lineOf(run: readonly Dot[]): string {
  const points =
    run.length === 1
      ? run.flatMap((dot) => [
          { ...dot, x: dot.x - 1 },
          { ...dot, x: dot.x + 1 },
        ])
      : run;
  return `M${points.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}`;
}

function bandOf(run: readonly Dot[], lower: readonly Dot[]): string {
  const under = run.flatMap(({ at }) => lower.find((dot) => dot.at === at) ?? []).reverse();
  const wide = run.length === 1 ? 2 : 0;
  const points = [
    ...run.map(({ x, y }, nth) => ({ x: x + (nth === 0 ? -wide : wide), y })),
    ...(wide ? run.map(({ x, y }) => ({ x: x + wide, y })) : []),
    ...(wide ? under.map(({ x, y }) => ({ x: x + wide, y })) : []),
    ...under.map(({ x, y }) => ({ x: x - wide, y })),
  ];
  return `M${points.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}Z`;
}
