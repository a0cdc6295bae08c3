import type { DisclosurePolicy, DisclosureRules } from '../model/disclosure.ts';
import type { Observation } from '../model/observation.ts';
import type { SafeObservations } from '../model/safe-observations.ts';

/**
 * Takes observations as they are to be sent, their policy, and the measures that are not about children; tells whether
 * none shows, by itself, a number that the policy withholds. What can be worked out is the audit's to look at.
 */
export function noneIsSmall(
  observations: readonly Observation[],
  policy: DisclosurePolicy,
  { notAboutChildren }: Pick<DisclosureRules, 'notAboutChildren'>,
): observations is SafeObservations {
  return !observations.some(
    (observation) =>
      !notAboutChildren.includes(observation.measure) && showsSmallNumber(observation, policy),
  );
}

function showsSmallNumber(
  { outcome, denominatorFrom }: Observation,
  { withheldFrom, withheldTo, roundedTo }: DisclosurePolicy,
): boolean {
  const small = (value: number) =>
    value >= withheldFrom &&
    value <= withheldTo &&
    // A larger number may be rounded to the last of the range.
    (roundedTo === null || value % roundedTo !== 0);
  switch (outcome.kind) {
    case 'count':
      return small(outcome.value);
    case 'ratio': {
      const { numerator, denominator } = outcome;
      // A rate's denominator is the published population, of which the rest tells nothing.
      if (denominatorFrom !== null) return small(numerator);
      return small(numerator) || small(denominator) || small(denominator - numerator);
    }
    case 'amount':
    case 'withheld':
    case 'missing':
    case 'not applicable':
    case 'not available':
      return false;
  }
}
