import { expect, it } from 'vitest';
import type { Row } from './case.ts';
import { inNative } from './native.ts';
import { earlyHelp } from './rows/early-help.ts';
import { person } from './rows/person.ts';

const measured = inNative('eh-5');
const QUARTER = '2025-26 Q1'; // ends 30 June 2025

/** Takes episodes; gives how many children are in early help on 30 June 2025. */
async function inEarlyHelp(episodes: readonly Row[]): Promise<number | string> {
  const { figure } = await measured(
    { ssd_person: [person('unborn', '2026-01-20')], ssd_early_help_episodes: episodes },
    { quarters: [QUARTER] },
  );
  return figure('eh-5', 'children', QUARTER);
}

it('counts an episode open at the end of the quarter', async () => {
  expect(await inEarlyHelp([earlyHelp('e', 'p', '2025-06-30', null)])).toBe(1); // starts on the last day
  expect(await inEarlyHelp([earlyHelp('e', 'p', '2025-07-01', null)])).toBe(0); // a day later
  expect(await inEarlyHelp([earlyHelp('e', 'p', '2025-01-01', '2025-06-30')])).toBe(0); // ends on the last day: not open
  expect(await inEarlyHelp([earlyHelp('e', 'p', '2025-01-01', '2025-07-01')])).toBe(1); // a day later
  expect(await inEarlyHelp([earlyHelp('e', 'p', '2025-01-01', '2026-01-01')])).toBe(1); // ends after the extract: open
  expect(await inEarlyHelp([earlyHelp('e', 'p', '2025-06-30', '2025-06-30')])).toBe(0); // that one day alone
});

it('counts a child once, dated to the first of the open episodes', async () => {
  const { figure, records } = await measured(
    {
      ssd_person: [person('p', '2015-06-30'), person('q', '2015-07-01')],
      ssd_early_help_episodes: [
        earlyHelp('later', 'p', '2025-05-01', null),
        earlyHelp('closed', 'p', '2025-01-01', '2025-02-01'),
        earlyHelp('first', 'p', '2025-03-01', null),
        earlyHelp('q', 'q', '2025-03-01', null),
      ],
    },
    { quarters: [QUARTER] },
  );
  expect(figure('eh-5', 'children', QUARTER)).toBe(2);
  // Ages on the last day: p is 10 that day, q the day after.
  expect(figure('eh-5', 'children', QUARTER, 'age 10_to_15')).toBe(1);
  expect(figure('eh-5', 'children', QUARTER, 'age 5_to_9')).toBe(1);
  const behind = await records({
    measure: 'eh-5',
    figure: 'rate',
    period: '2025-26 Q1',
    part: 'numerator',
  });
  expect(behind.map(({ recordId, day }) => `${recordId} ${day}`)).toEqual([
    'first 2025-03-01',
    'q 2025-03-01',
  ]);
});

it('leaves out what cannot be counted, and counts an unborn child', async () => {
  expect(
    await inEarlyHelp([
      earlyHelp('ended before it started', 'a', '2025-05-01', '2025-04-30'),
      earlyHelp('twice', 'b', '2025-05-01', '2025-05-02'), // the first row of the key has ended
      earlyHelp('twice', 'b', '2025-05-01', null),
      { ...earlyHelp('nobody', 'c', '2025-05-01', null), earl_person_id: null },
      { ...earlyHelp('undated', 'd', '2025-05-01', null), earl_episode_start_date: null },
      earlyHelp('281 days', 'unborn', '2025-04-14', null), // + 280 days = 19 January 2026
    ]),
  ).toBe(0);
  expect(await inEarlyHelp([earlyHelp('280 days', 'unborn', '2025-04-15', null)])).toBe(1);
});

it('is given for quarters alone, with a rate', async () => {
  const quarters = ['2024-25 Q2', '2024-25 Q3', '2024-25 Q4', QUARTER];
  const { figure } = await measured(
    { ssd_early_help_episodes: [earlyHelp('e', 'p', '2024-12-31', '2025-06-30')] },
    { quarters },
  );
  expect(quarters.map((quarter) => figure('eh-5', 'children', quarter))).toEqual([0, 1, 1, 0]);
  expect(figure('eh-5', 'rate', '2024-25 Q4')).toBe('1 of 12000');
  expect(figure('eh-5', 'children', `year to ${QUARTER}`)).toBe('0 observations');
});

it('is not available without the end dates', async () => {
  const { figure } = await measured(
    {
      ssd_early_help_episodes: [
        { earl_episode_id: 'e', earl_person_id: 'p', earl_episode_start_date: '2025-05-01' },
      ],
    },
    { quarters: [QUARTER] },
  );
  expect(figure('eh-5', 'children', QUARTER)).toBe('not available');
  expect(figure('eh-5', 'rate', QUARTER)).toBe('not available');
});
