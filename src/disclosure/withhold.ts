import type { DisclosurePolicy } from '../model/disclosure.ts';
import type { Observation } from '../model/observation.ts';
import type { Outcome } from '../model/outcome.ts';
import type { SafeObservations } from '../model/return.ts';

const WITHHELD: Outcome = { kind: 'withheld' };

/**
 * Takes observations and a policy; gives them with every number that the policy does not let be shown withheld.
 * What can still be worked out by adding and subtracting other rows is not looked at. Source: spec/return/disclosure.yaml.
 */
export function withhold(
  observations: readonly Observation[],
  policy: DisclosurePolicy,
): SafeObservations {
  const covered = observations.map((observation) =>
    showsSmallNumber(observation, policy) ? { ...observation, outcome: WITHHELD } : observation,
  );
  if (!isSafe(covered, policy)) throw new RangeError(`${policy.id} did not withhold what it must`);
  return covered;
}

/** Takes observations and a policy; tells whether none shows, by itself, a number that the policy withholds. */
export function isSafe(
  observations: readonly Observation[],
  policy: DisclosurePolicy,
): observations is SafeObservations {
  return !observations.some((observation) => showsSmallNumber(observation, policy));
}

function showsSmallNumber(
  { outcome, denominatorFrom }: Observation,
  policy: DisclosurePolicy,
): boolean {
  const small = (value: number) => value >= policy.withheldFrom && value <= policy.withheldTo;
  switch (outcome.kind) {
    case 'count':
      return small(outcome.value);
    case 'ratio': {
      const { numerator, denominator } = outcome;
      // A rate's denominator is the published population, of which the rest tells nothing.
      if (denominatorFrom !== null) return small(numerator);
      return small(numerator) || small(denominator) || small(denominator - numerator);
    }
    // Staff, in full-time equivalents: nobody's child.
    case 'amount':
    case 'withheld':
    case 'missing':
    case 'not applicable':
    case 'not available':
      return false;
  }
}
