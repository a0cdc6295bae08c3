import { describe, expect, it } from 'vitest';
import { type TrendPoint, trendPoints, trendSpec } from '../../../src/charts/trend.ts';
import type { Observation } from '../../../src/model/observation.ts';
import type { Outcome } from '../../../src/model/outcome.ts';
import { type Quarter, quartersBetween } from '../../../src/model/period.ts';

const QUARTERS = quartersBetween('2023-24 Q1', '2023-24 Q4');

function points(
  outcomes: readonly (Outcome | null)[],
  versions: readonly number[] = [],
): TrendPoint[] {
  const observed = (quarter: Quarter): Observation | null => {
    const at = QUARTERS.indexOf(quarter);
    const outcome = outcomes[at];
    if (!outcome) return null;
    return {
      measure: 'riia-04',
      version: versions[at] ?? 1,
      figure: 'repeat',
      period: quarter,
      area: '000',
      cell: null,
      outcome,
      origin: 'extract',
      denominatorFrom: null,
    };
  };
  return trendPoints(QUARTERS, observed);
}

const count = (value: number): Outcome => ({ kind: 'count', value });

describe('the points of a trend', () => {
  it('keep a quarter without a figure, with its words and no number', () => {
    const [first, second, third] = points([
      { kind: 'ratio', numerator: 15, denominator: 78, scale: 100 },
      { kind: 'withheld' },
      null,
    ]);
    expect(first).toMatchObject({ value: 19.2, words: '19.2%' });
    expect(second).toMatchObject({ value: null, words: 'Withheld' });
    expect(third).toMatchObject({ value: null, words: 'Not available', version: null });
  });
});

describe('the chart of a trend', () => {
  it('is none where no quarter has a number', () => {
    expect(trendSpec(points([{ kind: 'withheld' }]), false)).toBeNull();
  });

  it('starts at zero and leaves a gap where there is no number', () => {
    const spec = trendSpec(points([count(4), null, count(0), count(9)]), false);
    expect(spec).toMatchObject({
      data: { values: [{ value: 4 }, { value: null }, { value: 0 }, { value: 9 }] },
      layer: [{ encoding: { y: { scale: { zero: true } } } }, {}, {}],
    });
  });

  it('marks where the definition’s version changes, and only there', () => {
    const four = [count(1), count(2), count(3), count(4)];
    const changed = trendSpec(points(four, [1, 1, 2, 2]), false);
    expect(changed).toMatchObject({
      layer: [{ mark: { type: 'rule' }, data: { values: [{ at: 1.5 }] } }, {}, {}, {}, {}],
    });
    expect(JSON.stringify(trendSpec(points(four), false))).not.toContain('rule');
  });

  it('has percentages on its axis only for percentages', () => {
    const spec = (percent: boolean) => JSON.stringify(trendSpec(points([count(1)]), percent));
    expect(spec(true)).toContain("'%'");
    expect(spec(false)).not.toContain("'%'");
  });
});
