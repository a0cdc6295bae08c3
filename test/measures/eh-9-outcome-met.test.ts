import { expect, it } from 'vitest';
import type { Row } from './case.ts';
import { inNative } from './native.ts';
import { earlyHelp } from './rows/early-help.ts';

const measured = inNative('eh-9');
const QUARTER = '2025-26 Q1'; // 1 April to 30 June 2025
const MET = 'Outcome met';

/** Takes how many episodes ended for which reason in the quarter; gives their rows. */
function ended(many: number, reason: string | null, day = '2025-05-01'): Row[] {
  return Array.from({ length: many }, (_, place) =>
    earlyHelp(`${reason ?? 'none'} ${day} ${place}`, 'p', '2025-01-01', day, reason),
  );
}

async function met(...rows: readonly (readonly Row[])[]): Promise<(number | string)[]> {
  const { figure } = await measured(
    { ssd_early_help_episodes: rows.flat() },
    { quarters: [QUARTER] },
  );
  return ['met', 'share'].map((id) => figure('eh-9', id, QUARTER));
}

it('counts episodes that ended in the quarter with the outcome met, of all that ended', async () => {
  expect(
    await met(
      ended(1, MET, '2025-03-31'),
      ended(1, MET, '2025-04-01'),
      ended(1, MET, '2025-06-30'),
      ended(1, MET, '2025-07-01'),
      ended(1, 'Goals achieved'), // another known word for it
      ended(1, 'Stepped up to social care'),
      ended(1, 'Disengaged'),
      ended(1, 'Moved away'),
      ended(1, 'Other'),
    ),
  ).toEqual([3, '3 of 7']);
});

it('is given while no more than 5 in 100 have a reason that is not mapped', async () => {
  expect(await met(ended(19, MET), ended(1, 'Closed after review'))).toEqual([19, '19 of 20']); // 1 of 20: 5 % exactly
  expect(await met(ended(18, MET), ended(1, 'Closed after review'))).toEqual([
    'not available',
    'not available',
  ]); // 1 of 19: 5.3 %
  expect(await met(ended(133, MET), ended(7, 'Closed after review'))).toEqual([133, '133 of 140']); // 7 of 140: 5 %
  expect(await met(ended(133, MET), ended(8, 'Closed after review'))).toEqual([
    'not available',
    'not available',
  ]); // 8 of 141: 5.7 %
});

it('takes no reason, and a reason said not to be known, for not mapped', async () => {
  const none = ['not available', 'not available'];
  expect(await met(ended(19, MET), ended(1, null))).toEqual([19, '19 of 20']);
  expect(await met(ended(18, MET), ended(1, null))).toEqual(none);
  expect(await met(ended(18, MET), ended(1, 'Not known'))).toEqual(none);
  expect(await met(ended(38, MET), ended(1, null), ended(1, 'Not known'))).toEqual([
    38,
    '38 of 40',
  ]);
  expect(await met(ended(37, MET), ended(1, null), ended(1, 'Closed after review'))).toEqual(none); // 2 of 39
});

it('decides for each period, by the reasons of that period', async () => {
  const quarters = ['2024-25 Q2', '2024-25 Q3', '2024-25 Q4', QUARTER];
  const { figure, answer } = await measured(
    {
      ssd_early_help_episodes: [
        ...ended(19, MET, '2025-05-01'),
        ...ended(1, null, '2025-05-01'),
        ...ended(19, MET, '2025-02-01'),
        ...ended(2, null, '2025-02-01'), // 2 of 21 in January to March
      ],
    },
    { quarters },
  );
  expect(quarters.map((quarter) => figure('eh-9', 'met', quarter))).toEqual([
    0,
    0,
    'not available',
    19,
  ]);
  expect(figure('eh-9', 'share', `year to ${QUARTER}`)).toBe('not available'); // 3 of 41: 7.3 %
  const outcome = answer.results[0]?.observations.find(
    ({ period, figure: id, cell }) => period === '2024-25 Q4' && id === 'met' && !cell,
  )?.outcome;
  expect(outcome).toMatchObject({ reason: expect.stringMatching(/^more than 5% of the episodes/) });
});

it('is nought, and its share not applicable, where none closed', async () => {
  expect(await met([earlyHelp('open', 'p', '2025-01-01', null)])).toEqual([0, 'not applicable']);
});

it('is not available without the reasons', async () => {
  const row = {
    earl_episode_id: 'e',
    earl_person_id: 'p',
    earl_episode_start_date: '2025-01-01',
    earl_episode_end_date: '2025-05-01',
  };
  expect(await met([row])).toEqual(['not available', 'not available']);
});

it('counts each key once, the first row of it', async () => {
  expect(
    await met(
      [
        earlyHelp('twice', 'p', '2025-01-01', '2025-05-01', 'Disengaged'),
        earlyHelp('twice', 'p', '2025-01-01', '2025-05-01', MET),
        earlyHelp('ended before it started', 'p', '2025-05-02', '2025-05-01', MET),
      ],
      ended(1, MET),
    ),
  ).toEqual([1, '1 of 2']);
});
