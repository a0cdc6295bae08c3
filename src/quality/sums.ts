import type { Balance, BalanceResult } from '../model/balance.ts';
import type { Quarter } from '../model/period.ts';
import { counted, signed } from '../model/words.ts';

/**
 * Takes what must add up, what was counted of it, and a quarter; gives a sentence for each of stock and flows that does
 * not. Nothing is counted again: these are the tallies that came with the measures.
 */
export function sumsFound(
  balances: readonly Balance[],
  results: readonly BalanceResult[],
  quarter: Quarter,
): string[] {
  return results.flatMap((result) => {
    const balance = balances.find(({ id }) => id === result.balance);
    if (result.kind !== 'stock' || !balance) return [];
    const tally = result.tallies.find((one) => one.quarter === quarter);
    if (!tally || tally.children === 0) return [];
    const stand = tally.children === 1 ? 'stands' : 'stand';
    return [
      `${balance.title}: ${counted(tally.children, ['child', 'children'])} ${stand} behind a difference of ${signed(tally.difference)}.`,
    ];
  });
}
