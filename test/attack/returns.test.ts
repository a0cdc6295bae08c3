import { describe, expect, it } from 'vitest';
import type { DisclosurePolicy } from '../../src/model/disclosure.ts';
import type { Observation } from '../../src/model/observation.ts';
import { spec } from '../../src/spec/spec.ts';
import { withDifferences } from './deduce.ts';
import { type View, knownFrom } from './known.ts';
import { notInAnyWorld } from './other-worlds.ts';
import { givenAway } from './given-away.ts';
import { type Primary, primariesIn, truthOf, withheldAlone } from './primaries.ts';
import { Chance } from './random.ts';
import { type TwoReturns, partReturns, wholeReturns } from './random-returns.ts';
import { recovered } from './recovered.ts';
import { safeReturns } from './page/safe-returns.ts';

const ASKED = process.env['QUARTERLIGHT_RUNS'];
const RUNS = Number(ASKED ?? 50);
/** Other worlds are looked for in every fifth here, and in each in the proof: none is needed for a number to be safe. */
const LOOKED_THROUGH = ASKED === undefined ? 5 : 1;
const SEED = Number(process.env['QUARTERLIGHT_SEED'] ?? 20_250_714);
/** The usual number of referrals in a quarter, at the most: the fewer, the more numbers are small. */
const LARGEST = 15;

const { measures, breakdowns, disclosure: rules } = spec;
const definitions = { measures, breakdowns, identities: rules.identities };

type Rows = readonly Observation[];

function viewOf(files: readonly Rows[], truly: TwoReturns, policy: DisclosurePolicy): View {
  return { files, policy, definitions, truth: truthOf(truly, definitions) };
}

/** The values that no other world was found for. */
function ruledOut(view: View, primaries: readonly Primary[]) {
  const { withheldFrom, withheldTo } = view.policy;
  const values = Array.from({ length: withheldTo }, (_, step) => withheldFrom + step);
  const known = withDifferences(knownFrom(view));
  const looking = { known, truth: view.truth, chance: new Chance(SEED), tries: 20 };
  return notInAnyWorld(
    looking,
    primaries.map(({ name }) => ({ name, values })),
  );
}

describe('a return made safe, together with the one of last quarter', () => {
  it(`gives no small number away, in ${RUNS} random ones by all policies in turn`, async () => {
    const looked = { primaries: 0, withoutWorld: 0 };
    for (let run = 0; run < RUNS; run++) {
      const seed = SEED + run;
      const policy = rules.policies[run % rules.policies.length];
      if (!policy) continue;
      const truly = partReturns(definitions, seed, LARGEST);
      const primaries = primariesIn(truly, policy, definitions);
      const view = viewOf(await safeReturns(truly, policy), truly, policy);
      expect(givenAway(view, primaries), `seed ${seed}, ${policy.id}`).toEqual([]);
      if (run % LOOKED_THROUGH !== 0) continue;
      looked.primaries += primaries.length;
      looked.withoutWorld += ruledOut(view, primaries).length;
    }
    // Another world for every value proves more than that none was deduced; the search is not told where to look.
    expect(looked.withoutWorld / looked.primaries).toBeLessThan(0.01);
  }, 36_000_000);
});

describe('a return of which nothing is withheld but the small numbers themselves', () => {
  it.each([
    ['withhold-1-to-5', 1169, 644],
    ['withhold-below-10', 1605, 851],
    ['round-to-5', 1169, 143],
  ])('by %s: of %i small numbers %i are given away by the rest', (id, small, given) => {
    const policy = rules.policies.find((one) => one.id === id);
    if (!policy) throw new RangeError(`there is no ${id}`);
    const truly = wholeReturns(definitions, 1, 150);
    const primaries = primariesIn(truly, policy, definitions);
    const files = truly.map((rows) => rows.map((row) => withheldAlone(row, policy, definitions)));
    expect(primaries).toHaveLength(small);
    expect(recovered(viewOf(files, truly, policy), primaries)).toHaveLength(given);
  });
});
