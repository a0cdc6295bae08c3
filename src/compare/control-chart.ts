import type { ComparedUnit, ControlChart, Signal } from '../model/comparison.ts';
import { type ControlLimits, controlLimits, liesOutside } from '../model/control-limits.ts';
import type { Period } from '../model/period.ts';
import { controlReading } from './control-reading.ts';

/** From so many values on the limits are firm. */
const FIRM = 12;
const RUN = 7;

/** One quarter of a series; null where it has no value, or one by another definition. */
export interface SeriesPoint {
  readonly period: Period;
  readonly value: number | null;
}

/**
 * Takes every quarter of a series, oldest first, and its unit (null for a count); gives its control chart (XmR), or null where there are too
 * few values for limits. A quarter without a value breaks every run: what lies before it and after it are not in a row. Limits that no value
 * could pass are cut at 0, and for a percentage at 100, once the signals are found. Source of the signals: NHS England, Making Data Count.
 */
export function controlChartOf(
  series: readonly SeriesPoint[],
  unit: ComparedUnit | null,
): ControlChart | null {
  const values = series.map(({ value }) => value);
  const limits = controlLimits(values);
  if (!limits) return null;
  const signals = signalsOf(values, limits);
  const chart = {
    mean: limits.mean,
    low: Math.max(0, limits.low),
    high: unit?.kind === 'percent' ? Math.min(100, limits.high) : limits.high,
    firm: values.filter((value) => value !== null).length >= FIRM,
    points: series.map((point, at) => ({ ...point, signals: signals[at] ?? [] })),
  };
  return { ...chart, reading: controlReading(chart) };
}

/** For each value the signals that it is a part of: every point of a run, and not its last alone. */
function signalsOf(values: readonly (number | null)[], limits: ControlLimits): Signal[][] {
  const sides = values.map((value) => (value === null ? null : sideOf(value, limits.mean)));
  const steps = values.map((value, at) => stepTo(values[at - 1] ?? null, value));
  const thirds = values.map((value) => (value === null ? null : outerThird(value, limits)));
  const onOneSide = partOfRun(sides, RUN, [1, -1]);
  // A run of six steps is one of seven points: the point that the first step leaves is one of them.
  const rising = withStart(partOfRun(steps, RUN - 1, [1]));
  const falling = withStart(partOfRun(steps, RUN - 1, [-1]));
  return values.map((value, at) => {
    if (value === null) return [];
    const found: [Signal, boolean | undefined][] = [
      ['outside a limit', liesOutside(value, limits)],
      ['seven on one side', onOneSide[at]],
      ['seven rising', rising[at]],
      ['seven falling', falling[at]],
      ['two of three near a limit', isTwoOfThree(thirds, at)],
    ];
    return found.flatMap(([signal, holds]) => (holds ? [signal] : []));
  });
}

type Side = -1 | 0 | 1;

/** One that lies on the mean, but for a binary fraction's last places, is on neither side. */
function sideOf(value: number, mean: number): Side {
  if (Math.abs(value - mean) <= 1e-9 * Math.max(1, Math.abs(mean))) return 0;
  return value > mean ? 1 : -1;
}

function stepTo(before: number | null, value: number | null): Side | null {
  return before === null || value === null ? null : sideOf(value, before);
}

/** On which side a value is in the third of the way to a limit that is next to it; 0 where in neither, or beyond it. */
function outerThird(value: number, limits: ControlLimits): Side {
  const near = ((limits.high - limits.mean) * 2) / 3;
  const inner = { mean: limits.mean, low: limits.mean - near, high: limits.mean + near };
  const isOuter = liesOutside(value, inner) && !liesOutside(value, limits);
  return isOuter ? sideOf(value, limits.mean) : 0;
}

/** For each place whether it is in a run, at least so long, of one and the same of what is wanted. */
function partOfRun(
  places: readonly (Side | null)[],
  length: number,
  wanted: readonly Side[],
): boolean[] {
  const part = places.map(() => false);
  let start = 0;
  for (let at = 0; at <= places.length; at++) {
    if (at > start && places[at] === places[start]) continue;
    const side = places[start] ?? null;
    if (at - start >= length && side !== null && wanted.includes(side)) part.fill(true, start, at);
    start = at;
  }
  return part;
}

function withStart(steps: readonly boolean[]): boolean[] {
  return steps.map((step, at) => step || steps[at + 1] === true);
}

/** Whether a value and another that is at most two further are in the same outer third, and no gap between them. */
function isTwoOfThree(thirds: readonly (Side | null)[], at: number): boolean {
  const side = thirds[at];
  if (!side) return false;
  return [-2, -1, 1, 2].some((step) => {
    const [from, to] = [Math.min(at, at + step), Math.max(at, at + step)];
    const between = thirds.slice(Math.max(0, from), to + 1);
    return thirds[at + step] === side && inThree(thirds, from, to) && !between.includes(null);
  });
}

/** Whether there are three in a row, all known, that hold both. */
function inThree(thirds: readonly (Side | null)[], from: number, to: number): boolean {
  for (let first = to - 2; first <= from; first++) {
    const three = [first, first + 1, first + 2].map((at) => thirds[at] ?? null);
    if (!three.includes(null)) return true;
  }
  return false;
}
