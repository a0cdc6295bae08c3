import { Bounds } from './bounds.ts';
import type { Known } from './known.ts';
import type { Range } from './relation.ts';

/** Relations between numbers that are known by their place; `touching` has, by number, the places of its relations. */
export interface Web {
  readonly names: readonly string[];
  readonly relations: readonly Woven[];
  readonly touching: readonly (readonly number[])[];
  /** By number: what it is above where it is not nought; 0 where nothing is known of that. */
  readonly gaps: readonly number[];
}

interface Woven {
  readonly numbers: readonly number[];
  readonly times: readonly number[];
  readonly isEqual: boolean;
}

/** Takes what is known; gives its web, and what each number can be by itself. */
export function weave({ ranges, relations, noughtOrAbove }: Known): { web: Web; bounds: Bounds } {
  const named = relations.flatMap(({ terms }) => terms.map(({ name }) => name));
  const names = [...new Set([...ranges.keys(), ...named])];
  const placeOf = new Map(names.map((name, place) => [name, place]));
  const touching: number[][] = names.map(() => []);
  const woven = relations.map(({ terms, sum }, relation) => {
    const numbers = terms.map(({ name }) => placeOf.get(name) ?? -1);
    for (const number of new Set(numbers)) touching[number]?.push(relation);
    return { numbers, times: terms.map(({ times }) => times), isEqual: sum === 'nought' };
  });
  const gaps = names.map((name) => (noughtOrAbove.names.has(name) ? noughtOrAbove.above : 0));
  const bounds = new Bounds(names.map((name) => ranges.get(name) ?? { least: 0, most: Infinity }));
  return { web: { names, relations: woven, touching, gaps }, bounds };
}

/** Takes what is known; gives what each number can be, as far as adding and subtracting tells. Throws where that is nothing. */
export function narrow(known: Known): ReadonlyMap<string, Range> {
  const { web, bounds } = weave(known);
  const empty = narrowFrom(web, bounds, [...web.relations.keys()]);
  if (empty !== null) throw new RangeError(`${web.names[empty]} can be no number at all`);
  return new Map(web.names.map((name, place) => [name, bounds.at(place)]));
}

/**
 * Takes a web, bounds, relations to begin with, and how many to look at, at the most; narrows the bounds in place, relation
 * by relation, until none tells more. Gives the place of a number that can be nothing any more (or was not settled in so many
 * looks), or null.
 */
export function narrowFrom(
  web: Web,
  bounds: Bounds,
  begin: readonly number[],
  looks = Infinity,
): number | null {
  const waiting = [...begin];
  const isWaiting = new Set(begin);
  let looked = 0;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    isWaiting.delete(next);
    looked += 1;
    const relation = web.relations[next];
    if (!relation) continue;
    for (const number of narrowed(relation, web.gaps, bounds)) {
      const { least, most } = bounds.at(number);
      if (least > most || looked > looks) return number;
      for (const touched of web.touching[number] ?? []) {
        if (isWaiting.has(touched)) continue;
        isWaiting.add(touched);
        waiting.push(touched);
      }
    }
  }
  return null;
}

/** Narrows what one relation bounds; gives the numbers that can be less than before. */
function narrowed(relation: Woven, gaps: readonly number[], bounds: Bounds): number[] {
  const found = noMoreThanNought(relation, 1, gaps, bounds);
  return relation.isEqual ? [...found, ...noMoreThanNought(relation, -1, gaps, bounds)] : found;
}

/** Narrows by a sum (or, with `sign` -1, by its opposite) that is no more than nought: what it leaves each number when all others are as small as can be. */
function noMoreThanNought(
  { numbers, times }: Woven,
  sign: 1 | -1,
  gaps: readonly number[],
  bounds: Bounds,
): number[] {
  let sum = 0;
  let unbounded = 0;
  for (const [place, number] of numbers.entries()) {
    const smallest = smallestOf(number, sign * (times[place] ?? 0), bounds);
    if (smallest === -Infinity) unbounded += 1;
    else sum += smallest;
  }
  const found: number[] = [];
  if (unbounded > 1) return found;
  for (const [place, number] of numbers.entries()) {
    const each = sign * (times[place] ?? 0);
    const smallest = smallestOf(number, each, bounds);
    if (unbounded === 1 && smallest !== -Infinity) continue;
    const left = smallest === -Infinity ? -sum : smallest - sum;
    const { least, most } = bounds.at(number);
    const top = each > 0 ? Math.min(most, Math.floor(left / each)) : most;
    const bottom = each < 0 ? Math.max(least, Math.ceil(left / each)) : least;
    if (top === most && bottom === least) continue;
    bounds.set(number, leapt({ least: bottom + 0, most: top + 0 }, gaps[number] ?? 0));
    found.push(number);
  }
  return found;
}

function smallestOf(number: number, times: number, { least, most }: Bounds): number {
  return times * ((times > 0 ? least[number] : most[number]) ?? 0);
}

/** A number that is nought or above a gap, and cannot be the one, is the other. */
function leapt({ least, most }: Range, gap: number): Range {
  return {
    least: least > 0 ? Math.max(least, gap + 1) : least,
    most: most <= gap ? 0 : most,
  };
}
