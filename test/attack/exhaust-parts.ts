import { exhaust } from './exhaust.ts';
import type { Known } from './known.ts';
import type { Range, Relation } from './relation.ts';

/** The most worlds that are tried of numbers that hang together. */
const WORLDS = 200_000;

/**
 * Takes what is known, narrowed; gives what each number can be when all that hang together are tried together, where these are so few,
 * and so bounded, that it can be done.
 */
export function exhaustParts(known: Known): ReadonlyMap<string, Range> {
  const found = new Map(known.ranges);
  for (const relations of partsOf(known)) {
    const names = new Set(relations.flatMap(({ terms }) => terms.map(({ name }) => name)));
    const ranges = new Map([...names].map((name) => [name, rangeIn(known, name)]));
    const worlds = [...ranges.values()].reduce(
      (all, { least, most }) => all * (most - least + 1),
      1,
    );
    if (!(worlds > 1 && worlds <= WORLDS)) continue;
    const possible = exhaust({ ...known, ranges, relations }, Infinity);
    for (const [name, values] of possible) {
      if (values.size === 0) throw new RangeError(`${name} can be no number at all`);
      found.set(name, { least: Math.min(...values), most: Math.max(...values) });
    }
  }
  return found;
}

/** Relations that share numbers which are not known, in one part each. */
function partsOf(known: Known): Relation[][] {
  const touching = new Map<string, Relation[]>();
  for (const relation of known.relations)
    for (const name of openIn(relation, known)) {
      const own = touching.get(name);
      if (own) own.push(relation);
      else touching.set(name, [relation]);
    }
  const met = new Set<Relation>();
  return known.relations.flatMap((first) => {
    if (met.has(first) || openIn(first, known).length === 0) return [];
    met.add(first);
    const part = [first];
    for (const relation of part)
      for (const name of openIn(relation, known))
        for (const other of touching.get(name) ?? []) {
          if (met.has(other)) continue;
          met.add(other);
          part.push(other);
        }
    return [part];
  });
}

function openIn({ terms }: Relation, known: Known): string[] {
  return terms.flatMap(({ name }) => {
    const { least, most } = rangeIn(known, name);
    return least < most ? [name] : [];
  });
}

function rangeIn({ ranges }: Known, name: string): Range {
  return ranges.get(name) ?? { least: 0, most: Infinity };
}
