import { createRequire } from 'node:module';
import { loadSolver } from '../../../src/disclosure/highs.ts';
import { protect } from '../../../src/disclosure/protect.ts';
import type { DisclosurePolicy } from '../../../src/model/disclosure.ts';
import type { Observation } from '../../../src/model/observation.ts';
import { spec } from '../../../src/spec/spec.ts';
import type { TwoReturns } from '../random-returns.ts';

const solver = loadSolver(createRequire(import.meta.url).resolve('highs/runtime'));

/** Takes two true returns and a policy; gives last quarter's as it is sent, and this quarter's, made safe together with it. */
export async function safeReturns(
  [before, now]: TwoReturns,
  policy: DisclosurePolicy,
): Promise<(readonly Observation[])[]> {
  const solve = await solver;
  const on = () => undefined;
  const asked = { policy, measures: spec.measures, rules: spec.disclosure };
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
