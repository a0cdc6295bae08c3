import type { ControlChart, Signal } from '../model/comparison.ts';
import { type Period, periodInWords } from '../model/period.ts';
import { numberInWords } from './reading-words.ts';

type Chart = Omit<ControlChart, 'reading'>;
type Point = Chart['points'][number];

/** Takes a control chart; gives what it says, in a sentence: the latest signal, and another where its limits are not firm yet. */
export function controlReading(chart: Chart): string {
  const known = chart.points.filter(({ value }) => value !== null);
  const provisional = chart.firm
    ? ''
    : ` The limits are provisional: they rest on ${known.length} quarters, and 12 are needed.`;
  return signalInWords(chart) + provisional;
}

/** Takes a series too short for a control chart; gives what stands in its place. */
export function noControlChart(values: readonly (number | null)[]): string {
  const known = values.filter((value) => value !== null).length;
  if (known >= 8) return 'There are too many gaps between the quarters for a control chart.';
  const there = known === 1 ? 'There is 1 quarter' : `There are ${known || 'no'} quarters`;
  return `${there} with a figure: a control chart needs 8 or more.`;
}

function signalInWords(chart: Chart): string {
  const at = chart.points.findLastIndex(({ signals }) => signals.length > 0);
  const point = chart.points[at];
  const signal = point?.signals[0];
  if (!point || !signal) return 'No signal: the quarters vary as they usually do.';
  const high = (point.value ?? 0) > chart.mean;
  const run = runTo(chart.points, at, signal, (other) => (other.value ?? 0) > chart.mean === high);
  const points: Points = { latest: isLatest(chart.points, at), run, period: point.period };
  switch (signal) {
    case 'outside a limit':
      return `${outside(points, high ? 'above the upper limit' : 'below the lower limit')}: something unusual happened.`;
    case 'seven on one side':
      return `${inARow(points, `all ${high ? 'above' : 'below'} the mean`)}: something has changed.`;
    case 'seven rising':
      return `${inARow(points, 'each higher than the one before')}: something is changing.`;
    case 'seven falling':
      return `${inARow(points, 'each lower than the one before')}: something is changing.`;
    case 'two of three near a limit':
      return `Two of three quarters in a row${points.latest ? '' : `, up to ${periodInWords(points.period)},`} are close to the ${high ? 'upper' : 'lower'} limit: something may have changed.`;
  }
}

interface Points {
  /** Whether no quarter with a value comes after. */
  readonly latest: boolean;
  readonly run: number;
  readonly period: Period;
}

function outside({ latest, period }: Points, where: string): string {
  return `${latest ? 'The latest quarter, ' : ''}${periodInWords(period)}${latest ? ',' : ''} is ${where}`;
}

function inARow({ latest, run, period }: Points, how: string): string {
  return latest
    ? `The last ${numberInWords(run)} quarters are ${how}`
    : `The ${numberInWords(run)} quarters up to ${periodInWords(period)} are ${how}`;
}

/** How many in a row, the point itself the last of them, have the signal in the same direction. */
function runTo(
  points: readonly Point[],
  last: number,
  signal: Signal,
  alike: (other: Point) => boolean,
): number {
  const bySide = signal === 'seven on one side';
  let run = 0;
  for (let at = last; at >= 0; at--) {
    const point = points[at];
    if (!point?.signals.includes(signal) || (bySide && !alike(point))) break;
    run++;
  }
  return run;
}

function isLatest(points: readonly Point[], at: number): boolean {
  return points.slice(at + 1).every(({ value }) => value === null);
}
