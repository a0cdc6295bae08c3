import { expect, it } from 'vitest';
import type { Row } from './case.ts';
import { inNative } from './native.ts';
import { earlyHelp } from './rows/early-help.ts';

const measured = inNative('eh-3');
const QUARTER = '2025-26 Q1'; // 1 April to 30 June 2025

/** Takes episodes; gives the two figures of a quarter: how many are repeats, and of how many. */
async function repeats(episodes: readonly Row[], quarter = QUARTER): Promise<(number | string)[]> {
  const { figure } = await measured({ ssd_early_help_episodes: episodes }, { quarters: [quarter] });
  return ['episodes', 'share'].map((id) => figure('eh-3', id, quarter));
}

/** An episode that ended on a day before, and one of the same child that started in the quarter. */
const after = (ended: string, started: string) => [
  earlyHelp('earlier', 'p', '2020-01-01', ended),
  earlyHelp('looked at', 'p', started, null),
];

it('looks twelve months back, to the day', async () => {
  expect(await repeats(after('2024-05-10', '2025-05-10'))).toEqual([1, '1 of 1']); // 12 months to the day is within
  expect(await repeats(after('2024-05-09', '2025-05-10'))).toEqual([0, '0 of 1']); // a day more
  expect(await repeats(after('2024-05-11', '2025-05-10'))).toEqual([1, '1 of 1']); // a day less
});

it('cuts twelve months before 29 February to 28 February', async () => {
  expect(await repeats(after('2023-02-28', '2024-02-29'), '2023-24 Q4')).toEqual([1, '1 of 1']);
  expect(await repeats(after('2023-02-27', '2024-02-29'), '2023-24 Q4')).toEqual([0, '0 of 1']);
});

it('takes a start on the day of an end, or on the day after, for the same episode going on', async () => {
  expect(await repeats(after('2025-05-10', '2025-05-10'))).toEqual([0, '0 of 1']); // 0 days
  expect(await repeats(after('2025-05-09', '2025-05-10'))).toEqual([0, '0 of 1']); // 1 day
  expect(await repeats(after('2025-05-08', '2025-05-10'))).toEqual([1, '1 of 1']); // 2 days
});

it('is never a repeat when it goes on, though a third episode ended earlier', async () => {
  expect(
    await repeats([
      earlyHelp('long ago', 'p', '2024-06-01', '2024-12-01'),
      earlyHelp('until now', 'p', '2025-01-01', '2025-05-09'),
      earlyHelp('looked at', 'p', '2025-05-10', null),
    ]),
  ).toEqual([0, '0 of 1']);
});

it('does not take an episode for its own earlier one, however short', async () => {
  // Both last one day: each would be “going on” from itself. The second is a repeat of the first.
  expect(
    await repeats([
      earlyHelp('one day', 'p', '2025-05-01', '2025-05-01'),
      earlyHelp('another', 'p', '2025-05-10', '2025-05-10'),
    ]),
  ).toEqual([1, '1 of 2']);
});

it('looks at ended episodes of the same child alone, and not at ones that end later', async () => {
  expect(
    await repeats([
      earlyHelp('open', 'p', '2025-01-01', null),
      earlyHelp('ends later', 'p', '2025-01-01', '2025-05-11'),
      earlyHelp('another child', 'q', '2025-01-01', '2025-03-01'),
      earlyHelp('looked at', 'p', '2025-05-10', null),
    ]),
  ).toEqual([0, '0 of 1']);
});

it('is not kept from being a repeat by an episode that ends the day after it starts', async () => {
  expect(
    await repeats([
      earlyHelp('earlier', 'p', '2024-06-01', '2025-01-01'),
      earlyHelp('ends later', 'p', '2025-02-01', '2025-05-11'),
      earlyHelp('looked at', 'p', '2025-05-10', null),
    ]),
  ).toEqual([1, '1 of 1']);
});

it('counts an episode once though two ended before it, and overlaps do not matter', async () => {
  expect(
    await repeats([
      earlyHelp('a', 'p', '2024-01-01', '2024-09-01'),
      earlyHelp('b', 'p', '2024-06-01', '2024-10-01'),
      earlyHelp('c', 'p', '2025-01-01', null),
      earlyHelp('looked at', 'p', '2025-06-30', null), // the last day of the quarter
      earlyHelp('too late', 'p', '2025-07-01', null),
      earlyHelp('too early', 'p', '2025-03-31', null),
    ]),
  ).toEqual([1, '1 of 1']);
});

it('does not look at an earlier episode that cannot be counted, nor at an end after the extract', async () => {
  expect(
    await repeats([
      earlyHelp('ended before it started', 'p', '2025-01-02', '2025-01-01'),
      earlyHelp('twice', 'p', '2025-01-01', null),
      earlyHelp('twice', 'p', '2025-01-01', '2025-02-01'), // the second row of its key
      earlyHelp('looked at', 'p', '2025-05-10', null),
    ]),
  ).toEqual([0, '0 of 1']);
});

it('is nought, and its share not applicable, where no episode started', async () => {
  expect(await repeats([earlyHelp('e', 'p', '2020-01-01', null)])).toEqual([0, 'not applicable']);
});

it('counts every repeat in the year', async () => {
  const quarters = ['2024-25 Q2', '2024-25 Q3', '2024-25 Q4', QUARTER];
  const { figure } = await measured(
    {
      ssd_early_help_episodes: [
        earlyHelp('a', 'p', '2024-07-01', '2024-08-01'),
        earlyHelp('b', 'p', '2024-10-01', '2024-11-01'),
        earlyHelp('c', 'p', '2025-05-01', null),
      ],
    },
    { quarters },
  );
  expect(quarters.map((quarter) => figure('eh-3', 'episodes', quarter))).toEqual([0, 1, 0, 1]);
  expect(figure('eh-3', 'share', `year to ${QUARTER}`)).toBe('2 of 3'); // episodes, not children
});
