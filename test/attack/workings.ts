import type { DisclosurePolicy } from '../../src/model/disclosure.ts';
import type { Known } from './known.ts';
import { narrow } from './narrow.ts';
import { hides } from './primaries.ts';
import type { Relation } from './relation.ts';

/**
 * Takes what is known, the policy and the name of a number that is worked out; gives the sums that it takes, none of which can
 * be left out, with what is known of each number in them: `12 = a 0 to 5 + b 7`.
 */
export function workingsOf(known: Known, policy: DisclosurePolicy, name: string): string[] {
  const tells = (relations: readonly Relation[]) => {
    const range = narrow({ ...known, relations }).get(name);
    return range !== undefined && !hides(range, policy);
  };
  return needed(known.relations, tells).map((relation) => inWords(relation, known));
}

/** The fewest in a row that still tell: larger pieces are left out first, then smaller ones. */
function needed(
  relations: readonly Relation[],
  tells: (relations: readonly Relation[]) => boolean,
): readonly Relation[] {
  let kept = relations;
  for (
    let size = Math.ceil(kept.length / 2);
    size >= 1;
    size = size === 1 ? 0 : Math.ceil(size / 2)
  ) {
    for (let from = 0; from < kept.length;) {
      const without = [...kept.slice(0, from), ...kept.slice(from + size)];
      if (tells(without)) kept = without;
      else from += size;
    }
  }
  return kept;
}

function inWords({ terms, sum }: Relation, { ranges }: Known): string {
  const side = (sign: 1 | -1) =>
    terms
      .filter(({ times }) => times * sign > 0)
      .map(({ name, times }) => {
        const { least, most } = ranges.get(name) ?? { least: 0, most: Infinity };
        const range = least === most ? String(least) : `${least} to ${most}`;
        return `${Math.abs(times) === 1 ? '' : `${Math.abs(times)} × `}[${name}: ${range}]`;
      })
      .join(' + ') || '0';
  return `${side(1)} ${sum === 'nought' ? '=' : '<='} ${side(-1)}`;
}
