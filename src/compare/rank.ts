import type { PlacedNumber, Rank } from '../model/comparison.ts';
import { same } from './alike.ts';
import { FEWEST_COMPARED } from './summary.ts';

/**
 * Takes an authority's number and its peers', with or without its own; gives its place, 1 for the highest number; one that is no member of its
 * peers is ranked with them. Null where fewer than three peers have a number. `from` and `to` move past those alone whose 95 % interval lies
 * wholly above or below its own: an interval that is not known, its own or another's, tells nothing apart.
 */
export function rankOf(own: PlacedNumber, numbers: readonly PlacedNumber[]): Rank | null {
  if (numbers.length < FEWEST_COMPARED) return null;
  const others = numbers.filter(({ area }) => area !== own.area);
  const value = own.shown.value;
  const count = (test: (other: PlacedNumber) => boolean) => others.filter(test).length;
  const ties = (other: PlacedNumber) => same(other.shown.value, value);
  return {
    place: 1 + count((other) => !ties(other) && other.shown.value > value),
    tied: others.some(ties),
    of: others.length + 1,
    from: 1 + count((other) => liesAbove(other, own)),
    to: others.length + 1 - count((other) => liesAbove(own, other)),
  };
}

function liesAbove(one: PlacedNumber, other: PlacedNumber): boolean {
  return one.interval !== null && other.interval !== null && one.interval.low > other.interval.high;
}
