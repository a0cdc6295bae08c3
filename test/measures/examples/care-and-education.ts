import type { Row } from '../case.ts';
import { careEpisode, careLeaver, immigrationStatus, legalStatus } from '../rows/care.ts';
import { person } from '../rows/person.ts';
import type { Example } from './example.ts';

/** An episode of a period of care; the id's letter is the child, and the id itself names the period. */
const care = (id: string, from: string, to: string | null, reason = 'E4A') =>
  careEpisode(id, id.charAt(0), from, to, {
    clae_cla_id: id,
    clae_cla_episode_ceased_reason: to === null ? null : reason,
  });
const unaccompanied = (child: string, from: string, to: string | null, status = 'UASC'): Row =>
  immigrationStatus(`${child} ${status}`, status, from, to, { immi_person_id: child });

/** The worked examples of care, care leavers, education and the workforce, by measure. */
export const careAndEducation: Readonly<Record<string, Example>> = {
  'riia-18': {
    tables: {
      ssd_person: [
        person('a', '2007-07-01'),
        person('b', '2007-06-30'),
        person('c', '2015-07-01'),
        person('d', '2015-07-01'),
      ],
      ssd_cla_episodes: [
        care('a', '2025-03-03', null),
        care('b', '2025-03-03', null),
        care('c', '2025-03-03', null),
        care('d', '2025-03-03', '2025-06-30'),
      ],
      ssd_legal_status: [legalStatus('c', 'c', 'V4', '2025-03-03', null)],
    },
    says: ['children'],
  },
  'riia-19': {
    tables: {
      ssd_person: ['a', 'b', 'c'].map((child) => person(child, null)),
      ssd_cla_episodes: [
        care('a1', '2025-03-03', '2025-05-08'),
        care('a2', '2025-05-10', null),
        care('b1', '2025-03-03', '2025-05-09'),
        care('b2', '2025-05-10', null),
        care('c1', '2025-04-01', '2025-04-20'),
        care('c2', '2025-06-02', null),
      ],
    },
    says: ['children'],
  },
  'riia-20': {
    tables: {
      ssd_cla_episodes: [
        care('a', '2025-03-03', '2025-05-10'),
        care('b1', '2025-03-03', '2025-05-10'),
        care('b2', '2025-05-11', null),
        care('c', '2025-03-03', '2025-05-10', 'X1'),
      ],
    },
    says: ['children'],
  },
  'riia-21': {
    tables: {
      ssd_person: ['a', 'b'].map((child) => person(child, null)),
      ssd_cla_episodes: [care('a', '2025-03-03', null), care('b', '2025-03-03', null)],
      ssd_immigration_status: [
        unaccompanied('a', '2025-03-03', null),
        unaccompanied('a', '2025-06-02', null, 'Refugee leave'),
        unaccompanied('b', '2025-03-03', '2025-06-30'),
      ],
    },
    says: ['children', 'share'],
  },
  'riia-22': {
    tables: {
      ssd_person: [person('a', '2008-06-30'), person('b', '2003-06-30'), person('c', '2006-01-01')],
      ssd_care_leavers: [
        careLeaver('1', 'a', 'Former relevant'),
        careLeaver('2', 'b', 'Relevant'),
        careLeaver('3', 'c', 'Qualifying'),
      ],
    },
    says: ['young_people'],
  },
  'riia-23': {
    tables: {
      ssd_person: ['a', 'b', 'c'].map((one) => person(one, '2006-01-01')),
      ssd_care_leavers: ['a', 'b', 'c'].map((one) => careLeaver(one, one, 'Former relevant')),
      ssd_immigration_status: [
        unaccompanied('a', '2022-03-01', '2024-03-01'),
        unaccompanied('b', '2025-06-30', null),
        unaccompanied('c', '2025-07-01', null),
      ],
    },
    goesBy: 'riia-22',
    says: ['young_people'],
  },
  'riia-24': { entered: { children: 214 }, says: ['children'] },
  'riia-25': {
    tables: {
      ssd_ehcp_requests: [
        { ehcr_ehcp_request_id: '1', ehcr_ehcp_req_date: '2025-06-30' },
        { ehcr_ehcp_request_id: '2', ehcr_ehcp_req_date: '2025-07-01' },
      ],
    },
    says: ['requests'],
  },
  'riia-26': {
    tables: {
      ssd_ehcp_assessment: [
        { ehca_ehcp_assessment_id: '1', ehca_ehcp_assessment_outcome_date: '2025-04-01' },
        { ehca_ehcp_assessment_id: '2', ehca_ehcp_assessment_outcome_date: null },
      ],
    },
    says: ['assessments'],
  },
  'riia-27': {
    tables: {
      ssd_ehcp_named_plan: [
        ['1', '2025-06-30', null],
        ['2', '2023-09-01', '2025-06-30'],
        ['3', '2023-09-01', '2025-08-31'],
      ].map(([id = null, started = null, ceased = null]) => ({
        ehcn_named_plan_id: id,
        ehcn_named_plan_start_date: started,
        ehcn_named_plan_ceased_date: ceased,
      })),
    },
    says: ['plans'],
  },
  'riia-28': { entered: { posts: 84.5 }, says: ['posts'] },
  'riia-29': { entered: { vacant: 12.5, in_post: 87.5 }, says: ['rate'] },
  'riia-30': { entered: { days_lost: 305, in_post: 100 }, says: ['rate'] },
  'riia-31': { entered: { agency: 15.5, in_post: 84.5 }, says: ['rate'] },
};
