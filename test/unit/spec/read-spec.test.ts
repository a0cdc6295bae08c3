import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SpecProblem } from '../../../src/spec/reading/problem.ts';
import { readSpec } from '../../../src/spec/reading/read-spec.ts';
import { added, changed, removeCopies } from './broken.ts';
import { ROOT } from './root.ts';

removeCopies();

const REFERRALS = 'spec/measures/riia/02-referrals.sql';
const REPEATS = 'spec/measures/riia/04-repeat-referrals.sql';
const SOURCES = 'spec/measures/riia/03-referral-source.yaml';
const FORM = 'spec/measures/riia/24-elective-home-education.yaml';
const CHILD = 'spec/staging/child.sql';

/** What is said when a copy of spec/ is read. */
function said(root: string): string {
  try {
    readSpec(root);
    return 'nothing';
  } catch (thrown) {
    return thrown instanceof SpecProblem ? thrown.message : `no SpecProblem: ${thrown}`;
  }
}

describe('a definition that is wrong says where', () => {
  it.each([
    [
      'a table that does not exist',
      [REFERRALS, '  ssd_cin_episodes: [', '  ssd_cin_episode: ['],
      `${REFERRALS}: needs: there is no table ssd_cin_episode in spec/ssd`,
    ],
    [
      'a column that does not exist',
      [REFERRALS, 'cine_referral_date]', 'cine_referral_day]'],
      `${REFERRALS}: needs: there is no column cine_referral_day in ssd_cin_episodes`,
    ],
    [
      'a column that is never read',
      [REFERRALS, '\nbreakdowns:', '\n  ssd_person: [pers_forename]\nbreakdowns:'],
      `${REFERRALS}: needs: ssd_person.pers_forename is one of the columns that are never read`,
    ],
    [
      'a column that is never read, for one figure',
      [
        'spec/measures/riia/07-assessments-within-45-days.sql',
        'ssd_cin_assessments: [cina_referral_id]',
        'ssd_cin_assessments: [cina_assessment_team]',
      ],
      'spec/measures/riia/07-assessments-within-45-days.sql: figures, from_referral: needs: ssd_cin_assessments.cina_assessment_team is one of the columns that are never read',
    ],
    [
      'a column that is never read, as a refinement',
      ['spec/staging/referral.sql', 'pers_dob: Referrals', 'pers_surname: Referrals'],
      'spec/staging/referral.sql: refines: ssd_person.pers_surname is one of the columns that are never read',
    ],
    [
      'a view that does not exist',
      [REFERRALS, 'reads: [referral]', 'reads: [referrals]'],
      `${REFERRALS}: reads: there is no view referrals in spec/staging`,
    ],
    [
      'a view that does not exist, in a lookback',
      [REPEATS, 'view: referral,', 'view: referrals,'],
      `${REPEATS}: reads: there is no view referrals in spec/staging`,
    ],
    [
      'a view that does not exist, in another view',
      [CHILD, 'reads: []', 'reads: [person]'],
      `${CHILD}: reads: there is no view person in spec/staging`,
    ],
    [
      'a part of a figure that the rules do not tell',
      [REPEATS, '    is_repeat:\n', '    is_again:\n'],
      `${REPEATS}: rules: parts: says nothing of is_repeat`,
    ],
    [
      'a part that no figure counts by',
      [REPEATS, '  parts:\n', '  parts:\n    is_first:\n      - otherwise: It is not the first.\n'],
      `${REPEATS}: rules: parts: no figure counts by is_first`,
    ],
    [
      'a view in a rule that is not said to be read',
      [REFERRALS, 'if: c.referral_date <= p.last_day', 'if: exists (select 1 from contact)'],
      `${REFERRALS}: rules: reads does not say that contact is read`,
    ],
    [
      'a view without rows at fault, where the rules look for them',
      [REFERRALS, '  day: referral_date\n', '  rows: [{ view: respite, record: person_id }]\n'],
      `${REFERRALS}: rules: rows: there is no view respite whose rows may be at fault`,
    ],
    [
      'a place in a rule that nothing fills',
      [REFERRALS, 'dated before {period}', 'dated before {quarter}'],
      `${REFERRALS}: rules: there is no place {quarter}`,
    ],
    [
      'a breakdown that does not exist',
      [REFERRALS, 'breakdowns: [age,', 'breakdowns: [ages,'],
      `${REFERRALS}: breakdowns: there is no breakdown ages`,
    ],
    [
      'two headlines',
      [REFERRALS, 'title: Referrals per 10,000 children\n', 'title: Rate\n    headline: true\n'],
      `${REFERRALS}: figures: 2 are the headline, and one must be`,
    ],
    [
      'no headline',
      [REFERRALS, 'headline: true', 'headline: false'],
      `${REFERRALS}: figures: 0 are the headline, and one must be`,
    ],
    [
      'two figures of one name',
      [REFERRALS, '- id: rate_annualised', '- id: rate'],
      `${REFERRALS}: figures: two are named rate`,
    ],
    [
      'a rate of no count',
      [REFERRALS, 'of: referrals', 'of: rate_annualised'],
      `${REFERRALS}: figures, rate: of: there is no count named rate_annualised`,
    ],
    [
      'a breakdown of a measure that has none such',
      [SOURCES, 'of: riia-02', 'of: riia-07'],
      `${SOURCES}: of: no measure riia-07 has the breakdown referral_source`,
    ],
    [
      'a breakdown of a measure that does not exist',
      [SOURCES, 'of: riia-02', 'of: riia-99'],
      `${SOURCES}: of: no measure riia-99 has the breakdown referral_source`,
    ],
    [
      'an id that is taken',
      [REPEATS, 'id: riia-04', 'id: riia-02'],
      `${REPEATS}: id: riia-02 is taken already`,
    ],
    [
      'a key that is no column',
      ['spec/ssd/person.yaml', 'key: pers_person_id', 'key: pers_id'],
      'spec/ssd/person.yaml: there is no column pers_id',
    ],
    [
      'a column that is said to tell the same and does not exist',
      [
        'spec/measures/riia/08-children-in-need.sql',
        'unless: cine_referral_nfa',
        'unless: cine_referral_no',
      ],
      'spec/measures/riia/08-children-in-need.sql: refines: there is no column cine_referral_no in ssd_cin_episodes',
    ],
    [
      'a flag of an outcome that is no key',
      ['spec/ssd/cin_episodes.yaml', 'flags: [NFA_FLAG]', 'flags: [nfa]'],
      'spec/ssd/cin_episodes.yaml: columns.cine_referral_outcome_json.flags.0: must be a key as the systems write it, such as NFA_FLAG',
    ],
    [
      'a list that does not exist, in a view',
      [CHILD, 'list: sex,', 'list: sexes,'],
      `${CHILD}: words: there is no list sexes in spec/codes`,
    ],
    [
      'a list that does not exist, in a breakdown',
      ['spec/breakdowns.yaml', 'list: ethnicity', 'list: ethnicities'],
      'spec/breakdowns.yaml: ethnicity: has no cells, and no code list “ethnicities”',
    ],
    [
      'a breakdown that has no place for what cannot be told',
      ['spec/breakdowns.yaml', '    - { id: unknown, title: Not known }\n', ''],
      'spec/breakdowns.yaml: age: has no cell “unknown” for what cannot be told',
    ],
    [
      'a word that stands in a list twice',
      ['spec/codes/sex.yaml', 'words: [male, boy]', 'words: [male, Girl]'],
      'spec/codes/sex.yaml: “girl” stands in it twice',
    ],
    [
      'a part of a form that does not exist',
      [FORM, '    where: children', '    where: child'],
      `${FORM}: figures, children: there is no part child`,
    ],
    [
      'a view that is read and not named',
      [
        'spec/measures/riia/07-assessments-within-45-days.sql',
        'reads: [assessment, referral]',
        'reads: [assessment]',
      ],
      'spec/measures/riia/07-assessments-within-45-days.sql: reads: does not say that it reads referral',
    ],
    [
      'a holiday that is no day',
      ['spec/reference/bank-holidays.csv', '2025-12-25', '2025-12-32'],
      'spec/reference/bank-holidays.csv: line 116: 2025-12-32 is not a day such as 2025-12-25',
    ],
    [
      'an identity of a number that is written wrongly',
      ['spec/return/identities.yaml', 'part: riia-23.young_people', 'part: riia-23/young_people'],
      'spec/return/identities.yaml: 10.part: riia-23/young_people is no number such as riia-02.referrals',
    ],
    [
      'an identity of a figure that does not exist',
      ['spec/return/identities.yaml', 'part: riia-23.young_people', 'part: riia-23.children'],
      'spec/return/identities.yaml: unaccompanied-care-leavers: riia-23 has no count children',
    ],
    [
      'an identity of cells that a measure does not have',
      [
        'spec/return/identities.yaml',
        '[age, sex, ethnicity, disability, referral_source]',
        '[primary_need]',
      ],
      'spec/return/identities.yaml: referrals: riia-02 is not broken down by primary_need',
    ],
    [
      'a breakdown that no order of withholding has',
      ['spec/return/disclosure.yaml', '    end_reason,\n', ''],
      'spec/return/disclosure.yaml: leastUsed: end_reason is not in it',
    ],
  ] as const)('%s', (_, [path, from, to], message) => {
    expect(said(changed(path, from, to))).toBe(message);
  });

  it('views that read each other in a circle', () => {
    expect(said(changed(CHILD, 'reads: []', 'reads: [referral]'))).toBe(
      `${CHILD}: reads: child reads itself in a circle`,
    );
  });

  it('a second measure with an id that is taken, in a file of its own', () => {
    const text = readFileSync(join(ROOT, SOURCES), 'utf8').replace('riia-03', 'riia-02');
    const twin = 'spec/measures/riia/99-twin.yaml';
    expect(said(added(twin, text))).toBe(`${twin}: id: riia-02 is taken already`);
  });
});

describe('a header that cannot be read says where', () => {
  it('the line in the file, for YAML that is none', () => {
    // Under the comment's opening and the id, the title stands on the file's third line.
    const message = said(changed(REFERRALS, 'title: Referrals\n', 'title: Referrals: all\n'));
    expect(message.slice(0, REFERRALS.length + 9)).toBe(`${REFERRALS}: line 3:`);
  });

  it('the line in a file that is all YAML', () => {
    const root = changed('spec/codes/sex.yaml', 'title: Sex', 'title: Sex: or not');
    expect(said(root)).toMatch(/^spec\/codes\/sex\.yaml: line 2: /);
  });

  it.each([
    ['valid_from: 2019-20 Q1', 'valid_from: 2019-21 Q1', 'valid_from: 2019-21 Q1 is not a quarter'],
    ['id: riia-02', 'id: referrals', 'id: must be riia- or eh- and a number'],
    ['period: activity', 'period: monthly', 'period: '],
    ['polarity: neutral', 'polarity: none', 'polarity: '],
    ['    where: all\n', '', 'figures.0.where: '],
    ['    kind: count', '    kind: sum', 'figures.0.kind: '],
    ['leaves_out:', 'leave_out:', 'the whole: Unrecognized key: "leave_out"'],
    ['version: 1', 'version: 0', 'version: '],
    ['title: Referrals\ntheme', 'theme', 'title: '],
    ['example:', 'examples:', 'example: must be a worked example, sentence by sentence'],
  ])('the place in the header: %j made %j', (from, to, says) => {
    const message = said(changed(REFERRALS, from, to));
    expect(message.slice(0, REFERRALS.length + 2 + says.length)).toBe(`${REFERRALS}: ${says}`);
  });

  it('a file of SQL without a header', () => {
    expect(said(changed(REFERRALS, '/*\n', '/* '))).toBe(
      `${REFERRALS}: must open with a comment that holds its definition as YAML`,
    );
  });
});
