import { expect, it } from 'vitest';
import { QUARTER, fromElsewhere, inWords, saidBeside } from './elsewhere.ts';
import { ehContact, ehEpisode } from './rows/elsewhere.ts';
import { contact } from './rows/social-care.ts';

const given = fromElsewhere('riia-01', 'eh-1', 'eh-2');
const others = [
  ehEpisode('2', 'b', '2025-05-20', '2025-06-01', { end_reason: 'Outcome met' }),
  ehEpisode('3', 'c', '2025-06-20'),
];

const tables = {
  ssd_contacts: [
    contact('1', '2025-05-01', { cont_person_id: 'a' }),
    contact('2', '2025-05-02', { cont_person_id: null }),
  ],
  eh_contacts: [ehContact('7', 'b', '2025-05-03'), ehContact('8', 'b', '2025-05-04')],
  eh_episodes: others,
};

it('contacts of the early help system are counted in place of those of social care, and never by RIIA', async () => {
  const { figure } = await given(tables, 'shared');
  expect(figure('eh-1', 'contacts', QUARTER)).toBe(2);
  expect(figure('eh-1', 'children', QUARTER)).toBe(1);
  expect(figure('eh-2', 'after_contact', QUARTER)).toBe(1);
  expect(figure('riia-01', 'contacts', QUARTER)).toBe(1);
});

it('contacts say so, and nothing of those they stand for', async () => {
  const both = await given(tables, 'shared');
  expect(saidBeside(both, 'eh-1')).toContain(
    'Counted from eh_contacts, and not from ssd_contacts.',
  );
  expect(saidBeside(both, 'eh-1').join()).not.toContain('with no child named');
  expect(saidBeside(both, 'riia-01').join()).toContain('with no child named');
  expect(saidBeside(both, 'riia-01').join()).not.toContain('eh_contacts');
});

it('contacts are those of social care where the early help system gives none', async () => {
  const { ssd_contacts, eh_episodes } = tables;
  for (const more of [{}, { eh_contacts: [] }]) {
    const none = await given({ ssd_contacts, eh_episodes, ...more }, 'shared');
    expect(none.figure('eh-1', 'contacts', QUARTER)).toBe(1);
    expect(saidBeside(none, 'eh-1').join()).toContain('with no child named');
    expect(saidBeside(none, 'eh-1').join()).not.toContain('eh_contacts');
  }
});

it('contacts without a column that is needed are not passed over for those of social care', async () => {
  const undated = [{ contact_id: '7', person_id: 'b' }];
  const bad = await given({ ...tables, eh_contacts: undated }, 'shared');
  expect(inWords(bad, 'eh-1', 'contacts')).toContain('eh_contacts has no column contact_date');
  expect(bad.figure('riia-01', 'contacts', QUARTER)).toBe(1);
});

it('contacts of the early help system all count where early help alone is counted', async () => {
  const settings = { early_help_contacts_only: 1 };
  const early = await given(tables, 'shared', settings);
  expect(early.figure('eh-1', 'contacts', QUARTER)).toBe(2);
});
