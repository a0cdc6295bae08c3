import { expect, it } from 'vitest';
import type { Row } from './case.ts';
import { inNative } from './native.ts';
import { earlyHelp } from './rows/early-help.ts';
import { person } from './rows/person.ts';
import { referral } from './rows/social-care.ts';

const measured = inNative('eh-7');
const QUARTER = '2025-26 Q1'; // 1 April to 30 June 2025

const closed = (id: string, day: string | null, more: Row = {}): Row =>
  referral(id, '2025-01-01', { cine_close_date: day, cine_close_reason: 'RC1', ...more });

/** Takes social care and early help of child `p`; gives the three figures: either, by close reason, by episode. */
async function steppedDown(
  referrals: readonly Row[],
  episodes: readonly Row[],
  settings: Readonly<Record<string, number>> = {},
): Promise<(number | string)[]> {
  const { figure } = await measured(
    {
      ssd_cin_episodes: referrals,
      ssd_early_help_episodes: [...episodes, earlyHelp('someone else', 'x', '2020-01-01', null)],
    },
    { quarters: [QUARTER], settings },
  );
  return ['either', 'by_close_reason', 'by_episode'].map((id) => figure('eh-7', id, QUARTER));
}

const closedFor = (day: string | null, reason: string | null = 'RC9') =>
  steppedDown([closed('r', day, { cine_close_reason: reason })], []);

it('counts a social care episode closed in the quarter for RC9', async () => {
  expect(await closedFor('2025-04-01')).toEqual([1, 1, 0]);
  expect(await closedFor('2025-06-30')).toEqual([1, 1, 0]);
  expect(await closedFor('2025-03-31')).toEqual([0, 0, 0]);
  expect(await closedFor('2025-07-01')).toEqual([0, 0, 0]);
  expect(await closedFor(null)).toEqual([0, 0, 0]); // not closed, whatever the reason says
  expect(await closedFor('2025-07-15')).toEqual([0, 0, 0]); // after the extract: still open
});

it('knows RC9 in other letters and in words, and no other reason', async () => {
  expect(await closedFor('2025-05-01', ' rc9 ')).toEqual([1, 1, 0]);
  expect(await closedFor('2025-05-01', 'Referred to early help')).toEqual([1, 1, 0]); // in words
  expect(await closedFor('2025-05-01', 'RC8')).toEqual([0, 0, 0]);
  expect(await closedFor('2025-05-01', null)).toEqual([0, 0, 0]);
  expect(await closedFor('2025-05-01', 'Closed after review')).toEqual([0, 0, 0]); // a word that nobody has mapped
});

it('says so where the reason of a closed one is not mapped, and does not ask for that of an open one', async () => {
  const said = async (day: string | null) => {
    const reason = { cine_close_reason: 'A word of our own' };
    const rows = ['1', '2', '3'].map((id) => closed(id, day, reason)); // a rarer word would be folded away
    const { answer } = await measured({ ssd_cin_episodes: rows }, { quarters: [QUARTER] });
    return answer.results[0]?.caveats.some(({ kind }) => kind === 'words not mapped');
  };
  expect(await said('2025-05-15')).toBe(true);
  expect(await said(null)).toBe(false);
});

it('takes early help from 14 days before the closure to 28 days after for a step down', async () => {
  const took = (started: string) =>
    steppedDown([closed('r', '2025-05-15')], [earlyHelp('e', 'p', started, null)]);
  expect(await took('2025-04-30')).toEqual([0, 0, 0]); // 15 days before
  expect(await took('2025-05-01')).toEqual([1, 0, 1]); // 14 days before
  expect(await took('2025-05-15')).toEqual([1, 0, 1]); // the same day
  expect(await took('2025-06-12')).toEqual([1, 0, 1]); // 28 days after: 16 of May, 12 of June
  expect(await took('2025-06-13')).toEqual([0, 0, 0]); // 29 days after
});

it('dates it to the later of the closure and the start', async () => {
  const took = (closure: string, started: string) =>
    steppedDown([closed('r', closure)], [earlyHelp('e', 'p', started, null)]);
  expect(await took('2025-03-20', '2025-03-31')).toEqual([0, 0, 0]); // both before the quarter
  expect(await took('2025-03-20', '2025-04-01')).toEqual([1, 0, 1]); // the start is the first day
  expect(await took('2025-04-01', '2025-03-25')).toEqual([1, 0, 1]); // the closure is the first day
  expect(await took('2025-06-30', '2025-06-20')).toEqual([1, 0, 1]); // the closure is the last day
  expect(await took('2025-06-20', '2025-06-30')).toEqual([1, 0, 1]); // the start is the last day
  expect(await took('2025-06-30', '2025-07-01')).toEqual([0, 0, 0]); // closed in the quarter, taken over after it
  expect(await took('2025-07-01', '2025-06-25')).toEqual([0, 0, 0]); // started in the quarter, closed after it
});

it('goes by the settings for the days', async () => {
  const took = (started: string, settings: Readonly<Record<string, number>>) =>
    steppedDown([closed('r', '2025-05-15')], [earlyHelp('e', 'p', started, null)], settings);
  expect(await took('2025-04-30', { step_down_days_before: 15 })).toEqual([1, 0, 1]);
  expect(await took('2025-05-14', { step_down_days_before: 0 })).toEqual([0, 0, 0]);
  expect(await took('2025-06-13', { step_down_days_after: 29 })).toEqual([1, 0, 1]);
  expect(await took('2025-05-16', { step_down_days_after: 0 })).toEqual([0, 0, 0]);
});

it('leaves out a referral with no further action in both ways, and takes a missing flag for further action', async () => {
  const flagged = (flag: string | null) =>
    steppedDown(
      [closed('r', '2025-05-15', { cine_close_reason: 'RC9', cine_referral_nfa: flag })],
      [earlyHelp('e', 'p', '2025-05-15', null)],
    );
  expect(await flagged('Y')).toEqual([0, 0, 0]);
  expect(await flagged('N')).toEqual([1, 1, 1]);
  expect(await flagged(null)).toEqual([1, 1, 1]);
});

it('leaves out what cannot be counted, and other children', async () => {
  expect(
    await steppedDown(
      [
        closed('closed before it was made', '2024-12-31', { cine_close_reason: 'RC9' }),
        closed('twice', null),
        closed('twice', '2025-05-15', { cine_close_reason: 'RC9' }), // the second row of its key
        closed('another child', '2025-05-15', { cine_person_id: 'q' }),
      ],
      [
        earlyHelp('e', 'p', '2025-05-15', null),
        earlyHelp('ended before it started', 'q', '2025-05-15', '2025-05-14'),
      ],
    ),
  ).toEqual([0, 0, 0]);
});

it('counts a child once in each figure, and once in the two together, dated to the first event', async () => {
  const { figure, records } = await measured(
    {
      ssd_person: [person('both', '2020-05-08'), person('other', '2010-01-01')],
      ssd_cin_episodes: [
        closed('r1', '2025-05-07', { cine_person_id: 'both' }),
        closed('r2', '2025-06-01', { cine_person_id: 'both', cine_close_reason: 'RC9' }),
        closed('r3', '2025-06-02', { cine_person_id: 'both', cine_close_reason: 'RC9' }),
        closed('r4', '2025-04-01', { cine_person_id: 'other', cine_close_reason: 'RC9' }),
      ],
      ssd_early_help_episodes: [
        earlyHelp('e1', 'both', '2025-05-06', null), // taken over on 7 May, when r1 closed
        earlyHelp('e2', 'both', '2025-05-10', null),
        earlyHelp('e3', 'other', '2025-04-10', null), // on 10 April, after r4 closed
      ],
    },
    { quarters: [QUARTER] },
  );
  expect(
    ['either', 'by_close_reason', 'by_episode'].map((id) => figure('eh-7', id, QUARTER)),
  ).toEqual([2, 2, 2]);
  const behind = await records({
    measure: 'eh-7',
    figure: 'either',
    period: '2025-26 Q1',
    part: 'numerator',
  });
  expect(behind.map(({ recordId, day }) => `${recordId} ${day}`)).toEqual([
    'r4 2025-04-01',
    'e1 2025-05-07',
  ]);
  expect(figure('eh-7', 'either', QUARTER, 'age 1_to_4')).toBe(1); // the day before the fifth birthday
});

it('counts a child once in the year, though in two of its quarters', async () => {
  const quarters = ['2024-25 Q2', '2024-25 Q3', '2024-25 Q4', QUARTER];
  const { figure } = await measured(
    {
      ssd_cin_episodes: [
        referral('a', '2024-06-01', { cine_close_date: '2024-08-01', cine_close_reason: 'RC9' }),
        closed('b', '2025-05-01'),
      ],
      ssd_early_help_episodes: [earlyHelp('e', 'p', '2025-05-02', null)],
    },
    { quarters },
  );
  expect(quarters.map((quarter) => figure('eh-7', 'either', quarter))).toEqual([1, 0, 0, 1]);
  expect(figure('eh-7', 'either', `year to ${QUARTER}`)).toBe(1);
  expect(figure('eh-7', 'rate', QUARTER)).toBe('1 of 12000');
});

it('gives the figure that can be given where the other half is not held', async () => {
  const given = async (tables: Parameters<typeof measured>[0]) => {
    const { figure } = await measured(tables, { quarters: [QUARTER] });
    return ['either', 'by_close_reason', 'by_episode', 'rate'].map((id) =>
      figure('eh-7', id, QUARTER),
    );
  };
  const none = 'not available';
  const closure = closed('r', '2025-05-15', { cine_close_reason: 'RC9' });
  expect(await given({ ssd_cin_episodes: [closure] })).toEqual([none, 1, none, none]);
  const without = Object.fromEntries(
    Object.entries(closure).filter(([column]) => column !== 'cine_close_reason'),
  );
  const episodes = [earlyHelp('e', 'p', '2025-05-15', null)];
  expect(await given({ ssd_cin_episodes: [without], ssd_early_help_episodes: episodes })).toEqual([
    none,
    none,
    1,
    none,
  ]);
  expect(await given({ ssd_early_help_episodes: episodes })).toEqual([none, none, none, none]);
});
