import type { Period, Quarter } from '../../src/model/period.ts';

/** Takes a quarter as `2025-26 Q1` and steps, may be negative; gives the quarter so many later. */
export function quarterAfter(quarter: Quarter, steps: number): Quarter {
  const at = Number(quarter.slice(0, 4)) * 4 + Number(quarter.slice(-1)) - 1 + steps;
  const year = Math.floor(at / 4);
  const ending = String((year + 1) % 100).padStart(2, '0');
  const text = `${year}-${ending} Q${at - year * 4 + 1}`;
  if (!isQuarter(text)) throw new RangeError(`${text} is no quarter`);
  return text;
}

/** Takes a period; gives the four quarters of a year, the last first, or null where it is no year. */
export function quartersOfYear(period: Period): readonly Quarter[] | null {
  if (isQuarter(period)) return null;
  const last = period.slice('year to '.length);
  if (!isQuarter(last)) throw new RangeError(`${period} is no period`);
  return [0, -1, -2, -3].map((steps) => quarterAfter(last, steps));
}

function isQuarter(text: string): text is Quarter {
  return /^\d{4}-\d\d Q[1-4]$/.test(text);
}

/** Takes a period; gives the quarter before a quarter, or null where it is a year. */
export function quarterBefore(period: Period): Quarter | null {
  return isQuarter(period) ? quarterAfter(period, -1) : null;
}
