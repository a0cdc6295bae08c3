import type { DisclosurePolicy } from '../model/disclosure.ts';
import type { Observation } from '../model/observation.ts';
import type { Protected } from './protected.ts';
import type { Proof } from './proving.ts';
import { fits } from './search.ts';
import { Sight, quantitiesOf } from './sight.ts';
import type { EarlierView, Reading, View } from './views.ts';

/** The version of the rules that the audit goes by; another where a return that passed before might not. */
export const AUDIT_VERSION = 1;

/**
 * Takes a reading, the observations as they are to be sent, and the proofs; tells what is wrong, or null. It looks only at
 * what is shown: that nothing small is, and that for every protected number each value of its range fits all the rest.
 */
export function audit(
  { ground, views, earlier }: Reading,
  sent: readonly Observation[],
  must: readonly Protected[],
  proofs: ReadonlyMap<number, Proof>,
): string | null {
  const shows = (view: View | EarlierView) =>
    view.kind === 'earlier' ? view.isShown : sent[view.place]?.outcome.kind !== 'withheld';
  const small = views.find((view) => shows(view) && tellsSmall(view, ground.truth));
  if (small) return `a small number is shown in observation ${small.place}`;
  const ranges = new Sight([...views, ...earlier], shows, ground.truth).all();
  for (const each of must) {
    const proof = proofs.get(each.quantity);
    for (let value = each.from; value <= each.to; value += 1) {
      const witness = proof?.get(value);
      const is = witness?.get(each.quantity) ?? ground.truth[each.quantity];
      if (!witness || is !== value || !fits(ground, witness, ranges))
        return `a withheld number can be told not to be ${value}`;
    }
  }
  const isOut = ground.truth.some(
    (value, place) => value < (ranges.least[place] ?? 0) || value > (ranges.most[place] ?? 0),
  );
  return isOut ? 'what is shown is not true' : null;
}

function tellsSmall({ told, policy }: View, truth: readonly number[]): boolean {
  return quantitiesOf(told).some((quantity) => isSmall(truth[quantity] ?? NaN, policy));
}

function isSmall(value: number, { withheldFrom, withheldTo }: DisclosurePolicy): boolean {
  return value >= withheldFrom && value <= withheldTo;
}
