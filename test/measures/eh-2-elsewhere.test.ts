import { expect, it } from 'vitest';
import type { Tables } from './case.ts';
import type { PersonIds } from '../../src/model/reading.ts';
import { QUARTER, fromElsewhere, inWords, saidBeside } from './elsewhere.ts';
import { earlyHelp } from './rows/early-help.ts';
import { ehAssessment, ehContact, ehEpisode } from './rows/elsewhere.ts';
import { person } from './rows/person.ts';
import { contact } from './rows/social-care.ts';

const given = fromElsewhere('eh-2', 'eh-3', 'eh-4', 'eh-8');
const ssd = [earlyHelp('1', 'a', '2025-04-10', '2025-05-01', 'Outcome met')];
const others = [
  ehEpisode('2', 'b', '2025-05-20', '2025-06-01', { end_reason: 'Outcome met' }),
  ehEpisode('3', 'c', '2025-06-20'),
];

it('episodes are those of either system, or of both together, as each is held', async () => {
  const started = async (tables: Tables) =>
    (await given(tables, 'shared')).figure('eh-2', 'episodes', QUARTER);
  const a = { ssd_person: [person('a', '2015-01-01')] };
  expect(await started({ ...a, ssd_early_help_episodes: ssd })).toBe(1);
  expect(await started({ ...a, eh_episodes: others })).toBe(2);
  expect(await started({ ...a, ssd_early_help_episodes: ssd, eh_episodes: others })).toBe(3);
  expect(await started(a)).toBe('not available');
  expect(await started({ ...a, ssd_early_help_episodes: [], eh_episodes: others })).toBe(2);
});

it('episodes say that they were put together', async () => {
  const both = { ssd_early_help_episodes: ssd, eh_episodes: others };
  const says = 'Put together from ssd_early_help_episodes and eh_episodes.';
  expect(saidBeside(await given(both, 'shared'), 'eh-8')).toContain(says);
  expect(saidBeside(await given(both, 'of its own'), 'eh-8')).toContain(
    `${says} They have different ids for children, so a child in both counts twice.`,
  );
  const alone = await given({ ssd_early_help_episodes: ssd });
  expect(saidBeside(alone, 'eh-8').join()).not.toContain('eh_episodes');
});

it('episodes need every column from each table that has rows', async () => {
  const without = [{ episode_id: '2', person_id: 'b', start_date: '2025-05-20' }];
  const both = await given({ ssd_early_help_episodes: ssd, eh_episodes: without }, 'shared');
  expect(inWords(both, 'eh-8', 'closed')).toContain(
    'the extract’s eh_episodes has no column end_date',
  );
  expect(both.figure('eh-2', 'episodes', QUARTER)).toBe(2);
  expect(saidBeside(both, 'eh-2')).toContain(
    'Episodes that ended before they started cannot be recognised and left out. The extract has no eh_episodes.end_date.',
  );
  const none = await given({ eh_episodes: [] }, 'shared');
  expect(inWords(none, 'eh-8', 'closed')).toContain('no table ssd_early_help_episodes');
});

it('episodes that both hold, with one id, child and start, are one', async () => {
  const twice = {
    ssd_early_help_episodes: ssd,
    eh_episodes: [ehEpisode('1', 'a', '2025-04-10', '2025-05-01', { end_reason: 'Outcome met' })],
  };
  const shared = await given(twice, 'shared');
  expect(shared.figure('eh-2', 'episodes', QUARTER)).toBe(1);
  expect(saidBeside(shared, 'eh-2').join()).toContain(
    '1 early help episode in the extract is not counted in any period: 1 with an identifier met before',
  );
  // Of a system with ids of its own, it is a namesake.
  expect((await given(twice, 'of its own')).figure('eh-2', 'episodes', QUARTER)).toBe(2);
});

it('episodes of different systems that happen to have one id both count, and each keeps its own facts', async () => {
  const { figure, records } = await given(
    {
      ssd_early_help_episodes: [
        earlyHelp('1', 'a', '2024-10-01', '2025-03-01', 'Outcome met'),
        earlyHelp('2', 'a', '2025-04-10', null),
      ],
      ssd_contacts: [contact('c', '2025-04-09', { cont_person_id: 'a' })],
      eh_episodes: [ehEpisode('2', 'b', '2025-04-10')],
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

const ages = (born: string | null) => ({ date_of_birth: born });

it('persons that both know count by the SSD, the others by the columns of early help', async () => {
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

it('persons with several births have the one that most rows hold, and the earliest of as many', async () => {
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

it('persons have an age where any of the tables tells it, and the loss is said where none does', async () => {
  const [first, ...rest] = others;
  const none = await given({ eh_episodes: others });
  expect(saidBeside(none, 'eh-2').join()).toContain('Ages are not known.');
  const some = await given({
    eh_episodes: [{ ...first, ...ages('2020-01-01') }, ...rest],
    eh_contacts: [ehContact('7', 'b', '2025-05-03')],
  });
  expect(saidBeside(some, 'eh-2').join()).not.toContain('Ages are not known.');
});

it('persons of assessments alone are those of social care, unless it was said otherwise', async () => {
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
