import Holidays from 'date-holidays';
import { describe, expect, it } from 'vitest';
import { readBankHolidays } from '../../../src/spec/reading/bank-holidays.ts';
import { ROOT } from './root.ts';

const { days, table, coversFrom } = readBankHolidays(ROOT);
const held: readonly string[] = days;

const [FIRST, LAST] = [Number(coversFrom.slice(0, 4)), Number(table.coversTo.slice(0, 4))];
const YEARS = Array.from({ length: LAST - FIRST + 1 }, (_, place) => FIRST + place);

/**
 * In 2012 the Spring bank holiday was moved from 28 May to 4 June, to stand beside the Diamond Jubilee of 5 June. The
 * library knows the Jubilee, and has left the holiday where it stands in other years.
 */
const LIBRARY_MISSES = ['2012-06-04'];
const LIBRARY_ADDS = ['2012-05-28'];

describe('bank holidays of England and Wales', () => {
  it.each(YEARS)('of %i are those that another source has', (year) => {
    const other = daysOff(year)
      .filter((day) => !LIBRARY_ADDS.includes(day))
      .concat(LIBRARY_MISSES.filter((day) => day.startsWith(String(year))));
    expect(held.filter((day) => day.startsWith(String(year)))).toEqual(other.sort());
  });

  it('differ from the other source where that is known to be wrong, and there still', () => {
    expect(daysOff(2012)).toEqual(expect.arrayContaining(LIBRARY_ADDS));
    expect(daysOff(2012)).not.toEqual(expect.arrayContaining(LIBRARY_MISSES));
  });

  it('run over all of these years and no others, in order, each once', () => {
    expect(YEARS).toEqual(expect.arrayContaining([2012, 2019, 2028]));
    expect([...new Set(held.map((day) => Number(day.slice(0, 4))))]).toEqual(YEARS);
    expect(held).toEqual([...new Set(held)].sort());
  });

  it('are never a Saturday or a Sunday, which is no working day anyway', () => {
    expect(held.filter(isWeekend)).toEqual([]);
  });

  it.each([
    ['2020-05-08', 'Early May, moved to VE Day'],
    ['2022-06-02', 'Spring, moved to the Platinum Jubilee'],
    ['2022-06-03', 'the Platinum Jubilee'],
    ['2022-09-19', 'the State Funeral'],
    ['2023-05-08', 'the Coronation'],
    // 25 and 26 December 2027 are a Saturday and a Sunday.
    ['2027-12-28', 'Boxing Day, in lieu'],
  ])('hold %s: %s', (day) => {
    expect(held).toContain(day);
  });

  it.each([
    ['2020-05-04', 'Early May was moved away'],
    ['2022-05-30', 'Spring was moved away'],
  ])('do not hold %s: %s', (day) => {
    expect(held).not.toContain(day);
  });
});

/** The public holidays that fall on a day from Monday to Friday, substitutes among them, in order. */
function daysOff(year: number): string[] {
  const days = new Holidays('GB', 'ENG')
    .getHolidays(year)
    .filter((holiday) => holiday.type === 'public')
    .map((holiday) => holiday.date.slice(0, 10));
  return [...new Set(days)].filter((day) => !isWeekend(day)).sort();
}

function isWeekend(day: string): boolean {
  return [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
}
