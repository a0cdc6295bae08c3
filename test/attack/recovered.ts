import { type View, knownFrom } from './known.ts';
import { deduce } from './deduce.ts';
import { type Primary, hides } from './primaries.ts';
import type { Range } from './relation.ts';

/** A number that must not be worked out, and was: what is left that it can be. */
export interface Recovered extends Primary {
  readonly canBe: Range;
}

/**
 * Takes what a reader has before them and the numbers that must not be worked out; gives those of which adding and
 * subtracting leaves less than the policy's whole range. What a reader works out is always true: else it throws.
 */
export function recovered(view: View, primaries: readonly Primary[]): Recovered[] {
  const ranges = deduce(knownFrom(view));
  return primaries.flatMap(({ name, value }) => {
    const canBe = ranges.get(name) ?? { least: 0, most: Infinity };
    if (value < canBe.least || value > canBe.most)
      throw new RangeError(`${name} is ${value}, and was taken to be ${told(canBe)}`);
    return hides(canBe, view.policy) ? [] : [{ name, value, canBe }];
  });
}

function told({ least, most }: Range): string {
  return `${least} to ${most}`;
}
