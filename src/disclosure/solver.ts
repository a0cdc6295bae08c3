import type { Ranges } from './sight.ts';
import type { Ground, Witness } from './search.ts';
import type { Tie } from './ties.ts';

/** Solves a problem in whole numbers, written in the LP format: by each name its value, or null where nothing fits, or time is up. */
export type Solve = (problem: string) => ReadonlyMap<string, number> | null;

/** How many quantities a problem leaves open, those further away being kept at their true values: few first, then many. */
const OPEN = [200, 5_000];

/**
 * Takes a quantity, a value and what can be of the others; gives whole numbers that fit every tie with that value, or null
 * where the solver found none in its time.
 */
export function solveFor(
  ground: Ground,
  { quantity, value }: { readonly quantity: number; readonly value: number },
  ranges: Ranges,
  solve: Solve,
): Witness | null {
  for (const most of OPEN) {
    const open = around(ground, quantity, ranges, most);
    const solved = solve(problemOf(ground, open, new Map([[quantity, value]]), ranges));
    if (solved) return witnessIn(solved, open, ground);
    // Nothing was kept at its true value: more would be the same.
    if (open.size < most) return null;
  }
  return null;
}

function witnessIn(
  solved: ReadonlyMap<string, number>,
  open: ReadonlySet<number>,
  ground: Ground,
): Witness {
  const witness = new Map<number, number>();
  for (const each of open) {
    const found = Math.round(solved.get(`q${each}`) ?? ground.truth[each] ?? NaN);
    if (found !== ground.truth[each]) witness.set(each, found);
  }
  return witness;
}

/** The quantities nearest to one that are not known for certain, by the ties between them. */
function around(
  { ties, of }: Ground,
  start: number,
  ranges: Ranges,
  atMost: number,
): ReadonlySet<number> {
  const open = new Set([start]);
  for (const quantity of open) {
    for (const place of of[quantity] ?? []) {
      for (const { quantity: other } of ties[place]?.terms ?? []) {
        if (open.size >= atMost) return open;
        if ((ranges.least[other] ?? 0) < (ranges.most[other] ?? 0)) open.add(other);
      }
    }
  }
  return open;
}

function problemOf(
  { ties, of, truth }: Ground,
  open: ReadonlySet<number>,
  fixed: ReadonlyMap<number, number>,
  { least, most }: Ranges,
): string {
  const places = new Set([...open].flatMap((quantity) => of[quantity] ?? []));
  const rows = [...places].flatMap((place) => {
    const tie = ties[place];
    return tie ? [`t${place}: ${rowOf(tie, open, truth)}`] : [];
  });
  const bounds = [...open].map((quantity) => {
    const value = fixed.get(quantity);
    if (value !== undefined) return `q${quantity} = ${value}`;
    const end = most[quantity] ?? 0;
    return `${least[quantity] ?? 0} <= q${quantity}${Number.isFinite(end) ? ` <= ${end}` : ''}`;
  });
  const names = [...open].map((quantity) => `q${quantity}`);
  return [
    'Minimize',
    ` obj: ${names
      .slice(0, 1)
      .map((name) => `0 ${name}`)
      .join('')}`,
    'Subject To',
    ...rows.map((row) => ` ${row}`),
    'Bounds',
    ...bounds.map((bound) => ` ${bound}`),
    'General',
    ` ${names.join(' ')}`,
    'End',
  ].join('\n');
}

/** What is not open is taken at its true value. */
function rowOf(tie: Tie, open: ReadonlySet<number>, truth: readonly number[]): string {
  const sum = tie.terms
    .filter(({ quantity }) => open.has(quantity))
    .map(({ quantity, sign }) => `${sign > 0 ? '+' : '-'} q${quantity}`);
  const kept = tie.terms
    .filter(({ quantity }) => !open.has(quantity))
    .reduce((all, { quantity, sign }) => all + sign * (truth[quantity] ?? NaN), 0);
  return `${sum.join(' ')} ${tie.least === tie.most ? '=' : '<='} ${tie.most - kept}`;
}
