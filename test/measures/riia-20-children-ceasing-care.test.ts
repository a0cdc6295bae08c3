import { expect, it } from 'vitest';
import type { Row } from './case.ts';
import { inNative } from './native.ts';
import { careEpisode, legalStatus } from './rows/care.ts';
import { person } from './rows/person.ts';

const measured = inNative('riia-20');
const QUARTER = '2025-26 Q1'; // 1 April to 30 June 2025

/** An episode of child `p` that ended for good, unless another reason or care id is named. */
function ended(id: string, from: string, to: string | null, more: Row = {}): Row {
  return careEpisode(id, 'p', from, to, { clae_cla_episode_ceased_reason: 'E4A', ...more });
}

const because = (reason: string | null): Row => ({ clae_cla_episode_ceased_reason: reason });
const under = (careId: string): Row => ({ clae_cla_id: careId });

/** Takes episodes of care and legal statuses; gives who ceased to be looked after, and in which records. */
async function ceasing(
  episodes: readonly Row[],
  statuses: readonly Row[] = [],
  born: string | null = '2015-01-01',
): Promise<string> {
  const { figure, records } = await measured(
    {
      ssd_person: [person('p', born)],
      ssd_cla_episodes: episodes,
      ssd_legal_status: [...statuses, legalStatus('someone else', 'x', 'V4', '2020-01-01', null)],
    },
    { quarters: [QUARTER] },
  );
  const asked = { measure: 'riia-20', figure: 'children', period: QUARTER } as const;
  const behind = await records({ ...asked, part: 'numerator' });
  expect(figure('riia-20', 'children', QUARTER)).toBe(behind.length);
  return behind.map(({ recordId }) => recordId).join();
}

it('counts a period of care that ends in the quarter, on its first and its last day', async () => {
  expect(await ceasing([ended('e', '2025-01-01', '2025-03-31')])).toBe('');
  expect(await ceasing([ended('e', '2025-01-01', '2025-04-01')])).toBe('e');
  expect(await ceasing([ended('e', '2025-01-01', '2025-06-30')])).toBe('e');
  expect(await ceasing([ended('e', '2025-01-01', '2025-07-01')])).toBe('');
  expect(await ceasing([ended('e', '2025-01-01', null)])).toBe('');
  expect(await ceasing([ended('e', '2025-05-01', '2025-05-01')])).toBe('e'); // of one day
  expect(await ceasing([ended('e', '2025-05-02', '2025-05-01')])).toBe(''); // ended before it started
});

it('takes an end after the extract for none', async () => {
  const of = async (day: string) => {
    const tables = { ssd_cla_episodes: [ended('e', '2025-01-01', day)] };
    const { figure } = await measured(tables, { quarters: ['2025-26 Q2'] });
    return figure('riia-20', 'children', '2025-26 Q2');
  };
  expect(await of('2025-07-14')).toBe(1);
  expect(await of('2025-07-15')).toBe(0);
});

it('goes by the reason of the last episode: any but X1', async () => {
  const chain = (last: string | null) =>
    ceasing([
      ended('a', '2025-01-01', '2025-04-10', because('X1')),
      ended('b', '2025-04-10', '2025-05-10', because(last)),
    ]);
  expect(await chain('E4A')).toBe('b');
  expect(await chain('X1')).toBe(''); // another was to follow, and none did
  expect(await chain(' x1 ')).toBe('');
  expect(
    await chain('Episode ceases, and new episode begins on same day, for any reason'), // X1 in words
  ).toBe('');
  expect(await chain(null)).toBe('b');
  expect(await chain('Moved on')).toBe('b'); // a word that nobody has mapped
  // the reason of an earlier episode does not matter
  expect(
    await ceasing([
      ended('a', '2025-01-01', '2025-04-10'),
      ended('b', '2025-04-10', '2025-05-10', because('X1')),
    ]),
  ).toBe('');
});

it('does not count while the care goes on: in an episode of the same period, or in another period', async () => {
  expect(
    await ceasing([ended('a', '2025-01-01', '2025-05-10'), ended('b', '2025-05-11', null)]),
  ).toBe(''); // joined by date
  expect(
    await ceasing([ended('a', '2025-01-01', '2025-05-10'), ended('b', '2025-05-12', null)]),
  ).toBe('a'); // a day between
  const beside = (from: string, to: string | null = null) =>
    ceasing([
      ended('a', '2025-01-01', '2025-05-10', under('one')),
      ended('b', from, to, under('two')),
    ]);
  expect(await beside('2025-02-01')).toBe(''); // open on the day
  expect(await beside('2025-05-10')).toBe(''); // starts on the day
  expect(await beside('2025-05-11')).toBe(''); // starts the day after
  expect(await beside('2025-05-12')).toBe('a'); // a day between
  expect(await beside('2025-02-01', '2025-05-09')).toBe('a'); // ended before; the one of May alone counts
});

it('counts the last of several periods that touch or overlap, and the child once', async () => {
  const beside = (from: string, to: string) =>
    ceasing([
      ended('a', '2025-01-01', '2025-05-10', under('one')),
      ended('b', from, to, under('two')),
    ]);
  expect(await beside('2025-02-01', '2025-05-11')).toBe('b'); // a ends while b is open
  expect(await beside('2025-05-10', '2025-05-10')).toBe('b'); // b, of one day, starts as a ends
  expect(await beside('2025-05-11', '2025-05-11')).toBe('b');
  expect(await beside('2025-02-01', '2025-05-10')).toBe('a'); // both end on the day: neither is open on it, one child
  expect(await beside('2025-02-01', '2025-07-01')).toBe(''); // b goes on to the next quarter
});

it('goes by the letter where two periods start and end on the same day: each goes on in the other', async () => {
  expect(
    await ceasing([
      ended('a', '2025-05-10', '2025-05-10', under('one')),
      ended('b', '2025-05-10', '2025-05-10', under('two')),
    ]),
  ).toBe('');
});

it('leaves out short breaks, by the legal status in force on the first day', async () => {
  const care = [ended('e', '2025-01-10', '2025-05-10')];
  const status = (id: string, code: string, from: string, to: string | null) =>
    legalStatus(id, 'p', code, from, to);
  expect(await ceasing(care, [status('l', 'V3', '2025-01-10', null)])).toBe('');
  expect(await ceasing(care, [status('l', 'V4', '2025-01-01', '2025-01-11')])).toBe('');
  expect(await ceasing(care, [status('l', 'V4', '2025-01-01', '2025-01-10')])).toBe('e'); // no longer in force
  // on short breaks at the end, and not at the start
  expect(await ceasing(care, [status('l', 'V4', '2025-01-11', null)])).toBe('e');
  // short breaks that turned into care
  expect(
    await ceasing(care, [
      status('l1', 'V4', '2025-01-10', '2025-02-01'),
      status('l2', 'C2', '2025-02-01', null),
    ]),
  ).toBe('');
});

it('goes by the first day of the period, though its last episode began on short breaks', async () => {
  const onBreaks = [legalStatus('l', 'p', 'V4', '2025-03-02', null)];
  const then = (from: string) =>
    ceasing([ended('a', '2025-01-10', '2025-03-01'), ended('b', from, '2025-05-10')], onBreaks);
  expect(await then('2025-03-02')).toBe('b'); // the day after: one period, that began as care
  expect(await then('2025-03-03')).toBe(''); // a day between: a period of its own, of short breaks
});

it('asks for no age, but leaves out a period that starts before birth', async () => {
  const care = [ended('e', '2025-01-10', '2025-05-10')];
  expect(await ceasing(care, [], '2000-01-01')).toBe('e'); // 25 years old
  expect(await ceasing(care, [], '2007-05-10')).toBe('e'); // on the 18th birthday
  expect(await ceasing(care, [], null)).toBe('e');
  expect(await ceasing(care, [], '2025-01-10')).toBe('e'); // born on the day
  expect(await ceasing(care, [], '2025-01-11')).toBe('');
});

it('counts a child once in a quarter and once in a year, dated to the first end', async () => {
  const quarters = ['2024-25 Q2', '2024-25 Q3', '2024-25 Q4', QUARTER];
  const { figure, records } = await measured(
    {
      ssd_person: [person('p', '2020-04-16')],
      ssd_cla_episodes: [
        ended('a', '2024-01-01', '2024-06-30'), // the day before the year
        ended('b', '2024-07-10', '2024-08-01'),
        ended('c', '2025-04-10', '2025-04-15'),
        ended('d', '2025-05-10', '2025-05-15'),
        ended('d', '2025-01-10', '2025-02-15'), // a key met before
      ],
    },
    { quarters },
  );
  expect(quarters.map((quarter) => figure('riia-20', 'children', quarter))).toEqual([1, 0, 0, 1]);
  expect(figure('riia-20', 'children', `year to ${QUARTER}`)).toBe(1);
  const asked = { measure: 'riia-20', figure: 'children', period: QUARTER } as const;
  const behind = await records({ ...asked, part: 'numerator' });
  expect(behind.map(({ recordId, day }) => `${recordId} ${day}`)).toEqual(['c 2025-04-15']);
  expect(figure('riia-20', 'children', QUARTER, 'age 1_to_4')).toBe(1); // the day before the fifth birthday
});

it('is not available without the reasons', async () => {
  const { figure } = await measured(
    {
      ssd_cla_episodes: [
        {
          clae_cla_episode_id: 'e',
          clae_person_id: 'p',
          clae_cla_episode_start_date: '2025-01-01',
          clae_cla_episode_ceased_date: '2025-05-01',
        },
      ],
    },
    { quarters: [QUARTER] },
  );
  expect(figure('riia-20', 'children', QUARTER)).toBe('not available');
});
