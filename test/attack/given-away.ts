import type { Observation } from '../../src/model/observation.ts';
import { withDifferences } from './deduce.ts';
import { type View, knownFrom } from './known.ts';
import type { Primary } from './primaries.ts';
import { recovered } from './recovered.ts';
import { workingsOf } from './workings.ts';

const WITHHELD = { kind: 'withheld' } as const;

/**
 * Takes a view of last quarter's return and this quarter's, and the numbers that must not be worked out; gives those that are, each
 * with the sums that give it away. Left out is what would be given away if every figure of this quarter's were withheld.
 */
export function givenAway(view: View, primaries: readonly Primary[]): string[] {
  const [before = [], now = []] = view.files;
  const withheld = now.map((row) => (isNought(row) ? row : { ...row, outcome: WITHHELD }));
  const anyway = recovered({ ...view, files: [before, withheld] }, primaries);
  const given = recovered(view, primaries).filter(
    ({ name }) => !anyway.some((other) => other.name === name),
  );
  return given.map(({ name, value, canBe: { least, most } }) => {
    const how = workingsOf(withDifferences(knownFrom(view)), view.policy, name);
    return [`${name} is ${value}, and can be ${least} to ${most}`, ...how].join('\n    ');
  });
}

/** A nought of a whole is always shown: two quarters that are none make a year of two or more. */
function isNought({ cell, outcome, denominatorFrom }: Observation): boolean {
  if (cell !== null) return false;
  if (outcome.kind === 'count') return outcome.value === 0;
  if (outcome.kind === 'ratio') return denominatorFrom !== null && outcome.numerator === 0;
  return outcome.kind === 'not applicable';
}
