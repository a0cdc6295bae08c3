import { beforeAll, expect, it } from 'vitest';
import { NOTHING_SETTLED } from '../../src/model/reading.ts';
import { inFull } from '../../src/model/outcome.ts';
import { spec } from '../../src/spec/spec.ts';
import type { Case } from './case.ts';
import { inNativeBy } from './native.ts';
import { ehAssessment, ehContact, ehEpisode } from './rows/elsewhere.ts';

// An authority that gives what its early help system holds, and no table of the SSD at all.
const measured = inNativeBy(spec);
const QUARTER = '2025-26 Q1'; // 1 April to 30 June 2025

let alone: Case;
beforeAll(async () => {
  alone = await measured(
    {
      eh_contacts: [
        ehContact('1', 'a', '2025-04-01', { source: 'School', sex: 'F' }),
        ehContact('2', 'a', '2025-05-16', { source: 'Police', sex: 'F' }),
        ehContact('3', 'b', '2025-06-30', { source: 'GP', sex: null }),
        ehContact('4', 'b', '2025-07-01', { source: 'GP', sex: null }), // the next quarter
      ],
      eh_episodes: [
        ehEpisode('1', 'a', '2025-04-08', '2025-05-01', {
          end_reason: 'Stepped up to social care',
          date_of_birth: '2015-04-09',
        }), // a contact a week before
        ehEpisode('2', 'a', '2025-05-20', null, { date_of_birth: '2015-04-09' }), // again, 19 days after
        ehEpisode('3', 'c', '2024-09-02', '2025-06-30', {
          end_reason: 'Outcome met',
          date_of_birth: null,
        }),
      ],
      eh_assessments: [
        ehAssessment('1', 'a', '2025-04-02', '2025-04-20'),
        ehAssessment('2', 'c', '2025-06-20', null),
      ],
    },
    { quarters: [QUARTER] },
  );
});

function reasonOf(measure: string, figure: string): string {
  const result = alone.answer.results.find((one) => one.measure === measure);
  const found = result?.observations.find((one) => one.figure === figure && !one.cell);
  return found ? inFull(found.outcome) : 'nothing';
}

it.each<[string, string, number | string]>([
  ['eh-1', 'contacts', 3],
  ['eh-1', 'children', 2],
  ['eh-2', 'episodes', 2],
  ['eh-2', 'after_contact', 2],
  ['eh-3', 'episodes', 1],
  ['eh-3', 'share', '1 of 2'],
  ['eh-4', 'assessments', 1],
  ['eh-5', 'children', 1], // a; that of c ended on the last day
  ['eh-6', 'by_end_reason', 1],
  ['eh-8', 'closed', 2],
  ['eh-9', 'met', 1],
  ['eh-9', 'share', '1 of 2'],
])('%s %s is given', (measure, figure, value) => {
  expect(alone.figure(measure, figure, QUARTER)).toBe(value);
});

it('says of what leans on social care that it is not available, and why', () => {
  const none = 'Not available: the extract has no table ssd_cin_episodes';
  expect(reasonOf('eh-6', 'either')).toContain(none);
  expect(reasonOf('eh-6', 'by_referral')).toContain(none);
  for (const figure of ['either', 'by_close_reason', 'by_episode'])
    expect(reasonOf('eh-7', figure)).toContain(none);
});

it('says of every RIIA item that is worked out that it is not available, or to be entered by hand, and why', () => {
  for (const measure of spec.measures) {
    if (measure.collection !== 'riia' || measure.kind !== 'records') continue;
    for (const { id } of measure.figures) {
      const byHand = measure.parts.some((part) => part.id === id);
      expect(reasonOf(measure.id, id), `${measure.id} ${id}`).toMatch(
        byHand ? /not yet entered/ : /^Not available: the extract has no table ssd_/,
      );
    }
  }
  expect(reasonOf('riia-01', 'contacts')).toContain('no table ssd_contacts');
  expect(alone.answer.results.filter(({ failed }) => failed !== null)).toEqual([]);
});

it('tells age and sex from its own columns, and contacts by their source', () => {
  const { figure } = alone;
  expect(figure('eh-2', 'episodes', QUARTER, 'age 5_to_9')).toBe(1); // 10 on the next day
  expect(figure('eh-8', 'closed', QUARTER, 'age unknown')).toBe(1);
  expect(figure('eh-1', 'contacts', QUARTER, 'sex female')).toBe(2);
  expect(figure('eh-1', 'contacts', QUARTER, 'sex unknown')).toBe(1);
  expect(figure('eh-1', 'contacts', QUARTER, 'contact_source schools')).toBe(1);
  expect(figure('eh-1', 'contacts', QUARTER, 'contact_source police')).toBe(1);
});

it('asks nothing: there is nothing to join', () => {
  expect(alone.report.unsettled).toEqual([]);
});

it('lists its ids as the system gave them', async () => {
  const records = await alone.records({
    measure: 'eh-2',
    figure: 'episodes',
    period: QUARTER,
    part: 'numerator',
  });
  expect(records.map(({ recordId, personId }) => [recordId, personId])).toEqual([
    ['1', 'a'],
    ['2', 'a'],
  ]);
});

it('says in the return that contacts and episodes are those of another system', () => {
  const sent = (measure: string) =>
    alone.answer.results
      .find((one) => one.measure === measure)
      ?.caveats.filter(({ kind }) => kind === 'from another system')
      .map((caveat) => caveat.sent);
  expect(sent('eh-1')).toEqual(['Counted from eh_contacts, and not from ssd_contacts.']);
  expect(sent('eh-2')).toEqual([
    'Counted from eh_episodes, and not from ssd_early_help_episodes.',
    'Counted from eh_contacts, and not from ssd_contacts.',
  ]);
  expect(sent('eh-4')).toEqual([]);
});

it('counts the same whatever was said of the ids, while nothing else is there', async () => {
  const tables = { eh_episodes: [ehEpisode('1', 'a', '2025-04-08')] };
  for (const earlyHelpPersons of ['shared', 'of its own', null] as const) {
    const reading = { ...NOTHING_SETTLED, earlyHelpPersons };
    const { figure, report } = await measured(tables, { quarters: [QUARTER], reading });
    expect(figure('eh-2', 'episodes', QUARTER)).toBe(1);
    expect(figure('eh-2', 'after_contact', QUARTER)).toBe('not available');
    expect(report.unsettled).toEqual([]);
  }
});
