import type { Outcome } from '../../model/outcome.ts';
import { inBrief } from '../../model/outcome.ts';

/** A figure as it is set beside others: a count, or a percentage of its records. */
export type Compared =
  | { readonly kind: 'count'; readonly value: number }
  | { readonly kind: 'share'; readonly value: number; readonly of: number };

/** Takes an outcome; gives what is compared of it, or null where it is none. A rate is compared by its count, and not again. */
export function comparedIn(outcome: Outcome): Compared | null {
  if (outcome.kind === 'count') return { kind: 'count', value: outcome.value };
  if (outcome.kind !== 'ratio' || outcome.denominator <= 0) return null;
  const { numerator, denominator, scale } = outcome;
  return { kind: 'share', value: (numerator / denominator) * scale, of: denominator };
}

/** What it takes for a difference to be more than chance and custom. */
interface Apart {
  readonly spreads: number;
  readonly points: number;
}

/** Takes a figure, what is usual and the rule; tells whether the one is so far from the other that chance alone does not make it. */
export function isFarFrom(found: Compared, usual: number, { spreads, points }: Apart): boolean {
  const distance = Math.abs(found.value - usual);
  if (found.kind === 'count') {
    // The larger of the two, so that a nought is not infinitely far from a few.
    const spread = Math.sqrt(Math.max(usual, found.value, 1));
    return distance > spreads * spread;
  }
  const share = Math.min(Math.max(usual / 100, 0.01), 0.99);
  const spread = 100 * Math.sqrt((share * (1 - share)) / found.of);
  return distance > points && distance > spreads * spread;
}

/** Takes a figure, what is usual and how many times; tells whether it is that many times as much or as little. Of shares it is not asked. */
export function isManyTimes(found: Compared, usual: number, times: number): boolean {
  if (found.kind === 'share') return true;
  return found.value > usual * times || found.value * times < usual;
}

/** Takes a number of a figure; gives it as the figure is told: `1,204`, `19.2%`. */
export function told(like: Compared, value: number): string {
  return like.kind === 'count'
    ? inBrief({ kind: 'count', value: Math.round(value) })
    : inBrief({ kind: 'ratio', numerator: value, denominator: 100, scale: 100 });
}

/** Takes numbers, at least one, in any order; gives the middle one. */
export function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const [below = NaN, above = NaN] = [
    sorted[Math.floor((sorted.length - 1) / 2)],
    sorted[Math.ceil((sorted.length - 1) / 2)],
  ];
  return (below + above) / 2;
}
