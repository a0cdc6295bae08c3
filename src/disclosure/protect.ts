import type { DisclosurePolicy, ProtectedReturn } from '../model/disclosure.ts';
import type { Observation } from '../model/observation.ts';
import type { OnProgress } from '../model/progress.ts';
import { AUDIT_VERSION, audit } from './audit.ts';
import { rounded } from './rounding.ts';
import { noneIsSmall } from './safe.ts';
import { quantitiesOf } from './sight.ts';
import type { Solve } from './solver.ts';
import { type ProtectAsked, type Reading, readingOf } from './views.ts';
import { type Withheld, withhold } from './withhold.ts';

/**
 * Takes observations as they truly are; gives them with all withheld that the policy withholds first, and all else from
 * which that could be worked out, audited. Throws a RangeError where the audit does not pass, which is a fault of ours.
 */
export function protect(asked: ProtectAsked, solve: Solve, on: OnProgress): ProtectedReturn {
  const reading = readingOf(asked);
  const cellOf = ({ place }: { place: number }) => asked.observations[place]?.cell ?? null;
  const step = 'Withholding what could give a small number away';
  const withheld = withhold({ reading, cellOf, leastUsed: asked.rules.leastUsed, solve }, (share) =>
    on({ step, share }),
  );
  const observations = sentOf(asked, reading, withheld);
  const lost = new Set(withheld.lost.map(({ quantity }) => quantity));
  const must = withheld.must.filter(({ quantity }) => !lost.has(quantity));
  const wrong =
    lost.size > 0 && asked.before.length === 0
      ? 'nothing was left to withhold'
      : audit(reading, observations, must, withheld.proofs);
  if (wrong !== null) throw new RangeError(`The audit did not pass: ${wrong}`);
  if (!noneIsSmall(observations, asked.policy, asked.rules))
    throw new RangeError('The audit passed, and a small number is shown');
  return {
    observations,
    audit: {
      policy: asked.policy.id,
      version: AUDIT_VERSION,
      observations: observations.length,
      withheld: observations.filter(({ outcome }) => outcome.kind === 'withheld').length,
      against: asked.before.map(({ name, sha256 }) => ({ name, sha256 })),
    },
    why: whyOf(reading, withheld),
    sentBefore: asked.before.length === 0 ? [] : toldBefore(reading, asked.policy, withheld),
  };
}

/** The observations as a file may show them. */
function sentOf(
  { observations, policy }: ProtectAsked,
  { views }: Reading,
  { hiding }: Withheld,
): Observation[] {
  const viewed = new Map(views.map((view) => [view.place, view]));
  return observations.map((observation, place) => {
    const view = viewed.get(place);
    if (!view) return observation;
    if (!hiding.shows(view)) return { ...observation, outcome: { kind: 'withheld' } };
    if (policy.roundedTo === null) return observation;
    return { ...observation, outcome: rounded(observation, policy.roundedTo) };
  });
}

function whyOf(
  { views }: Reading,
  { hiding, must }: Withheld,
): ReadonlyMap<number, 'first' | 'second'> {
  const first = new Set(must.map(({ quantity }) => quantity));
  return new Map(
    views
      .filter((view) => !hiding.shows(view))
      .map(({ place, told }) => [
        place,
        quantitiesOf(told).some((quantity) => first.has(quantity)) ? 'first' : 'second',
      ]),
  );
}

/** Places of the numbers whose range is not all open, whatever is withheld. */
function toldBefore(
  { views }: Reading,
  { withheldFrom, withheldTo }: DisclosurePolicy,
  { must, lost }: Withheld,
): number[] {
  const told = new Set(
    [...lost, ...must.filter(({ from, to }) => from > withheldFrom || to < withheldTo)].map(
      ({ quantity }) => quantity,
    ),
  );
  return views
    .filter((view) => quantitiesOf(view.told).some((quantity) => told.has(quantity)))
    .map(({ place }) => place);
}
