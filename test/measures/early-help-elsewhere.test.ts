import { describe, expect, it } from 'vitest';
import { inFull } from '../../src/model/outcome.ts';
import { NOTHING_SETTLED, type PersonIds } from '../../src/model/reading.ts';
import type { Case, Tables } from './case.ts';
import { inNative } from './native.ts';
import { earlyHelp } from './rows/early-help.ts';
import { ehAssessment, ehContact, ehEpisode } from './rows/elsewhere.ts';
import { person } from './rows/person.ts';
import { contact, referral } from './rows/social-care.ts';

// Early help from another system, beside an extract of social care.
const measured = inNative(
  'riia-01',
  'eh-1',
  'eh-2',
  'eh-3',
  'eh-4',
  'eh-5',
  'eh-6',
  'eh-7',
  'eh-8',
  'eh-9',
);
const QUARTER = '2025-26 Q1'; // 1 April to 30 June 2025
const quarters = [QUARTER];

/** Takes tables and what was said of the ids; gives the case. */
function given(tables: Tables, earlyHelpPersons: PersonIds | null = null): Promise<Case> {
  return measured(tables, { quarters, reading: { ...NOTHING_SETTLED, earlyHelpPersons } });
}

function reasonOf({ answer }: Case, measure: string, figure: string): string {
  const result = answer.results.find((one) => one.measure === measure);
  const found = result?.observations.find((one) => one.figure === figure && !one.cell);
  return found ? inFull(found.outcome) : 'nothing';
}

function caveatsOf({ answer }: Case, measure: string): string[] {
  const result = answer.results.find((one) => one.measure === measure);
  return (result?.caveats ?? []).map(({ says }) => says);
}

const ssd = [earlyHelp('1', 'a', '2025-04-10', '2025-05-01', 'Outcome met')];
const others = [
  ehEpisode('2', 'b', '2025-05-20', '2025-06-01', { end_reason: 'Outcome met' }),
  ehEpisode('3', 'c', '2025-06-20'),
];

describe('episodes', () => {
  it('are those of either system, or of both together, as each is held', async () => {
    const started = async (tables: Tables) =>
      (await given(tables, 'shared')).figure('eh-2', 'episodes', QUARTER);
    const a = { ssd_person: [person('a', '2015-01-01')] };
    expect(await started({ ...a, ssd_early_help_episodes: ssd })).toBe(1);
    expect(await started({ ...a, eh_episodes: others })).toBe(2);
    expect(await started({ ...a, ssd_early_help_episodes: ssd, eh_episodes: others })).toBe(3);
    expect(await started(a)).toBe('not available');
    expect(await started({ ...a, ssd_early_help_episodes: [], eh_episodes: others })).toBe(2);
  });

  it('say that they were put together', async () => {
    const both = { ssd_early_help_episodes: ssd, eh_episodes: others };
    const says = 'Put together from ssd_early_help_episodes and eh_episodes.';
    expect(caveatsOf(await given(both, 'shared'), 'eh-8')).toContain(says);
    expect(caveatsOf(await given(both, 'of its own'), 'eh-8')).toContain(
      `${says} They have different ids for children, so a child in both counts twice.`,
    );
    const alone = await given({ ssd_early_help_episodes: ssd });
    expect(caveatsOf(alone, 'eh-8').join()).not.toContain('eh_episodes');
  });

  it('need every column from each table that has rows', async () => {
    const without = [{ episode_id: '2', person_id: 'b', start_date: '2025-05-20' }];
    const both = await given({ ssd_early_help_episodes: ssd, eh_episodes: without }, 'shared');
    expect(reasonOf(both, 'eh-8', 'closed')).toContain(
      'the extract’s eh_episodes has no column end_date',
    );
    expect(both.figure('eh-2', 'episodes', QUARTER)).toBe(2);
    expect(caveatsOf(both, 'eh-2')).toContain(
      'Episodes that ended before they started cannot be recognised and left out. The extract has no eh_episodes.end_date.',
    );
    const none = await given({ eh_episodes: [] }, 'shared');
    expect(reasonOf(none, 'eh-8', 'closed')).toContain('no table ssd_early_help_episodes');
  });

  it('that both hold, with one id, child and start, are one', async () => {
    const twice = {
      ssd_early_help_episodes: ssd,
      eh_episodes: [ehEpisode('1', 'a', '2025-04-10', '2025-05-01', { end_reason: 'Outcome met' })],
    };
    const shared = await given(twice, 'shared');
    expect(shared.figure('eh-2', 'episodes', QUARTER)).toBe(1);
    expect(caveatsOf(shared, 'eh-2').join()).toContain(
      '1 early help episode in the extract is not counted in any period: 1 with an identifier met before',
    );
    // Of a system with ids of its own, it is a namesake.
    expect((await given(twice, 'of its own')).figure('eh-2', 'episodes', QUARTER)).toBe(2);
  });

  it('of different systems that happen to have one id both count, and each keeps its own facts', async () => {
    const { figure, records } = await given(
      {
        ssd_early_help_episodes: [
          earlyHelp('1', 'a', '2024-10-01', '2025-03-01', 'Outcome met'),
          earlyHelp('2', 'a', '2025-04-10', null),
        ],
        ssd_contacts: [contact('c', '2025-04-09', { cont_person_id: 'a' })],
        eh_episodes: [ehEpisode('2', 'b', '2025-05-20')],
      },
      'shared',
    );
    expect(figure('eh-2', 'episodes', QUARTER)).toBe(2);
    expect(figure('eh-2', 'after_contact', QUARTER)).toBe(1); // that of a, and not its namesake
    expect(figure('eh-3', 'episodes', QUARTER)).toBe(1);
    const asked = { measure: 'eh-2', figure: 'episodes', period: '2025-26 Q1', part: 'numerator' };
    const behind = await records({ ...asked, period: '2025-26 Q1', part: 'numerator' });
    expect(behind.map(({ recordId }) => recordId)).toEqual(['2', '2 (early help)']);
  });

  it('of one child in two systems are linked where the ids are shared, and kept apart where they are not', async () => {
    const tables = {
      ssd_early_help_episodes: [
        earlyHelp('1', 'a', '2024-10-01', '2025-03-01'),
        earlyHelp('9', 'a', '2025-06-01', null),
      ],
      eh_episodes: [ehEpisode('2', 'a', '2025-05-20')],
    };
    const shared = await given(tables, 'shared');
    expect(shared.figure('eh-3', 'episodes', QUARTER)).toBe(2); // both follow the first
    expect(shared.figure('eh-5', 'children', QUARTER)).toBe(1);
    const apart = await given(tables, 'of its own');
    expect(apart.figure('eh-3', 'episodes', QUARTER)).toBe(1);
    expect(apart.figure('eh-5', 'children', QUARTER)).toBe(2);
  });
});

describe('contacts', () => {
  const tables = {
    ssd_contacts: [
      contact('1', '2025-05-01', { cont_person_id: 'a' }),
      contact('2', '2025-05-02', { cont_person_id: null }),
    ],
    eh_contacts: [ehContact('7', 'b', '2025-05-03'), ehContact('8', 'b', '2025-05-04')],
    eh_episodes: others,
  };

  it('of the early help system are counted in place of those of social care, and never by RIIA', async () => {
    const { figure } = await given(tables, 'shared');
    expect(figure('eh-1', 'contacts', QUARTER)).toBe(2);
    expect(figure('eh-1', 'children', QUARTER)).toBe(1);
    expect(figure('eh-2', 'after_contact', QUARTER)).toBe(1);
    expect(figure('riia-01', 'contacts', QUARTER)).toBe(1);
  });

  it('say so, and nothing of those they stand for', async () => {
    const both = await given(tables, 'shared');
    expect(caveatsOf(both, 'eh-1')).toContain(
      'Counted from eh_contacts, and not from ssd_contacts.',
    );
    expect(caveatsOf(both, 'eh-1').join()).not.toContain('with no child named');
    expect(caveatsOf(both, 'riia-01').join()).toContain('with no child named');
    expect(caveatsOf(both, 'riia-01').join()).not.toContain('eh_contacts');
  });

  it('are those of social care where the early help system gives none', async () => {
    const { ssd_contacts, eh_episodes } = tables;
    for (const more of [{}, { eh_contacts: [] }]) {
      const none = await given({ ssd_contacts, eh_episodes, ...more }, 'shared');
      expect(none.figure('eh-1', 'contacts', QUARTER)).toBe(1);
      expect(caveatsOf(none, 'eh-1').join()).toContain('with no child named');
      expect(caveatsOf(none, 'eh-1').join()).not.toContain('eh_contacts');
    }
  });

  it('without a column that is needed are not passed over for those of social care', async () => {
    const undated = [{ contact_id: '7', person_id: 'b' }];
    const bad = await given({ ...tables, eh_contacts: undated }, 'shared');
    expect(reasonOf(bad, 'eh-1', 'contacts')).toContain('eh_contacts has no column contact_date');
    expect(bad.figure('riia-01', 'contacts', QUARTER)).toBe(1);
  });

  it('of the early help system all count where early help alone is counted', async () => {
    const settings = { early_help_contacts_only: 1 };
    const early = await measured(tables, { quarters, settings });
    expect(early.figure('eh-1', 'contacts', QUARTER)).toBe(2);
  });
});

describe('what joins the two systems', () => {
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

  it('is counted where they share their ids', async () => {
    const shared = await given(tables, 'shared');
    for (const [measure, figure] of [...JOINED, ...NOT_JOINED]) {
      if (figure !== 'rate') expect(shared.figure(measure, figure, QUARTER), figure).toBe(1);
    }
    expect(shared.report.unsettled).toEqual([]);
  });

  it('is not available where they do not, nor the two together; what needs no join stands', async () => {
    const apart = await given(tables, 'of its own');
    for (const [measure, figure] of JOINED) {
      expect(reasonOf(apart, measure, figure)).toContain(
        'Not available: the early help system has its own ids for children, so its rows cannot be joined to those of social care',
      );
    }
    for (const [measure, figure] of NOT_JOINED)
      expect(apart.figure(measure, figure, QUARTER)).toBe(1);
    expect(apart.report.unsettled).toEqual([]);
  });

  it('waits for an answer where nobody has said, and the question is put with its counts', async () => {
    const asked = await given({
      ...tables,
      eh_contacts: [ehContact('7', 'b', '2025-05-03'), ehContact('8', null, '2025-05-03')],
    });
    expect(reasonOf(asked, 'eh-6', 'by_referral')).toContain('it is not settled whether');
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

  it('holds between contacts and episodes of one system, whosever the ids are', async () => {
    const own = { ...tables, eh_contacts: [ehContact('7', 'a', '2025-05-01')] };
    const apart = await given(own, 'of its own');
    expect(apart.figure('eh-2', 'after_contact', QUARTER)).toBe(1);
    // With the SSD's own early help among the episodes, it does not.
    const mixed = await given({ ...own, ssd_early_help_episodes: ssd }, 'of its own');
    expect(reasonOf(mixed, 'eh-2', 'after_contact')).toContain('its own ids for children');
    expect(mixed.figure('eh-2', 'episodes', QUARTER)).toBe(2);
  });

  it('never takes a child of one for a child of the other', async () => {
    const apart = await given(
      { ...tables, ssd_early_help_episodes: [earlyHelp('9', 'a', '2025-05-09', null)] },
      'of its own',
    );
    expect(apart.figure('eh-2', 'episodes', QUARTER, 'age 10_to_15')).toBe(1); // the SSD's own a
    expect(apart.figure('eh-2', 'episodes', QUARTER, 'age unknown')).toBe(1);
  });
});

describe('persons', () => {
  const ages = (born: string | null) => ({ date_of_birth: born });

  it('that both know count by the SSD, the others by the columns of early help', async () => {
    const { figure } = await given(
      {
        ssd_person: [person('a', '2015-01-01'), person('b', null)],
        eh_episodes: [
          ehEpisode('1', 'a', '2025-05-01', null, ages('2024-09-01')),
          ehEpisode('2', 'b', '2025-05-01', null, ages('2024-09-01')), // known there, without a birth
          ehEpisode('3', 'c', '2025-05-01', null, ages('2024-09-01')),
        ],
      },
      'shared',
    );
    const started = (age: string) => figure('eh-2', 'episodes', QUARTER, `age ${age}`);
    expect([started('10_to_15'), started('unknown'), started('under_1')]).toEqual([1, 1, 1]);
  });

  it('with several births have the one that most rows hold, and the earliest of as many', async () => {
    const { figure, answer } = await given({
      eh_contacts: [
        ehContact('1', 'a', '2025-05-01', ages('2020-01-01')),
        ehContact('2', 'b', '2025-05-01', ages('2020-01-01')),
      ],
      eh_episodes: [
        ehEpisode('1', 'a', '2025-05-01', null, ages('2010-01-01')),
        ehEpisode('2', 'b', '2025-05-01', null, ages('2010-01-01')),
      ],
      eh_assessments: [ehAssessment('1', 'a', null, '2025-05-01', ages('2020-01-01'))],
    });
    expect(figure('eh-2', 'episodes', QUARTER, 'age 5_to_9')).toBe(1); // a: twice 2020
    expect(figure('eh-2', 'episodes', QUARTER, 'age 10_to_15')).toBe(1); // b: the earlier
    expect(answer.findings.map(({ says }) => says)).toContain(
      '2 persons known to early help alone, with more than one date of birth.',
    );
  });

  it('have an age where any of the tables tells it, and the loss is said where none does', async () => {
    const [first, ...rest] = others;
    const none = await given({ eh_episodes: others });
    expect(caveatsOf(none, 'eh-2').join()).toContain('Ages are not known.');
    const some = await given({
      eh_episodes: [{ ...first, ...ages('2020-01-01') }, ...rest],
      eh_contacts: [ehContact('7', 'b', '2025-05-03')],
    });
    expect(caveatsOf(some, 'eh-2').join()).not.toContain('Ages are not known.');
  });

  it('of assessments alone are those of social care, unless it was said otherwise', async () => {
    const tables = {
      ssd_person: [person('a', '2015-01-01')],
      eh_assessments: [ehAssessment('1', 'a', '2025-04-02', '2025-04-20')],
    };
    const age = async (said: PersonIds | null) =>
      (await given(tables, said)).figure('eh-4', 'assessments', QUARTER, 'age 10_to_15');
    expect(await age(null)).toBe(1);
    expect(await age('shared')).toBe(1);
    expect(await age('of its own')).toBe(0);
    expect((await given(tables)).report.unsettled).toEqual([]);
  });
});

it('does not ask of early help with ids of its own whether children were left out', async () => {
  const tables = {
    ssd_cin_episodes: [referral('r', '2025-05-05', { cine_person_id: 'a' })],
    eh_episodes: [ehEpisode('1', 'a', '2025-05-02')],
  };
  const doubted = async (said: PersonIds) => caveatsOf(await given(tables, said), 'eh-8').join();
  expect(await doubted('of its own')).not.toContain('Fewer than half');
  expect(await doubted('shared')).toContain('Fewer than half');
});
