import { dayOf } from './calendar.ts';
import type { Day } from './calendar.ts';

export type Period = { readonly label: string; readonly first: Day; readonly last: Day };

const SNAPSHOT_TABLE_DAYS = 62;

function firstOfMonth(monthIndex: number): Day {
  const year = Math.floor(monthIndex / 12);
  return dayOf(year, monthIndex - year * 12 + 1, 1);
}

function firstMonthOf(quarter: string): number {
  const parts = /^(\d{4})-(\d{2}) Q([1-4])$/.exec(quarter);
  if (parts === null) throw new RangeError(`Not a quarter: ${quarter}`);
  const aprilOf = Number(parts[1]) * 12 + 3;
  return aprilOf + (Number(parts[3]) - 1) * 3;
}

export function quarterPeriod(quarter: string): Period {
  const month = firstMonthOf(quarter);
  return { label: quarter, first: firstOfMonth(month), last: firstOfMonth(month + 3) - 1 };
}

export function yearPeriod(quarter: string): Period {
  const month = firstMonthOf(quarter);
  return {
    label: `year to ${quarter}`,
    first: firstOfMonth(month - 9),
    last: firstOfMonth(month + 3) - 1,
  };
}

/** Whether the extract was taken on the quarter's last day, or so soon after that its snapshot tables may stand for it. */
export function endedShortlyBefore(extractDay: Day, quarter: string): boolean {
  const since = extractDay - quarterPeriod(quarter).last;
  return since >= 0 && since <= SNAPSHOT_TABLE_DAYS;
}

export function within(period: Period, day: Day | null): boolean {
  return day !== null && day >= period.first && day <= period.last;
}

export function openAt(day: Day, span: { readonly start: Day; readonly end: Day | null }): boolean {
  return span.start <= day && (span.end === null || span.end > day);
}
