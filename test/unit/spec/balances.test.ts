import { describe, expect, it } from 'vitest';
import { bindSpec } from '../../../build/bind-spec.ts';
import { readSpec } from '../../../src/spec/reading/read-spec.ts';
import { changed, removeCopies } from './broken.ts';
import { ROOT } from './root.ts';

removeCopies();

const PLANS = 'spec/balances/01-child-protection-plans.yaml';
const STEPS = 'spec/balances/04-stepped-up.yaml';
const YEARS = 'spec/balances/06-years-starting-care.yaml';

/** What is said when a copy of spec/ is read and bound. */
async function said(root: string): Promise<string> {
  try {
    await bindSpec(readSpec(root));
    return 'nothing';
  } catch (thrown) {
    return thrown instanceof Error ? `${thrown.name} ${thrown.message}` : 'no error';
  }
}

describe('what must add up', () => {
  it('has what open, new and ceased are of, for plans, care and early help', () => {
    const compared = readSpec(ROOT).balances.flatMap((balance) =>
      balance.kind === 'stock' ? [[balance.stock, balance.starting, balance.ceasing]] : [],
    );
    expect(compared.map((three) => three.map(({ measure }) => measure))).toEqual([
      ['riia-13', 'riia-14', 'riia-15'],
      ['riia-18', 'riia-19', 'riia-20'],
      ['eh-5', 'eh-2', 'eh-8'],
    ]);
  });

  it.each([
    [
      'what is open counted by what happened',
      [PLANS, 'measure: riia-13', 'measure: riia-14'],
      `${PLANS}: there is no measure riia-14 with records that is the position on a day`,
    ],
    [
      'what is new counted on a day',
      [PLANS, 'measure: riia-14', 'measure: riia-13'],
      `${PLANS}: there is no measure riia-13 with records that counts what happened`,
    ],
    [
      'a rate, which cannot be added to',
      [PLANS, 'figure: children', 'figure: rate'],
      `${PLANS}: riia-13 has no count named rate`,
    ],
    [
      'a way that does not exist',
      [STEPS, 'by_end_reason, by_referral]\nwords', 'by_end_reason, by_letter]\nwords'],
      `${STEPS}: eh-6 has no count named by_letter`,
    ],
    [
      'a measure that does not exist',
      [YEARS, 'measure: riia-19', 'measure: riia-99'],
      `${YEARS}: there is no measure riia-99 with records that counts what happened`,
    ],
    [
      'a view whose columns may not be loaded',
      [PLANS, 'reads: [cp_plan]', 'reads: [cp_plan, referral]'],
      `${PLANS}: reads: none of its measures reads referral`,
    ],
    [
      'a view that is read and not named',
      [PLANS, 'reads: [cp_plan]', 'reads: []'],
      `${PLANS}: reads: does not say that it reads cp_plan`,
    ],
    [
      'a place that cannot be filled in',
      [PLANS, 'started on {day}', 'started on {date}'],
      `${PLANS}: reasons, same_day: says: there is no place {date}`,
    ],
    [
      'two reasons of one name',
      [PLANS, 'id: second_plan', 'id: same_day'],
      `${PLANS}: reasons: two are named same_day`,
    ],
    [
      'an id that is taken',
      [STEPS, 'id: stepped-up', 'id: child-protection-plans'],
      `${STEPS}: id: child-protection-plans is taken already`,
    ],
    [
      'a kind that does not exist',
      [STEPS, 'kind: overlap', 'kind: union'],
      `${STEPS}: kind: Invalid discriminator value. Expected 'stock' | 'overlap' | 'year'`,
    ],
  ] as const)('fails the build on %s', async (_, [path, from, to], message) => {
    expect(await said(changed(path, from, to))).toBe(`SpecProblem ${message}`);
  });

  it('fails the build on a reason that the engine does not understand', async () => {
    const message = await said(changed(PLANS, 'max(c.start_date) as day', 'max(c.started) as day'));
    expect(message.split(': ')[0]).toBe(`SpecProblem ${PLANS}`);
    expect(message).toContain('started');
  });
});
