import type { Spread } from '../model/collation.ts';
import { quantile } from '../model/quantile.ts';
import { plainNumber } from '../return/plain.ts';

/** With fewer, one of two would know the other's number. */
const FEWEST = 3;

/** Takes values in any order; gives how they lie, or null where there are fewer than three. */
export function spreadOf(values: readonly number[]): Spread | null {
  if (values.length < FEWEST) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const mean = sorted.reduce((sum, value) => sum + value, 0) / sorted.length;
  return {
    n: sorted.length,
    mean: plainNumber(mean),
    lowerQuartile: plainNumber(quantile(sorted, 0.25)),
    median: plainNumber(quantile(sorted, 0.5)),
    upperQuartile: plainNumber(quantile(sorted, 0.75)),
  };
}
