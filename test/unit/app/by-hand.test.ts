import { expect, it } from 'vitest';
import { Answered } from '../../../src/app/answered.ts';
import type { Observation } from '../../../src/model/observation.ts';
import type { Outcome } from '../../../src/model/outcome.ts';
import { spec } from '../../../src/spec/spec.ts';

const QUARTER = '2025-26 Q1';

/** Takes a measure, where its headline comes from and what it is; tells whether the page has its form. */
function hasForm(id: string, figure: string, origin: Observation['origin'], outcome: Outcome) {
  const measure = spec.measures.find((candidate) => candidate.id === id);
  if (!measure || measure.kind === 'breakdown') throw new RangeError(`no figures of ${id}`);
  const observation: Observation = {
    measure: id,
    version: 1,
    figure,
    period: QUARTER,
    area: '000',
    cell: null,
    outcome,
    origin,
    denominatorFrom: null,
  };
  const result = { measure: id, failed: null, observations: [observation], caveats: [] };
  const answered = new Answered(
    { quarters: [QUARTER], results: [result], balances: [], findings: [] },
    { la: '000', extractDate: '2025-07-14', settings: {}, handEntered: [], words: [] },
  );
  return answered.isByHand(measure, QUARTER);
}

it('has a form for a measure that no table holds, entered or not', () => {
  const missing: Outcome = { kind: 'missing', reason: 'not yet entered' };
  expect(hasForm('riia-24', 'children', 'entered by hand', missing)).toBe(true);
  expect(hasForm('riia-24', 'children', 'entered by hand', { kind: 'count', value: 3 })).toBe(true);
});

it('has a form for one that the extract could have held and does not', () => {
  const missing: Outcome = { kind: 'missing', reason: 'not yet entered' };
  expect(hasForm('eh-4', 'assessments', 'entered by hand', missing)).toBe(true);
  expect(hasForm('eh-4', 'assessments', 'extract', { kind: 'count', value: 0 })).toBe(false);
});

it('has none where the extract holds it for another quarter: what was entered would not be looked at', () => {
  const elsewhere: Outcome = { kind: 'not available', reason: 'held as at the extract alone' };
  expect(hasForm('riia-27', 'plans', 'extract', elsewhere)).toBe(false);
  expect(hasForm('eh-5', 'children', 'extract', elsewhere)).toBe(false);
});
