import { careEpisode } from '../../measures/rows/care.ts';
import { earlyHelp } from '../../measures/rows/early-help.ts';
import { person } from '../../measures/rows/person.ts';
import {
  assessment,
  cinPlan,
  conference,
  contact,
  cpPlan,
  enquiry,
  referral,
} from '../../measures/rows/social-care.ts';
import type { CheckCase } from '../case.ts';

const child = [person('p', '2015-01-01')];
const APRIL = '2025-04-10';
const named = { icpc_s47_enquiry_id: 's' };

/** Rows that contradict one another, or that nobody ended. */
export const lifeCases: Readonly<Record<string, CheckCase>> = {
  'open-at-25': {
    fires: {
      ssd_person: [person('p', '2000-07-14')],
      ssd_cin_episodes: [referral('r', '2015-01-01')],
    },
    near: {
      ssd_person: [person('p', '2000-07-15')],
      ssd_cin_episodes: [referral('r', '2015-01-01')],
    },
    finds: ['ssd_cin_episodes r'],
    moves: { 'riia-08': ['1', '0'] },
  },
  'looked-after-at-18': {
    fires: {
      ssd_person: [person('p', '2007-06-30')],
      ssd_cla_episodes: [careEpisode('e', 'p', '2020-01-01', null)],
    },
    // ended on the 18th birthday
    near: {
      ssd_person: [person('p', '2007-06-30')],
      ssd_cla_episodes: [careEpisode('e', 'p', '2020-01-01', '2025-06-30')],
    },
    finds: ['ssd_cla_episodes e'],
    moves: { 'riia-20': ['0', '1'] },
  },
  overlapping: {
    fires: {
      ssd_person: child,
      ssd_cp_plans: [cpPlan('c1', '2025-01-01', '2025-05-02'), cpPlan('c2', '2025-05-01', null)],
    },
    // one starts on the day the other ends; and another local authority's plan is held beside the own
    near: {
      ssd_person: child,
      ssd_cp_plans: [
        cpPlan('c1', '2025-01-01', '2025-05-01'),
        cpPlan('c2', '2025-05-01', null),
        cpPlan('c3', '2025-05-01', null, { cppl_cp_plan_ola: 'Y' }),
      ],
    },
    finds: ['ssd_cp_plans c2'],
    moves: { 'riia-13': ['1', '0'], 'riia-14': ['1', '0'] },
  },
  'overlapping-care': {
    fires: {
      ssd_person: child,
      ssd_cla_episodes: [
        careEpisode('e', 'p', '2025-01-01', '2025-05-02', {
          clae_cla_id: 'one',
          clae_cla_episode_ceased_reason: 'E4A',
        }),
        careEpisode('f', 'p', '2025-05-01', null, { clae_cla_id: 'two' }),
      ],
    },
    near: {
      ssd_person: child,
      ssd_cla_episodes: [
        careEpisode('e', 'p', '2025-01-01', '2025-05-01', { clae_cla_id: 'one' }),
        careEpisode('f', 'p', '2025-05-01', null, { clae_cla_id: 'two' }),
      ],
    },
    finds: ['ssd_cla_episodes f'],
    moves: { 'riia-18': ['1', '0'], 'riia-20': ['0', '1'] },
  },
  'assessment-without-referral': {
    fires: {
      ssd_person: child,
      ssd_cin_episodes: [referral('r', APRIL)],
      ssd_cin_assessments: [assessment('a', APRIL, '2025-05-10', { cina_referral_id: 's' })],
    },
    // one that names no referral is not looked for
    near: {
      ssd_person: child,
      ssd_cin_episodes: [referral('r', APRIL)],
      ssd_cin_assessments: [
        assessment('a', APRIL, '2025-05-10', { cina_referral_id: 'r' }),
        assessment('b', APRIL, '2025-05-10'),
      ],
    },
    finds: ['ssd_cin_assessments a'],
    moves: { 'riia-05': ['1', '0'], 'riia-06': ['1', '0'] },
  },
  'conference-without-enquiry': {
    fires: {
      ssd_person: child,
      ssd_s47_enquiry: [enquiry('s', APRIL)],
      ssd_initial_cp_conference: [conference('i', '2025-04-15')],
    },
    // named, or another authority's
    near: {
      ssd_person: child,
      ssd_s47_enquiry: [enquiry('s', APRIL)],
      ssd_initial_cp_conference: [
        conference('i', '2025-04-15', named),
        conference('j', '2025-04-15', { icpc_icpc_transfer_in: 'Y' }),
      ],
    },
    finds: ['ssd_initial_cp_conference i'],
    moves: { 'riia-12': ['not applicable', '1 of 1'] },
  },
  'conference-before-enquiry': {
    fires: {
      ssd_person: child,
      ssd_s47_enquiry: [enquiry('s', '2025-04-16'), enquiry('earlier', '2025-04-01')],
      ssd_initial_cp_conference: [conference('i', '2025-04-15', named)],
    },
    near: {
      ssd_person: child,
      ssd_s47_enquiry: [enquiry('s', '2025-04-15'), enquiry('earlier', '2025-04-01')],
      ssd_initial_cp_conference: [conference('i', '2025-04-15', named)],
    },
    finds: ['ssd_initial_cp_conference i'],
    moves: { 'riia-12': ['not applicable', '1 of 1'] },
  },
  'no-further-action-stepped-down': {
    fires: {
      ssd_person: child,
      ssd_cin_episodes: [closed('RC9', 'Y')],
      ssd_early_help_episodes: [earlyHelp('e', 'q', APRIL, null)],
    },
    near: {
      ssd_person: child,
      ssd_cin_episodes: [closed('RC9', 'N'), { ...closed('RC8', 'Y'), cine_referral_id: 's' }],
    },
    finds: ['ssd_cin_episodes r'],
    moves: { 'eh-7': ['0', '1'] },
  },
  'no-further-action-then-plan': {
    fires: {
      ssd_person: child,
      ssd_cin_episodes: [referral('r', APRIL, { cine_referral_nfa: 'Y' })],
      ssd_cin_plans: [cinPlan('n', APRIL, null)],
    },
    // a plan that started before; and one that started when another episode was open
    near: {
      ssd_person: child,
      ssd_cin_episodes: [
        referral('r', APRIL, { cine_referral_nfa: 'Y' }),
        referral('s', '2025-01-10', { cine_person_id: 'q', cine_referral_nfa: 'Y' }),
        referral('t', APRIL, { cine_person_id: 'q' }),
      ],
      ssd_cin_plans: [
        cinPlan('n', '2025-04-09', null),
        cinPlan('m', APRIL, null, { cinp_person_id: 'q' }),
      ],
    },
    finds: ['ssd_cin_episodes r'],
    moves: { 'riia-08': ['0', '1'] },
  },
  'open-and-untouched': {
    fires: { ssd_person: child, ssd_cin_episodes: [referral('r', '2023-07-13')] },
    // two years ago to the day; and an older one of a child of whom there was a contact since
    near: {
      ssd_person: child,
      ssd_cin_episodes: [
        referral('r', '2023-07-14'),
        referral('s', '2020-01-01', { cine_person_id: 'q' }),
      ],
      ssd_contacts: [contact('c', '2024-01-01', { cont_person_id: 'q' })],
    },
    finds: ['ssd_cin_episodes r'],
    moves: { 'riia-08': ['1', '0'] },
  },
  'open-for-years': {
    fires: {
      ssd_person: child,
      ssd_early_help_episodes: [earlyHelp('e', 'p', '2023-07-13', null)],
      ssd_cin_plans: [cinPlan('n', '2022-07-13', null)],
    },
    near: {
      ssd_person: child,
      ssd_early_help_episodes: [
        earlyHelp('e', 'p', '2023-07-14', null),
        earlyHelp('f', 'q', '2020-07-14', '2025-07-01'),
      ],
      ssd_cin_plans: [cinPlan('n', '2022-07-14', null)],
    },
    finds: ['ssd_cin_plans n', 'ssd_early_help_episodes e'],
    moves: { 'eh-5': ['1', '0'], 'riia-09': ['1', '0'] },
  },
  'assessment-never-authorised': {
    fires: { ssd_person: child, ssd_cin_assessments: [assessment('a', '2024-07-13', null)] },
    near: { ssd_person: child, ssd_cin_assessments: [assessment('a', '2024-07-14', null)] },
    finds: ['ssd_cin_assessments a'],
    moves: { 'riia-06': ['0', '1'], 'riia-07': ['not applicable', '0 of 1'] },
  },
};

function closed(reason: string, nfa: string) {
  return referral('r', '2025-01-10', {
    cine_close_date: APRIL,
    cine_close_reason: reason,
    cine_referral_nfa: nfa,
  });
}
