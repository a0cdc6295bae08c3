import { expect, it } from 'vitest';
import type { Row } from './case.ts';
import { inNative } from './native.ts';
import { careEpisode, legalStatus } from './rows/care.ts';
import { person } from './rows/person.ts';

const measured = inNative('riia-18');
const QUARTER = '2025-26 Q1'; // ends 30 June 2025
const BORN = '2015-01-01';

/** Takes episodes of care and legal statuses of child `p`; gives who is looked after on 30 June 2025. */
async function lookedAfter(
  episodes: readonly Row[],
  statuses: readonly Row[] = [],
  born = BORN,
): Promise<number | string> {
  const { figure } = await measured(
    {
      ssd_person: [person('p', born)],
      ssd_cla_episodes: episodes,
      ssd_legal_status: [...statuses, legalStatus('someone else', 'x', 'C2', '2020-01-01', null)],
    },
    { quarters: [QUARTER] },
  );
  return figure('riia-18', 'children', QUARTER);
}

it('counts a period of care open at the end of the quarter', async () => {
  expect(await lookedAfter([careEpisode('e', 'p', '2025-06-30', null)])).toBe(1); // starts on the last day
  expect(await lookedAfter([careEpisode('e', 'p', '2025-07-01', null)])).toBe(0); // a day later
  expect(await lookedAfter([careEpisode('e', 'p', '2025-01-01', '2025-06-30')])).toBe(0); // ends on the last day: not open
  expect(await lookedAfter([careEpisode('e', 'p', '2025-01-01', '2025-07-01')])).toBe(1); // a day later
  expect(await lookedAfter([careEpisode('e', 'p', '2025-01-01', '2026-01-01')])).toBe(1); // ends after the extract: open
});

it('counts a child once, however many episodes and periods', async () => {
  expect(
    await lookedAfter([
      careEpisode('a', 'p', '2025-01-01', '2025-03-01', { clae_cla_id: 'one' }),
      careEpisode('b', 'p', '2025-03-01', null, { clae_cla_id: 'one' }),
      careEpisode('c', 'p', '2025-04-01', null, { clae_cla_id: 'two' }),
    ]),
  ).toBe(1);
});

it('shows a child by the earliest of the periods that are open', async () => {
  const { records } = await measured(
    {
      ssd_person: [person('p', BORN)],
      ssd_cla_episodes: [
        careEpisode('later', 'p', '2025-04-01', null, { clae_cla_id: 'two' }),
        careEpisode('of the earliest', 'p', '2025-02-01', '2025-03-01', { clae_cla_id: 'one' }),
        careEpisode('goes on', 'p', '2025-03-01', null, { clae_cla_id: 'one' }),
        careEpisode('ended', 'p', '2025-01-01', '2025-01-05', { clae_cla_id: 'three' }),
      ],
      // The stretch of days that the quarter's end lies in begins here; the period of care does not.
      ssd_legal_status: [legalStatus('l', 'p', 'V4', '2025-05-01', '2025-05-03')],
    },
    { quarters: [QUARTER] },
  );
  const behind = await records({
    measure: 'riia-18',
    figure: 'children',
    period: QUARTER,
    part: 'numerator',
  });
  expect(behind.map(({ recordId, day }) => `${recordId} ${day}`)).toEqual([
    'of the earliest 2025-02-01',
  ]);
});

it('closes an episode that was left open by the next one of the same period', async () => {
  // The first was never closed; the second ended in May. The child is not looked after.
  expect(
    await lookedAfter([
      careEpisode('a', 'p', '2025-01-01', null),
      careEpisode('b', 'p', '2025-03-01', '2025-05-01'),
    ]),
  ).toBe(0);
  // An end after the extract is none, and closed by the next one just so.
  expect(
    await lookedAfter([
      careEpisode('a', 'p', '2025-01-01', '2025-12-31'),
      careEpisode('b', 'p', '2025-03-01', '2025-05-01'),
    ]),
  ).toBe(0);
  // Under two ids they are two periods, and the first is open.
  expect(
    await lookedAfter([
      careEpisode('a', 'p', '2025-01-01', null, { clae_cla_id: 'one' }),
      careEpisode('b', 'p', '2025-03-01', '2025-05-01', { clae_cla_id: 'two' }),
    ]),
  ).toBe(1);
});

it('leaves out those who are 18, to the day', async () => {
  const open = [careEpisode('e', 'p', '2025-01-01', null)];
  expect(await lookedAfter(open, [], '2007-06-30')).toBe(0); // 18 on the last day of the quarter
  expect(await lookedAfter(open, [], '2007-07-01')).toBe(1); // 18 the day after
});

it('leaves out a period that starts before birth, and counts a child with no date of birth', async () => {
  const { figure } = await measured(
    {
      ssd_person: [
        person('before birth', '2025-02-01'),
        person('at birth', '2025-02-01'),
        person('undated', null),
      ],
      ssd_cla_episodes: [
        careEpisode('a', 'before birth', '2025-01-31', null),
        careEpisode('b', 'at birth', '2025-02-01', null),
        careEpisode('c', 'undated', '2025-01-31', null),
        careEpisode('d', 'no row of their own', '2025-01-31', null),
      ],
    },
    { quarters: [QUARTER] },
  );
  expect(figure('riia-18', 'children', QUARTER)).toBe(3);
  expect(figure('riia-18', 'children', QUARTER, 'age unknown')).toBe(2);
  expect(figure('riia-18', 'children', QUARTER, 'age under_1')).toBe(1);
});

it('leaves out children on short breaks, by the status in force on the last day', async () => {
  const open = [careEpisode('e', 'p', '2025-01-01', null)];
  expect(await lookedAfter(open, [legalStatus('l', 'p', 'V3', '2025-01-01', null)])).toBe(0);
  expect(await lookedAfter(open, [legalStatus('l', 'p', 'V4', '2025-01-01', '2025-07-01')])).toBe(
    0,
  );
  expect(await lookedAfter(open, [legalStatus('l', 'p', 'V4', '2025-01-01', '2025-06-30')])).toBe(
    1,
  ); // ended that day
  expect(await lookedAfter(open, [legalStatus('l', 'p', 'V4', '2025-07-01', null)])).toBe(1); // not yet
  expect(await lookedAfter(open, [legalStatus('l', 'p', 'V2', '2025-01-01', null)])).toBe(1);
  expect(await lookedAfter(open, [legalStatus('l', 'p', 'Short breaks', '2025-01-01', null)])).toBe(
    0,
  ); // in words
});

it('goes by the latest status where short breaks turned into care and were never ended', async () => {
  const open = [careEpisode('e', 'p', '2025-01-01', null)];
  const shortBreaks = legalStatus('l1', 'p', 'V4', '2025-01-01', null);
  expect(
    await lookedAfter(open, [shortBreaks, legalStatus('l2', 'p', 'C1', '2025-05-01', null)]),
  ).toBe(1);
  // two that start on the same day: the one that is not short breaks is in force
  expect(
    await lookedAfter(open, [shortBreaks, legalStatus('l2', 'p', 'C1', '2025-01-01', null)]),
  ).toBe(1);
  // and back: care first, then short breaks
  expect(
    await lookedAfter(open, [
      legalStatus('l0', 'p', 'C1', '2024-12-01', null),
      legalStatus('l3', 'p', 'V3', '2025-05-01', null),
    ]),
  ).toBe(0);
  // the later one ended: the earlier one is in force again
  expect(
    await lookedAfter(open, [
      shortBreaks,
      legalStatus('l2', 'p', 'C1', '2025-02-01', '2025-03-01'),
    ]),
  ).toBe(0);
});

it('stands without legal statuses, and says that short breaks are in it', async () => {
  const { figure, answer } = await measured(
    {
      ssd_person: [person('p', BORN)],
      ssd_cla_episodes: [careEpisode('e', 'p', '2025-01-01', null)],
    },
    { quarters: [QUARTER] },
  );
  expect(figure('riia-18', 'children', QUARTER)).toBe(1);
  const caveats = answer.results.find((result) => result.measure === 'riia-18')?.caveats;
  expect(caveats?.map((caveat) => caveat.says).join()).toContain(
    'Children on short breaks (V3, V4) cannot be left out.',
  );
});

it('is given for quarters alone', async () => {
  const quarters = ['2024-25 Q2', '2024-25 Q3', '2024-25 Q4', QUARTER];
  const { figure } = await measured(
    {
      ssd_person: [person('p', BORN)],
      ssd_cla_episodes: [careEpisode('e', 'p', '2025-01-01', null)],
    },
    { quarters },
  );
  expect(quarters.map((quarter) => figure('riia-18', 'children', quarter))).toEqual([0, 0, 1, 1]);
  expect(figure('riia-18', 'children', `year to ${QUARTER}`)).toBe('0 observations');
});
