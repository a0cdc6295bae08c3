import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rankOf } from '../../../../src/compare/rank.ts';
import { standingOf } from '../../../../src/compare/standing.ts';
import { summarise } from '../../../../src/compare/summary.ts';
import type { PlacedNumber } from '../../../../src/model/comparison.ts';
import { PERCENT, bare, numberOf, shownOf } from '../placed.ts';

const share = (area: string, numerator: number, denominator: number) =>
  numberOf(area, shownOf(numerator, denominator, PERCENT), PERCENT);

describe('a rank', () => {
  // 95 % intervals: a 78.8 to 81.2, b 28.6 to 43.4 (n 160), c 27.2 to 32.9, d 9.1 to 31.0 (n 60), e 1.1 to 3.5.
  const [a, b, c, d, e] = [
    share('a', 3200, 4000),
    share('b', 57, 160),
    share('c', 300, 1000),
    share('d', 11, 60),
    share('e', 10, 500),
  ];
  const all = [a, b, c, d, e];

  it('is 1 for the highest, and moves past those alone that lie wholly above or below', () => {
    expect(rankOf(a, all)).toEqual({ place: 1, tied: false, of: 5, from: 1, to: 1 });
    expect(rankOf(b, all)).toEqual({ place: 2, tied: false, of: 5, from: 2, to: 4 });
    expect(rankOf(c, all)).toEqual({ place: 3, tied: false, of: 5, from: 2, to: 4 });
    expect(rankOf(e, all)).toEqual({ place: 5, tied: false, of: 5, from: 5, to: 5 });
  });

  it('is shared by those that tie', () => {
    const twin = share('f', 30, 100);
    expect(rankOf(c, [...all, twin])).toMatchObject({ place: 3, tied: true, of: 6 });
    expect(rankOf(twin, [...all, twin])).toMatchObject({ place: 3, tied: true });
    expect(rankOf(d, [...all, twin])).toMatchObject({ place: 5, tied: false });
    // 0.1 + 0.2 is no other number than 0.3.
    const [one, other] = [
      numberOf('x', bare(0.1 + 0.2), PERCENT),
      numberOf('y', bare(0.3), PERCENT),
    ];
    expect(rankOf(other, [one, other, a])).toMatchObject({ place: 2, tied: true });
  });

  it('counts an interval that is not known as one that overlaps', () => {
    const unknown = numberOf('u', bare(95), PERCENT);
    expect(rankOf(unknown, [...all, unknown])).toMatchObject({ place: 1, from: 1, to: 6 });
    expect(rankOf(e, [...all, unknown])).toMatchObject({ place: 6, from: 5, to: 6 });
  });

  it('takes one in that is no member of its peers', () => {
    expect(rankOf(share('x', 50, 100), all)).toMatchObject({ place: 2, of: 6 });
  });

  it('is none among fewer than three', () => {
    expect(rankOf(a, [a, b])).toBeNull();
    expect(rankOf(share('x', 1, 2), [a, b])).toBeNull();
    expect(rankOf(share('x', 1, 2), [a, b, c])).not.toBeNull();
  });

  it('lies within what it may be', () => {
    const parts = fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 40, max: 90 }));
    fc.assert(
      fc.property(fc.array(parts, { minLength: 3, maxLength: 30 }), fc.nat(4), (list, gaps) => {
        const numbers = list.map(([numerator, denominator], at): PlacedNumber =>
          at % (gaps + 2) === 1
            ? numberOf(String(at), bare((numerator / denominator) * 100), PERCENT)
            : share(String(at), numerator, denominator),
        );
        for (const own of numbers) {
          const rank = rankOf(own, numbers);
          expect(rank?.from).toBeGreaterThanOrEqual(1);
          expect(rank?.to).toBeLessThanOrEqual(numbers.length);
          expect(rank?.place).toBeGreaterThanOrEqual(rank?.from ?? 0);
          expect(rank?.place).toBeLessThanOrEqual(rank?.to ?? 0);
        }
      }),
    );
  });
});

describe('where an authority stands beside the median', () => {
  const peers = [share('a', 20, 100), share('b', 30, 100), share('c', 40, 100)];
  const summary = summarise(peers, PERCENT);

  it('is higher or lower only where its whole interval is', () => {
    // 95 % intervals: 31.3 to 50.0 (40 of 100), 30.7 to 33.9 (323 of 1,000 is 29.5 to 35.3), 20 of 100 13.3 to 28.9.
    expect(standingOf(share('x', 40, 100), summary)).toBe('higher');
    expect(standingOf(share('x', 323, 1000), summary)).toBe('similar');
    expect(standingOf(share('x', 20, 100), summary)).toBe('lower');
  });

  it('is unclear without an interval or a summary', () => {
    expect(standingOf(numberOf('x', bare(90), PERCENT), summary)).toBe('unclear');
    expect(standingOf(share('x', 40, 100), null)).toBe('unclear');
  });
});
