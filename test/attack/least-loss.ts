import type { DisclosurePolicy } from '../../src/model/disclosure.ts';
import type { Observation } from '../../src/model/observation.ts';
import { exhaust } from './exhaust.ts';
import { knownFrom } from './known.ts';
import type { Definitions } from './numbers.ts';
import { primariesIn, truthOf, withheldAlone } from './primaries.ts';

/**
 * Takes the true rows of a small table, the policy, the definitions and how high numbers are looked for; gives the fewest rows
 * that must be withheld beside the small ones, by trying every choice of rows that are not nought, the fewest first.
 */
export function leastLoss(
  rows: readonly Observation[],
  policy: DisclosurePolicy,
  definitions: Definitions,
  highest: number,
): number {
  const alone = rows.map((row) => withheldAlone(row, policy, definitions));
  const open = [...alone.keys()].filter((place) => {
    const outcome = alone[place]?.outcome;
    return outcome?.kind === 'count' && outcome.value > 0;
  });
  for (let count = 0; count <= open.length; count++)
    for (const chosen of choices(open, count)) {
      const shown = alone.map((row, place) =>
        chosen.includes(place) ? { ...row, outcome: { kind: 'withheld' } as const } : row,
      );
      if (hidesAll(shown, rows, { policy, definitions, highest })) return count;
    }
  return Infinity;
}

/** Takes rows as they are shown and as they are; tells whether every small number can be each value that the policy withholds. */
export function hidesAll(
  shown: readonly Observation[],
  truly: readonly Observation[],
  { policy, definitions, highest }: Small,
): boolean {
  const truth = truthOf([truly], definitions);
  const found = exhaust(knownFrom({ files: [shown], policy, definitions, truth }), highest);
  const { withheldFrom, withheldTo } = policy;
  const range = Array.from({ length: withheldTo }, (_, step) => withheldFrom + step);
  return primariesIn([truly], policy, definitions).every(({ name }) =>
    range.every((value) => found.get(name)?.has(value) ?? true),
  );
}

interface Small {
  readonly policy: DisclosurePolicy;
  readonly definitions: Definitions;
  readonly highest: number;
}

/** Every choice of so many of a list. */
function choices(list: readonly number[], count: number): number[][] {
  if (count === 0) return [[]];
  return list.flatMap((first, place) =>
    choices(list.slice(place + 1), count - 1).map((rest) => [first, ...rest]),
  );
}
