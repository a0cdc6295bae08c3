import { expect, it } from 'vitest';
import type { Row } from './case.ts';
import { inNative } from './native.ts';
import { careEpisode, legalStatus } from './rows/care.ts';
import { person } from './rows/person.ts';

const measured = inNative('riia-19');
const QUARTER = '2025-26 Q1'; // 1 April to 30 June 2025
const ONE: Row = { clae_cla_id: 'one' };
const TWO: Row = { clae_cla_id: 'two' };

/** Takes episodes of care and legal statuses of child `p`; gives how many children started to be looked after. */
async function started(
  episodes: readonly Row[],
  statuses: readonly Row[] = [],
  born: string | null = '2015-01-01',
): Promise<number | string> {
  const { figure } = await measured(
    {
      ssd_person: [person('p', born)],
      ssd_cla_episodes: episodes,
      ssd_legal_status: [...statuses, legalStatus('someone else', 'x', 'V4', '2020-01-01', null)],
    },
    { quarters: [QUARTER] },
  );
  return figure('riia-19', 'children', QUARTER);
}

it('counts a period of care that starts in the quarter, on its first and its last day', async () => {
  expect(await started([careEpisode('e', 'p', '2025-03-31', null)])).toBe(0);
  expect(await started([careEpisode('e', 'p', '2025-04-01', null)])).toBe(1);
  expect(await started([careEpisode('e', 'p', '2025-06-30', null)])).toBe(1);
  expect(await started([careEpisode('e', 'p', '2025-07-01', null)])).toBe(0);
  expect(await started([careEpisode('e', 'p', '2025-05-01', '2025-05-01')])).toBe(1); // over on the same day
  expect(await started([careEpisode('e', 'p', null, '2025-05-01')])).toBe(0);
  expect(await started([careEpisode('e', 'p', '2025-05-02', '2025-05-01')])).toBe(0);
});

it('takes episodes that follow one another for one period', async () => {
  const chain = (next: string) =>
    started([
      careEpisode('a', 'p', '2025-01-01', '2025-03-01'),
      careEpisode('b', 'p', '2025-03-01', '2025-05-01'),
      careEpisode('c', 'p', next, null),
    ]);
  expect(await chain('2025-05-01')).toBe(0); // the care of January goes on
  expect(await chain('2025-05-02')).toBe(0); // the day after
  expect(await chain('2025-05-03')).toBe(1); // a day between: a new period
  // an id that is the same for all of the child's care names the child, and does not join what lies apart
  expect(
    await started([
      careEpisode('a', 'p', '2025-01-01', '2025-03-01', ONE),
      careEpisode('b', 'p', '2025-05-03', null, ONE),
    ]),
  ).toBe(1);
});

it('does not count what goes on from another period of the child', async () => {
  const after = (ended: string | null, start = '2025-01-01') =>
    started([
      careEpisode('a', 'p', start, ended, ONE),
      careEpisode('b', 'p', '2025-05-10', null, TWO),
    ]);
  expect(await after(null)).toBe(0); // still open
  expect(await after('2025-05-11')).toBe(0); // open on the day
  expect(await after('2025-05-10')).toBe(0); // ended on the day
  expect(await after('2025-05-09')).toBe(0); // ended the day before
  expect(await after('2025-05-08')).toBe(1); // a day between
  expect(await after('2025-03-31', '2025-03-31')).toBe(1); // of one day, long before
});

it('takes two periods that start on the same day for one', async () => {
  const beside = (ended: string | null, start: string) =>
    started([
      careEpisode('a', 'p', start, ended, ONE),
      careEpisode('b', 'p', '2025-05-10', null, TWO),
    ]);
  expect(await beside(null, '2025-05-10')).toBe(1);
  expect(await beside('2025-05-10', '2025-05-10')).toBe(1);
  expect(await beside('2025-05-10', '2025-05-09')).toBe(1); // the one of 9 May counts, the other goes on from it
});

it('leaves out short breaks, by the legal status in force on the first day', async () => {
  const care = [careEpisode('e', 'p', '2025-05-10', null)];
  const under = (status: string, from: string, to: string | null, ...more: Row[]) =>
    started(care, [legalStatus('l', 'p', status, from, to), ...more]);
  expect(await under('V3', '2025-05-10', null)).toBe(0);
  expect(await under('V4', '2025-01-01', '2025-05-11')).toBe(0);
  expect(await under('V4', '2025-01-01', '2025-05-10')).toBe(1); // ended on the day: no longer in force
  expect(await under('V4', '2025-05-11', null)).toBe(1); // starts a day later
  expect(await under('C2', '2025-05-10', null)).toBe(1);
  // short breaks that turn into care a day later stay short breaks at their start
  const turned = legalStatus('l2', 'p', 'C2', '2025-05-11', null);
  expect(await under('V4', '2025-05-10', '2025-05-11', turned)).toBe(0);
  // two statuses of the same day: the one that is not short breaks is in force
  const contradicting = legalStatus('l3', 'p', 'C2', '2025-05-10', null);
  expect(await under('V4', '2025-05-10', null, contradicting)).toBe(1);
});

it('takes care that follows short breaks for care that goes on, unless a day lies between', async () => {
  const after = (start: string) =>
    started(
      [
        careEpisode('a', 'p', '2025-01-01', '2025-05-01', ONE),
        careEpisode('b', 'p', start, null, TWO),
      ],
      [
        legalStatus('l1', 'p', 'V4', '2025-01-01', '2025-05-01'),
        legalStatus('l2', 'p', 'C2', '2025-05-01', null),
      ],
    );
  expect(await after('2025-05-02')).toBe(0);
  expect(await after('2025-05-03')).toBe(1);
});

it('leaves out starts at 18 and over, to the day, and before birth', async () => {
  const care = [careEpisode('e', 'p', '2025-05-01', null)];
  expect(await started(care, [], '2007-05-01')).toBe(0); // the 18th birthday
  expect(await started(care, [], '2007-05-02')).toBe(1); // the day before it, though 18 when the quarter ends
  expect(await started(care, [], '2025-05-01')).toBe(1); // on the day of birth
  expect(await started(care, [], '2025-05-02')).toBe(0); // the day before it
  expect(await started(care, [], null)).toBe(1); // not known: counts
});

it('counts a child once in a quarter and once in a year, dated to the first start', async () => {
  const quarters = ['2024-25 Q2', '2024-25 Q3', '2024-25 Q4', QUARTER];
  const { figure, records } = await measured(
    {
      ssd_person: [person('p', '2020-04-20'), person('q', '2015-01-01')],
      ssd_cla_episodes: [
        careEpisode('p1', 'p', '2024-07-01', '2024-08-01'),
        careEpisode('p2', 'p', '2025-04-10', '2025-04-15'),
        careEpisode('p3', 'p', '2025-05-10', '2025-05-15'),
        careEpisode('q1', 'q', '2024-06-30', '2024-07-01'), // the day before the year
        careEpisode('q2', 'q', '2025-06-01', null),
        careEpisode('q2', 'q', '2025-01-01', null), // a key met before
      ],
    },
    { quarters },
  );
  expect(quarters.map((quarter) => figure('riia-19', 'children', quarter))).toEqual([1, 0, 0, 2]);
  expect(figure('riia-19', 'children', `year to ${QUARTER}`)).toBe(2);
  const asked = { measure: 'riia-19', figure: 'children', period: QUARTER } as const;
  const behind = await records({ ...asked, part: 'numerator' });
  expect(behind.map(({ recordId, day }) => `${recordId} ${day}`)).toEqual([
    'p2 2025-04-10',
    'q2 2025-06-01',
  ]);
  expect(figure('riia-19', 'children', QUARTER, 'age 1_to_4')).toBe(1); // ten days before the fifth birthday
});

it('stands without legal statuses, and says that short breaks are in it', async () => {
  const { figure, answer } = await measured(
    {
      ssd_person: [person('p', '2015-01-01')],
      ssd_cla_episodes: [careEpisode('e', 'p', '2024-05-01', null)],
    },
    { quarters: ['2024-25 Q1'] },
  );
  expect(figure('riia-19', 'children', '2024-25 Q1')).toBe(1);
  expect(figure('riia-19', 'rate', '2024-25 Q1')).toBe('1 of 12000');
  expect(answer.results[0]?.caveats.map((caveat) => caveat.says).join()).toContain(
    'Children on short breaks (V3, V4) cannot be left out.',
  );
});
