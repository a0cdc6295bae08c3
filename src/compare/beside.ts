import type { CellBeside, ComparedUnit, Shown, TrendAgainst } from '../model/comparison.ts';
import type { TrendField } from './benchmark.ts';
import type { CellShares } from './cell-shares.ts';
import { summarise } from './summary.ts';

/** Takes a trend as it is found, and its unit; gives the authority's figures with what its peers' are like in each period. */
export function trendAgainst(trend: readonly TrendField[], unit: ComparedUnit): TrendAgainst[] {
  return trend.map(({ period, own, ownVersion, members }) => ({
    ...{ period, ownVersion, own: own?.shown ?? null },
    summary: summaryOf(
      members.map(({ shown }) => shown),
      unit,
    ),
  }));
}

/** Takes the cells of a breakdown as they are found; gives the authority's shares with what its peers' are like. */
export function cellsBeside(cells: readonly CellShares[]): CellBeside[] {
  return cells.map(({ cell, title, own, members }) => ({
    ...{ cell, title, own },
    summary: summaryOf(members, { kind: 'percent' }),
  }));
}

function summaryOf(shown: readonly Shown[], unit: ComparedUnit) {
  const numbers = shown.flatMap((one) => (one.kind === 'number' ? [{ shown: one }] : []));
  return summarise(numbers, unit);
}
