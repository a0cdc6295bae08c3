import { describe, expect, it } from 'vitest';
import {
  addDays,
  dayOf,
  daysBetween,
  formatDay,
  monthName,
  parseDay,
} from '../../../src/model/day.ts';

describe('parseDay', () => {
  it.each(['2025-06-30', '2024-02-29', '2000-02-29', '1900-01-01', '9999-12-31'])(
    'reads %s',
    (text) => {
      expect(parseDay(text)).toBe(text);
    },
  );

  it.each([
    ['2025-06-31', 'June has 30 days'],
    ['2025-02-29', 'no leap year'],
    ['1900-02-29', 'a century is no leap year'],
    ['2025-00-10', 'no month 0'],
    ['2025-13-01', 'no month 13'],
    ['2025-01-00', 'no day 0'],
    ['2025-1-1', 'one digit'],
    ['20250101', 'no dashes'],
    ['01/01/2025', 'another order'],
    ['2025-01-01T00:00:00', 'a time'],
    [' 2025-01-01', 'a space'],
    ['2025-01-01\n', 'a line break'],
    ['', 'nothing'],
    ['null', 'a word'],
  ])('refuses %j: %s', (text) => {
    expect(parseDay(text)).toBeNull();
  });
});

describe('dayOf', () => {
  it('pads month and day', () => {
    expect(dayOf(2025, 4, 1)).toBe('2025-04-01');
  });

  it('rolls over what is too much or too little', () => {
    expect(dayOf(2025, 13, 1)).toBe('2026-01-01');
    expect(dayOf(2024, 3, 0)).toBe('2024-02-29');
  });

  it('refuses a year that four digits cannot hold', () => {
    expect(() => dayOf(10_000, 1, 1)).toThrow(RangeError);
  });
});

describe('addDays and daysBetween', () => {
  it.each([
    ['2025-03-31', 1, '2025-04-01'],
    ['2025-01-01', -1, '2024-12-31'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2025-02-28', 1, '2025-03-01'],
    ['2025-06-30', 0, '2025-06-30'],
    // Clocks change on 30 March and 26 October 2025: a day stays a day.
    ['2025-03-29', 2, '2025-03-31'],
    ['2025-10-25', 2, '2025-10-27'],
    ['2024-04-01', 365, '2025-04-01'],
    ['2023-04-01', 366, '2024-04-01'],
  ] as const)('%s and %i days is %s', (from, days, to) => {
    expect(addDays(from, days)).toBe(to);
    expect(daysBetween(from, to)).toBe(days);
  });
});

describe('words for days', () => {
  it('are those that people write', () => {
    expect(formatDay('2025-06-30')).toBe('30 June 2025');
    expect(formatDay('2025-01-01')).toBe('1 January 2025');
  });

  it('name the months from 1 to 12 and no other', () => {
    expect([1, 9, 12].map(monthName)).toEqual(['January', 'September', 'December']);
    expect([0, 13].map(monthName)).toEqual(['', '']);
  });
});
