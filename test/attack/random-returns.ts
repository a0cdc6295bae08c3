import type { Observation } from '../../src/model/observation.ts';
import { countsOf } from './counting.ts';
import type { Definitions } from './numbers.ts';
import { Chance } from './random.ts';
import { stories } from './stories.ts';
import { trueRows } from './true-rows.ts';

/** Measures whose figures hang together, and are attacked together: each is in one of them at least. */
const TOGETHER = [
  ['riia-01', 'eh-1'],
  ['riia-02', 'riia-04', 'riia-05'],
  ['riia-06', 'riia-07'],
  ['riia-08', 'riia-13', 'riia-18'],
  ['riia-09', 'riia-10', 'riia-11', 'riia-12'],
  ['riia-13', 'riia-14', 'riia-15', 'riia-16', 'riia-17'],
  ['riia-18', 'riia-19', 'riia-20', 'riia-21'],
  ['riia-22', 'riia-23', 'eh-7'],
  ['eh-2', 'eh-3', 'eh-5', 'eh-8'],
  ['eh-6', 'eh-8', 'eh-9'],
] as const;

/** The true rows of last quarter's return and of this quarter's, of one made-up authority. */
export type TwoReturns = readonly [before: readonly Observation[], now: readonly Observation[]];

/** Takes the definitions, a seed, and the usual number of referrals in a quarter; gives two returns of every measure. */
export function wholeReturns(definitions: Definitions, seed: number, size: number): TwoReturns {
  return twoReturns(definitions, new Chance(seed), size, null);
}

/**
 * Takes the definitions, a seed and the most referrals there are usually in a quarter; gives two returns of measures that hang
 * together, with all their breakdowns. Seeds that follow one another take turns with the measures.
 */
export function partReturns(definitions: Definitions, seed: number, most: number): TwoReturns {
  const chance = new Chance(seed);
  const together = TOGETHER[Math.abs(seed) % TOGETHER.length] ?? [];
  // As many are of 3 to 9 referrals as of 30 to 90.
  const size = Math.round(3 * (most / 3) ** chance.next());
  return twoReturns(definitions, chance, size, new Set<string>(together));
}

function twoReturns(
  definitions: Definitions,
  chance: Chance,
  size: number,
  only: ReadonlySet<string> | null,
): TwoReturns {
  const all = Object.entries(countsOf(stories(size, 6, chance)));
  const counts = Object.fromEntries(all.filter(([id]) => only === null || only.has(id)));
  const authority = { counts, definitions, first: '2024-25 Q1' } as const;
  return [trueRows(authority, 4), trueRows(authority, 5)];
}
