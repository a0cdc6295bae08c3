import { withDifferences } from './deduce.ts';
import { exhaustParts } from './exhaust-parts.ts';
import { narrow } from './narrow.ts';
import { type PackView, knownAlone, knownFromPack, nameIn } from './pack-known.ts';
import { hides } from './primaries.ts';
import type { Range } from './relation.ts';

/** A number of an authority of which a pack's totals leave less than the authority's own rows do. */
export interface Learnt {
  readonly name: string;
  readonly alone: Range;
  readonly withTotals: Range;
}

/** Takes a view of a pack; gives every withheld number of which its totals tell more than the authority itself did. */
export function learntFromTotals(view: PackView): Learnt[] {
  const alone = deduced(view, knownAlone);
  const withTotals = deduced(view, knownFromPack);
  return [...alone].flatMap(([name, before]) => {
    const now = withTotals.get(name) ?? before;
    const isLess = now.least > before.least || now.most < before.most;
    return isLess ? [{ name, alone: before, withTotals: now }] : [];
  });
}

/**
 * Takes a view of a pack, and by authority the numbers that must not be worked out; gives those of which the whole pack leaves less than
 * the policy's whole range. What a reader works out is always true: else it throws.
 */
export function recoveredFromPack(
  view: PackView,
  primaries: ReadonlyMap<string, readonly { readonly name: string; readonly value: number }[]>,
): string[] {
  const found = deduced(view, knownFromPack);
  return [...primaries].flatMap(([area, own]) =>
    own.flatMap(({ name, value }) => {
      const { least, most } = found.get(nameIn(area, name)) ?? { least: 0, most: Infinity };
      const told = `${nameIn(area, name)} can be ${least} to ${most}`;
      if (value < least || value > most) throw new RangeError(`${told}, and is ${value}`);
      return hides({ least, most }, view.policyOf(area)) ? [] : [told];
    }),
  );
}

/** Adding and subtracting first, then every way of what little is left open together. */
function deduced(view: PackView, knownOf: typeof knownFromPack): ReadonlyMap<string, Range> {
  const known = withDifferences(knownOf(view));
  return exhaustParts({ ...known, ranges: narrow(known) });
}
