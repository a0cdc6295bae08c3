import type { ComparedUnit, PlacedNumber, Summary } from '../model/comparison.ts';
import { quantile } from '../model/quantile.ts';
import { scaleOf } from './alike.ts';

/** With fewer there is no middle to speak of, and one of two would know the other's number. */
export const FEWEST_COMPARED = 3;

type Numbered = Pick<PlacedNumber, 'shown'>;

/** Takes numbers and their unit; gives what they are like as a group, each authority counting once; null where there are fewer than three. */
export function summarise(numbers: readonly Numbered[], unit: ComparedUnit): Summary | null {
  if (numbers.length < FEWEST_COMPARED) return null;
  const values = numbers.map(({ shown }) => shown.value).sort((a, b) => a - b);
  return {
    n: values.length,
    mean: values.reduce((sum, value) => sum + value, 0) / values.length,
    lowerQuartile: quantile(values, 0.25),
    median: quantile(values, 0.5),
    upperQuartile: quantile(values, 0.75),
    pooled: pooledOf(numbers, unit),
  };
}

function pooledOf(numbers: readonly Numbered[], unit: ComparedUnit): number | null {
  if (unit.kind === 'amount') return null;
  let [numerator, denominator] = [0, 0];
  for (const { shown } of numbers) {
    if (shown.parts === null || shown.parts.estimated) return null;
    numerator += shown.parts.numerator;
    denominator += shown.parts.denominator;
  }
  return denominator > 0 ? (numerator / denominator) * scaleOf(unit) : null;
}
