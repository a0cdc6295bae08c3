import { Hiding } from './hiding.ts';
import { knownBy } from './proving.ts';
import type { Protected } from './protected.ts';
import { standingIn } from './sight.ts';
import type { Reading } from './views.ts';

/**
 * Takes a reading and the numbers of it that must not be worked out; gives each with as much of its range as can be kept
 * open at all. As long as noughts are shown, whoever reads that two wholes are withheld knows that what they are parts of is
 * 2 or more, though everything else be withheld too; and what was sent before is known.
 */
export function withinReach(reading: Reading, must: readonly Protected[]): Protected[] {
  const { ground, views } = reading;
  const nothing = new Hiding(reading);
  for (const { told, group } of views) {
    if (group !== null) nothing.groups.add(group);
    for (const quantity of group === null ? standingIn(told) : [])
      if ((ground.truth[quantity] ?? 0) > 0) nothing.quantities.add(quantity);
  }
  const { least, most } = knownBy(ground, nothing).narrowing.ranges;
  return must.map(({ quantity, from, to }) => ({
    quantity,
    from: Math.max(from, least[quantity] ?? from),
    to: Math.min(to, most[quantity] ?? to),
  }));
}
