import { describe, expect, it } from 'vitest';
import { mapColumns } from '../../../src/intake/map-columns.ts';
import { recognise } from '../../../src/intake/recognise.ts';
import { spec } from '../../../src/spec/spec.ts';
import type { SsdColumn, SsdTable } from '../../../src/spec/types.ts';

/** The table's name, or what else was told. */
function told(path: string, headings: readonly string[] = []): string {
  const recognised = recognise(spec, path, headings);
  if (recognised.kind === 'table') return recognised.table.name;
  if (recognised.kind === 'not needed') return `not needed: ${recognised.name}`;
  return recognised.kind;
}

const CONTACTS = ['cont_contact_id', 'cont_person_id', 'cont_contact_date'];
const CP_VISITS = ['cppv_cp_visit_id', 'cppv_person_id', 'cppv_cp_plan_id', 'cppv_cp_visit_date'];

describe('a table is told by its file’s name', () => {
  it.each([
    ['ssd_cin_episodes.csv', 'ssd_cin_episodes'],
    ['contacts.csv', 'ssd_contacts'],
    ['SSD_Contacts.CSV', 'ssd_contacts'],
    ['ssd_contact.txt', 'ssd_contacts'],
    ['ssd_persons.csv', 'ssd_person'],
    ['ssd_disabilities.csv', 'ssd_disability'],
    ['legal_statuses.csv', 'ssd_legal_status'],
    ['ssd_person.csv.txt', 'ssd_person'],
    ['Dbo.SSD_Contacts_20250714.csv', 'ssd_contacts'],
    ['HDM.Child_Social.ssd_person.csv', 'ssd_person'],
    ['ssd_contacts_2025-07-14.csv', 'ssd_contacts'],
    ['ssd_contacts_2025_07_14_0930.csv', 'ssd_contacts'],
    ['ssd_contacts 2025.07.14.csv', 'ssd_contacts'],
    ['ssd_contacts-14-07-2025.csv', 'ssd_contacts'],
    ['SSD Contacts.csv', 'ssd_contacts'],
    ['ssd-cla-episodes.csv', 'ssd_cla_episodes'],
    ['a.zip/folder/ssd_s47_enquiry.csv', 'ssd_s47_enquiry'],
    ['ssd_person/anything.csv', 'unknown'],
    ['ssd_contacts_old.csv', 'unknown'],
    ['.csv', 'unknown'],
    // Schemas, however they are written.
    ['ssd_development.ssd_contacts_20250714.csv', 'ssd_contacts'],
    ['ssd_development_ssd_contacts.csv', 'ssd_contacts'],
    ['[dbo].[ssd_contacts].csv', 'ssd_contacts'],
    ['dbo_ssd_contacts.csv', 'ssd_contacts'],
    ['dbo.contacts.csv', 'ssd_contacts'],
    ['"ssd_contacts".csv', 'ssd_contacts'],
    // What people and browsers put behind and before.
    ['ssd_contacts (1).csv', 'ssd_contacts'],
    ['ssd_contacts(2).csv', 'ssd_contacts'],
    ['ssd_contacts - Copy.csv', 'ssd_contacts'],
    ['ssd_contacts - Copy (3).csv', 'ssd_contacts'],
    ['Copy of ssd_contacts.csv', 'ssd_contacts'],
    ['ssd_contacts_v2.csv', 'ssd_contacts'],
    ['ssd_contacts_export.csv', 'ssd_contacts'],
    ['ssd_contacts_final_v3.csv', 'ssd_contacts'],
    ['Exampleshire_ssd_contacts.csv', 'ssd_contacts'],
    ['01_ssd_person.csv', 'ssd_person'],
    ['12. contacts.csv', 'ssd_contacts'],
    ['20250714_ssd_contacts.csv', 'ssd_contacts'],
    ['export_20250714_ssd_contacts.csv', 'ssd_contacts'],
    ['2025-07-14 contacts.csv', 'ssd_contacts'],
    ['ssd_contacts 14 July 2025.csv', 'ssd_contacts'],
    ['ssd_contacts_14Jul2025.csv', 'ssd_contacts'],
    ['ssd_contacts_Jul2025.csv', 'ssd_contacts'],
    ['ssd_contacts_2024-25.csv', 'ssd_contacts'],
    ['ssd_contacts_2019.csv', 'ssd_contacts'],
    ['ssd_contacts_2025_Q1.csv', 'ssd_contacts'],
    ['ssd_contacts_part2.csv', 'ssd_contacts'],
    ['ssd_contacts.csv.gz', 'ssd_contacts'],
    ['ssd_contacts.snappy.parquet', 'ssd_contacts'],
    ['SsdCinEpisodes.csv', 'ssd_cin_episodes'],
    // Other names.
    ['People.csv', 'ssd_person'],
    ['s47.csv', 'ssd_s47_enquiry'],
    ['child_protection_plans.csv', 'ssd_cp_plans'],
    // Sheets: by their own name, by the workbook's where they have none, and where Excel cut the name.
    ['extract.xlsx/ssd_contacts', 'ssd_contacts'],
    ['ssd_contacts.xlsx/Sheet1', 'ssd_contacts'],
    ['ssd_contacts.xlsx/Notes', 'unknown'],
    ['extract.xlsx/ssd_initial_child_protection_co', 'unknown'],
    ['extract.xlsx/hdm_reports_ssd_initial_cp_conf', 'ssd_initial_cp_conference'],
    ['extract.xlsx/my_own_schema_ssd_cla_placement', 'not needed: ssd_cla_placement'],
    ['extract.xlsx/the_whole_big_schema_ssd_legal_', 'ssd_legal_status'],
    ['extract.xlsx/the_whole_big_schemas_ssd_cin_a', 'ssd_cin_assessments'],
    // Cut so short, it could be one of several.
    ['extract.xlsx/another_very_big_schema_ssd_cin', 'unsettled'],
    ['folder/the_whole_big_schema_ssd_legal_.csv', 'unknown'],
  ])('%s is %s', (path, table) => {
    expect(told(path)).toBe(table);
  });

  it('and so no two tables are met under one name', () => {
    const clear = [
      ...spec.tables.flatMap(({ name, also }) => [name, ...also]),
      ...spec.tablesNotNeeded,
    ];
    expect(clear.filter((name) => ['unsettled', 'unknown'].includes(told(`${name}.csv`)))).toEqual(
      [],
    );
  });

  it('whatever its headings are, as long as they are not clearly those of another', () => {
    expect(told('ssd_person.csv', ['cont_contact_id', 'cont_person_id'])).toBe('ssd_person');
    expect(told('ssd_person.csv', ['id', 'name'])).toBe('ssd_person');
  });

  it('but is asked for where name and columns are those of two', () => {
    expect(recognise(spec, 'ssd_person.csv', CONTACTS)).toMatchObject({
      kind: 'unsettled',
      why: 'name and columns differ',
      offered: [{ name: 'ssd_contacts' }, { name: 'ssd_person' }],
    });
    // A table that nobody needs is not offered.
    expect(recognise(spec, 'ssd_cp_visits.csv', CONTACTS)).toMatchObject({
      kind: 'unsettled',
      offered: [{ name: 'ssd_contacts' }],
    });
    expect(recognise(spec, 'ssd_person.csv', CP_VISITS)).toEqual({
      kind: 'misnamed',
      named: 'ssd_person',
      holds: 'ssd_cp_visits',
    });
  });

  it.each([
    'ssd_contcats.csv',
    'a.xlsx/ssd_contcts',
    'contcats_20250714.csv',
    'dbo.ssd_kontacts.csv',
  ])('but is asked for where it is only close to it: %s', (path) => {
    expect(recognise(spec, path, ['a', 'b'])).toMatchObject({
      kind: 'unsettled',
      why: 'near name',
      offered: [{ name: 'ssd_contacts' }],
    });
  });

  it('unless its columns are those of one table', () => {
    expect(told('ssd_contcats.csv', CONTACTS)).toBe('ssd_contacts');
    expect(told('ssd_cin_plams.csv', CONTACTS)).toBe('ssd_contacts');
  });

  it('and not where it is close to a table that no measure needs, or to nothing', () => {
    expect(told('ssd_cp_vists.csv')).toBe('unknown');
    expect(told('ssd_cp_pans.csv')).toBe('unsettled');
    expect(told('contents.csv')).toBe('unsettled');
    expect(told('holidays.csv')).toBe('unknown');
  });

  it('with each that it is as close to', () => {
    expect(recognise(spec, 'ssd_cn_plans.csv', [])).toMatchObject({
      why: 'near name',
      offered: [{ name: 'ssd_cin_plans' }, { name: 'ssd_cp_plans' }],
    });
  });

  it('as a person has settled it, from quarter to quarter', () => {
    const settled = { ssd_contcats: 'ssd_contacts', ssd_person: null, export1: 'ssd_cp_plans' };
    const said = (path: string, headings: readonly string[] = []) => {
      const recognised = recognise(spec, path, headings, settled);
      return recognised.kind === 'table' ? recognised.table.name : recognised.kind;
    };
    expect(said('ssd_contcats_20250714.csv')).toBe('ssd_contacts');
    expect(said('ssd_contcats_20251014.csv')).toBe('ssd_contacts');
    expect(said('a/dbo.ssd_person (2).csv')).toBe('none');
    expect(said('export1.csv', CONTACTS)).toBe('ssd_cp_plans');
    expect(said('constructor.csv')).toBe('unknown');
  });

  it.each([
    ['ssd_cp_visits.csv', 'not needed: ssd_cp_visits'],
    ['dbo.CP_Visit_20250714.csv', 'not needed: ssd_cp_visits'],
    ['ssd_address.csv', 'not needed: ssd_address'],
  ])('and so is one that is known and not needed: %s', (path, name) => {
    expect(told(path)).toBe(name);
  });
});

describe('a table is told by its headings where the name says nothing', () => {
  // ssd_person has four columns that can be read: two of them are half.
  it('with the key and half of the columns', () => {
    expect(told('export1.csv', [' PERS_PERSON_ID ', 'Pers_DOB', 'pers_surname'])).toBe(
      'ssd_person',
    );
  });

  it('but not with fewer', () => {
    expect(told('export1.csv', ['pers_person_id', 'pers_surname'])).toBe('unknown');
  });

  it('and not without the key', () => {
    expect(told('export1.csv', ['pers_dob', 'pers_sex', 'pers_ethnicity'])).toBe('unknown');
  });

  it('as they are written in queries and by tools', () => {
    expect(
      told('export1.csv', [
        '\ufeff"cont_contact_id"',
        '[dbo].[ssd_contacts].[cont_person_id]',
        'Cont Contact Date',
      ]),
    ).toBe('ssd_contacts');
  });

  it('that no measure needs, too', () => {
    expect(told('export1.csv', CP_VISITS)).toBe('not needed: ssd_cp_visits');
  });

  it('and asked for where they are those of two', () => {
    expect(
      recognise(spec, 'export1.csv', [...CONTACTS, 'pers_person_id', 'pers_dob']),
    ).toMatchObject({
      kind: 'unsettled',
      why: 'several tables',
      offered: [{ name: 'ssd_contacts' }, { name: 'ssd_person' }],
    });
  });

  it('and not by headings so plain that any table could have them', () => {
    const plain = ['episode_id', 'person_id', 'start_date', 'end_date', 'end_reason'];
    expect(told('export1.csv', plain)).toBe('unknown');
    expect(told('eh_episodes.csv', plain)).toBe('eh_episodes');
  });

  it('and not by headings of its own', () => {
    expect(told('export1.csv', ['id', 'name', 'date'])).toBe('unknown');
    expect(told('export1.csv')).toBe('unknown');
  });
});

describe('mapColumns', () => {
  const column = (name: string, more: Partial<SsdColumn> = {}): SsdColumn => ({
    name,
    type: 'word',
    also: [],
    used: true,
    list: null,
    as: null,
    flags: [],
    ...more,
  });
  const table: SsdTable = {
    name: 'ssd_made_up',
    also: [],
    title: 'Made up',
    key: 'made_id',
    date: null,
    standsFor: null,
    end: null,
    person: null,
    columns: [
      column('made_id', { type: 'id', also: ['old_id', 'older_id'] }),
      column('made_word'),
      column('made_unused', { used: false }),
    ],
    left: ['made_name'],
  };

  function mapped(...headings: readonly string[]) {
    const { read, missing, left } = mapColumns(table, headings);
    return {
      read: read.map(({ column: { name }, place }) => `${name} ${place}`),
      missing: missing.map(({ name }) => name),
      left,
    };
  }

  it('finds columns in any order, case and spacing', () => {
    expect(mapped('MADE_WORD', '  Made_Id ')).toEqual({
      read: ['made_id 1', 'made_word 0'],
      missing: [],
      left: [],
    });
  });

  it('finds a column under another name', () => {
    expect(mapped('x', 'Older_ID', 'made_word').read).toEqual(['made_id 1', 'made_word 2']);
  });

  it('reads the first of two columns with one heading, and tells the other', () => {
    expect(mapped('made_id', 'made_word', 'made_id')).toEqual({
      read: ['made_id 0', 'made_word 1'],
      missing: [],
      left: ['made_id'],
    });
  });

  it('leaves what is not used, not read and not known, as it is written in the file', () => {
    expect(mapped('made_id', 'Made_Unused', 'MADE_NAME', 'local text')).toEqual({
      read: ['made_id 0'],
      missing: ['made_word'],
      left: ['Made_Unused', 'MADE_NAME', 'local text'],
    });
  });

  it.each([
    ['[made_id]', 'MADE WORD'],
    ['"made_id"', "'made_word'"],
    ['ssd_made_up.made_id', '[dbo].[ssd_made_up].[made_word]'],
    ['\ufeffmade_id', 'MadeWord'],
    ['\u00ef\u00bb\u00bfmade_id', 'made-word '],
  ])('finds columns however their names are written: %s, %s', (id, word) => {
    expect(mapped(id, word)).toEqual({ read: ['made_id 0', 'made_word 1'], missing: [], left: [] });
  });

  it('reads the column’s own name before another, wherever they stand, and tells both', () => {
    const columns = mapColumns(table, ['older_id', 'made_word', 'MADE_ID', 'old_id']);
    expect(columns.read.map(({ column: { name }, place }) => `${name} ${place}`)).toEqual([
      'made_id 2',
      'made_word 1',
    ]);
    expect(columns.left).toEqual(['older_id', 'old_id']);
    expect(columns.doubled).toMatchObject([
      { column: { name: 'made_id' }, headings: ['MADE_ID', 'older_id', 'old_id'] },
    ]);
  });

  describe('asks about a heading that is close to a column that is missing', () => {
    const asked = (...headings: readonly string[]) =>
      mapColumns(table, headings).near.map(({ column, heading }) => `${heading}: ${column.name}`);

    it('and to no other', () => {
      expect(asked('made_id', 'Made_Wrod')).toEqual(['Made_Wrod: made_word']);
      expect(asked('made_id', 'made_wor')).toEqual(['made_wor: made_word']);
      expect(asked('made_id', 'made_wrds')).toEqual(['made_wrds: made_word']);
    });

    it.each([
      ['is there', ['made_id', 'made_word', 'made_wrod']],
      ['is too far', ['made_id', 'make_worlds']],
      ['is not used', ['made_id', 'made_word', 'made_unusd']],
      ['has two headings as close', ['made_id', 'made_worx', 'made_wory']],
    ])('but not where the column %s', (_, headings) => {
      expect(asked(...headings)).toEqual([]);
    });

    it('but not about one that is known', () => {
      const known = { ...table, left: ['made_work'] };
      expect(mapColumns(known, ['made_id', 'made_work']).near).toEqual([]);
    });

    it('and by the nearest of several headings', () => {
      expect(asked('made_id', 'made_wo', 'made_wor')).toEqual(['made_wor: made_word']);
    });
  });

  it('asks about a heading without the table’s prefix', () => {
    const contacts = spec.tables.find(({ name }) => name === 'ssd_contacts');
    if (!contacts) throw new RangeError('there is no ssd_contacts');
    const { near, read } = mapColumns(contacts, ['cont_contact_id', 'person_id', 'contact_dat']);
    expect(read.map(({ column }) => column.name)).toEqual(['cont_contact_id']);
    expect(near.map(({ column, heading }) => `${heading}: ${column.name}`)).toEqual([
      'person_id: cont_person_id',
      'contact_dat: cont_contact_date',
    ]);
  });

  it('does as a person has settled, and does not ask again', () => {
    const headings = ['Made_ID', 'local', 'made_wrod'];
    const said = mapColumns(table, headings, { LOCAL: 'made_word' });
    expect(said.read.map(({ column: { name }, place }) => `${name} ${place}`)).toEqual([
      'made_id 0',
      'made_word 1',
    ]);
    expect(said.near).toEqual([]);
    const refused = mapColumns(table, headings, { made_wrod: null });
    expect(refused.missing.map(({ name }) => name)).toEqual(['made_word']);
    expect(refused.near).toEqual([]);
    // An answer outdoes a name: what was said of a heading is meant.
    const over = mapColumns(table, ['made_word', 'local'], { local: 'made_word' });
    expect(over.read.map(({ place }) => place)).toEqual([1]);
  });

  it('does not miss what is not used', () => {
    expect(mapped().missing).toEqual(['made_id', 'made_word']);
  });
});
