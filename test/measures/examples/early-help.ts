import type { Row } from '../case.ts';
import { earlyHelp } from '../rows/early-help.ts';
import { contact, referral } from '../rows/social-care.ts';
import type { Example } from './example.ts';

/** An episode of early help; the id's letter is the child. */
const helped = (id: string, from: string, to: string | null, reason: string | null = null) =>
  earlyHelp(id, id.charAt(0), from, to, reason);
const contacted = (id: string, date: string) => contact(id, date, { cont_person_id: id.charAt(0) });
const referred = (child: string, date: string, more: Row = {}) =>
  referral(child, date, { cine_person_id: child, ...more });
const closed = (child: string, reason: string) =>
  referred(child, '2025-03-03', { cine_close_date: '2025-05-15', cine_close_reason: reason });
const MET = 'Outcome met';

/** The worked examples of the Early Help measures, by measure. */
export const earlyHelpExamples: Readonly<Record<string, Example>> = {
  'eh-1': {
    tables: {
      ssd_contacts: [
        contacted('a1', '2025-05-09'),
        contacted('a2', '2025-05-12'),
        contacted('b', '2025-06-30'),
      ],
    },
    says: ['contacts', 'children'],
  },
  'eh-2': {
    tables: {
      ssd_early_help_episodes: [
        helped('a', '2025-05-16', null),
        helped('b', '2025-05-16', null),
        helped('c', '2025-04-01', null),
      ],
      ssd_contacts: [
        contacted('a', '2025-04-01'),
        contacted('b', '2025-03-31'),
        contacted('c', '2025-02-15'),
      ],
    },
    says: ['episodes', 'after_contact'],
  },
  'eh-3': {
    tables: {
      ssd_early_help_episodes: [
        helped('a1', '2024-01-08', '2024-05-10'),
        helped('a2', '2025-05-10', null),
        helped('b1', '2024-01-08', '2025-05-09'),
        helped('b2', '2025-05-10', null),
      ],
    },
    says: ['episodes', 'share'],
  },
  'eh-4': {
    tables: {
      eh_assessments: [
        ['a', '2025-03-20', '2025-04-01'],
        ['b', '2025-06-02', null],
        ['c', '2025-06-02', '2025-07-01'],
      ].map(([child = null, started = null, completed = null]) => ({
        assessment_id: child,
        person_id: child,
        start_date: started,
        completed_date: completed,
      })),
    },
    says: ['assessments'],
  },
  'eh-5': {
    tables: {
      ssd_early_help_episodes: [
        helped('a1', '2025-03-03', null),
        helped('a2', '2025-06-02', null),
        helped('b', '2025-03-03', '2025-06-30'),
      ],
    },
    says: ['children'],
  },
  'eh-6': {
    tables: {
      ssd_early_help_episodes: [
        helped('a', '2025-03-03', '2025-05-01', 'Stepped up to social care'),
        helped('b', '2025-03-03', '2025-05-01', MET),
        helped('c', '2025-03-03', '2025-05-01', MET),
      ],
      ssd_cin_episodes: [
        referred('a', '2025-05-05'),
        referred('b', '2025-05-15'),
        referred('c', '2025-05-16'),
      ],
    },
    says: ['either', 'by_end_reason', 'by_referral'],
  },
  'eh-7': {
    tables: {
      ssd_cin_episodes: [closed('a', 'RC9'), closed('b', 'RC1'), closed('c', 'RC1')],
      ssd_early_help_episodes: [helped('b', '2025-06-12', null), helped('c', '2025-06-13', null)],
    },
    says: ['either', 'by_close_reason', 'by_episode'],
  },
  'eh-8': {
    tables: {
      ssd_early_help_episodes: [
        helped('a1', '2025-03-03', '2025-05-01'),
        helped('a2', '2025-05-01', '2025-05-20'),
        helped('b', '2025-03-03', '2025-07-01'),
      ],
    },
    says: ['closed'],
  },
  'eh-9': {
    tables: {
      ssd_early_help_episodes: Array.from({ length: 20 }, (_, place) =>
        helped(`${place}`, '2025-03-03', '2025-05-01', place < 19 ? MET : null),
      ),
    },
    says: ['met', 'share'],
  },
};
