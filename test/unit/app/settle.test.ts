import { describe, expect, it } from 'vitest';
import { asked, settledIn, withColumn } from '../../../src/app/settle.ts';
import { NOTHING_SETTLED, type Reading, type Unsettled } from '../../../src/model/reading.ts';

const NAMES = new Map([['a.zip/ssd_contcats.csv', 'ssd_contcats.csv']]);
const CONTACTS = { table: 'ssd_contacts', title: 'Contacts' };
const PERSONS = { table: 'ssd_person', title: 'Persons' };
const TABLE: Unsettled = {
  kind: 'table',
  why: 'near name',
  file: 'a.zip/ssd_contcats.csv',
  name: 'ssd_contcats',
  offered: [CONTACTS],
};
const COLUMN: Unsettled = {
  kind: 'column',
  file: 'ssd_contacts.csv',
  table: 'ssd_contacts',
  heading: 'cont_contact_dat',
  column: 'cont_contact_date',
};
const ORDER: Unsettled = {
  kind: 'day order',
  files: ['ssd_contacts.csv'],
  table: 'ssd_contacts',
  column: 'cont_contact_date',
  onlyDayFirst: 1,
  onlyMonthFirst: 0,
  both: 1_200,
};

/** What is settled by each answer, from nothing. */
function settled(unsettled: Unsettled): Reading[] {
  return asked(unsettled, NAMES).answers.map((answer) => answer.settles(NOTHING_SETTLED));
}

describe('what is asked about something unsettled', () => {
  it('is whether a file is the table that it is close to', () => {
    const { question, answers } = asked(TABLE, NAMES);
    expect(question).toBe('Does ssd_contcats.csv hold Contacts (ssd_contacts)?');
    expect(answers.map(({ says }) => says)).toEqual([
      'Yes, read it as that table',
      'No, leave the file out',
    ]);
    expect(settled(TABLE).map(({ tables }) => tables)).toEqual([
      { ssd_contcats: 'ssd_contacts' },
      { ssd_contcats: null },
    ]);
  });

  it('is which of several tables it is', () => {
    const several: Unsettled = { ...TABLE, why: 'several tables', offered: [CONTACTS, PERSONS] };
    const { question, answers } = asked(several, new Map());
    expect(question).toBe('Which table does a.zip/ssd_contcats.csv hold?');
    expect(answers.map(({ says }) => says)).toEqual([
      'Contacts (ssd_contacts)',
      'Persons (ssd_person)',
      'None of these, leave it out',
    ]);
    expect(settled(several).map(({ tables }) => tables['ssd_contcats'])).toEqual([
      'ssd_contacts',
      'ssd_person',
      null,
    ]);
  });

  it('is kept apart for a file without a heading', () => {
    const heading: Unsettled = {
      kind: 'no heading',
      file: 'b.csv',
      name: 'b',
      offered: [{ ...CONTACTS, columns: ['cont_contact_id'] }],
      opening: [['1']],
    };
    expect(settled(heading)).toEqual([
      { ...NOTHING_SETTLED, withoutHeading: { b: 'ssd_contacts' } },
      { ...NOTHING_SETTLED, withoutHeading: { b: null } },
    ]);
  });

  it('is whether a heading is the column that it is close to', () => {
    expect(asked(COLUMN, NAMES).question).toBe(
      'Is cont_contact_dat in ssd_contacts.csv the column cont_contact_date?',
    );
    expect(settled(COLUMN).map(({ columns }) => columns)).toEqual([
      { ssd_contacts: { cont_contact_dat: 'cont_contact_date' } },
      { ssd_contacts: { cont_contact_dat: null } },
    ]);
  });

  it('is whether days or months come first, with how many dates say which', () => {
    const { hint, answers } = asked(ORDER, NAMES);
    expect(hint).toBe(
      '1,200 dates can be read either way, 1 date with the day first alone, and 0 dates with the month first alone.',
    );
    expect(answers.map(({ says }) => says)).toEqual([
      'The day: 05/06/2025 is 5 June 2025',
      'The month: 05/06/2025 is 6 May 2025',
    ]);
    expect(settled(ORDER).map(({ dayOrder }) => dayOrder)).toEqual([
      { ssd_contacts: { cont_contact_date: 'day first' } },
      { ssd_contacts: { cont_contact_date: 'month first' } },
    ]);
  });

  it('is whether early help knows children by social care’s identifiers', () => {
    const persons: Unsettled = {
      kind: 'early help persons',
      files: ['eh.csv'],
      persons: 1_000,
      alsoInSocialCare: 1,
    };
    expect(asked(persons, NAMES).hint).toContain('Of 1,000 persons in eh.csv, 1 has an identifier');
    expect(settled(persons).map((reading) => reading.earlyHelpPersons)).toEqual([
      'shared',
      'of its own',
    ]);
  });
});

describe('answers', () => {
  it('leave what was settled before as it was', () => {
    const before = withColumn(NOTHING_SETTLED, 'ssd_contacts', 'who', 'cont_person_id');
    const [yes] = asked(COLUMN, NAMES).answers;
    expect(yes?.settles(before).columns).toEqual({
      ssd_contacts: { who: 'cont_person_id', cont_contact_dat: 'cont_contact_date' },
    });
  });

  it('are counted, each once', () => {
    expect(settledIn(NOTHING_SETTLED)).toBe(0);
    const all = [TABLE, COLUMN, ORDER].reduce(
      (reading, one) => asked(one, NAMES).answers[0]?.settles(reading) ?? reading,
      withColumn(NOTHING_SETTLED, 'ssd_contacts', 'who', null),
    );
    expect(settledIn(all)).toBe(4);
    expect(settledIn({ ...all, earlyHelpPersons: 'shared' })).toBe(5);
  });
});
