import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type SeriesPoint, controlChartOf } from '../../../../src/compare/control-chart.ts';
import { noControlChart } from '../../../../src/compare/control-reading.ts';
import type { ControlChart, Signal } from '../../../../src/model/comparison.ts';
import { stepQuarter } from '../../../../src/model/period.ts';
import { PERCENT } from '../placed.ts';

type Values = readonly (number | null)[];

function series(values: Values): SeriesPoint[] {
  return values.map((value, at) => ({ period: stepQuarter('2020-21 Q1', at), value }));
}

function chartOf(values: Values): ControlChart {
  const chart = controlChartOf(series(values), null);
  if (!chart) throw new Error('There is no control chart of these values.');
  return chart;
}

/** The places, from 0, of the points that a signal is on. */
function places(values: Values, signal: Signal): number[] {
  return chartOf(values).points.flatMap(({ signals }, at) =>
    signals.includes(signal) ? [at] : [],
  );
}

/**
 * The rules are those of NHS England's Making Data Count; the runs of seven, and two of three, are worked as in the tests of NHSRplotthedots,
 * its reference implementation. Limits are reckoned by hand beside each.
 */
describe('the signals of a control chart', () => {
  it('are none where values vary as they do', () => {
    const chart = chartOf([10, 12, 11, 13, 10, 12, 11, 9, 12, 10, 13, 11]);
    expect(chart.points.flatMap(({ signals }) => signals)).toEqual([]);
    expect(chart.reading).toBe('No signal: the quarters vary as they usually do.');
  });

  it('tell a point outside a limit', () => {
    // Sum 176 of 12; ranges 2 nine times, 20 and 22 (mean 5.45: beyond 17.8 both are left out): limits 14.67 ± 5.32.
    const values = [12, 14, 12, 14, 12, 14, 12, 14, 12, 14, 34, 12];
    const chart = chartOf(values);
    expect(chart.high).toBeCloseTo(176 / 12 + 5.32, 10);
    expect(places(values, 'outside a limit')).toEqual([10]);
    expect(chart.reading).toBe(
      'October to December 2022 is above the upper limit: something unusual happened.',
    );
  });

  it('tell seven in a row on one side of the mean, all of them, and not six', () => {
    // Sides of the mean as in the reference: −1, then eight on the other side, then −1.
    const low = [4, 4, 5, 4, 4, 5, 4, 5];
    const high = [8, 9, 8, 9, 8, 9, 8, 9];
    expect(places([...low, ...high], 'seven on one side')).toEqual(
      Array.from({ length: 16 }, (_, at) => at),
    );
    // Six above, one below, six above, and so on.
    expect(places([8, 9, 8, 9, 8, 9, 1, 8, 9, 8, 9, 8, 9, 1], 'seven on one side')).toEqual([]);
    expect(chartOf([...low, ...high, 9]).reading).toBe(
      'The last nine quarters are all above the mean: something has changed.',
    );
  });

  it('let a value on the mean break a run', () => {
    // Mean 6 exactly: three above, one on it, four above; four below at the start and four at the end.
    const values = [5, 5, 5, 5, 7, 7, 7, 6, 7, 7, 7, 7, 6, 5, 5, 5];
    expect(values.reduce((sum, value) => sum + value, 0) / values.length).toBe(6);
    expect(places(values, 'seven on one side')).toEqual([]);
  });

  it('tell seven that rise, which is six steps, and not six', () => {
    // 1 to 7, as in the reference; what comes before and after is higher and lower.
    expect(places([3, 2, 1, 2, 3, 4, 5, 6, 7, 3], 'seven rising')).toEqual([2, 3, 4, 5, 6, 7, 8]);
    expect(places([3, 2, 1, 2, 3, 4, 5, 6, 3, 3], 'seven rising')).toEqual([]);
    // 1, 2, 3, 3, 4, 5, 6: a step of none is no rise.
    expect(places([1, 2, 3, 3, 4, 5, 6, 1, 1], 'seven rising')).toEqual([]);
  });

  it('tell seven that fall', () => {
    expect(places([5, 6, 7, 6, 5, 4, 3, 2, 1, 5], 'seven falling')).toEqual([2, 3, 4, 5, 6, 7, 8]);
    expect(chartOf([3, 9, 3, 9, 3, 9, 8, 7, 6, 5, 4, 3]).reading).toBe(
      'The last seven quarters are each lower than the one before: something is changing.',
    );
  });

  it.each([
    [
      [1, 0, 1],
      [0, 2],
    ],
    [
      [0, 1, 1],
      [1, 2],
    ],
    [
      [1, 1, 0],
      [0, 1],
    ],
    [[1, 0, 0], []],
    [[1, 0, -1], []],
    [
      [-1, 0, -1],
      [0, 2],
    ],
  ])('tell two of three in the same outer third: %j', (thirds, expected) => {
    // Calm years around 100, three quarters 48 from it or on it, and calm years that bring the mean back to 100.
    const calm = [90, 110, 90, 110, 90, 110, 90, 110, 90, 110];
    const back = thirds.reduce((sum, third) => sum - third * 48, 0) / calm.length;
    const three = thirds.map((third) => 100 + third * 48);
    const values = [...calm, 100, ...three, 100, ...calm.map((value) => value + back)];
    const chart = chartOf(values);
    expect(chart.mean).toBeCloseTo(100, 10);
    const reach = chart.high - 100;
    expect(48).toBeGreaterThan((reach * 2) / 3);
    expect(48).toBeLessThan(reach);
    expect(places(values, 'two of three near a limit')).toEqual(expected.map((at) => 11 + at));
  });
});

describe('a control chart', () => {
  it('is firm from twelve values on, and says so while it is not', () => {
    const eleven = [10, 12, 11, 13, 10, 12, 11, 9, 12, 10, 13];
    expect(chartOf(eleven).firm).toBe(false);
    expect(chartOf(eleven).reading).toBe(
      'No signal: the quarters vary as they usually do. The limits are provisional: they rest on 11 quarters, and 12 are needed.',
    );
    expect(chartOf([...eleven, 11]).firm).toBe(true);
    expect(chartOf([...eleven, null]).firm).toBe(false);
  });

  it('is none of fewer than eight, and says what it needs', () => {
    expect(controlChartOf(series([1, 2, 3, 4, 5, 6, 7]), null)).toBeNull();
    expect(noControlChart([1, 2, null, 3])).toBe(
      'There are 3 quarters with a figure: a control chart needs 8 or more.',
    );
    expect(noControlChart([null, 3])).toBe(
      'There is 1 quarter with a figure: a control chart needs 8 or more.',
    );
    expect(noControlChart([])).toBe(
      'There are no quarters with a figure: a control chart needs 8 or more.',
    );
  });

  it('cuts limits that no value could pass', () => {
    const values = [1, 9, 1, 9, 1, 9, 1, 9];
    expect(chartOf(values).low).toBe(0);
    const percent = controlChartOf(series([99, 91, 99, 91, 99, 91, 99, 91]), PERCENT);
    expect(percent?.high).toBe(100);
  });

  it('lets a gap break a run', () => {
    const low = [4, 4, 5, 4, 4, 5, 4];
    expect(places([...low, 8, 9, 8, 9, null, 8, 9, 8], 'seven on one side')).toEqual([
      0, 1, 2, 3, 4, 5, 6,
    ]);
    expect(places([6, 5, 1, 2, 3, 4, null, 5, 6, 7, 5, 4], 'seven rising')).toEqual([]);
  });
});

/** The rules, read once more and in the plainest way: every window of a series, looked at in full. */
function bruteForce(values: Values): Signal[][] {
  const known = values.filter((value) => value !== null);
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
  const ranges: number[] = [];
  for (let at = 1; at < values.length; at++) {
    const [one, other] = [values[at - 1] ?? null, values[at] ?? null];
    if (one !== null && other !== null) ranges.push(Math.abs(one - other));
  }
  const average = (list: number[]) => list.reduce((sum, range) => sum + range, 0) / list.length;
  const usual = average(ranges.filter((range) => range <= 3.267 * average(ranges)));
  const sigma = (2.66 * (usual > 0 ? usual : average(ranges))) / 3;
  const found = values.map((): Signal[] => []);
  const mark = (signal: Signal, size: number, test: (window: number[]) => boolean[]) => {
    const marked = new Set<number>();
    for (let from = 0; from + size <= values.length; from++) {
      const window = values.slice(from, from + size).filter((value) => value !== null);
      if (window.length < size) continue;
      test(window).forEach((is, at) => is && marked.add(from + at));
    }
    for (const at of [...marked].sort((a, b) => a - b)) found[at]?.push(signal);
  };
  const all = (window: number[], holds: boolean) => window.map(() => holds);
  const beyond = (value: number) => Math.abs(value - mean) > 3 * sigma + 1e-7;
  mark('outside a limit', 1, (window) => window.map(beyond));
  mark('seven on one side', 7, (window) =>
    all(window, window.every((v) => v > mean + 1e-9) || window.every((v) => v < mean - 1e-9)),
  );
  const steps = (window: number[]) => window.slice(1).map((v, at) => v - (window[at] ?? 0));
  mark('seven rising', 7, (window) =>
    all(
      window,
      steps(window).every((step) => step > 1e-9),
    ),
  );
  mark('seven falling', 7, (window) =>
    all(
      window,
      steps(window).every((step) => step < -1e-9),
    ),
  );
  mark('two of three near a limit', 3, (window) => {
    const outer = [1, -1].map((side) =>
      window.map((v) => (v - mean) * side > 2 * sigma + 1e-7 && !beyond(v)),
    );
    return window.map((_, at) =>
      outer.some((third) => third[at] === true && third.filter(Boolean).length >= 2),
    );
  });
  return found;
}

describe('signals of random series', () => {
  it('are those of the rules read window by window', () => {
    // Few different values, so that runs, ties and values on the mean come about.
    const value = fc.oneof(
      { weight: 12, arbitrary: fc.integer({ min: 0, max: 6 }) },
      { weight: 3, arbitrary: fc.integer({ min: 0, max: 30 }) },
      { weight: 1, arbitrary: fc.constant(null) },
    );
    const slope = fc.integer({ min: -1, max: 1 });
    const seen = new Set<Signal>();
    fc.assert(
      fc.property(fc.array(value, { minLength: 8, maxLength: 28 }), slope, (values, slant) => {
        const slanted = values.map((one, at) => (one === null ? null : one + slant * at + 40));
        const chart = controlChartOf(series(slanted), null);
        if (!chart) return;
        const signals = chart.points.map((point) => [...point.signals]);
        signals.flat().forEach((signal) => seen.add(signal));
        expect(signals).toEqual(bruteForce(slanted));
      }),
      { numRuns: 6000 },
    );
    expect(seen.size).toBe(5);
  });
});
