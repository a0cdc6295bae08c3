import { type Day, addDays, dayOf, monthName } from './day.ts';

/** A quarter of a financial year, `2025-26 Q1`: Q1 is April to June. Quarters compare correctly as text. */
export type Quarter = `${number}-${number} Q${1 | 2 | 3 | 4}`;

/** A quarter, or the twelve months that end with it. */
export type Period = Quarter | `year to ${Quarter}`;

/** Takes any text; gives the Quarter it names, or null (also for `2025-27 Q1`, whose years do not follow). */
export function parseQuarter(text: string): Quarter | null {
  const parts = /^(\d{4})-\d{2} Q([1-4])$/.exec(text);
  if (!parts) return null;
  const quarter = quarterAt(Number(parts[1]) * 4 + Number(parts[2]) - 1);
  return quarter === text ? quarter : null;
}

/** Takes any text; gives the Period it names, `2025-26 Q1` or `year to 2025-26 Q1`, or null. */
export function parsePeriod(text: string): Period | null {
  const quarter = parseQuarter(text.replace(/^year to /, ''));
  if (!quarter) return null;
  return text.startsWith('year to ') ? yearTo(quarter) : quarter;
}

/** Takes a Day; gives the quarter it falls in. */
export function quarterOf(day: Day): Quarter {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return quarterAt(year * 4 + Math.floor((month - 1) / 3) - 1);
}

/** Takes a Day; gives the latest quarter that had ended on it. A quarter's last day ends it. */
export function lastEndedBy(day: Day): Quarter {
  return stepQuarter(quarterOf(addDays(day, 1)), -1);
}

/** Takes a quarter and steps, may be negative; gives the quarter that many later. */
export function stepQuarter(quarter: Quarter, steps: number): Quarter {
  return quarterAt(indexOf(quarter) + steps);
}

/** Takes a quarter; gives the period of twelve months that ends with it. */
export function yearTo(quarter: Quarter): Period {
  return `year to ${quarter}`;
}

/** Takes a period; gives the quarter it is, or ends with. */
export function quarterIn(period: Period): Quarter {
  const text = isYear(period) ? period.slice('year to '.length) : period;
  if (!isQuarterText(text)) throw new RangeError(`${period} is no period`);
  return text;
}

/** Takes a period; tells whether it is a year. */
export function isYear(period: Period): boolean {
  return period.startsWith('year to ');
}

/** Takes a period; gives its first day. */
export function firstDay(period: Period): Day {
  const index = indexOf(quarterIn(period)) - (isYear(period) ? 3 : 0);
  return dayOf(Math.floor(index / 4), (index % 4) * 3 + 4, 1);
}

/** Takes a period; gives its last day. */
export function lastDay(period: Period): Day {
  return addDays(firstDay(stepQuarter(quarterIn(period), 1)), -1);
}

/** Takes what is worked out of a period; gives the same, worked out once for each period: rows are many, and periods few. */
export function oncePerPeriod<T>(work: (period: Period) => T): (period: Period) => T {
  const done = new Map<Period, T>();
  return (period) => {
    const known = done.get(period);
    if (known !== undefined) return known;
    const made = work(period);
    done.set(period, made);
    return made;
  };
}

/** Takes a period; gives it in words: `April to June 2025`, `July 2024 to June 2025`. */
export function periodInWords(period: Period): string {
  const [fromYear, fromMonth] = firstDay(period).split('-').map(Number);
  const [toYear, toMonth] = lastDay(period).split('-').map(Number);
  const from = monthName(fromMonth ?? 0) + (fromYear === toYear ? '' : ` ${fromYear}`);
  return `${from} to ${monthName(toMonth ?? 0)} ${toYear}`;
}

/** Takes the first and last quarter; gives all from the one to the other, oldest first. */
export function quartersBetween(first: Quarter, last: Quarter): Quarter[] {
  const length = Math.max(0, indexOf(last) - indexOf(first) + 1);
  return Array.from({ length }, (_, i) => stepQuarter(first, i));
}

function indexOf(quarter: Quarter): number {
  return Number(quarter.slice(0, 4)) * 4 + Number(quarter.slice(-1)) - 1;
}

function quarterAt(index: number): Quarter {
  const year = Math.floor(index / 4);
  const end = String((year + 1) % 100).padStart(2, '0');
  const text = `${year}-${end} Q${(index % 4) + 1}`;
  if (!isQuarterText(text)) throw new RangeError(`${text} is no quarter`);
  return text;
}

function isQuarterText(text: string): text is Quarter {
  return /^\d{4}-\d{2} Q[1-4]$/.test(text);
}
