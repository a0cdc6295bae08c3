import { expect, it } from 'vitest';
import { careEpisode, immigrationStatus, legalStatus } from './rows/care.ts';
import { person } from './rows/person.ts';
import type { Row } from './case.ts';
import { inNative } from './native.ts';

const measured = inNative('riia-21');
const QUARTER = '2025-26 Q1'; // ends 30 June 2025

/** Takes immigration statuses, beside children `p` and `q` who are looked after; gives the count and the share. */
async function unaccompanied(statuses: readonly Row[]): Promise<(number | string)[]> {
  const { figure } = await measured(
    {
      ssd_person: [person('p', '2010-01-01'), person('q', '2015-01-01')],
      ssd_cla_episodes: [
        careEpisode('e1', 'p', '2025-01-01', null),
        careEpisode('e2', 'q', '2025-01-01', null),
      ],
      ssd_immigration_status: [
        ...statuses,
        immigrationStatus('other', 'Refugee leave', '2024-01-01', null, { immi_person_id: 'x' }),
      ],
    },
    { quarters: [QUARTER] },
  );
  return ['children', 'share'].map((id) => figure('riia-21', id, QUARTER));
}

it('counts a child looked after with such a status in force on the last day of the quarter', async () => {
  const status = (from: string | null, to: string | null) =>
    unaccompanied([immigrationStatus('i', 'UASC', from, to)]);
  expect(await status('2024-01-01', null)).toEqual([1, '1 of 2']);
  expect(await status('2025-06-30', null)).toEqual([1, '1 of 2']); // starts on the day
  expect(await status('2025-07-01', null)).toEqual([0, '0 of 2']); // a day later
  expect(await status('2024-01-01', '2025-06-30')).toEqual([0, '0 of 2']); // ends on the day: not in force
  expect(await status('2024-01-01', '2025-07-01')).toEqual([1, '1 of 2']); // a day later
  expect(await status('2024-01-01', '2026-01-01')).toEqual([1, '1 of 2']); // ends after the extract: in force
  expect(await status(null, null)).toEqual([0, '0 of 2']);
});

it('knows the words for it, and takes one such status for enough', async () => {
  const word = (status: string | null) =>
    unaccompanied([immigrationStatus('i', status, '2024-01-01', null)]);
  expect(await word(' uasc ')).toEqual([1, '1 of 2']);
  expect(await word('Unaccompanied Asylum-Seeking Child')).toEqual([1, '1 of 2']);
  expect(await word('Refugee leave')).toEqual([0, '0 of 2']);
  expect(await word('A word of our own')).toEqual([0, '0 of 2']);
  expect(await word(null)).toEqual([0, '0 of 2']);
  const uasc = immigrationStatus('i1', 'UASC', '2024-01-01', null);
  const later = immigrationStatus('i2', 'Refugee leave', '2025-01-01', null);
  expect(await unaccompanied([uasc, later])).toEqual([1, '1 of 2']);
  expect(await unaccompanied([uasc, { ...uasc, immi_immigration_status_id: 'i3' }])).toEqual([
    1,
    '1 of 2',
  ]);
});

it('looks at statuses that can be counted, each key once', async () => {
  expect(
    await unaccompanied([
      immigrationStatus('twice', 'Refugee leave', '2024-01-01', null),
      immigrationStatus('twice', 'UASC', '2024-01-01', null), // a key met before
      immigrationStatus(null, 'UASC', '2024-01-01', null),
      immigrationStatus('ended first', 'UASC', '2024-01-02', '2024-01-01'),
      immigrationStatus('nobody', 'UASC', '2024-01-01', null, { immi_person_id: null }),
      immigrationStatus('281 days before birth', 'UASC', '2009-03-26', null), // born 1 January 2010
    ]),
  ).toEqual([0, '0 of 2']);
});

it('counts among children looked after alone: open, under 18, not on short breaks', async () => {
  const children = ['counts', 'closed', '18', 'short breaks', 'never in care', 'undated'];
  const { figure, records } = await measured(
    {
      ssd_person: children.map((id) =>
        person(id, id === '18' ? '2007-06-30' : id === 'undated' ? null : '2007-07-01'),
      ),
      ssd_cla_episodes: [
        careEpisode('a', 'counts', '2025-01-01', '2025-02-01'),
        careEpisode('b', 'counts', '2025-03-01', null), // the period that is open
        careEpisode('c', 'closed', '2025-01-01', '2025-06-30'),
        careEpisode('d', '18', '2025-01-01', null), // 18 on the last day
        careEpisode('e', 'short breaks', '2025-01-01', null),
        careEpisode('f', 'undated', '2025-06-30', null),
      ],
      ssd_legal_status: [legalStatus('l', 'short breaks', 'V4', '2025-01-01', null)],
      ssd_immigration_status: children.map((id) =>
        immigrationStatus(id, 'UASC', '2024-01-01', null, { immi_person_id: id }),
      ),
    },
    { quarters: [QUARTER] },
  );
  expect(figure('riia-21', 'children', QUARTER)).toBe(2);
  expect(figure('riia-21', 'share', QUARTER)).toBe('2 of 2');
  expect(figure('riia-21', 'children', QUARTER, 'age 16_to_17')).toBe(1);
  expect(figure('riia-21', 'children', QUARTER, 'age unknown')).toBe(1);
  const asked = { measure: 'riia-21', figure: 'children', period: QUARTER } as const;
  const behind = await records({ ...asked, part: 'numerator' });
  expect(behind.map(({ recordId }) => recordId)).toEqual(['b', 'f']);
});

it('has no share where no child is looked after, and nothing at all without the table', async () => {
  const care = [careEpisode('e', 'p', '2025-01-01', '2025-02-01')];
  const ssd_person = [person('p', '2010-01-01')];
  const closed = await measured(
    {
      ssd_person,
      ssd_cla_episodes: care,
      ssd_immigration_status: [immigrationStatus('i', 'UASC', '2024-01-01', null)],
    },
    { quarters: [QUARTER] },
  );
  expect(closed.figure('riia-21', 'children', QUARTER)).toBe(0);
  expect(closed.figure('riia-21', 'share', QUARTER)).toBe('not applicable');
  const without = await measured({ ssd_person, ssd_cla_episodes: care }, { quarters: [QUARTER] });
  expect(without.figure('riia-21', 'children', QUARTER)).toBe('not available');
  expect(without.figure('riia-21', 'share', QUARTER)).toBe('not available');
});
