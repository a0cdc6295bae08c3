import { expect, it } from 'vitest';
import { QUARTER, fromElsewhere, inWords } from './elsewhere.ts';
import { earlyHelp } from './rows/early-help.ts';
import { ehContact, ehEpisode } from './rows/elsewhere.ts';
import { person } from './rows/person.ts';
import { contact, referral } from './rows/social-care.ts';

const given = fromElsewhere('eh-2', 'eh-6', 'eh-7');
const ssd = [earlyHelp('1', 'a', '2025-04-10', '2025-05-01', 'Outcome met')];

const tables = {
  ssd_person: [person('a', '2015-01-01')],
  ssd_contacts: [contact('1', '2025-05-01', { cont_person_id: 'a' })],
  ssd_cin_episodes: [
    referral('r', '2025-05-05', { cine_person_id: 'a' }),
    referral('s', '2024-05-05', {
      cine_person_id: 'a',
      cine_close_date: '2025-05-01',
      cine_close_reason: 'RC9',
    }),
  ],
  eh_episodes: [
    ehEpisode('1', 'a', '2025-05-02', '2025-05-30', { end_reason: 'Stepped up to social care' }),
  ],
};
const JOINED = [
  ['eh-2', 'after_contact'],
  ['eh-6', 'either'],
  ['eh-6', 'by_referral'],
  ['eh-6', 'rate'],
  ['eh-7', 'either'],
  ['eh-7', 'by_episode'],
  ['eh-7', 'rate'],
] as const;
const NOT_JOINED = [
  ['eh-2', 'episodes'],
  ['eh-6', 'by_end_reason'],
  ['eh-7', 'by_close_reason'],
] as const;

it('what joins the two systems is counted where they share their ids', async () => {
  const shared = await given(tables, 'shared');
  for (const [measure, figure] of [...JOINED, ...NOT_JOINED]) {
    if (figure !== 'rate') expect(shared.figure(measure, figure, QUARTER), figure).toBe(1);
  }
  expect(shared.report.unsettled).toEqual([]);
});

it('what joins the two systems is not available where they do not, nor the two together; what needs no join stands', async () => {
  const apart = await given(tables, 'of its own');
  for (const [measure, figure] of JOINED) {
    expect(inWords(apart, measure, figure)).toContain(
      'Not available: the early help system has its own ids for children, so its rows cannot be joined to those of social care',
    );
  }
  for (const [measure, figure] of NOT_JOINED)
    expect(apart.figure(measure, figure, QUARTER)).toBe(1);
  expect(apart.report.unsettled).toEqual([]);
});

it('what joins the two systems waits for an answer where nobody has said, and the question is put with its counts', async () => {
  const asked = await given({
    ...tables,
    eh_contacts: [ehContact('7', 'b', '2025-05-03'), ehContact('8', null, '2025-05-03')],
  });
  expect(inWords(asked, 'eh-6', 'by_referral')).toContain('it is not settled whether');
  expect(asked.figure('eh-6', 'by_end_reason', QUARTER)).toBe(1);
  expect(asked.report.unsettled).toEqual([
    {
      kind: 'early help persons',
      files: ['eh_contacts.csv', 'eh_episodes.csv'],
      persons: 2, // a and b
      alsoInSocialCare: 1, // a
    },
  ]);
});

it('what joins the two systems holds between contacts and episodes of one system, whosever the ids are', async () => {
  const own = { ...tables, eh_contacts: [ehContact('7', 'a', '2025-05-01')] };
  const apart = await given(own, 'of its own');
  expect(apart.figure('eh-2', 'after_contact', QUARTER)).toBe(1);
  // With the SSD's own early help among the episodes, it does not.
  const mixed = await given({ ...own, ssd_early_help_episodes: ssd }, 'of its own');
  expect(inWords(mixed, 'eh-2', 'after_contact')).toContain('its own ids for children');
  expect(mixed.figure('eh-2', 'episodes', QUARTER)).toBe(2);
});

it('what joins the two systems never takes a child of one for a child of the other', async () => {
  const apart = await given(
    { ...tables, ssd_early_help_episodes: [earlyHelp('9', 'a', '2025-05-09', null)] },
    'of its own',
  );
  expect(apart.figure('eh-2', 'episodes', QUARTER, 'age 10_to_15')).toBe(1); // the SSD's own a
  expect(apart.figure('eh-2', 'episodes', QUARTER, 'age unknown')).toBe(1);
});
