import { describe, expect, it } from 'vitest';
import { NOTHING_SETTLED } from '../../../src/model/reading.ts';
import { findingsOf, lines, openIntake, tableIn } from './intake.ts';

const intake = openIntake();

async function column(table: string, name: string): Promise<unknown[]> {
  const rows = await intake.rows(`select ${name}::varchar as value from ${table} order by rowid`);
  return rows.map((row) => row['value']);
}

const CONTACTS = lines('c1,p1,2025-05-01,6,Police,', 'c2,p2,2025-05-02,1A,Mother,');

describe('a heading that is close to a column’s name', () => {
  const given = {
    'ssd_contacts.csv': lines(
      'cont_contact_id,cont_person_id,cont_contact_dat',
      'c1,p1,2025-05-01',
    ),
  };

  it('is put to the person, and what else the file has is read', async () => {
    const report = await intake.given(given);
    expect(report.unsettled).toEqual([
      {
        kind: 'column',
        file: 'ssd_contacts.csv',
        table: 'ssd_contacts',
        heading: 'cont_contact_dat',
        column: 'cont_contact_date',
      },
    ]);
    expect(tableIn(report, 'ssd_contacts')).toMatchObject({
      rows: 1,
      columnsLeft: ['cont_contact_dat'],
    });
    expect(await column('ssd_contacts', 'cont_contact_date')).toEqual([null]);
  });

  it('is read as was settled', async () => {
    const columns = { ssd_contacts: { cont_contact_dat: 'cont_contact_date' } };
    const report = await intake.given(given, { ...NOTHING_SETTLED, columns });
    expect(report.unsettled).toEqual([]);
    expect(await column('ssd_contacts', 'cont_contact_date')).toEqual(['2025-05-01']);
  });

  it('is left where it was said to be another', async () => {
    const columns = { ssd_contacts: { cont_contact_dat: null } };
    const report = await intake.given(given, { ...NOTHING_SETTLED, columns });
    expect(report.unsettled).toEqual([]);
    expect(await column('ssd_contacts', 'cont_contact_date')).toEqual([null]);
  });
});

describe('a file whose name is close to a table’s', () => {
  const given = { 'ssd_contcats_20250714.csv': lines('cont_contact_id,other', 'c1,x') };

  it('is put to the person, and not read until it is settled', async () => {
    const report = await intake.given(given);
    expect(report.unsettled).toEqual([
      {
        kind: 'table',
        why: 'near name',
        file: 'ssd_contcats_20250714.csv',
        name: 'ssd_contcats',
        offered: [{ table: 'ssd_contacts', title: 'Contacts' }],
      },
    ]);
    expect(report.leftFiles).toEqual([
      { file: 'ssd_contcats_20250714.csv', reason: 'waits for your answer.' },
    ]);
    expect(report.tables.filter(({ state }) => state !== 'absent')).toEqual([]);
  });

  it('is read as was settled, or left', async () => {
    const yes = await intake.given(given, {
      ...NOTHING_SETTLED,
      tables: { ssd_contcats: 'ssd_contacts' },
    });
    expect(yes.unsettled).toEqual([]);
    expect(await column('ssd_contacts', 'cont_contact_id')).toEqual(['c1']);
    const no = { ...NOTHING_SETTLED, tables: { ssd_contcats: null } };
    const more = { ...given, 'ssd_person.csv': lines('pers_person_id', 'p1') };
    expect(await intake.given(more, no)).toMatchObject({
      unsettled: [],
      leftFiles: [{ reason: 'is not read, as you said.' }],
    });
    expect(await column('ssd_contacts', 'cont_contact_id')).toEqual([]);
  });
});

describe('a file without a heading', () => {
  it('is read whole where its name and its columns are those of a table, and told', async () => {
    const report = await intake.given({ 'ssd_contacts.csv': CONTACTS });
    expect(await column('ssd_contacts', 'cont_contact_id')).toEqual(['c1', 'c2']);
    expect(await column('ssd_contacts', 'cont_contact_date')).toEqual(['2025-05-01', '2025-05-02']);
    expect(tableIn(report, 'ssd_contacts')).toMatchObject({
      rows: 2,
      columnsLeft: [],
    });
    expect(report.unsettled).toEqual([]);
    expect(findingsOf(report, 'read without a heading')).toMatchObject([
      { file: 'ssd_contacts.csv', table: 'ssd_contacts', severity: 'note' },
    ]);
  });

  it('is read by its columns alone where they fit no other table', async () => {
    const report = await intake.given({
      'export1.csv': lines('r1,p1,2025-05-01,N1,6,Police,{},N,RC1,2025-06-01,t,w'),
    });
    expect(tableIn(report, 'ssd_cin_episodes').rows).toBe(1);
    expect(report.unsettled).toEqual([]);
  });

  it('is put to the person where they fit several, with no name in sight', async () => {
    const given = { 'export1.csv': lines('1001,1002,C2,15/05/2025,') };
    const report = await intake.given({
      ...given,
      'ssd_person.csv': lines('pers_person_id', 'p1'),
    });
    const [asked, ...more] = report.unsettled;
    expect(more).toEqual([]);
    expect(asked).toMatchObject({ kind: 'no heading', name: 'export1', file: 'export1.csv' });
    const offered = asked?.kind === 'no heading' ? asked.offered : [];
    expect(offered.map(({ table }) => table)).toEqual([
      'ssd_immigration_status',
      'ssd_legal_status',
    ]);
    expect(offered[1]?.columns).toEqual([
      'lega_legal_status_id',
      'lega_person_id',
      'lega_legal_status',
      'lega_legal_status_start_date',
      'lega_legal_status_end_date',
    ]);
    const settled = { ...NOTHING_SETTLED, withoutHeading: { export1: 'ssd_legal_status' } };
    expect((await intake.given(given, settled)).unsettled).toEqual([]);
    expect(await column('ssd_legal_status', 'lega_legal_status_id')).toEqual(['1001']);
    const named = await intake.given({ 'legal_status.csv': given['export1.csv'] });
    expect(tableIn(named, 'ssd_legal_status').rows).toBe(1);
  });

  it('is put to the person where its name says one table and its columns do not fit', async () => {
    const row = 'c1,2025-05-01,p1,6,Ann Smith,';
    const report = await intake.given({ 'ssd_contacts.csv': lines(row) });
    expect(report.unsettled).toMatchObject([
      {
        kind: 'no heading',
        offered: [{ table: 'ssd_contacts' }],
        opening: [['c1', '2025-05-01', 'p1', '6', '9 characters', '']],
      },
    ]);
    expect(tableIn(report, 'ssd_contacts').state).toBe('absent');
  });

  it('shows of its values days, numbers and codes; never a word that may be a name', async () => {
    const row = 'p1,Lee,Ann,F,LEO,WBRI,2015-01-01,12345678,ab-1234-cd,,N,,NULL,N,Anna';
    const report = await intake.given({ 'ssd_person.csv': lines(row.replace('p1', 'p 1')) });
    const [asked] = report.unsettled;
    expect(asked?.kind === 'no heading' ? asked.opening : []).toEqual([
      [
        'p 1',
        '3 characters',
        '3 characters',
        'F',
        '3 characters',
        'WBRI',
        '2015-01-01',
        '12345678',
      ].concat(['10 characters', '', 'N', '', 'NULL', 'N', '4 characters']),
    ]);
    expect(JSON.stringify(report)).not.toMatch(/Lee|Ann|LEO/);
  });

  it('is left where a person said it is none of ours, or where it has other columns by now', async () => {
    const person = { 'ssd_person.csv': lines('pers_person_id', 'p1') };
    const given = { ...person, 'export1.csv': lines('1001,1002,C2,15/05/2025,') };
    const none = { ...NOTHING_SETTLED, withoutHeading: { export1: null } };
    expect(await intake.given(given, none)).toMatchObject({
      unsettled: [],
      leftFiles: [{ file: 'export1.csv', reason: 'is not read, as you said.' }],
    });
    const other = { ...NOTHING_SETTLED, withoutHeading: { export1: 'ssd_contacts' } };
    expect(await intake.given(given, other)).toMatchObject({
      leftFiles: [{ reason: 'does not have as many columns as ssd_contacts any more.' }],
    });
  });

  it('is no file whose headings are its own', async () => {
    const report = await intake.given({
      'ssd_person.csv': lines('pers_person_id', 'p1'),
      'local.csv': lines('Ref,Name,Kind,Start,End', '1001,1002,C2,01/05/2025,'),
    });
    expect(report.unsettled).toEqual([]);
    expect(report.leftFiles).toMatchObject([{ reason: 'is not a table that we know.' }]);
  });
});

describe('a file named for one table with the columns of another', () => {
  it('is put to the person', async () => {
    const given = {
      'ssd_person.csv': lines('cont_contact_id,cont_person_id,cont_contact_date', 'c1,p1,'),
    };
    expect((await intake.given(given)).unsettled).toMatchObject([
      {
        kind: 'table',
        why: 'name and columns differ',
        offered: [{ table: 'ssd_contacts' }, { table: 'ssd_person' }],
      },
    ]);
    await intake.given(given, { ...NOTHING_SETTLED, tables: { ssd_person: 'ssd_contacts' } });
    expect(await column('ssd_contacts', 'cont_contact_id')).toEqual(['c1']);
  });

  it('is told where nobody needs the other', async () => {
    const report = await intake.given({
      'ssd_contacts.csv': lines('cont_contact_id', 'c1'),
      'ssd_person.csv': lines(
        'cppv_cp_visit_id,cppv_person_id,cppv_cp_plan_id,cppv_cp_visit_date',
        '1,2,3,',
      ),
    });
    expect(report.unsettled).toEqual([]);
    expect(findingsOf(report, 'not recognised')).toMatchObject([
      { file: 'ssd_person.csv', says: expect.stringContaining('the columns of ssd_cp_visits') },
    ]);
  });
});

describe('a column under two headings', () => {
  it('is told, with the one that is read', async () => {
    const report = await intake.given({
      'ssd_cin_plans.csv': lines('cin_plan_id,cinp_cin_plan_id,cinp_person_id', '1,2,p1'),
    });
    expect(await column('ssd_cin_plans', 'cinp_cin_plan_id')).toEqual(['2']);
    expect(findingsOf(report, 'column doubled')).toMatchObject([
      {
        column: 'cinp_cin_plan_id',
        count: 2,
        says: 'ssd_cin_plans.csv has 2 columns for cinp_cin_plan_id: cinp_cin_plan_id, cin_plan_id. The one headed cinp_cin_plan_id is read, and the others are left.',
      },
    ]);
  });
});

describe('a table and columns under names of one’s own', () => {
  const given = {
    'ssd_person.csv': lines('pers_person_id', 'p1'),
    'Front door.csv': lines('Ref,Child,Day', 'c1,p1,2025-05-01'),
  };

  it('are offered to be named, one after the other', async () => {
    const first = await intake.given(given);
    expect(first.leftFiles).toEqual([
      { file: 'Front door.csv', reason: 'is not a table that we know.', name: 'front_door' },
    ]);
    const tables = { front_door: 'ssd_contacts' };
    const second = await intake.given(given, { ...NOTHING_SETTLED, tables });
    expect(tableIn(second, 'ssd_contacts')).toMatchObject({
      state: 'empty',
      columnsRead: [],
      columnsUnknown: ['Ref', 'Child', 'Day'],
    });
    const columns = {
      ssd_contacts: { Ref: 'cont_contact_id', Child: 'cont_person_id', Day: 'cont_contact_date' },
    };
    const third = await intake.given(given, { ...NOTHING_SETTLED, tables, columns });
    expect(tableIn(third, 'ssd_contacts')).toMatchObject({ rows: 1, columnsUnknown: [] });
    expect(await column('ssd_contacts', 'cont_contact_date')).toEqual(['2025-05-01']);
  });

  it('are not shown where the first line may be about a child', async () => {
    const report = await intake.given(
      { ...given, 'Front door.csv': lines('P1001,Ann,Smith', 'P1002,Lee,Smith') },
      { ...NOTHING_SETTLED, tables: { front_door: 'ssd_contacts' } },
    );
    expect(JSON.stringify(report)).not.toMatch(/Ann|Smith/);
    expect(findingsOf(report, 'column missing')[0]).toMatchObject({
      file: 'Front door.csv',
      severity: 'serious',
    });
  });

  it('are none that the specification knows and nobody needs', async () => {
    const report = await intake.given({
      'ssd_person.csv': lines('pers_person_id,pers_forename,my_own', 'p1,x,y'),
    });
    expect(tableIn(report, 'ssd_person')).toMatchObject({
      columnsLeft: ['pers_forename', 'my_own'],
      columnsUnknown: ['my_own'],
    });
  });
});
