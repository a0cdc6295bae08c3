import type { Relation } from './relation.ts';

/** A whole and what it adds up. */
interface Sum {
  readonly whole: string;
  readonly parts: readonly string[];
}

/**
 * Takes relations, and what tells whether a number is not known; gives what follows of two sums where each part of the one that is not known
 * is part of one of the other's. The conferences of two quarters that nobody tells of are no fewer than those of them that were
 * in time: so a year's conferences, less those of the quarters that are known, are no fewer than the year's in time, less theirs.
 */
export function sharedParts(
  relations: readonly Relation[],
  isOpen: (name: string) => boolean,
): Relation[] {
  const sums = relations.flatMap(sumIn);
  const within = withinOf(relations);
  const having = new Map<string, Sum[]>();
  for (const sum of sums)
    for (const part of sum.parts) having.set(part, [...(having.get(part) ?? []), sum]);
  return sums.flatMap((smaller) => {
    const open = smaller.parts.filter(isOpen);
    const [first] = open;
    if (first === undefined || open.length < 2) return [];
    const larger = new Set((within.get(first) ?? []).flatMap((name) => having.get(name) ?? []));
    return [...larger].flatMap((sum) => noMoreThan(smaller, open, sum, within));
  });
}

function noMoreThan(
  smaller: Sum,
  open: readonly string[],
  larger: Sum,
  within: ReadonlyMap<string, readonly string[]>,
): Relation[] {
  const free = new Set(larger.parts);
  for (const name of open) {
    const match = (within.get(name) ?? []).find((other) => free.has(other));
    if (match === undefined) return [];
    free.delete(match);
  }
  const closed = smaller.parts.filter((name) => !open.includes(name));
  const terms = [
    { name: smaller.whole, times: 1 },
    ...closed.map((name) => ({ name, times: -1 })),
    { name: larger.whole, times: -1 },
    ...[...free].map((name) => ({ name, times: 1 })),
  ];
  return [{ terms, sum: 'no more than nought' }];
}

function sumIn({ terms, sum }: Relation): Sum[] {
  const wholes = terms.filter(({ times }) => times === -1);
  const parts = terms.filter(({ times }) => times === 1);
  const [whole] = wholes;
  if (sum !== 'nought' || !whole || wholes.length + parts.length !== terms.length) return [];
  return wholes.length === 1 ? [{ whole: whole.name, parts: parts.map(({ name }) => name) }] : [];
}

/** By number: those that it is no more than. */
function withinOf(relations: readonly Relation[]): ReadonlyMap<string, readonly string[]> {
  const within = new Map<string, string[]>();
  for (const { terms, sum } of relations) {
    const [one, other] = [...terms].sort((a, b) => b.times - a.times);
    if (sum === 'nought' || terms.length !== 2 || one?.times !== 1 || other?.times !== -1) continue;
    within.set(one.name, [...(within.get(one.name) ?? []), other.name]);
  }
  return within;
}
