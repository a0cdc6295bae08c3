import { expect, it } from 'vitest';
import type { Row } from './case.ts';
import { inNative } from './native.ts';
import { earlyHelp } from './rows/early-help.ts';
import { person } from './rows/person.ts';
import { referral } from './rows/social-care.ts';

const measured = inNative('eh-6');
const QUARTER = '2025-26 Q1'; // 1 April to 30 June 2025
const STEPPED_UP = 'Stepped up to social care';

/** Takes episodes and referrals of child `p`; gives the three figures: either, by end reason, by referral. */
async function steppedUp(
  episodes: readonly Row[],
  referrals: readonly Row[],
  settings: Readonly<Record<string, number>> = {},
): Promise<(number | string)[]> {
  const { figure } = await measured(
    {
      ssd_early_help_episodes: episodes,
      ssd_cin_episodes: [
        ...referrals,
        referral('someone else', '2020-01-01', { cine_person_id: 'x' }),
      ],
    },
    { quarters: [QUARTER], settings },
  );
  return ['either', 'by_end_reason', 'by_referral'].map((id) => figure('eh-6', id, QUARTER));
}

it('counts an episode that ended in the quarter for a reason that means stepped up', async () => {
  const ended = (day: string, reason = STEPPED_UP) =>
    steppedUp([earlyHelp('e', 'p', '2025-01-01', day, reason)], []);
  expect(await ended('2025-04-01')).toEqual([1, 1, 0]);
  expect(await ended('2025-06-30')).toEqual([1, 1, 0]);
  expect(await ended('2025-03-31')).toEqual([0, 0, 0]);
  expect(await ended('2025-07-01')).toEqual([0, 0, 0]);
  expect(await ended('2025-05-01', '  STEP UP ')).toEqual([1, 1, 0]); // another known word for it
  expect(await ended('2025-05-01', 'Outcome met')).toEqual([0, 0, 0]);
  expect(await ended('2025-05-01', 'Closed after review')).toEqual([0, 0, 0]); // a word that nobody has mapped
});

it('counts a referral from the first day of early help to 14 days after its end', async () => {
  const referred = (day: string, started: string, ended: string | null) =>
    steppedUp([earlyHelp('e', 'p', started, ended, 'Outcome met')], [referral('r', day)]);
  expect(await referred('2025-05-01', '2025-05-01', null)).toEqual([1, 0, 1]); // the day it starts
  expect(await referred('2025-04-30', '2025-05-01', null)).toEqual([0, 0, 0]); // the day before
  expect(await referred('2025-05-15', '2025-01-01', '2025-05-01')).toEqual([1, 0, 1]); // 14 days after
  expect(await referred('2025-05-16', '2025-01-01', '2025-05-01')).toEqual([0, 0, 0]); // 15 days after
  expect(await referred('2025-06-30', '2024-01-01', null)).toEqual([1, 0, 1]); // still open
  expect(await referred('2025-04-10', '2025-01-01', '2025-03-28')).toEqual([1, 0, 1]); // ended in the quarter before
});

it('goes by the setting for the days after the end', async () => {
  const episodes = [earlyHelp('e', 'p', '2025-01-01', '2025-05-01', 'Outcome met')];
  expect(await steppedUp(episodes, [referral('r', '2025-05-31')], { step_up_days: 30 })).toEqual([
    1, 0, 1,
  ]);
  expect(await steppedUp(episodes, [referral('r', '2025-05-02')], { step_up_days: 0 })).toEqual([
    0, 0, 0,
  ]);
});

it('leaves out a referral with no further action, and takes a missing flag for further action', async () => {
  const open = [earlyHelp('e', 'p', '2025-01-01', null)];
  expect(await steppedUp(open, [referral('r', '2025-05-01', { cine_referral_nfa: 'Y' })])).toEqual([
    0, 0, 0,
  ]);
  expect(await steppedUp(open, [referral('r', '2025-05-01', { cine_referral_nfa: 'N' })])).toEqual([
    1, 0, 1,
  ]);
  expect(await steppedUp(open, [referral('r', '2025-05-01')])).toEqual([1, 0, 1]);
});

it('counts a child once in each figure, and once in the two together, dated to the first event', async () => {
  const { figure, records } = await measured(
    {
      ssd_person: [person('both', '2019-05-02'), person('other', '2010-01-01')],
      ssd_early_help_episodes: [
        earlyHelp('e1', 'both', '2025-01-01', '2025-05-03', STEPPED_UP),
        earlyHelp('e2', 'both', '2025-05-04', '2025-06-01', STEPPED_UP),
        earlyHelp('e3', 'other', '2025-01-01', '2025-06-10', STEPPED_UP),
      ],
      ssd_cin_episodes: [
        referral('r1', '2025-05-01', { cine_person_id: 'both' }),
        referral('r2', '2025-05-05', { cine_person_id: 'both' }),
      ],
    },
    { quarters: [QUARTER] },
  );
  expect(
    ['either', 'by_end_reason', 'by_referral'].map((id) => figure('eh-6', id, QUARTER)),
  ).toEqual([2, 2, 1]);
  const behind = await records({
    measure: 'eh-6',
    figure: 'either',
    period: QUARTER,
    part: 'numerator',
  });
  expect(behind.map(({ recordId, day }) => `${recordId} ${day}`)).toEqual([
    'r1 2025-05-01',
    'e3 2025-06-10',
  ]);
  // on 1 May 2025, the day before the birthday, the child is 5
  expect(figure('eh-6', 'either', QUARTER, 'age 5_to_9')).toBe(1);
});

it('counts a child once in the year, though in two of its quarters', async () => {
  const quarters = ['2024-25 Q2', '2024-25 Q3', '2024-25 Q4', QUARTER];
  const { figure } = await measured(
    {
      ssd_early_help_episodes: [
        earlyHelp('e1', 'p', '2024-08-01', '2024-09-01', STEPPED_UP),
        earlyHelp('e2', 'p', '2025-01-01', '2025-05-01', STEPPED_UP),
      ],
      ssd_cin_episodes: [referral('someone else', '2020-01-01', { cine_person_id: 'x' })],
    },
    { quarters },
  );
  expect(quarters.map((quarter) => figure('eh-6', 'either', quarter))).toEqual([1, 0, 0, 1]);
  expect(figure('eh-6', 'either', `year to ${QUARTER}`)).toBe(1);
});

it('gives the figure that can be given where the other half is not held', async () => {
  const { figure } = await measured(
    { ssd_early_help_episodes: [earlyHelp('e', 'p', '2025-01-01', '2025-05-01', STEPPED_UP)] },
    { quarters: [QUARTER] },
  );
  expect(figure('eh-6', 'by_end_reason', QUARTER)).toBe(1);
  expect(figure('eh-6', 'by_referral', QUARTER)).toBe('not available');
  expect(figure('eh-6', 'either', QUARTER)).toBe('not available');
  expect(figure('eh-6', 'rate', QUARTER)).toBe('not available');
});
