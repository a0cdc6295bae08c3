import { noneIsSmall } from '../../src/disclosure/safe.ts';
import type { DisclosurePolicy } from '../../src/model/disclosure.ts';
import type { Observation } from '../../src/model/observation.ts';
import type { SafeObservations } from '../../src/model/safe-observations.ts';

const ALL_ABOUT_CHILDREN = { notAboutChildren: [] };

/** Takes observations and a policy; gives them with each that shows a small number by itself withheld, and no other. */
export function withoutSmall(
  observations: readonly Observation[],
  policy: DisclosurePolicy,
): SafeObservations {
  const safe = observations.map((each): Observation =>
    noneIsSmall([each], policy, ALL_ABOUT_CHILDREN)
      ? each
      : { ...each, outcome: { kind: 'withheld' } },
  );
  if (!noneIsSmall(safe, policy, ALL_ABOUT_CHILDREN))
    throw new RangeError('A small number is left');
  return safe;
}
