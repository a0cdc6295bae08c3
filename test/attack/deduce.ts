import type { Known } from './known.ts';
import { narrow } from './narrow.ts';
import type { Range, Relation } from './relation.ts';
import { sharedParts } from './shared-parts.ts';

/**
 * Takes what is known; gives what each number can be, as far as adding and subtracting tells, when one sum is taken from
 * another too: of two years that share quarters, what the one has more than the other. Throws where a number can be nothing.
 */
export function deduce(known: Known): ReadonlyMap<string, Range> {
  return narrow(withDifferences(known));
}

/** Takes what is known; gives it with the differences of sums that share numbers which are not known, or parts of them. */
export function withDifferences(known: Known): Known {
  const ranges = narrow(known);
  const isOpen = (name: string) => {
    const { least = 0, most = Infinity } = ranges.get(name) ?? {};
    return least < most;
  };
  const { relations } = known;
  const more = [...differences(relations, isOpen), ...sharedParts(relations, isOpen)];
  return { ...known, relations: [...relations, ...more] };
}

function differences(
  relations: readonly Relation[],
  isOpen: (name: string) => boolean,
): Relation[] {
  const sums = relations
    .filter(({ sum }) => sum === 'nought')
    .map(({ terms }) => new Map(terms.map(({ name, times }) => [name, times])));
  const touching = new Map<string, Set<number>>();
  for (const [place, sum] of sums.entries())
    for (const name of sum.keys())
      if (isOpen(name)) touching.set(name, (touching.get(name) ?? new Set()).add(place));
  return sums.flatMap((sum, place) =>
    sharing(sum, place, touching).flatMap((other) => {
      const found = difference(sum, sums[other] ?? new Map<string, number>(), isOpen);
      return found ? [found] : [];
    }),
  );
}

/** The later sums that share two or more open numbers with one: of a single one the narrowing itself knows all. */
function sharing(
  sum: ReadonlyMap<string, number>,
  place: number,
  touching: ReadonlyMap<string, ReadonlySet<number>>,
): number[] {
  const shared = new Map<number, number>();
  for (const name of sum.keys())
    for (const other of touching.get(name) ?? [])
      if (other > place) shared.set(other, (shared.get(other) ?? 0) + 1);
  return [...shared].filter(([, count]) => count > 1).map(([other]) => other);
}

/** One sum less the other, or and the other, so that what is open in both falls away; null where it does not all fall away. */
function difference(
  one: ReadonlyMap<string, number>,
  other: ReadonlyMap<string, number>,
  isOpen: (name: string) => boolean,
): Relation | null {
  const shared = [...one].filter(([name]) => other.has(name) && isOpen(name));
  const [[first = '', times = 0] = []] = shared;
  const sign = -times / (other.get(first) ?? 1);
  const total = new Map(one);
  for (const [name, each] of other) total.set(name, (total.get(name) ?? 0) + sign * each);
  if (shared.some(([name]) => total.get(name) !== 0)) return null;
  const terms = [...total].filter(([, each]) => each !== 0);
  return { terms: terms.map(([name, each]) => ({ name, times: each })), sum: 'nought' };
}
