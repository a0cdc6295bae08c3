import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { loadSolver } from '../../src/disclosure/highs.ts';
import { protect } from '../../src/disclosure/protect.ts';
import type { Observation } from '../../src/model/observation.ts';
import { spec } from '../../src/spec/spec.ts';
import { NOW, defined, measureOf, policyOf, rowsOf } from './hand-made.ts';
import { hidesAll, leastLoss } from './least-loss.ts';
import { Chance } from './random.ts';

const RUNS = Number(process.env['QUARTERLIGHT_RUNS'] ?? 50);
const SEED = Number(process.env['QUARTERLIGHT_SEED'] ?? 20_250_714);

const definitions = defined([measureOf('riia-99', ['n: all'])]);
const policy = policyOf(5);
const HIGHEST = 30;
const solver = loadSolver(createRequire(import.meta.url).resolve('highs/runtime'));
const rules = { ...spec.disclosure, identities: [], leastUsed: ['word', 'sex'] };

/** Few events, by sex and by a word of their own. */
function smallTable(chance: Chance): Observation[] {
  const sex = ['f', 'm', 'u'].map(() => chance.whole(0, 10));
  const whole = sex.reduce((sum, each) => sum + each, 0);
  const a = chance.whole(0, whole);
  const [f = 0, m = 0, u = 0] = sex;
  return rowsOf(['riia-99', 'n', NOW], {
    ...{ whole, 'sex f': f, 'sex m': m, 'sex u': u },
    ...{ 'word a': a, 'word b': whole - a },
  });
}

describe('what is withheld beside the small numbers', () => {
  it(`hides all of them, and is close to the least possible, on ${RUNS} small tables`, async () => {
    const solve = await solver;
    const lost = { least: 0, second: 0 };
    for (let run = 0; run < RUNS; run++) {
      const rows = smallTable(new Chance(SEED + run));
      const { measures } = definitions;
      const asked = { observations: rows, policy, measures, rules, before: [], today: [] };
      const { observations, why } = protect(asked, solve, () => undefined);
      const small = { policy, definitions, highest: HIGHEST };
      expect(hidesAll(observations, rows, small), `seed ${SEED + run}`).toBe(true);
      const least = leastLoss(rows, policy, definitions, HIGHEST);
      // Where nothing but a breakdown withheld entire, noughts and all, hides a number, there is nothing to compare with.
      if (least === Infinity) continue;
      lost.least += least;
      lost.second += [...why].filter(([, each]) => each === 'second').length;
    }
    expect(lost.least).toBeGreaterThan(RUNS / 2);
    expect(lost.second).toBeLessThanOrEqual(lost.least * 1.2);
  }, 600_000);
});
