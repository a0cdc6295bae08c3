import { describe, expect, it } from 'vitest';
import { definitionRows } from '../../../src/app/definition-rows.ts';
import { findMeasures, findable } from '../../../src/app/find-measures.ts';
import { spec } from '../../../src/spec/spec.ts';

const { measures, breakdowns } = spec;
const ground = { measures, breakdowns, settings: {} };
const all = findable(ground);
const found = (typed: string) => findMeasures(all, typed).map(({ id }) => id);

describe('a measure is found', () => {
  it('by its id, in any letters, and by its name', () => {
    expect(found('RIIA-17')).toEqual(['riia-17']);
    expect(found(' elective  home ')).toEqual(['riia-24']);
  });

  it('by words of its definition, all of them, in any order', () => {
    expect(found('months 24')).toEqual(['riia-17']);
    expect(found('ssd_s47_enquiry')).toEqual(['riia-10', 'riia-12']);
  });

  it('among all of them where nothing is typed, and in none where a word is nowhere', () => {
    expect(found('  ')).toHaveLength(measures.length);
    expect(found('referral zebra')).toEqual([]);
  });
});

describe('a definition in words', () => {
  const rowsOf = (id: string, settings = {}) => {
    const measure = measures.find((one) => one.id === id);
    if (!measure) throw new RangeError(id);
    return Object.fromEntries(
      definitionRows(measure, { ...ground, settings }).map(({ title, says }) => [title, says]),
    );
  };

  it('says the settings as they are set, and else as they usually are', () => {
    const title = 'Days after early help ends in which a referral counts as a step up';
    expect(rowsOf('eh-6')['Settings']).toEqual([`${title}: 14 days`]);
    expect(rowsOf('eh-6', { step_up_days: 30 })['Settings']).toEqual([`${title}: 30 days`]);
  });

  it('says where it comes from', () => {
    const from = (id: string) => rowsOf(id)['Where it comes from'];
    expect(from('riia-04')).toEqual(['The extract: ssd_cin_episodes']);
    expect(from('riia-24')).toEqual(['Entered by hand']);
    expect(from('riia-27')).toEqual([
      'The extract: ssd_ehcp_named_plan, ssd_ehcp_active_plans. Where the extract does not hold it, it is entered by hand.',
    ]);
    // a figure's own columns as well as the measure's
    expect(from('eh-2')).toEqual(['The extract: ssd_early_help_episodes, ssd_contacts']);
  });

  it('puts what a share is of before what is counted in it', () => {
    expect(rowsOf('riia-16')['New plans of a child who had one before']).toEqual([
      'Out of: Child protection plans that started in the period.',
      'Counted: Of those, plans of a child with an earlier plan that had ended by the day this one started.',
    ]);
  });

  it('has a year for activity in the extract alone', () => {
    expect(rowsOf('riia-04')['When']).toEqual([
      'What happened in the quarter, and in the 12 months that end with it',
    ]);
    expect(rowsOf('riia-30')['When']).toEqual(['What happened in the quarter']);
    expect(rowsOf('riia-18')['When']).toEqual(['The position on the quarter’s last day']);
  });

  it('of a breakdown names what it breaks down, and the groups', () => {
    const rows = rowsOf('riia-03');
    expect(rows['What is counted']).toEqual(['Referrals (riia-02), by referral source.']);
    expect(rows['The groups']?.[0]).toMatch(/^Individual, Schools, .*Unknown or not mapped$/);
    expect(rows['Version']).toEqual(['riia-03: that of riia-02, version 1']);
  });
});
