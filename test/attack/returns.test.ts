import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { loadSolver } from '../../src/disclosure/highs.ts';
import { protect } from '../../src/disclosure/protect.ts';
import type { DisclosurePolicy } from '../../src/model/disclosure.ts';
import type { Observation } from '../../src/model/observation.ts';
import { spec } from '../../src/spec/spec.ts';
import { withDifferences } from './deduce.ts';
import { type View, knownFrom } from './known.ts';
import { notInAnyWorld } from './other-worlds.ts';
import { type Primary, primariesIn, truthOf, withheldAlone } from './primaries.ts';
import { Chance } from './random.ts';
import { type TwoReturns, partReturns, wholeReturns } from './random-returns.ts';
import { recovered } from './recovered.ts';
import { workingsOf } from './workings.ts';

const RUNS = Number(process.env['QUARTERLIGHT_RUNS'] ?? 50);
const SEED = Number(process.env['QUARTERLIGHT_SEED'] ?? 20_250_714);
/** The usual number of referrals in a quarter, at the most: the fewer, the more numbers are small. */
const LARGEST = 15;

const { measures, breakdowns, disclosure: rules } = spec;
const definitions = { measures, breakdowns, identities: rules.identities };
const solver = loadSolver(createRequire(import.meta.url).resolve('highs/runtime'));

const WITHHELD = { kind: 'withheld' } as const;

type Rows = readonly Observation[];

/** Last quarter's return as it is sent, and this quarter's, made safe together with it. */
async function sent([before, now]: TwoReturns, policy: DisclosurePolicy): Promise<Rows[]> {
  const solve = await solver;
  const on = () => undefined;
  const asked = { policy, measures, rules };
  const first = { ...asked, observations: before, before: [], today: [] };
  const { observations } = protect(first, solve, on);
  const earlier = { name: 'last quarter', sha256: '', policy, observations };
  const second = protect(
    { ...asked, observations: now, before: [earlier], today: before },
    solve,
    on,
  );
  return [observations, second.observations];
}

function viewOf(files: readonly Rows[], truly: TwoReturns, policy: DisclosurePolicy): View {
  return { files, policy, definitions, truth: truthOf(truly, definitions) };
}

/** What is recovered, each with the sums that give it away; but not what would be if all this quarter's figures were withheld. */
function givenAway(view: View, primaries: readonly Primary[]): string[] {
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
      const view = viewOf(await sent(truly, policy), truly, policy);
      expect(givenAway(view, primaries), `seed ${seed}, ${policy.id}`).toEqual([]);
      looked.primaries += primaries.length;
      looked.withoutWorld += ruledOut(view, primaries).length;
    }
    // Another world for every value proves more than that none was deduced; the search is not told where to look.
    expect(looked.withoutWorld / looked.primaries).toBeLessThan(0.01);
  }, 36_000_000);
});

describe('a return of which nothing is withheld but the small numbers themselves', () => {
  it.each([
    ['withhold-1-to-5', 1169, 631],
    ['withhold-below-10', 1605, 840],
    ['round-to-5', 1169, 140],
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
