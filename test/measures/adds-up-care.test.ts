import { beforeAll, describe, expect, it } from 'vitest';
import type { ChildBehind } from '../../src/model/balance.ts';
import type { Case } from './case.ts';
import { inNative } from './native.ts';
import { careEpisode, legalStatus } from './rows/care.ts';
import { person } from './rows/person.ts';

const measured = inNative('riia-18', 'riia-19', 'riia-20');
const quarters = ['2024-25 Q4', '2025-26 Q1'];
/** 1 April to 30 June 2025. */
const QUARTER = '2025-26 Q1';

const ended = { clae_cla_episode_ceased_reason: 'E4A' };
const one = { clae_cla_id: 'one', ...ended };
const two = { clae_cla_id: 'two', ...ended };

const ssd_person = [
  person('turned', '2007-05-03'),
  person('turned on the first day', '2007-04-01'),
  person('turned on the last day', '2007-06-30'),
  person('turned the day before', '2007-03-31'),
  person('turned, on short breaks', '2007-05-03'),
  person('ended at 18', '2007-02-01'),
  person('ended in the quarter of the birthday', '2007-05-03'),
];

const ssd_cla_episodes = [
  careEpisode('e1', 'turned', '2020-01-01', null),
  careEpisode('e2', 'turned on the first day', '2020-01-01', null),
  careEpisode('e3', 'turned on the last day', '2020-01-01', null),
  careEpisode('e4', 'turned the day before', '2020-01-01', null),
  careEpisode('e5', 'turned, on short breaks', '2020-01-01', null),
  careEpisode('e6', 'ended at 18', '2020-01-01', '2025-05-10', ended),
  careEpisode('e7', 'ended in the quarter of the birthday', '2020-01-01', '2025-06-10', ended),
  careEpisode('e8', 'to care', '2024-01-01', null),
  careEpisode('e9', 'to care within the quarter', '2025-04-10', null),
  careEpisode('e10', 'to short breaks', '2024-01-01', null),
  careEpisode('e11', 'began as short breaks', '2024-01-01', '2025-04-20', ended),
  careEpisode('e12', 'ended from short breaks', '2024-01-01', '2025-04-20', ended),
  careEpisode('e13', 'none followed', '2024-01-01', '2025-05-05'),
  careEpisode('e14', 'one followed', '2024-01-01', '2025-05-05'),
  careEpisode('e15', 'one followed', '2025-05-05', null),
  careEpisode('e16', 'between, at the end', '2024-01-01', '2025-06-30', one),
  careEpisode('e17', 'between, at the end', '2025-07-01', null, { clae_cla_id: 'two' }),
  careEpisode('e18', 'between, at the start', '2024-01-01', '2025-03-31', one),
  careEpisode('e19', 'between, at the start', '2025-04-01', null, { clae_cla_id: 'two' }),
  careEpisode('e20', 'started again', '2025-04-10', '2025-04-20', ended),
  careEpisode('e21', 'started again', '2025-05-10', null),
  careEpisode('e22', 'ceased again', '2024-01-01', '2025-04-10', ended),
  careEpisode('e23', 'ceased again', '2025-05-01', '2025-06-01', ended),
  careEpisode('e24', 'twice in one day', '2025-05-05', '2025-05-05', one),
  careEpisode('e25', 'twice in one day', '2025-05-05', '2025-05-05', two),
  careEpisode('e26', 'stays', '2024-01-01', null),
  careEpisode('e27', 'starts', '2025-05-01', null),
  careEpisode('e28', 'ends', '2024-01-01', '2025-05-01', ended),
  careEpisode('e29', 'goes and comes back', '2024-01-01', '2025-04-15', ended),
  careEpisode('e30', 'goes and comes back', '2025-06-15', null),
];

const ssd_legal_status = [
  legalStatus('l1', 'to care', 'V4', '2024-01-01', '2025-05-01'),
  legalStatus('l2', 'to care', 'C2', '2025-05-01', null),
  legalStatus('l3', 'to care within the quarter', 'V3', '2025-04-10', '2025-05-02'),
  legalStatus('l4', 'to care within the quarter', 'V2', '2025-05-02', null),
  legalStatus('l5', 'to short breaks', 'V2', '2024-01-01', '2025-06-01'),
  legalStatus('l6', 'to short breaks', 'V4', '2025-06-01', null),
  legalStatus('l7', 'began as short breaks', 'V4', '2024-01-01', '2024-06-01'),
  legalStatus('l8', 'began as short breaks', 'C2', '2024-06-01', null),
  legalStatus('l9', 'ended from short breaks', 'C2', '2024-01-01', '2025-01-01'),
  legalStatus('l10', 'ended from short breaks', 'V4', '2025-01-01', null),
  legalStatus('l11', 'turned, on short breaks', 'V2', '2020-01-01', '2025-06-01'),
  legalStatus('l12', 'turned, on short breaks', 'V4', '2025-06-01', null),
];

describe('periods of care, where they do not add up', () => {
  let behind: readonly ChildBehind[] = [];
  let care: Case | undefined;

  beforeAll(async () => {
    care = await measured({ ssd_person, ssd_cla_episodes, ssd_legal_status }, { quarters });
    const list = await care.behind({ balance: 'periods-of-care', quarter: QUARTER });
    behind = Array.from({ length: list.length }, (_, at) => list.at(at));
  });

  const found = (id: string) => {
    const child = behind.find(({ personId }) => personId === id);
    return child ? [child.reason, child.day, child.difference] : 'adds up';
  };

  it.each([
    // Counted on 31 March at 17, not on 30 June at 18, and not ceased.
    ['turned', ['turned_18', '2025-05-03', -1]],
    ['turned on the first day', ['turned_18', '2025-04-01', -1]],
    ['turned on the last day', ['turned_18', '2025-06-30', -1]],
    // 18 on 31 March: counted on neither day.
    ['turned the day before', 'adds up'],
    // Both fit: the birthday comes first.
    ['turned, on short breaks', ['turned_18', '2025-05-03', -1]],
    // Not counted on 31 March at 18, and counted as ceasing.
    ['ended at 18', ['ended_at_18_or_over', '2025-05-10', 1]],
    // Counted on 31 March at 17, ceased after the birthday: one in, one out.
    ['ended in the quarter of the birthday', 'adds up'],
    // Short breaks on 31 March, counted on 30 June, and never new.
    ['to care', ['short_breaks_to_care', '2025-05-01', 1]],
    ['to care within the quarter', ['short_breaks_to_care', '2025-05-02', 1]],
    ['to short breaks', ['care_to_short_breaks', '2025-06-01', -1]],
    // Counted on 31 March as C2, but the period began as V4: its end does not count.
    ['began as short breaks', ['began_as_short_breaks', '2025-04-20', -1]],
    ['ended from short breaks', ['ended_from_short_breaks', '2025-04-20', 1]],
    ['none followed', ['no_new_episode', '2025-05-05', -1]],
    ['one followed', 'adds up'],
    // Open on neither 30 June nor the one side of it that would make it cease.
    ['between, at the end', ['between_periods', '2025-06-30', -1]],
    ['between, at the start', ['between_periods', '2025-03-31', 1]],
    // New once, ceased once, and there on 30 June.
    ['started again', ['started_again', '2025-05-10', 1]],
    ['ceased again', ['ceased_again', '2025-06-01', -1]],
    // Each of two periods of one day ends where the other starts: new, and never ceased.
    ['twice in one day', [null, null, -1]],
    ['stays', 'adds up'],
    ['starts', 'adds up'],
    ['ends', 'adds up'],
    ['goes and comes back', 'adds up'],
  ])('%s', (id, expected) => {
    expect(found(id)).toEqual(expected);
  });

  it('comes to the difference of the four figures', () => {
    // Looked after on 31 March: turned ×4 (e1, e2, e3, e5), e7, e10, e11, e13, e14, e16, e22, e26, e28, e29 = 14.
    // New: started again, ceased again, twice in one day, starts, goes and comes back = 5.
    // Ceased: e6, e7, e12, e20, e22 and e23 (one child), e28, e29 = 7.
    // On 30 June: e8, e9, e15, e19, e21, e26, e27, e30 = 8, where 14 + 5 − 7 = 12 should be.
    expect(care?.figure('riia-18', 'children', '2024-25 Q4')).toBe(14);
    expect(care?.figure('riia-19', 'children', QUARTER)).toBe(5);
    expect(care?.figure('riia-20', 'children', QUARTER)).toBe(7);
    expect(care?.figure('riia-18', 'children', QUARTER)).toBe(8);
    expect(behind.reduce((sum, { difference }) => sum + difference, 0)).toBe(-4);
    const result = care?.answer.balances.find(({ balance }) => balance === 'periods-of-care');
    expect(result?.tallies).toEqual([
      { quarter: QUARTER, children: behind.length, difference: -4 },
    ]);
  });

  it('shows the records that were counted, with their days', () => {
    expect(behind.find(({ personId }) => personId === 'ceased again')).toMatchObject({
      wasOpen: [{ recordId: 'e22', day: '2024-01-01' }],
      started: [{ recordId: 'e23', day: '2025-05-01' }],
      ceased: [{ recordId: 'e22', day: '2025-04-10' }],
      isOpen: [],
    });
  });

  it('puts those with no reason known last', () => {
    expect(behind.at(-1)?.personId).toBe('twice in one day');
  });
});
