import { describe, expect, it } from 'vitest';
import type { Case } from './case.ts';
import { inNative } from './native.ts';
import { earlyHelp } from './rows/early-help.ts';
import { cpPlan } from './rows/social-care.ts';

const measured = inNative('riia-13', 'riia-14', 'riia-15', 'eh-2', 'eh-5', 'eh-8');
const quarters = ['2024-25 Q4', '2025-26 Q1'];
/** 1 April to 30 June 2025. */
const quarter = '2025-26 Q1';

const of = (id: string) => ({ cppl_person_id: id });

/** Each child behind the difference, with the reason, its day and what it makes. */
async function behind(measuredCase: Case, balance: string): Promise<Record<string, unknown>> {
  const list = await measuredCase.behind({ balance, quarter });
  return Object.fromEntries(
    Array.from({ length: list.length }, (_, at) => list.at(at)).map(
      ({ personId, reason, day, difference }) => [personId, [reason, day, difference]],
    ),
  );
}

/** The same stories of plans and of episodes: child, start, end. */
const STORIES = [
  ['same day', '2025-05-01', null],
  ['same day', '2025-05-01', null],
  ['another', '2024-01-01', null],
  ['another', '2025-05-01', null],
  // Two started with the quarter's first and last day, and neither was open before: the later one is named.
  ['two new', '2025-04-01', null],
  ['two new', '2025-06-30', null],
  ['one of two ended', '2024-01-01', null],
  ['one of two ended', '2024-02-01', '2025-05-10'],
  ['both ended', '2024-01-01', '2025-05-10'],
  ['both ended', '2024-02-01', '2025-06-30'],
  // Two are open on both days.
  ['one for the other', '2024-01-01', null],
  ['one for the other', '2024-02-01', '2025-05-10'],
  ['one for the other', '2025-05-10', null],
  // One after the other, never both.
  ['one after the other', '2024-01-01', '2025-05-10'],
  ['one after the other', '2025-05-10', null],
  // What ended on 31 March was not open on it.
  ['one ended before', '2024-01-01', '2025-03-31'],
  ['one ended before', '2024-01-01', null],
] as const;

describe('plans and episodes, where they do not add up', () => {
  it('says why of each child with several plans at once, and of no other', async () => {
    const plans = await measured(
      { ssd_cp_plans: STORIES.map(([id, start, end], at) => cpPlan(`p${at}`, start, end, of(id))) },
      { quarters },
    );
    expect(await behind(plans, 'child-protection-plans')).toEqual({
      'same day': ['same_day', '2025-05-01', -1],
      another: ['second_plan', '2025-05-01', -1],
      'two new': ['second_plan', '2025-06-30', -1],
      'one of two ended': ['one_of_several_ended', '2025-05-10', 1],
      'both ended': ['several_ended', '2025-06-30', 1],
    });
  });

  it('says the same of early help episodes', async () => {
    const episodes = STORIES.map(([id, start, end], at) => earlyHelp(`h${at}`, id, start, end));
    const found = await measured({ ssd_early_help_episodes: episodes }, { quarters });
    expect(await behind(found, 'early-help-episodes')).toEqual({
      'same day': ['same_day', '2025-05-01', -1],
      another: ['another_episode', '2025-05-01', -1],
      'two new': ['another_episode', '2025-06-30', -1],
      'one of two ended': ['one_of_several_ended', '2025-05-10', 1],
      'both ended': ['several_ended', '2025-06-30', 1],
    });
  });

  it('leaves plans of another local authority out of it', async () => {
    const theirs = { cppl_cp_plan_ola: 'Y' };
    const ssd_cp_plans = [
      // Taken over: theirs ends, and one of our own starts.
      cpPlan('p1', '2024-01-01', '2025-05-10', { ...of('taken over'), ...theirs }),
      cpPlan('p2', '2025-05-10', null, of('taken over')),
      cpPlan('p3', '2024-01-01', null, { ...of('both'), ...theirs }),
      cpPlan('p4', '2025-05-10', null, of('both')),
    ];
    const plans = await measured({ ssd_cp_plans }, { quarters });
    expect(await behind(plans, 'child-protection-plans')).toEqual({});
    expect(plans.figure('riia-13', 'children', quarter)).toBe(2);
    expect(plans.figure('riia-14', 'new', quarter)).toBe(2);
  });
});
