import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  chanceOfAtLeast,
  chanceOfAtMost,
  countsExpected,
  poissonLimits,
} from '../../../../src/compare/poisson.ts';

/** Poisson's chances added up one by one: slow, and with no gamma function in it. */
function addedUp(count: number, expected: number): number {
  let [term, sum] = [Math.exp(-expected), 0];
  for (let k = 0; k <= count; k++) {
    sum += term;
    term *= expected / (k + 1);
  }
  return sum;
}

describe('Poisson’s tails', () => {
  it('are the chances of each count added up', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 200 }),
        fc.double({ min: 0.01, max: 150, noNaN: true }),
        (count, expected) => {
          expect(chanceOfAtMost(count, expected)).toBeCloseTo(addedUp(count, expected), 11);
          expect(chanceOfAtLeast(count + 1, expected)).toBeCloseTo(
            1 - addedUp(count, expected),
            11,
          );
        },
      ),
    );
  });

  it('are all of it together, however large the count', () => {
    for (const count of [0, 3, 999, 250_000, 1_000_000]) {
      const expected = count * 1.001 + 1;
      const both = chanceOfAtMost(count, expected) + chanceOfAtLeast(count + 1, expected);
      expect(both).toBeCloseTo(1, 12);
    }
  });
});

describe('exact limits of a count', () => {
  // By chi-squared tables: half of chi-squared 0.025 of 2 O, and 0.975 of 2 O + 2, degrees of freedom.
  it.each([
    [1, 0.025318, 5.571643],
    [2, 0.242209, 7.224688],
    [5, 1.623486, 11.668332],
    [10, 4.795389, 18.390356],
    [100, 81.363991, 121.626794],
  ])('of %d', (count, low, high) => {
    expect(poissonLimits(count, 0.025).low).toBeCloseTo(low, 6);
    expect(poissonLimits(count, 0.025).high).toBeCloseTo(high, 6);
  });

  it('leave the same chance in each tail, for counts from 1 to 1,000,000', () => {
    for (const tail of [0.025, 0.001]) {
      for (const count of [1, 2, 7, 12, 13, 40, 1000, 31_622, 1_000_000]) {
        const { low, high } = poissonLimits(count, tail);
        expect(chanceOfAtLeast(count, low) / tail).toBeCloseTo(1, 9);
        expect(chanceOfAtMost(count, high) / tail).toBeCloseTo(1, 9);
      }
    }
  });

  it('of a large count are nearly normal: 1,000,000 with 1,960 on either side, and a little more above', () => {
    // Cornish and Fisher: the skew moves both by (z² + 2) / 6 or so, and the lower starts at the count, the upper at one more.
    const { low, high } = poissonLimits(1_000_000, 0.025);
    expect(low).toBeCloseTo(1_000_000 - 1_959.964 + (1.959964 ** 2 - 1) / 3, 1);
    expect(high).toBeCloseTo(1_000_001 + 1_959.965 + (1.959964 ** 2 - 1) / 3, 1);
  });
});

/**
 * Figures that OHID publishes with PHEindicatormethods (testdata_funnel_rate_outputs): years of population by which so many events just lie on
 * the limits of a funnel around 116.1720835 per 100,000, over three years. Lower 0.025, upper 0.025, lower 0.001, upper 0.001.
 */
const PUBLISHED: readonly (readonly [number, number, number, number, number])[] = [
  [1, 1598.675694, 7.264481402, 2649.348525, 0.287087625],
  [2, 2072.984403, 69.49732367, 3221.906682, 13.02722321],
  [5, 3348.002593, 465.8280129, 4721.370883, 212.14848],
  [7, 4138.308358, 807.5272621, 5631.352523, 436.2310727],
  [754, 232355.1321, 201176.9596, 241816.047, 192813.5253],
  [1360, 411529.9259, 369759.5622, 424043.2424, 358342.3275],
];
const BASELINE = 116.1720835;
const population = (expected: number) => (expected / BASELINE) * (100_000 / 3);

/**
 * The reference looks for its limits by halving v, of which they are (1 + events) v / (1 − v), until its steps are below 1e-7: six places of v
 * and no more. So its figures come out in every digit when its search is made with the tails here, and the exact limits lie within its last step.
 */
describe('limits of OHID’s funnel of rates', () => {
  const searched = (events: number, isBeyond: (expected: number) => boolean) => {
    let [v, step] = [0.5, 0.5];
    while (step > 1e-7) {
      step /= 2;
      v += isBeyond(((1 + events) * v) / (1 - v)) ? -step : step;
    }
    return ((1 + events) * v) / (1 - v);
  };
  const cases = PUBLISHED.flatMap(([events, low95, high95, low998, high998]) => [
    { events, tail: 0.025, side: 'high' as const, published: low95 },
    { events, tail: 0.025, side: 'low' as const, published: high95 },
    { events, tail: 0.001, side: 'high' as const, published: low998 },
    { events, tail: 0.001, side: 'low' as const, published: high998 },
  ]);

  it.each(cases)('for $events events, $tail, $side', ({ events, tail, side, published }) => {
    const isBeyond = (expected: number) =>
      side === 'high'
        ? chanceOfAtMost(events, expected) < tail
        : chanceOfAtLeast(events, expected) > tail;
    expect(population(searched(events, isBeyond)) / published).toBeCloseTo(1, 8);
    const exact = poissonLimits(events, tail)[side];
    const expected = (published * BASELINE * 3) / 100_000;
    const v = (limit: number) => limit / (1 + events + limit);
    expect(v(exact)).toBeCloseTo(v(expected), 6);
  });
});

describe('the counts that chance keeps to', () => {
  it('are those whose own limits touch what is expected', () => {
    for (const tail of [0.025, 0.001]) {
      for (const count of [1, 3, 20, 500, 40_000]) {
        const { low, high } = poissonLimits(count, tail);
        expect(countsExpected(high, tail).low / count).toBeCloseTo(1, 7);
        expect(countsExpected(low, tail).high / count).toBeCloseTo(1, 7);
      }
    }
  });

  it('go down to none where so few are expected that none is no surprise', () => {
    expect(countsExpected(3.68, 0.025).low).toBe(0);
    expect(countsExpected(3.7, 0.025).low).toBeGreaterThan(0);
    expect(countsExpected(0, 0.025)).toEqual({ low: 0, high: 0 });
  });

  it('grow with what is expected, from the smallest to the largest', () => {
    fc.assert(
      fc.property(fc.double({ min: -6, max: 5.9, noNaN: true }), (power) => {
        const [less, more] = [10 ** power, 10 ** power * 1.05];
        for (const tail of [0.025, 0.001]) {
          const [one, other] = [countsExpected(less, tail), countsExpected(more, tail)];
          expect(other.low).toBeGreaterThanOrEqual(one.low);
          expect(other.high).toBeGreaterThan(one.high);
          expect(one.low).toBeLessThanOrEqual(less);
        }
      }),
    );
  });
});
