import type { Period } from '../../src/model/period.ts';
import { type Counted, textOf } from './numbers.ts';
import { quartersOfYear } from './quarters.ts';
import type { Met } from './seen.ts';

/** What is counted in a period, and the breakdowns by which it was met. */
export interface Line {
  readonly counted: Counted;
  readonly period: Period;
  readonly by: ReadonlySet<string>;
}

/** Takes what was met in rows; gives its lines. Of a year that was met there are its quarters too, met or not. */
export function linesOf(met: readonly Met[]): Line[] {
  const lines = new Map<string, Line & { readonly by: Set<string> }>();
  for (const { counted, at } of met) {
    for (const period of [at.period, ...(quartersOfYear(at.period) ?? [])]) {
      const key = `${textOf(counted)} | ${period}`;
      const line = lines.get(key) ?? { counted, period, by: new Set<string>() };
      lines.set(key, line);
      if (at.cell) line.by.add(at.cell.by);
    }
  }
  return [...lines.values()];
}
