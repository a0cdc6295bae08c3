import type { CellBeside } from '../model/comparison.ts';
import { oneDecimal } from '../model/outcome.ts';
import type { CellShares } from './cell-shares.ts';

/**
 * Takes cells of a breakdown, whether they are shares of a count or percentages of their own, and the authority's name; gives the largest
 * of its cells, beside its peers' median for that one.
 */
export function cellsReading(
  cells: readonly CellBeside[],
  kind: CellShares['kind'],
  name: string,
): string {
  const known = cells.flatMap((cell) =>
    cell.own?.kind === 'number' ? [{ cell, value: cell.own.value }] : [],
  );
  const first = known[0];
  const noun = kind === 'share' ? 'share' : 'percentage';
  if (!first) return `There is no ${noun} for ${name} to show.`;
  const { cell, value } = known.reduce((most, one) => (one.value > most.value ? one : most), first);
  const peers = cell.summary
    ? `the median of ${cell.summary.n} authorities is ${oneDecimal(cell.summary.median)}%`
    : 'there are too few authorities to compare it with';
  const most = kind === 'share' ? 'largest' : 'highest';
  return `The ${most} ${noun} for ${name} is ${oneDecimal(value)}%, for ${cell.title}; ${peers}.`;
}
