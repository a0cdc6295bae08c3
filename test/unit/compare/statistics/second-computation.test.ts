import { desc, op, table } from 'arquero';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rankOf } from '../../../../src/compare/rank.ts';
import { summarise } from '../../../../src/compare/summary.ts';
import type { PlacedNumber } from '../../../../src/model/comparison.ts';
import { AMOUNT, PERCENT, bare, numberOf, shownOf } from '../placed.ts';

interface Ranked {
  readonly area: string;
  readonly place: number;
  readonly ties: number;
}

/** Arquero's own ranks and quartiles of the same numbers. */
function second(numbers: readonly PlacedNumber[]) {
  const all = table({
    area: numbers.map(({ area }) => area),
    value: numbers.map(({ shown }) => shown.value),
  });
  const ranked: Ranked[] = [];
  all
    .orderby(desc('value'))
    .derive({ place: op.rank() })
    .groupby('value')
    .derive({ ties: op.count() })
    .ungroup()
    .objects()
    .forEach((row) => {
      if ('area' in row && 'place' in row && 'ties' in row) {
        ranked.push({ area: String(row.area), place: Number(row.place), ties: Number(row.ties) });
      }
    });
  const [summary = {}] = all
    .rollup({
      n: op.count(),
      mean: op.mean('value'),
      lowerQuartile: op.quantile('value', 0.25),
      median: op.median('value'),
      upperQuartile: op.quantile('value', 0.75),
    })
    .objects();
  return { ranked, summary };
}

const values = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 3, maxLength: 160 });

describe('ranks and quartiles, reckoned a second time with Arquero', () => {
  it('agree for random numbers, ties among them', () => {
    fc.assert(
      fc.property(values, (list) => {
        const numbers = list.map((value, at) => numberOf(String(at), bare(value / 4), PERCENT));
        const { ranked, summary } = second(numbers);
        expect(ranked).toHaveLength(numbers.length);
        for (const { area, place, ties } of ranked) {
          const own = numbers.find((one) => one.area === area);
          const rank = own && rankOf(own, numbers);
          expect(rank?.place).toBe(place);
          expect(rank?.tied).toBe(ties > 1);
          expect(rank?.of).toBe(numbers.length);
        }
        const first = summarise(numbers, PERCENT);
        for (const [name, value] of Object.entries(summary)) {
          expect({ ...first }[name]).toBeCloseTo(Number(value), 9);
        }
      }),
    );
  });
});

describe('a summary', () => {
  // Excel's help for QUARTILE.INC: 1, 2, 4, 7, 8, 9, 10, 12 has its first quartile at 3.5.
  it('has the quartiles of Excel’s QUARTILE.INC', () => {
    const list = [12, 1, 2, 10, 4, 9, 7, 8];
    const summary = summarise(
      list.map((value, at) => numberOf(String(at), bare(value), AMOUNT)),
      AMOUNT,
    );
    expect(summary).toEqual({
      ...{ n: 8, mean: 6.625, lowerQuartile: 3.5, median: 7.5, upperQuartile: 9.25, pooled: null },
    });
  });

  it('counts each authority once in its mean, and adds the parts up in what is pooled', () => {
    const parts = [
      [1, 10],
      [10, 20],
      [270, 300],
    ] as const;
    const numbers = parts.map(([numerator, denominator], at) =>
      numberOf(String(at), shownOf(numerator, denominator, PERCENT), PERCENT),
    );
    const summary = summarise(numbers, PERCENT);
    expect(summary?.mean).toBeCloseTo(50, 10);
    expect(summary?.pooled).toBeCloseTo((281 / 330) * 100, 10);
    const estimated = numberOf('3', shownOf(1, 2, PERCENT, true), PERCENT);
    expect(summarise([...numbers, estimated], PERCENT)?.pooled).toBeNull();
    expect(summarise([...numbers, numberOf('3', bare(3), PERCENT)], PERCENT)?.pooled).toBeNull();
  });

  it('is none of two', () => {
    const two = ['a', 'b'].map((area) => numberOf(area, bare(3), PERCENT));
    expect(summarise(two, PERCENT)).toBeNull();
  });
});
