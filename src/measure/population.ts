import type { Authority } from '../model/authority.ts';
import { parseDay } from '../model/day.ts';
import { type Period, lastDay } from '../model/period.ts';

/**
 * Takes an authority and a period; gives the latest mid-year estimate whose reference date, 30 June, is on or before the
 * period's last day, and its year; null where none is held.
 */
export function populationFor(
  authority: Authority,
  period: Period,
): { year: string; children: number } | null {
  const end = lastDay(period);
  const year = Object.keys(authority.children)
    .filter((candidate) => (parseDay(`${candidate}-06-30`) ?? end) <= end)
    .sort()
    .at(-1);
  const children = year === undefined ? undefined : authority.children[year];
  return year === undefined || children === undefined ? null : { year, children };
}
