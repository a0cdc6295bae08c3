import { describe, expect, it } from 'vitest';
import { mapColumns, recognise } from '../../../src/intake/recognise.ts';
import { spec } from '../../../src/spec/spec.ts';
import type { SsdColumn, SsdTable } from '../../../src/spec/types.ts';

/** The table's name, or what else was told. */
function told(path: string, headings: readonly string[] = []): string {
  const recognised = recognise(spec, path, headings);
  if (recognised.kind === 'table') return recognised.table.name;
  return recognised.kind === 'not needed' ? `not needed: ${recognised.name}` : 'unknown';
}

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
  ])('%s is %s', (path, table) => {
    expect(told(path)).toBe(table);
  });

  it('whatever its headings are', () => {
    expect(told('ssd_person.csv', ['cont_contact_id', 'cont_person_id'])).toBe('ssd_person');
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
    flags: [],
    ...more,
  });
  const table: SsdTable = {
    name: 'ssd_made_up',
    title: 'Made up',
    key: 'made_id',
    date: null,
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

  it('does not miss what is not used', () => {
    expect(mapped().missing).toEqual(['made_id', 'made_word']);
  });
});
