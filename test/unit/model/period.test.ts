import { describe, expect, it } from 'vitest';
import {
  firstDay,
  isYear,
  lastDay,
  lastEndedBy,
  parseQuarter,
  periodInWords,
  quarterIn,
  quarterOf,
  quartersBetween,
  stepQuarter,
  yearTo,
} from '../../../src/model/period.ts';

describe('parseQuarter', () => {
  it.each(['2025-26 Q1', '2024-25 Q4', '1999-00 Q2', '2009-10 Q3'])('reads %s', (text) => {
    expect(parseQuarter(text)).toBe(text);
  });

  it.each([
    ['2025-27 Q1', 'its years do not follow'],
    ['2025-25 Q1', 'its years do not follow'],
    ['2025-26 Q0', 'no such quarter'],
    ['2025-26 Q5', 'no such quarter'],
    ['2025-2026 Q1', 'four digits'],
    ['2025/26 Q1', 'a slash'],
    ['2025-26-Q1', 'a dash'],
    ['2025-26  Q1', 'two spaces'],
    ['2025-26 q1', 'a small letter'],
    ['year to 2025-26 Q1', 'a year'],
    ['', 'nothing'],
  ])('refuses %j: %s', (text) => {
    expect(parseQuarter(text)).toBeNull();
  });
});

describe('quarterOf', () => {
  it.each([
    ['2025-04-01', '2025-26 Q1'],
    ['2025-06-30', '2025-26 Q1'],
    ['2025-07-01', '2025-26 Q2'],
    ['2025-09-30', '2025-26 Q2'],
    ['2025-10-01', '2025-26 Q3'],
    ['2025-12-31', '2025-26 Q3'],
    // The last quarter is in the next calendar year.
    ['2026-01-01', '2025-26 Q4'],
    ['2026-03-31', '2025-26 Q4'],
    ['2000-03-31', '1999-00 Q4'],
  ] as const)('%s falls in %s', (day, quarter) => {
    expect(quarterOf(day)).toBe(quarter);
  });
});

describe('lastEndedBy', () => {
  it.each([
    ['2025-06-29', '2024-25 Q4'],
    // A quarter's last day ends it.
    ['2025-06-30', '2025-26 Q1'],
    ['2025-07-01', '2025-26 Q1'],
    ['2025-03-30', '2024-25 Q3'],
    ['2025-03-31', '2024-25 Q4'],
    ['2024-12-31', '2024-25 Q3'],
  ] as const)('on %s is %s', (day, quarter) => {
    expect(lastEndedBy(day)).toBe(quarter);
  });
});

describe('steps', () => {
  it('go over the year’s end, both ways', () => {
    expect(stepQuarter('2024-25 Q4', 1)).toBe('2025-26 Q1');
    expect(stepQuarter('2025-26 Q1', -1)).toBe('2024-25 Q4');
    expect(stepQuarter('2025-26 Q2', -4)).toBe('2024-25 Q2');
    expect(stepQuarter('2025-26 Q2', 0)).toBe('2025-26 Q2');
  });

  it('make all the quarters from one to another', () => {
    expect(quartersBetween('2024-25 Q3', '2025-26 Q1')).toEqual([
      '2024-25 Q3',
      '2024-25 Q4',
      '2025-26 Q1',
    ]);
    expect(quartersBetween('2025-26 Q1', '2025-26 Q1')).toEqual(['2025-26 Q1']);
    expect(quartersBetween('2025-26 Q2', '2025-26 Q1')).toEqual([]);
  });

  it('are in the order of their texts', () => {
    const quarters = quartersBetween('2019-20 Q1', '2028-29 Q4');
    expect(quarters).toHaveLength(40);
    expect([...quarters].reverse().sort()).toEqual(quarters);
  });
});

describe('a year', () => {
  const year = yearTo('2025-26 Q1');

  it('is the twelve months that end with a quarter', () => {
    expect(year).toBe('year to 2025-26 Q1');
    expect([firstDay(year), lastDay(year)]).toEqual(['2024-07-01', '2025-06-30']);
    expect([firstDay(yearTo('2023-24 Q4')), lastDay(yearTo('2023-24 Q4'))]).toEqual([
      '2023-04-01',
      '2024-03-31',
    ]);
  });

  it('is told from a quarter, and tells the quarter it ends with', () => {
    expect([isYear(year), isYear('2025-26 Q1')]).toEqual([true, false]);
    expect([quarterIn(year), quarterIn('2025-26 Q1')]).toEqual(['2025-26 Q1', '2025-26 Q1']);
  });
});

describe('a quarter', () => {
  it.each([
    ['2025-26 Q1', '2025-04-01', '2025-06-30', 'April to June 2025'],
    ['2025-26 Q2', '2025-07-01', '2025-09-30', 'July to September 2025'],
    ['2025-26 Q3', '2025-10-01', '2025-12-31', 'October to December 2025'],
    ['2025-26 Q4', '2026-01-01', '2026-03-31', 'January to March 2026'],
  ] as const)('%s runs from %s to %s: %s', (quarter, first, last, words) => {
    expect(firstDay(quarter)).toBe(first);
    expect(lastDay(quarter)).toBe(last);
    expect(periodInWords(quarter)).toBe(words);
  });

  it('is told apart from a year in words', () => {
    expect(periodInWords(yearTo('2025-26 Q1'))).toBe('July 2024 to June 2025');
    // A year that ends in December lies in one calendar year.
    expect(periodInWords(yearTo('2025-26 Q3'))).toBe('January to December 2025');
  });
});
