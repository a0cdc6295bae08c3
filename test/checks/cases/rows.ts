import { careEpisode, careLeaver } from '../../measures/rows/care.ts';
import { earlyHelp } from '../../measures/rows/early-help.ts';
import { person } from '../../measures/rows/person.ts';
import { assessment, contact, cpPlan, referral } from '../../measures/rows/social-care.ts';
import type { CheckCase } from '../case.ts';

const BORN = '2015-01-01';
const child = [person('p', BORN)];
const APRIL = '2025-04-10';

/** Rows that cannot be counted as they are: by identifier, child and date. */
export const rowCases: Readonly<Record<string, CheckCase>> = {
  'no-identifier': {
    fires: { ssd_person: child, ssd_contacts: [contact('c1', APRIL), contact(null, APRIL)] },
    near: { ssd_person: child, ssd_contacts: [contact('c1', APRIL), contact('c2', APRIL)] },
    finds: ['ssd_contacts null'],
    moves: { 'riia-01': ['1', '2'], 'eh-1': ['1', '2'] },
  },
  'identifier-met-before': {
    fires: { ssd_person: child, ssd_contacts: [contact('c1', APRIL), contact('c1', '2025-05-10')] },
    near: { ssd_person: child, ssd_contacts: [contact('c1', APRIL), contact('c2', APRIL)] },
    finds: ['ssd_contacts c1'],
    moves: { 'riia-01': ['1', '2'], 'eh-1': ['1', '2'] },
  },
  'no-child-named': {
    fires: {
      ssd_person: child,
      ssd_contacts: [contact('c1', APRIL), contact('c2', APRIL, { cont_person_id: null })],
    },
    near: { ssd_person: child, ssd_contacts: [contact('c1', APRIL), contact('c2', APRIL)] },
    finds: ['ssd_contacts c2'],
    moves: { 'riia-01': ['1', '2'], 'eh-1': ['1', '2'] },
  },
  'no-person-row': {
    fires: {
      ssd_person: child,
      ssd_contacts: [contact('c1', APRIL), contact('c2', APRIL, { cont_person_id: 'q' })],
    },
    near: {
      ssd_person: [...child, person('q', null)],
      ssd_contacts: [contact('c1', APRIL), contact('c2', APRIL, { cont_person_id: 'q' })],
    },
    finds: ['ssd_contacts c2'],
    moves: { 'riia-01': ['2', '1'], 'eh-1': ['2', '1'] },
  },
  'no-date': {
    fires: { ssd_person: child, ssd_contacts: [contact('c1', APRIL), contact('c2', null)] },
    // an assessment that was authorised, though its start is missing, is counted
    near: {
      ssd_person: child,
      ssd_contacts: [contact('c1', APRIL)],
      ssd_cin_assessments: [assessment('a', null, APRIL)],
    },
    finds: ['ssd_contacts c2'],
    moves: { 'riia-01': ['1', '2'], 'eh-1': ['1', '2'] },
  },
  'date-after-extract': {
    fires: { ssd_person: child, ssd_contacts: [contact('c1', APRIL), contact('c2', '2025-07-15')] },
    near: { ssd_person: child, ssd_contacts: [contact('c1', APRIL), contact('c2', '2025-07-14')] },
    finds: ['ssd_contacts c2'],
    moves: { 'riia-01': ['1', '2'], 'eh-1': ['1', '2'] },
  },
  'long-before-birth': {
    fires: { ssd_person: [person('p', '2026-01-16')], ssd_cp_plans: [cpPlan('c', APRIL, null)] }, // 281 days
    near: { ssd_person: [person('p', '2026-01-15')], ssd_cp_plans: [cpPlan('c', APRIL, null)] }, // 280 days
    finds: ['ssd_cp_plans c'],
    moves: { 'riia-13': ['0', '1'], 'riia-14': ['0', '1'] },
  },
  'care-before-birth': {
    fires: {
      ssd_person: [person('p', '2025-04-11')],
      ssd_cla_episodes: [careEpisode('e', 'p', APRIL, null)],
    },
    near: {
      ssd_person: [person('p', APRIL)],
      ssd_cla_episodes: [careEpisode('e', 'p', APRIL, null)],
    },
    finds: ['ssd_cla_episodes e'],
    moves: { 'riia-18': ['0', '1'], 'riia-19': ['0', '1'] },
  },
  'end-before-start': {
    fires: {
      ssd_person: child,
      ssd_cin_assessments: [assessment('a', APRIL, '2025-04-09'), assessment('b', APRIL, null)],
    },
    near: { ssd_person: child, ssd_cin_assessments: [assessment('a', APRIL, APRIL)] },
    finds: ['ssd_cin_assessments a'],
    moves: { 'riia-05': ['1', '2'] },
  },
  'end-after-extract': {
    fires: { ssd_person: child, ssd_cp_plans: [cpPlan('c', APRIL, '2025-07-15')] },
    near: { ssd_person: child, ssd_cp_plans: [cpPlan('c', APRIL, '2025-07-14')] },
    finds: ['ssd_cp_plans c'],
    moves: { 'riia-13': ['1', '0'], 'riia-15': ['0', '1'] },
  },
  'no-date-of-birth': {
    fires: {
      ssd_person: [person('p', null), person('q', null)],
      ssd_cla_episodes: [careEpisode('e', 'p', '2025-01-01', null)],
      ssd_care_leavers: [careLeaver('l', 'q', 'Relevant')],
    },
    near: {
      ssd_person: [person('p', BORN), person('q', '2007-01-01')],
      ssd_cla_episodes: [careEpisode('e', 'p', '2025-01-01', null)],
      ssd_care_leavers: [careLeaver('l', 'q', 'Relevant')],
    },
    finds: ['ssd_care_leavers l', 'ssd_person p', 'ssd_person q'],
    moves: { 'riia-18': ['1', '0'], 'riia-22': ['0', '1'] },
  },
  'no-eligibility': {
    fires: {
      ssd_person: [person('p', '2006-01-01')],
      ssd_care_leavers: [careLeaver('l', 'p', null)],
    },
    near: {
      ssd_person: [person('p', '2006-01-01')],
      ssd_care_leavers: [careLeaver('l', 'p', 'Qualifying')],
    },
    finds: ['ssd_care_leavers l'],
    moves: { 'riia-22': ['0', '1'] },
  },
  'born-after-extract': {
    fires: {
      ssd_person: [person('p', '2025-07-15')],
      ssd_cla_episodes: [careEpisode('e', 'p', APRIL, null)],
    },
    near: {
      ssd_person: [person('p', '2025-07-14')],
      ssd_cla_episodes: [careEpisode('e', 'p', APRIL, null)],
    },
    finds: ['ssd_person p'],
    moves: { 'riia-18': ['0', '1'], 'riia-19': ['0', '1'] },
  },
  'first-of-january': {
    // ten of 40 on 1 January, and one fewer
    fires: { ssd_person: child, ssd_cin_episodes: onFirstOfJanuary(10) },
    near: { ssd_person: child, ssd_cin_episodes: onFirstOfJanuary(9) },
    finds: Array.from({ length: 10 }, (_, i) => `ssd_cin_episodes january ${i}`),
    moves: {
      'riia-02': ['10', '0'],
      'riia-08': ['1', '0'],
      'riia-04': ['0 of 10', 'not applicable'],
    },
    options: { quarter: '2024-25 Q4' },
  },
  'word-unknown': {
    fires: {
      ssd_person: child,
      ssd_early_help_episodes: [
        earlyHelp('e', 'p', '2025-01-10', APRIL, 'Case conference said so'),
        ...Array.from({ length: 30 }, (_, i) =>
          earlyHelp(`f${i}`, 'p', '2025-01-10', APRIL, 'Other'),
        ),
      ],
    },
    // one that has not ended has no reason that counts
    near: {
      ssd_person: child,
      ssd_early_help_episodes: [earlyHelp('e', 'p', '2025-01-10', null, 'Case conference said so')],
    },
    finds: ['ssd_early_help_episodes e'],
    moves: { 'eh-9': ['0', '1'] },
  },
};

function onFirstOfJanuary(count: number) {
  return [
    ...Array.from({ length: count }, (_, i) => referral(`january ${i}`, '2025-01-01')),
    ...Array.from({ length: 30 }, (_, i) =>
      referral(`march ${i}`, `2023-03-${String(i + 1).padStart(2, '0')}`, {
        cine_close_date: '2023-05-01',
      }),
    ),
  ];
}
