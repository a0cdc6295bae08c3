import { expect, it } from 'vitest';
import { findingsOf, lines, openIntake, tableIn } from './intake.ts';

const intake = openIntake();
const EPISODES = 'episode_id,person_id,start_date,end_date,end_reason';
const CONTACTS = 'contact_id,person_id,contact_date,source';
const REFERRALS = 'cine_referral_id,cine_person_id,cine_referral_date';

it('reads early help from another system by its plain names, and asks for no more of a person', async () => {
  const report = await intake.given({
    'eh_contacts.csv': lines(CONTACTS, '1,a,2025-05-01,Police'),
    'EH_Episodes_20250714.csv': lines(EPISODES, '1,a,02/05/2025,,'),
    'eh_assessments.csv': lines(
      'assessment_id,child_id,start_date,completed_date',
      '1,a,,2025-05-09',
    ),
  });
  expect(report.findings).toEqual([]);
  expect(tableIn(report, 'eh_episodes')).toMatchObject({ state: 'read', rows: 1 });
  expect(tableIn(report, 'eh_assessments').columnsRead).toContain('person_id');
});

it('says what each table costs by what the others hold', async () => {
  const social = { 'ssd_cin_episodes.csv': lines(REFERRALS, '1,a,2025-05-01') };
  const without = await intake.given(social);
  expect(tableIn(without, 'ssd_contacts').measures).toEqual(['riia-01', 'eh-1', 'eh-2']);
  expect(tableIn(without, 'eh_contacts').measures).toEqual([]); // nobody need have it
  expect(tableIn(without, 'ssd_early_help_episodes').measures).toContain('eh-5');
  const given = await intake.given({
    ...social,
    'eh_contacts.csv': lines(CONTACTS, '1,a,2025-05-01,Police'),
    'eh_episodes.csv': lines(EPISODES, '1,a,2025-05-02,,'),
  });
  expect(tableIn(given, 'ssd_contacts').measures).toEqual(['riia-01']);
  expect(tableIn(given, 'eh_contacts').measures).toEqual(['eh-1', 'eh-2']);
  expect(tableIn(given, 'ssd_early_help_episodes').measures).toEqual([]);
  expect(tableIn(given, 'eh_episodes').measures).toContain('eh-5');
});

it('still says which columns of an event are not there', async () => {
  const report = await intake.given({ 'eh_contacts.csv': lines('contact_id,person_id', '1,a') });
  expect(findingsOf(report, 'column missing').map(({ says }) => says)).toEqual([
    'eh_contacts.csv does not have 2 columns that measures use: contact_date, source.',
  ]);
});

it('forgets the answer for the extract before', async () => {
  const both = {
    'ssd_cin_episodes.csv': lines(REFERRALS, '1,a,2025-05-01'),
    'eh_episodes.csv': lines(EPISODES, '1,a,2025-05-02,,'),
  };
  const noted = () => intake.rows('select shared, settled from early_help_ids');
  await intake.given(both);
  expect(await noted()).toEqual([{ shared: false, settled: false }]);
  await intake.given({ 'ssd_cin_episodes.csv': both['ssd_cin_episodes.csv'] });
  expect(await noted()).toEqual([{ shared: true, settled: true }]);
});
