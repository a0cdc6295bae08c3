import { describe, expect, it } from 'vitest';
import { comparisonOf } from '../../../src/compare/comparison-of.ts';
import type { Field } from '../../../src/compare/field.ts';
import { peersOf, placed, shownOf } from './placed.ts';
import { REPEATS, WITHHELD } from './situations.ts';

const share = (area: string, numerator: number) =>
  placed(area, shownOf(numerator, 100, REPEATS.unit));

function field(over: Partial<Field> = {}): Field {
  const everyone = [
    share('2', 20),
    share('1', 30),
    share('9', 80),
    share('3', 20),
    placed('4', WITHHELD),
  ];
  return {
    asked: { measure: 'riia-04', figure: 'repeat', period: '2025-26 Q2', cell: null },
    ...{ figure: REPEATS, own: share('2', 20), everyone },
    peers: peersOf(['1', '2', '3', '4', '5']),
    without: [{ area: '5', name: 'Area 5', says: 'No source has this figure of it.' }],
    ...{ total: share('E', 25), notes: ['Definitions differ.'], ...over },
  };
}

describe('a comparison of all that is known', () => {
  const comparison = comparisonOf(field());

  it('has its members’ numbers highest first, then by name, and everyone’s', () => {
    expect(comparison.numbers.map(({ area }) => area)).toEqual(['1', '2', '3']);
    expect(comparison.everyone.map(({ area }) => area)).toEqual(['9', '1', '2', '3']);
    expect(comparison.numbers.every(({ interval }) => interval !== null)).toBe(true);
  });

  it('says why each other member is not drawn', () => {
    expect(comparison.without).toEqual([
      { area: '4', name: 'Area 4', says: 'Withheld to protect children' },
      { area: '5', name: 'Area 5', says: 'No source has this figure of it.' },
    ]);
  });

  it('works out summary, rank and standing of members alone', () => {
    expect(comparison.summary).toMatchObject({ n: 3, median: 20 });
    expect(comparison.summary?.pooled).toBeCloseTo(70 / 3, 10);
    expect(comparison.rank).toMatchObject({ place: 2, tied: true, of: 3 });
    expect(comparison.standing).toBe('similar');
  });

  it('hands on what it was given', () => {
    expect(comparison.notes).toEqual(['Definitions differ.']);
    expect(comparison.total?.area).toBe('E');
  });

  it('has neither rank nor standing where the authority has no number', () => {
    for (const own of [null, placed('4', WITHHELD)]) {
      const { rank, standing, summary } = comparisonOf(field({ own }));
      expect({ rank, standing }).toEqual({ rank: null, standing: null });
      expect(summary?.n).toBe(3);
    }
  });

  it('keeps what is withheld out of every number', () => {
    const { own, numbers, everyone } = comparisonOf(field({ own: placed('4', WITHHELD) }));
    expect(own?.shown).toEqual(WITHHELD);
    expect([...numbers, ...everyone].some(({ area }) => area === '4')).toBe(false);
  });
});
