import { expect, it } from 'vitest';
import type { Row } from './case.ts';
import { inNative } from './native.ts';
import { earlyHelp } from './rows/early-help.ts';
import { person } from './rows/person.ts';

const measured = inNative('eh-2');
const QUARTER = '2025-26 Q1'; // 1 April to 30 June 2025
const quarters = ['2024-25 Q2', '2024-25 Q3', '2024-25 Q4', QUARTER];

function contact(id: string, date: string, of = 'p'): Row {
  return { cont_contact_id: id, cont_person_id: of, cont_contact_date: date };
}

/** Takes episodes and contacts; gives the two figures of the quarter: all that started, and those after a contact. */
async function started(
  episodes: readonly Row[],
  contacts: readonly Row[],
  settings: Readonly<Record<string, number>> = {},
): Promise<(number | string)[]> {
  const { figure } = await measured(
    {
      ssd_person: [person('unborn', '2026-01-20')],
      ssd_early_help_episodes: episodes,
      ssd_contacts: [...contacts, contact('someone else', '2025-04-01', 'x')],
    },
    { quarters: [QUARTER], settings },
  );
  return ['episodes', 'after_contact'].map((id) => figure('eh-2', id, QUARTER));
}

it('counts an episode that starts on the first or the last day of the quarter, not on the days beside them', async () => {
  const { figure } = await measured(
    {
      ssd_early_help_episodes: [
        earlyHelp('before', 'p', '2025-03-31', '2025-05-01'), // ended in the quarter: not asked
        earlyHelp('first', 'p', '2025-04-01', null),
        earlyHelp('last', 'p', '2025-06-30', '2025-06-30'), // one day long
        earlyHelp('after', 'p', '2025-07-01', null),
      ],
    },
    { quarters },
  );
  expect(quarters.map((quarter) => figure('eh-2', 'episodes', quarter))).toEqual([0, 0, 1, 2]);
  expect(figure('eh-2', 'episodes', `year to ${QUARTER}`)).toBe(3); // an episode is no child: two of one child are two
  expect(figure('eh-2', 'after_contact', QUARTER)).toBe('not available'); // no contacts are held
});

it('looks 45 days back for a contact, the day itself included', async () => {
  const after = (contacted: string, day: string) =>
    started([earlyHelp('e', 'p', day, null)], [contact('c', contacted)]);
  expect(await after('2025-05-16', '2025-05-16')).toEqual([1, 1]); // the same day
  expect(await after('2025-05-17', '2025-05-16')).toEqual([1, 0]); // a day later
  expect(await after('2025-04-01', '2025-05-16')).toEqual([1, 1]); // 45 days: 29 of April, 16 of May
  expect(await after('2025-03-31', '2025-05-16')).toEqual([1, 0]); // 46 days
  expect(await after('2025-02-15', '2025-04-01')).toEqual([1, 1]); // before the quarter: 13 + 31 + 1 = 45 days
  expect(await after('2025-02-14', '2025-04-01')).toEqual([1, 0]);
});

it('goes by the setting for the days', async () => {
  const episodes = [earlyHelp('e', 'p', '2025-05-16', null)];
  const set = (days: number) => ({ contact_to_episode_days: days });
  expect(await started(episodes, [contact('c', '2025-05-16')], set(0))).toEqual([1, 1]);
  expect(await started(episodes, [contact('c', '2025-05-15')], set(0))).toEqual([1, 0]);
  expect(await started(episodes, [contact('c', '2025-03-31')], set(46))).toEqual([1, 1]);
});

it('counts an episode once whatever its contacts, and lets a contact start several of the same child', async () => {
  expect(
    await started(
      [
        earlyHelp('a', 'p', '2025-05-01', null),
        earlyHelp('b', 'p', '2025-05-20', null),
        earlyHelp('c', 'q', '2025-05-20', null), // another child's contacts do not count
      ],
      [contact('1', '2025-04-28'), contact('2', '2025-04-29'), contact('2', '2025-04-30')],
    ),
  ).toEqual([3, 2]);
});

it('leaves out what cannot be counted, on either side', async () => {
  expect(
    await started(
      [
        earlyHelp('twice', 'p', '2025-05-01', null),
        earlyHelp('twice', 'p', '2025-05-02', null),
        earlyHelp('ended before it started', 'p', '2025-05-01', '2025-04-30'),
        earlyHelp('280 days', 'unborn', '2025-04-15', null), // 15 April 2025 + 280 days = 20 January 2026
        earlyHelp('281 days', 'unborn', '2025-04-14', null),
        { ...earlyHelp('nobody', 'p', '2025-05-01', null), earl_person_id: null },
        { ...earlyHelp('undated', 'p', '2025-05-01', null), earl_episode_start_date: null },
      ],
      [
        { ...contact('undated', ''), cont_contact_date: null },
        contact('u', '2025-04-14', 'unborn'),
      ],
    ),
  ).toEqual([2, 0]); // 'twice' and '280 days'; the contact is 281 days before birth
});

it('stands without the end dates, and says what is lost', async () => {
  const { figure, answer } = await measured(
    {
      ssd_early_help_episodes: [
        { earl_episode_id: 'e', earl_person_id: 'p', earl_episode_start_date: '2025-05-01' },
      ],
    },
    { quarters },
  );
  expect(figure('eh-2', 'episodes', QUARTER)).toBe(1);
  const caveats = answer.results.find(({ measure }) => measure === 'eh-2')?.caveats;
  expect(caveats?.map(({ says }) => says).join()).toContain(
    'Episodes that ended before they started cannot be recognised and left out.',
  );
});

it('says so where the contacts do not reach two months back', async () => {
  const monthly = Array.from({ length: 12 }, (_, month) => {
    const first = `${2024 + Math.floor((month + 6) / 12)}-${String(((month + 6) % 12) + 1).padStart(2, '0')}-01`;
    return {
      episode: earlyHelp(`e${month}`, 'p', first, null),
      contact: contact(`c${month}`, first),
    };
  });
  // Both from 1 July 2024 on: the first quarter looks back to May and June.
  const { answer } = await measured(
    {
      ssd_early_help_episodes: monthly.map((each) => each.episode),
      ssd_contacts: monthly.map((each) => each.contact),
    },
    { quarters },
  );
  const limited = answer.results
    .find(({ measure }) => measure === 'eh-2')
    ?.caveats.filter(({ kind }) => kind === 'window-limited');
  expect(limited?.flatMap(({ periods }) => periods)).toEqual(['2024-25 Q2', `year to ${QUARTER}`]);
});
