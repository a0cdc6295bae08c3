import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { funnelOf } from '../../../../src/compare/funnel.ts';
import { chanceOfAtLeast, chanceOfAtMost } from '../../../../src/compare/poisson.ts';
import type { ComparedUnit, Funnel } from '../../../../src/model/comparison.ts';
import { AMOUNT, PERCENT, RATE, bare, numberOf, shownOf } from '../placed.ts';

function funnel(
  parts: readonly (readonly [numerator: number, denominator: number])[],
  unit: ComparedUnit,
): Funnel {
  const numbers = parts.map(([numerator, denominator], at) =>
    numberOf(String(at), shownOf(numerator, denominator, unit), unit),
  );
  const made = funnelOf(numbers, unit);
  if (!made) throw new Error('There is no funnel of these numbers.');
  return made;
}

/** All of the published 303 together: 80.642448 %. */
const ALL = [10_325_813.8504, 12_804_440] as const;

/** Parts that together are that, with such denominators among them as are asked for. */
function around(denominators: readonly number[]): [number, number][] {
  const share = ALL[0] / ALL[1];
  const rest: [number, number][] = Array.from({ length: 10 }, () => [share * 1e5, 1e5]);
  return [...denominators.map((n): [number, number] => [share * n, n]), ...rest];
}

/** Figures that OHID publishes with PHEindicatormethods (testdata_funnel_prop_outputs), around 80.642448 %. */
describe('the funnel of percentages', () => {
  it.each([
    [1, 3.204264, 100, 0, 100],
    [2, 25.885383, 100, 0, 100],
    [3, 35.933491, 100, 10.150815, 100],
    [4, 41.923356, 100, 19.594903, 100],
    [5, 46.011039, 100, 26.039864, 100],
    [7, 51.373565, 100, 34.494842, 100],
    [34936, 80.228144, 81.056751, 79.989225, 81.295671],
    [58842, 80.323212, 80.961684, 80.139116, 81.14578],
    [99108, 80.396467, 80.888428, 80.254616, 81.03028],
  ])('has the published limits at %d', (denominator, low95, high95, low998, high998) => {
    const made = funnel(around([denominator]), PERCENT);
    expect(made.baseline).toBeCloseTo(80.642448, 6);
    const limits = made.limits.find((one) => one.denominator === denominator);
    expect(limits?.low95).toBeCloseTo(low95, 6);
    expect(limits?.high95).toBeCloseTo(high95, 6);
    expect(limits?.low998).toBeCloseTo(low998, 6);
    expect(limits?.high998).toBeCloseTo(high998, 6);
  });

  /** Parts and what is published of each (testdata_funnel_prop_inputs): the nearest to a limit on either side. */
  it.each([
    [59356.4384, 73352, 'within'],
    [28537.4507, 35201, 'above 95'],
    [38045.3716, 46958, 'above 95'],
    [16924.1296, 20776, 'above 95'],
    [30277.5312, 37828, 'below 95'],
    [26734.0178, 32867, 'above 99.8'],
    [30111.081, 37037, 'above 99.8'],
    [24803.6256, 31824, 'below 99.8'],
  ])('puts %d of %d where the published one does', (numerator, denominator, lies) => {
    const others = [ALL[0] - numerator, ALL[1] - denominator] as const;
    const tenths = Array.from({ length: 10 }, () => [others[0] / 10, others[1] / 10] as const);
    const made = funnel([[numerator, denominator], ...tenths], PERCENT);
    expect(made.points[0]?.lies).toBe(lies);
  });

  it('has 60 denominators, from the smallest to the largest, evenly spread by their square roots', () => {
    const made = funnel(around([25]), PERCENT);
    expect(made.limits).toHaveLength(60);
    expect(made.limits[0]?.denominator).toBe(25);
    expect(made.limits.at(-1)?.denominator).toBe(100_000);
    const roots = made.limits.map(({ denominator }) => Math.sqrt(denominator));
    const step = (Math.sqrt(1e5) - 5) / 59;
    roots.forEach((root, at) => {
      expect(root).toBeCloseTo(5 + at * step, 9);
    });
  });

  it('does not put all or none outside where the limit is cut', () => {
    const made = funnel([[3, 3], [0, 3], ...around([])], PERCENT);
    expect(made.points[0]?.lies).toBe('within');
    expect(made.points[1]?.lies).toBe('below 99.8');
  });
});

/** Figures of testdata_funnel_rate_outputs: a third of the events' rate lies on the limit at three times the years' population. */
describe('the funnel of rates', () => {
  const BASELINE = 116.1720835;
  const unit: ComparedUnit = { kind: 'rate', per: 100_000 };
  const rate = (population: number, others = 10) =>
    Array.from({ length: others }, (): [number, number] => [
      (BASELINE * population) / 100_000,
      population,
    ]);

  // Published to the last step of its search (see the test of Poisson's limits): six figures of each.
  it.each([
    ['low95', 754, 232355.1321],
    ['high95', 754, 201176.9596],
    ['low998', 1360, 424043.2424],
    ['high998', 1360, 358342.3275],
    ['low95', 7, 4138.308358],
    ['high998', 7, 436.2310727],
  ] as const)(
    'has its limit %s of %d events at the published population',
    (limit, events, years) => {
      const made = funnel(rate(years * 3), unit);
      expect(made.limits).toHaveLength(1);
      const at = made.limits[0]?.[limit] ?? 0;
      expect(at / (events / (years * 3)) / 100_000).toBeCloseTo(1, 6);
    },
  );

  it('puts a count outside exactly where chance leaves it less than 0.025, or 0.001', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 90 }),
        fc.integer({ min: 100, max: 40_000 }),
        (count, size) => {
          const made = funnel([[count, size], ...rate(3e7)], unit);
          const expected = (made.baseline * size) / 100_000;
          const less = chanceOfAtMost(count, expected);
          const more = count === 0 ? 1 : chanceOfAtLeast(count, expected);
          const lies = made.points[0]?.lies;
          if (less < 0.001) expect(lies).toBe('below 99.8');
          else if (less < 0.025) expect(lies).toBe('below 95');
          else if (more < 0.001) expect(lies).toBe('above 99.8');
          else if (more < 0.025) expect(lies).toBe('above 95');
          else expect(lies).toBe('within');
        },
      ),
    );
  });

  it('is quick: 153 authorities in less than a tenth of a second', () => {
    const parts = Array.from({ length: 153 }, (_, at): [number, number] => [
      400 + at,
      40_000 + 900 * at,
    ]);
    funnel(parts, RATE);
    const start = performance.now();
    funnel(parts, RATE);
    expect(performance.now() - start).toBeLessThan(100);
  });
});

describe('a funnel', () => {
  it('is of those alone that have parts, and needs ten of them', () => {
    const nine = Array.from({ length: 9 }, (_, at) =>
      numberOf(String(at), shownOf(40 + at, 100 + at, PERCENT), PERCENT),
    );
    const without = numberOf('x', bare(40), PERCENT);
    expect(funnelOf([...nine, without], PERCENT)).toBeNull();
    const ten = [...nine, numberOf('9', shownOf(3, 10, PERCENT), PERCENT), without];
    expect(funnelOf(ten, PERCENT)?.points.map(({ placed }) => placed.area)).not.toContain('x');
    expect(funnelOf(ten, PERCENT)?.points).toHaveLength(10);
    expect(funnelOf(ten, AMOUNT)).toBeNull();
  });

  it('has limits where nothing, or everything, is counted', () => {
    const none = funnel(
      Array.from({ length: 10 }, (_, at) => [0, 50 + at] as const),
      RATE,
    );
    expect(none.baseline).toBe(0);
    expect(none.points.every(({ lies }) => lies === 'within')).toBe(true);
    const all = funnel(
      Array.from({ length: 10 }, (_, at) => [50 + at, 50 + at] as const),
      PERCENT,
    );
    expect(all.limits.every(({ low95, high998 }) => low95 === 100 && high998 === 100)).toBe(true);
    expect(all.points.every(({ lies }) => lies === 'within')).toBe(true);
  });
});
