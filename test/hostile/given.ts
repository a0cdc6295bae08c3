import { writeReturn } from '../../src/return/write.ts';
import type { ReturnForm } from '../../src/model/return.ts';
import { TERMS, returnOf } from '../unit/return/observations.ts';

/** A profile with an entry in each of its sections. */
export const PROFILE = JSON.stringify({
  ...{ format: 'quarterlight-profile', version: 3, authority: '301' },
  settings: { contact_to_episode_days: 30 },
  by_hand: [
    { measure: 'riia-24', quarter: '2025-26 Q1', parts: { children: 214 } },
    { measure: 'riia-29', quarter: '2024-25 Q4', parts: { vacant: 6.5, in_post: 33 } },
  ],
  given: [
    {
      ...{ measure: 'riia-02', figure: 'referrals', period: '2025-26 Q1', cell: null },
      gives: { count: 321 },
    },
    {
      ...{ measure: 'riia-04', figure: 'repeat', period: 'year to 2025-26 Q1', cell: null },
      gives: { numerator: 12, denominator: 120 },
    },
    {
      ...{ measure: 'riia-05', figure: 'started', period: '2025-26 Q1', cell: null },
      gives: { not_available: 'the system does not hold them' },
    },
  ],
  words: [{ list: 'referral_source', word: 'front door', group: 'police' }],
  reading: {
    tables: { 'people list': 'ssd_person' },
    without_heading: {},
    columns: { ssd_person: { 'date born': 'pers_dob' } },
    day_order: { ssd_person: { pers_dob: 'day first' } },
    early_help_persons: 'shared',
  },
  peers: [{ name: 'Near us', authorities: ['302', '303'] }],
  early_help: {},
  maps: [
    {
      name: 'Board',
      cells: [
        {
          ...{ sheet: 'Data', cell: 'B7', label: 'Referrals', measure: 'riia-02' },
          ...{ figure: 'referrals', of: null, part: 'value', period: 'quarter' },
        },
      ],
    },
  ],
});

/** Takes a form; gives the bytes of a return in it, with counts, ratios and withheld cells. */
export async function returnBytes(form: ReturnForm): Promise<Uint8Array<ArrayBuffer>> {
  return (await writeReturn(returnOf(), TERMS, form)).bytes;
}
