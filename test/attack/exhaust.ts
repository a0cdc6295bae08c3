import type { Known } from './known.ts';
import { type Relation, holds } from './relation.ts';

/** Takes what is known of a few numbers, and how high to look; gives every value that each can have when all are tried together. */
export function exhaust(
  { ranges, relations, noughtOrAbove }: Known,
  highest: number,
): ReadonlyMap<string, ReadonlySet<number>> {
  const named = relations.flatMap(({ terms }) => terms.map(({ name }) => name));
  const names = [...new Set([...ranges.keys(), ...named])].sort(
    (a, b) => choices(a).length - choices(b).length,
  );
  const found = new Map(names.map((name) => [name, new Set<number>()]));
  const world = new Map<string, number>();
  const ready = relationsByLast(names, relations);
  tryAll(0);
  return found;

  function choices(name: string): number[] {
    const { least = 0, most = Infinity } = ranges.get(name) ?? {};
    const to = least === most ? most : Math.min(most, highest);
    const all = Array.from({ length: to - least + 1 }, (_, step) => least + step);
    if (!noughtOrAbove.names.has(name)) return all;
    return all.filter((value) => value === 0 || value > noughtOrAbove.above);
  }

  function tryAll(place: number): void {
    const name = names[place];
    if (name === undefined) {
      for (const [each, value] of world) found.get(each)?.add(value);
      return;
    }
    for (const value of choices(name)) {
      world.set(name, value);
      if ((ready[place] ?? []).every((relation) => holds(relation, world))) tryAll(place + 1);
    }
  }
}

/** By the place of a name: the relations of which it is the last to be given a value. */
function relationsByLast(names: readonly string[], relations: readonly Relation[]): Relation[][] {
  const placeOf = new Map(names.map((name, place) => [name, place]));
  const byLast: Relation[][] = names.map(() => []);
  for (const relation of relations) {
    const places = relation.terms.map(({ name }) => placeOf.get(name) ?? 0);
    byLast[Math.max(...places)]?.push(relation);
  }
  return byLast;
}
