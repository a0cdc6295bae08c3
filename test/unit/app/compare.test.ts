import { describe, expect, it } from 'vitest';
import { overTheYear, periodFor } from '../../../src/app/compare-rows.ts';
import {
  comparedPeriodAlone,
  directionInWords,
  notesOf,
  shownInBrief,
} from '../../../src/app/compare-words.ts';
import type { Comparison, Shown, TrendAgainst } from '../../../src/model/comparison.ts';
import type { Period } from '../../../src/model/period.ts';

const number = (value: number): Shown => ({ kind: 'number', value, parts: null, flag: null });
const at = (period: Period, own: Shown | null, ownVersion = 1): TrendAgainst => ({
  ...{ period, own, ownVersion, summary: null },
});

describe('the period that is compared', () => {
  const periods: readonly Period[] = ['2025-26 Q2', '2024-25 Q4', 'year to 2024-25 Q4'];

  it('is the quarter that is wanted, else its year, else the newest before it', () => {
    expect(periodFor(periods, '2024-25 Q4')).toBe('2024-25 Q4');
    expect(periodFor(['year to 2024-25 Q4', 'year to 2023-24 Q4'], '2024-25 Q4')).toBe(
      'year to 2024-25 Q4',
    );
    expect(periodFor(periods, '2025-26 Q1')).toBe('2024-25 Q4');
  });

  it('is the newest where none is wanted, or all are later; none where there is none', () => {
    expect(periodFor(periods, null)).toBe('2025-26 Q2');
    expect(periodFor(periods, '2020-21 Q1')).toBe('2025-26 Q2');
    expect(periodFor([], '2025-26 Q1')).toBeNull();
  });
});

describe('the change over a year', () => {
  it('is from the same quarter of the year before, and of no other', () => {
    const trend = [
      at('2024-25 Q1', number(40)),
      at('2024-25 Q4', number(99)),
      at('2025-26 Q1', number(45.1)),
    ];
    expect(directionInWords(overTheYear(trend))).toBe('Up 5.1 since June 2024');
  });

  it('is not known without both numbers, or where the definition changed between them', () => {
    const withheld: Shown = { kind: 'symbol', symbol: 'c', says: 'Withheld to protect children' };
    const now = at('2025-26 Q1', number(45));
    expect(overTheYear([at('2024-25 Q1', withheld), now])).toBeNull();
    expect(overTheYear([at('2024-25 Q1', number(40), 2), now])).toBeNull();
    expect(overTheYear([now])).toBeNull();
    expect(directionInWords(null)).toBe('Not known');
  });

  it('is none where both are written the same', () => {
    const trend = [at('year to 2023-24 Q4', number(40.04)), at('year to 2024-25 Q4', number(40))];
    expect(directionInWords(overTheYear(trend))).toBe('The same as in March 2024');
  });
});

describe('words', () => {
  it('say a value by its unit, and a symbol by what it means', () => {
    expect(shownInBrief(number(19.25), { kind: 'percent' })).toBe('19.3%');
    expect(shownInBrief(number(1234), { kind: 'rate', per: 10_000 })).toBe('1,234.0');
    const symbol: Shown = { kind: 'symbol', symbol: 'c', says: 'Withheld to protect children' };
    expect(shownInBrief(symbol, { kind: 'percent' })).toBe('Withheld to protect children');
  });

  it('say a snapshot by its day, and a year by its last', () => {
    expect(comparedPeriodAlone('2024-25 Q4', true)).toBe('On 31 March 2025');
    expect(comparedPeriodAlone('year to 2024-25 Q4', false)).toBe('Year to 31 March 2025');
    expect(comparedPeriodAlone('2025-26 Q1', false)).toBe('April to June 2025');
  });

  it('warn beside own figures that are whole, and not beside those that are safe or others’', () => {
    const comparison = (kind: 'own' | 'published'): Pick<Comparison, 'notes' | 'own'> => ({
      notes: ['One note.'],
      own: {
        ...{ area: '301', name: 'A', shown: number(1), denominatorFrom: null },
        source: {
          ...{ id: kind, kind, title: '', licence: null, synthetic: false, removable: false },
        },
      },
    });
    expect(notesOf(comparison('own'), false)).toHaveLength(2);
    expect(notesOf(comparison('own'), true)).toEqual(['One note.']);
    expect(notesOf(comparison('published'), false)).toEqual(['One note.']);
  });
});
