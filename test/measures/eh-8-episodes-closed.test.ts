import { expect, it } from 'vitest';
import { inNative } from './native.ts';
import { earlyHelp } from './rows/early-help.ts';
import { person } from './rows/person.ts';

const measured = inNative('eh-8');
const QUARTER = '2025-26 Q1'; // 1 April to 30 June 2025
const quarters = ['2024-25 Q2', '2024-25 Q3', '2024-25 Q4', QUARTER];

it('counts an episode that ended on the first or the last day of the quarter, not on the days beside them', async () => {
  const { figure } = await measured(
    {
      ssd_early_help_episodes: [
        earlyHelp('before', 'p', '2025-01-01', '2025-03-31'),
        earlyHelp('first', 'p', '2025-01-01', '2025-04-01'),
        earlyHelp('last', 'p', '2025-06-30', '2025-06-30'), // one day long
        earlyHelp('after', 'p', '2025-05-01', '2025-07-01'),
        earlyHelp('open', 'p', '2025-05-01', null),
        earlyHelp('ends after the extract', 'p', '2025-05-01', '2025-07-15'), // still open
      ],
    },
    { quarters: [...quarters, '2025-26 Q2'] },
  );
  expect(quarters.map((quarter) => figure('eh-8', 'closed', quarter))).toEqual([0, 0, 1, 2]);
  expect(figure('eh-8', 'closed', '2025-26 Q2')).toBe(1);
  expect(figure('eh-8', 'closed', `year to ${QUARTER}`)).toBe(3); // episodes, not children
});

it('counts rows as held, each key once, and leaves out what cannot be counted', async () => {
  const { figure } = await measured(
    {
      ssd_person: [person('unborn', '2026-01-20')],
      ssd_early_help_episodes: [
        earlyHelp('a', 'p', '2025-01-01', '2025-05-01'),
        earlyHelp('goes on', 'p', '2025-05-01', '2025-05-20'),
        earlyHelp('twice', 'p', '2025-01-01', null), // the first row of this key has not ended
        earlyHelp('twice', 'p', '2025-01-01', '2025-05-01'),
        earlyHelp('ended before it started', 'p', '2025-05-02', '2025-05-01'),
        { ...earlyHelp('undated', 'p', '2025-05-02', '2025-05-03'), earl_episode_start_date: null },
        { ...earlyHelp('nobody', 'p', '2025-05-02', '2025-05-03'), earl_person_id: null },
        earlyHelp('280 days', 'unborn', '2025-04-15', '2025-05-01'), // + 280 days = 20 January 2026
        earlyHelp('281 days', 'unborn', '2025-04-14', '2025-05-01'),
      ],
    },
    { quarters },
  );
  expect(figure('eh-8', 'closed', QUARTER)).toBe(3); // a, goes on, 280 days
  expect(figure('eh-8', 'closed', QUARTER, 'age unborn')).toBe(1);
});

it('puts every closed episode in one group of reasons', async () => {
  const ended = (id: string, reason: string | null, day = '2025-05-01') =>
    earlyHelp(id, 'p', '2025-01-01', day, reason);
  const { figure, answer } = await measured(
    {
      ssd_early_help_episodes: [
        ended('met', 'Outcome met'),
        ended('met too', ' needs  MET '),
        ended('up', 'Stepped up to social care'),
        ended('away', 'Moved away'),
        ended('gone', 'Consent withdrawn'),
        ended('other', 'Aged out'),
        ended('none', null),
        ended('said not to be known', 'Not known'),
        ended('local word', 'Closed after review'),
        ended('not in the quarter', 'Outcome met', '2025-03-01'),
      ],
    },
    { quarters },
  );
  const groups = ['met', 'stepped_up', 'moved', 'disengaged', 'other', 'unknown'];
  expect(groups.map((cell) => figure('eh-8', 'closed', QUARTER, `end_reason ${cell}`))).toEqual([
    2, 1, 1, 1, 1, 3,
  ]);
  const caveats = answer.results.find(({ measure }) => measure === 'eh-8')?.caveats;
  expect(caveats?.some(({ kind }) => kind === 'words not mapped')).toBe(true);
});

it('stands without the reasons, and is not available without the end dates', async () => {
  const row = { earl_episode_id: 'e', earl_person_id: 'p', earl_episode_start_date: '2025-01-01' };
  const unreasoned = await measured(
    { ssd_early_help_episodes: [{ ...row, earl_episode_end_date: '2025-05-01' }] },
    { quarters },
  );
  expect(unreasoned.figure('eh-8', 'closed', QUARTER)).toBe(1);
  expect(unreasoned.answer.results[0]?.caveats.map(({ says }) => says).join()).toContain(
    'Why episodes ended is not known.',
  );
  const open = await measured({ ssd_early_help_episodes: [row] }, { quarters });
  expect(open.figure('eh-8', 'closed', QUARTER)).toBe('not available');
});
