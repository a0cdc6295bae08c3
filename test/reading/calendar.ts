/** Days since 1970-01-01. */
export type Day = number;

type Civil = { readonly year: number; readonly month: number; readonly day: number };

const DAYS_BEFORE_1970 = 719_162;

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function monthLength(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function firstDayOfYear(year: number): Day {
  const before = year - 1;
  const leapDays = Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
  return before * 365 + leapDays - DAYS_BEFORE_1970;
}

export function dayOf(year: number, month: number, day: number): Day {
  let count = firstDayOfYear(year) + day - 1;
  for (let earlier = 1; earlier < month; earlier += 1) count += monthLength(year, earlier);
  return count;
}

export function civilOf(day: Day): Civil {
  let year = 1970 + Math.floor(day / 365.2425);
  while (firstDayOfYear(year) > day) year -= 1;
  while (firstDayOfYear(year + 1) <= day) year += 1;
  let rest = day - firstDayOfYear(year);
  let month = 1;
  while (rest >= monthLength(year, month)) {
    rest -= monthLength(year, month);
    month += 1;
  }
  return { year, month, day: rest + 1 };
}

export function parseDay(iso: string): Day {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  if (parts === null) throw new RangeError(`Not a date: ${iso}`);
  return dayOf(Number(parts[1]), Number(parts[2]), Number(parts[3]));
}

/** 0 is Sunday. */
export function weekday(day: Day): number {
  return (((day + 4) % 7) + 7) % 7;
}

export function monthsBefore(day: Day, months: number): Day {
  const from = civilOf(day);
  const index = from.year * 12 + (from.month - 1) - months;
  const year = Math.floor(index / 12);
  const month = index - year * 12 + 1;
  return dayOf(year, month, Math.min(from.day, monthLength(year, month)));
}

/** Born on 29 February: a year older on 1 March in a common year. */
export function ageAt(birth: Day, day: Day): number {
  const born = civilOf(birth);
  const now = civilOf(day);
  const hadBirthday = now.month > born.month || (now.month === born.month && now.day >= born.day);
  return now.year - born.year - (hadBirthday ? 0 : 1);
}
