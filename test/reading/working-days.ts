import { dayOf, civilOf, parseDay, weekday } from './calendar.ts';
import type { Day } from './calendar.ts';

const SUNDAY = 0;
const MONDAY = 1;
const SATURDAY = 6;

const ADDED = [
  '2011-04-29',
  '2012-06-04',
  '2012-06-05',
  '2020-05-08',
  '2022-06-02',
  '2022-06-03',
  '2022-09-19',
  '2023-05-08',
];
const EARLY_MAY_MOVED = [2020];
const SPRING_MOVED = [2012, 2022];

export function easterSunday(year: number): Day {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const skippedLeaps = century - Math.floor(century / 4);
  const moonDrift = Math.floor((8 * century + 13) / 25);
  const epact = (skippedLeaps - moonDrift + 19 * golden + 15) % 30;
  const late = epact > 28 || (epact === 28 && golden > 10) ? 1 : 0;
  const fullMoon = dayOf(year, 3, 21) + epact - late;
  return fullMoon + 7 - weekday(fullMoon);
}

function firstMonday(year: number, month: number): Day {
  let day = dayOf(year, month, 1);
  while (weekday(day) !== MONDAY) day += 1;
  return day;
}

function lastMonday(year: number, month: number): Day {
  let day = dayOf(year, month, 31);
  while (weekday(day) !== MONDAY) day -= 1;
  return day;
}

function isWeekend(day: Day): boolean {
  return weekday(day) === SATURDAY || weekday(day) === SUNDAY;
}

/** A holiday on a weekend is given on the next day that is neither weekend nor holiday. */
function addWithSubstitute(holidays: Set<Day>, day: Day): void {
  let given = day;
  while (isWeekend(given) || holidays.has(given)) given += 1;
  holidays.add(given);
}

function bankHolidays(year: number): Set<Day> {
  const holidays = new Set<Day>();
  addWithSubstitute(holidays, dayOf(year, 1, 1));
  holidays.add(easterSunday(year) - 2);
  holidays.add(easterSunday(year) + 1);
  if (!EARLY_MAY_MOVED.includes(year)) holidays.add(firstMonday(year, 5));
  if (!SPRING_MOVED.includes(year)) holidays.add(lastMonday(year, 5));
  holidays.add(lastMonday(year, 8));
  addWithSubstitute(holidays, dayOf(year, 12, 25));
  addWithSubstitute(holidays, dayOf(year, 12, 26));
  for (const iso of ADDED) {
    if (iso.startsWith(`${year}-`)) holidays.add(parseDay(iso));
  }
  return holidays;
}

const byYear = new Map<number, Set<Day>>();

export function isBankHoliday(day: Day): boolean {
  const { year } = civilOf(day);
  let holidays = byYear.get(year);
  if (holidays === undefined) {
    holidays = bankHolidays(year);
    byYear.set(year, holidays);
  }
  return holidays.has(day);
}

/** The working days in (from, to]: the start day is day 0. */
export function workingDays(from: Day, to: Day): number {
  let count = 0;
  for (let day = from + 1; day <= to; day += 1) {
    if (!isWeekend(day) && !isBankHoliday(day)) count += 1;
  }
  return count;
}
