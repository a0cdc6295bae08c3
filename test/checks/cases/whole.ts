import { careEpisode, careLeaver } from '../../measures/rows/care.ts';
import { earlyHelp } from '../../measures/rows/early-help.ts';
import { person } from '../../measures/rows/person.ts';
import { contact, referral } from '../../measures/rows/social-care.ts';
import type { CheckCase } from '../case.ts';

/** One of the eight quarters before is empty, as where a table stopped for a while. */
const QUARTERS = ['2023-05', '2023-08', '2023-11', '2024-02', '2024-05', '2024-08', '2024-11'];

/** What is wrong with an extract as a whole. `moves` compares its headlines with those of the near case. */
export const wholeCases: Readonly<Record<string, CheckCase>> = {
  volume: {
    fires: { ssd_contacts: contactsOf(9) },
    near: { ssd_contacts: contactsOf(10) },
    finds: [
      'ssd_contacts holds 9 rows of the quarter. The eight quarters before it hold 20 in the middle.',
    ],
    moves: { 'riia-01': ['9', '10'] },
  },
  'ends-early': {
    fires: { ssd_contacts: [contact('c', '2025-06-16')] },
    near: { ssd_contacts: [contact('c', '2025-06-16'), contact('d', '2025-06-17')] },
    finds: [
      'The last day on which anything is recorded is 16 June 2025. The quarter ends on 30 June 2025.',
    ],
    moves: { 'riia-01': ['1', '2'] },
  },
  'snapshot-of-old-quarter': {
    fires: {
      ssd_person: [person('p', '2006-01-01')],
      ssd_care_leavers: [careLeaver('l', 'p', 'Relevant')],
    },
    near: {
      ssd_person: [person('p', '2006-01-01')],
      ssd_care_leavers: [careLeaver('l', 'p', 'Relevant')],
    },
    finds: [
      'The extract holds care leavers as at 1 September 2025, which cannot stand for the quarter shown.',
    ],
    moves: { 'riia-22': ['not available', '1'] },
    options: { extractDate: '2025-09-01' },
    nearOptions: { extractDate: '2025-08-31' },
  },
  sums: {
    // turned 18 on the last day, and the care was never ended
    fires: {
      ssd_person: [person('p', '2007-06-30')],
      ssd_cla_episodes: [careEpisode('e', 'p', '2020-01-01', null)],
    },
    near: {
      ssd_person: [person('p', '2007-06-30')],
      ssd_cla_episodes: [
        careEpisode('e', 'p', '2020-01-01', '2025-06-30', { clae_cla_episode_ceased_reason: 'E7' }),
      ],
    },
    finds: ['Periods of care: 1 child stands behind a difference of −1.'],
    moves: { 'riia-20': ['0', '1'] },
    options: { compared: true },
  },
  'early-help-alone-missing': {
    fires: {
      ssd_early_help_episodes: ['a', 'b', 'c'].map((id) => earlyHelp(id, id, '2025-04-10', null)),
      ssd_cin_episodes: ['a', 'b'].map((id) => referral(id, '2024-01-01', { cine_person_id: id })),
    },
    near: {
      ssd_early_help_episodes: ['a', 'b', 'c', 'd'].map((id) =>
        earlyHelp(id, id, '2025-04-10', null),
      ),
      ssd_cin_episodes: ['a', 'b'].map((id) => referral(id, '2024-01-01', { cine_person_id: id })),
    },
    finds: [
      'Fewer than half of the children with an early help episode are known to early help alone.',
    ],
    moves: { 'eh-5': ['3', '4'] },
  },
};

function contactsOf(count: number) {
  const before = QUARTERS.flatMap((month) =>
    Array.from({ length: 20 }, (_, i) => contact(`${month} ${i}`, `${month}-10`)),
  );
  return [...before, ...Array.from({ length: count }, (_, i) => contact(`now ${i}`, '2025-06-20'))];
}
