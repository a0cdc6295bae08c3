import { careEpisode } from '../rows/care.ts';
import { person } from '../rows/person.ts';
import {
  assessment,
  cinPlan,
  conference,
  contact,
  cpPlan,
  enquiry,
  referral,
} from '../rows/social-care.ts';
import type { Row } from '../case.ts';
import type { Example } from './example.ts';

const of = (child: string, more: Row = {}) => ({ cine_person_id: child, ...more });
const assessed = (child: string, started: string | null, authorised: string | null) =>
  assessment(child, started, authorised, { cina_person_id: child, cina_referral_id: child });
const plan = (id: string, started: string, ended: string | null, more: Row = {}) =>
  cpPlan(id, started, ended, { cppl_person_id: id.charAt(0), ...more });
const THEIRS: Row = { cppl_cp_plan_ola: 'Y' };
const met = (child: string, date: string, more: Row = {}) =>
  conference(child, date, { icpc_person_id: child, ...more });

/** The worked examples of contacts, referrals, assessments, need and protection, by measure. */
export const needAndProtection: Readonly<Record<string, Example>> = {
  'riia-01': {
    tables: {
      ssd_contacts: [
        contact('1', '2025-06-30', { cont_person_id: 'a' }),
        contact('2', '2025-06-30', { cont_person_id: 'b' }),
        contact('3', '2025-05-02', { cont_person_id: 'a' }),
        contact('4', '2025-07-01', { cont_person_id: 'c' }),
      ],
    },
    says: ['contacts', 'children'],
  },
  'riia-02': {
    tables: {
      ssd_cin_episodes: [
        referral('1', '2025-04-01', of('a', { cine_referral_nfa: 'Y' })),
        referral('2', '2025-06-02', of('a')),
        referral('3', '2025-03-31', of('b')),
      ],
    },
    says: ['referrals'],
  },
  'riia-03': {
    tables: {
      ssd_cin_episodes: [
        referral('1', '2025-05-01', of('a', { cine_referral_source_code: '1C' })),
        referral('2', '2025-05-01', of('b', { cine_referral_source_code: '2A' })),
        referral(
          '3',
          '2025-05-01',
          of('c', {
            cine_referral_source_code: '4711',
            cine_referral_source_desc: 'Health visitor',
          }),
        ),
        referral('4', '2025-05-01', of('d')),
      ],
    },
    says: ['referrals'],
  },
  'riia-04': {
    tables: {
      ssd_cin_episodes: [
        referral('1', '2024-05-10', of('a')),
        referral('2', '2025-05-10', of('a')),
        referral('3', '2024-05-09', of('b')),
        referral('4', '2025-05-10', of('b')),
        referral('5', '2025-06-02', of('c')),
        referral('6', '2025-06-02', of('c')),
      ],
    },
    says: ['repeat'],
  },
  'riia-05': {
    tables: {
      ssd_cin_assessments: [
        assessed('a', '2025-03-31', '2025-04-10'),
        assessed('b', '2025-06-30', null),
      ],
    },
    says: ['started'],
  },
  'riia-06': {
    tables: {
      ssd_cin_assessments: [
        assessed('a', '2025-03-31', '2025-04-10'),
        assessed('b', null, '2025-05-01'),
        assessed('c', '2025-06-30', '2025-07-01'),
      ],
    },
    says: ['completed'],
  },
  'riia-07': {
    tables: {
      ssd_cin_episodes: [
        referral('a', '2025-04-10', of('a')),
        referral('b', '2025-04-14', of('b')),
        referral('c', '2025-04-14', of('c')),
      ],
      ssd_cin_assessments: [
        assessed('a', '2025-04-14', '2025-06-20'),
        assessed('b', '2025-04-14', '2025-06-19'),
        assessed('c', '2025-04-14', '2025-06-23'),
      ],
    },
    says: ['from_start', 'from_referral'],
  },
  'riia-08': {
    tables: {
      ssd_person: ['a', 'b', 'c', 'd', 'e'].map((child) => person(child, null)),
      ssd_cin_episodes: [
        ...['a', 'b', 'c', 'd'].map((child) => referral(child, '2025-03-03', of(child))),
        referral('e', '2025-03-03', of('e', { cine_close_date: '2025-06-30' })),
      ],
      ssd_cla_episodes: [careEpisode('c', 'c', '2025-05-05', null)],
      ssd_cp_plans: [plan('d', '2025-06-02', null)],
    },
    says: ['open', 'not_cp_or_cla'],
  },
  'riia-09': {
    tables: {
      ssd_cin_plans: ['a', 'b', 'c'].map((child) =>
        cinPlan(child, '2025-03-03', null, { cinp_person_id: child }),
      ),
      ssd_cp_plans: [plan('b', '2025-06-02', null), plan('c', '2025-01-10', '2025-06-30')],
    },
    says: ['plans'],
  },
  'riia-10': {
    tables: {
      ssd_s47_enquiry: [
        enquiry('1', '2025-05-12', { s47e_person_id: 'a' }),
        enquiry('2', '2025-05-12', { s47e_person_id: 'b' }),
        enquiry('3', '2025-06-18', { s47e_person_id: 'a' }),
        enquiry('4', '2025-03-31', { s47e_person_id: 'c', s47e_s47_end_date: '2025-04-10' }),
      ],
    },
    says: ['enquiries'],
  },
  'riia-11': {
    tables: {
      ssd_initial_cp_conference: [
        met('a', '2025-05-15'),
        met('b', '2025-05-15'),
        met('c', '2025-06-30', { icpc_icpc_transfer_in: 'Y' }),
      ],
    },
    says: ['conferences'],
  },
  'riia-12': {
    tables: {
      ssd_s47_enquiry: [
        enquiry('a', '2025-04-07', { s47e_person_id: 'a' }),
        enquiry('b', '2025-04-07', { s47e_person_id: 'b' }),
      ],
      ssd_initial_cp_conference: [
        met('a', '2025-04-30', { icpc_s47_enquiry_id: 'a' }),
        met('b', '2025-05-01', { icpc_s47_enquiry_id: 'b' }),
        met('c', '2025-05-15'),
      ],
    },
    says: ['within_15'],
  },
  'riia-13': {
    tables: {
      ssd_cp_plans: [
        plan('a', '2025-06-30', null),
        plan('b', '2025-01-10', '2025-06-30'),
        plan('c', '2025-01-10', null, THEIRS),
        plan('d1', '2025-01-10', null),
        plan('d2', '2025-05-02', null),
      ],
    },
    says: ['children'],
  },
  'riia-14': {
    tables: {
      ssd_cp_plans: [
        plan('a1', '2025-04-01', '2025-05-20'),
        plan('a2', '2025-06-30', null),
        plan('b', '2025-05-02', null, THEIRS),
      ],
    },
    says: ['new'],
  },
  'riia-15': {
    tables: {
      ssd_cp_plans: [
        plan('a', '2025-01-10', '2025-04-01'),
        plan('b', '2025-05-02', null),
        plan('c', '2025-01-10', '2025-07-20'),
      ],
    },
    says: ['ceasing'],
  },
  'riia-16': {
    tables: {
      ssd_cp_plans: [
        plan('a1', '2012-01-10', '2013-03-01'),
        plan('a2', '2025-05-12', null),
        plan('b1', '2025-01-10', '2025-05-12'),
        plan('b2', '2025-05-12', null),
        plan('c1', '2025-01-10', null),
        plan('c2', '2025-05-12', null),
      ],
    },
    says: ['repeat_ever'],
  },
  'riia-17': {
    tables: {
      ssd_cp_plans: [
        plan('a1', '2022-01-10', '2023-05-12'),
        plan('a2', '2025-05-12', null),
        plan('b1', '2022-01-10', '2023-05-11'),
        plan('b2', '2025-05-12', null),
      ],
    },
    says: ['repeat_2_years'],
  },
};
