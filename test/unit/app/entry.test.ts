import { describe, expect, it } from 'vitest';
import { readExtractDate, readPart } from '../../../src/app/entry.ts';

const CHILDREN = { id: 'ehe', label: 'Children', hint: '', whole: true, max: 20_000 };
const POSTS = { ...CHILDREN, label: 'Posts', whole: false, max: 900 };

describe('a number typed by hand', () => {
  it.each([
    ['84', 84],
    [' 0 ', 0],
    ['1,204', 1204],
    ['20000', 20_000],
  ])('reads %j', (typed, value) => {
    expect(readPart(CHILDREN, typed)).toEqual({ value, error: null });
  });

  it('reads a fraction only where a part may be one', () => {
    expect(readPart(POSTS, '84.5').value).toBe(84.5);
    expect(readPart(CHILDREN, '84.5').error).toContain('whole number');
  });

  it.each([
    ['', 'Enter a number'],
    ['-1', '0 or more'],
    ['20001', '20,000 or fewer'],
    ['many', 'a number, like 84'],
    ['1e3', 'a number, like 84'],
    ['1,2', 'a number, like 84'],
  ])('says what is wrong with %j', (typed, wrong) => {
    expect(readPart(CHILDREN, typed).error).toContain(wrong);
  });
});

describe('the extract date', () => {
  const on = (day: string, month: string, year: string) =>
    readExtractDate({ day, month, year }, '2025-07-20');

  it('takes days and months of one digit or two', () => {
    expect(on('4', '7', '2025').value).toBe('2025-07-04');
    expect(on('04', '07', '2025').value).toBe('2025-07-04');
  });

  it.each([
    ['', '', '', 'Enter the extract date'],
    ['', '7', '', 'must include a day and a year'],
    ['31', '6', '2025', 'a real date'],
    ['14', '7', '25', '4 numbers'],
    ['21', '7', '2025', 'today or in the past'],
  ])('refuses %j %j %j', (day, month, year, wrong) => {
    expect(on(day, month, year).error).toContain(wrong);
  });
});
