import { afterAll, beforeAll, expect, it } from 'vitest';
import { openNative } from '../../build/native.ts';
import type { Database } from '../../src/engine/database.ts';
import { headlineOf } from '../../src/model/measure.ts';
import type { Outcome } from '../../src/model/outcome.ts';
import { spec } from '../../src/spec/spec.ts';
import type { Spec } from '../../src/spec/types.ts';
import { layCases } from '../measures/case.ts';
import type { CheckCase } from './case.ts';
import { type Checked, checkedOf } from './checked.ts';
import { lifeCases } from './cases/lives.ts';
import { rowCases } from './cases/rows.ts';
import { wholeCases } from './cases/whole.ts';

const cases: Readonly<Record<string, CheckCase>> = { ...rowCases, ...lifeCases, ...wholeCases };

/** Checks and what they move have no breakdowns: most of the figures would be theirs. */
const whole: Spec = {
  ...spec,
  measures: spec.measures.map((measure) =>
    measure.kind === 'records' ? { ...measure, breakdowns: [] } : measure,
  ),
};

/** What a row is found by takes no figure. */
const unmeasured: Spec = { ...spec, measures: [], balances: [] };

let database: Database;
beforeAll(async () => {
  database = await openNative();
  await layCases(database, spec);
});
afterAll(() => database.close());

it('every check has a case that it finds and a near one that it does not, and moves a figure', () => {
  expect(Object.keys(cases).sort()).toEqual(spec.checks.map(({ id }) => id).sort());
  for (const [id, { moves, finds }] of Object.entries(cases)) {
    expect(finds.length, id).toBeGreaterThan(0);
    const moved = Object.values(moves).filter(([is, wouldBe]) => is !== wouldBe);
    expect(moved.length, id).toBeGreaterThan(0);
    expect(moved.length, id).toBe(Object.keys(moves).length);
  }
});

for (const check of spec.checks) {
  const { fires, near, finds, moves, options, nearOptions } = cases[check.id] ?? {
    fires: {},
    near: {},
    finds: [],
    moves: {},
  };

  it(`${check.id}: finds what it is for, and works out what it moves`, async () => {
    const checked = await checkedOf(database, whole, fires, options);
    const found = await checked.found(check);
    expect(found.map((says, nth) => says.slice(0, finds[nth]?.length))).toEqual(finds);
    if (check.kind !== 'rows') return;
    const worked = Object.fromEntries(
      (await checked.moves(check)).map(({ measure, is, wouldBe }) => [
        measure,
        [brief(is), brief(wouldBe)],
      ]),
    );
    expect(worked).toMatchObject(moves);
  });

  it(`${check.id}: leaves what is near it alone`, async () => {
    const by = check.kind === 'rows' ? unmeasured : whole;
    const checked = await checkedOf(database, by, near, nearOptions ?? options);
    expect(await checked.found(check)).toEqual([]);
    if (check.kind === 'rows') return;
    const moved = Object.keys(moves);
    const nearBy = moved.map((id) => headline(checked, id));
    const fired = await checkedOf(database, whole, fires, options);
    expect(
      Object.fromEntries(moved.map((id, i) => [id, [headline(fired, id), nearBy[i]]])),
    ).toEqual(moves);
    expect(check.moves).toEqual(expect.arrayContaining(moved));
  });
}

function headline({ case: { figure }, quarter }: Checked, id: string): string {
  const measure = spec.measures.find((one) => one.id === id);
  if (measure?.kind !== 'records') throw new RangeError(`there is no measure ${id} with records`);
  return String(figure(id, headlineOf(measure).id, quarter));
}

function brief(outcome: Outcome): string {
  if (outcome.kind === 'count') return String(outcome.value);
  return outcome.kind === 'ratio' ? `${outcome.numerator} of ${outcome.denominator}` : outcome.kind;
}
