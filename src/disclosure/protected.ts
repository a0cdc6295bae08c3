import { quantitiesOf } from './sight.ts';
import type { Reading } from './views.ts';

/** A quantity that must not be worked out, and the whole numbers of which a reader must not be able to rule out any. */
export interface Protected {
  readonly quantity: number;
  readonly from: number;
  readonly to: number;
}

/**
 * Takes a reading; gives every number of it that must not be worked out: those in the policy's range, of this return and of
 * what is withheld in those before. Source: spec/return/disclosure.yaml.
 */
export function protectedOf({ views, earlier, ground }: Reading): Protected[] {
  const all = new Map<number, Protected>();
  const hidden = earlier.filter(({ isShown }) => !isShown);
  for (const { told, policy } of [...views, ...hidden]) {
    const { withheldFrom: from, withheldTo: to } = policy;
    for (const quantity of quantitiesOf(told)) {
      const value = ground.truth[quantity] ?? 0;
      if (value < from || value > to) continue;
      const known = all.get(quantity);
      if (!known || known.to < to) all.set(quantity, { quantity, from, to });
    }
  }
  return [...all.values()];
}
