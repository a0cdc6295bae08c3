import { describe, expect, it } from 'vitest';
import { Problem } from '../../../src/model/problem.ts';
import { type Files, findingsOf, lines, openIntake, tableIn } from './intake.ts';

const intake = openIntake();
const PERSON = 'pers_person_id,pers_dob,pers_sex,pers_ethnicity';

async function persons(): Promise<unknown[]> {
  const rows = await intake.rows('select pers_person_id as id from ssd_person order by rowid');
  return rows.map((row) => row['id']);
}

async function problemOf(files: Files): Promise<unknown> {
  return intake.given(files).catch((thrown: unknown) => thrown);
}

describe('what is loaded', () => {
  it('is told table by table, those that were not given too', async () => {
    const report = await intake.given({
      'extract_2025-07-14/ssd_person.csv': lines(
        `${PERSON},pers_forename`,
        'p1,2010-01-01,F,WBRI,x',
      ),
    });
    expect(report).toMatchObject({ name: 'the folder', findings: [], leftFiles: [] });
    expect(report.extractDate).toEqual({ day: '2025-07-14', from: "the files' names" });
    expect(tableIn(report, 'ssd_person')).toMatchObject({
      title: 'Persons',
      state: 'read',
      files: ['extract_2025-07-14/ssd_person.csv'],
      rows: 1,
      rejected: 0,
      window: null,
      columnsRead: ['pers_person_id', 'pers_sex', 'pers_ethnicity', 'pers_dob'],
      columnsMissing: [],
      columnsLeft: ['pers_forename'],
    });
    const absent = tableIn(report, 'ssd_cin_episodes');
    expect(absent).toMatchObject({ state: 'absent', files: [], rows: 0, window: null });
    expect(absent.columnsMissing).toContain('cine_referral_date');
    expect(absent.measures).toEqual(expect.arrayContaining(['riia-02', 'riia-04']));
  });

  it('stands in place of what was loaded before', async () => {
    await intake.given({ 'ssd_person.csv': lines(PERSON, 'p1,,,', 'p2,,,') });
    await intake.given({ 'ssd_person.csv': lines(PERSON, 'p3,,,') });
    expect(await persons()).toEqual(['p3']);
    await intake.given({
      'ssd_cin_episodes.csv': lines('cine_referral_id,cine_person_id', '1,p3'),
    });
    expect(await persons()).toEqual([]);
  });
});

describe('a file’s form', () => {
  const texts = [PERSON, 'p1,2010-01-01,F,WBRI', '"p,2",2010-01-01,M,WBRI'];
  it.each([[','], [';'], ['\t'], ['|']])('may part its values by %j', async (delimiter) => {
    const parted = texts.map((text) =>
      text.replaceAll(/"([^"]*)"|,/g, (match) => (match === ',' ? delimiter : match)),
    );
    const report = await intake.given({ 'ssd_person.csv': lines(...parted) });
    expect(await persons()).toEqual(['p1', 'p,2']);
    expect(report.findings).toEqual([]);
  });

  it('may be UTF-16 or Windows-1252', async () => {
    const text = `\ufeff${lines(PERSON, 'é1,2010-01-01,F,WBRI')}`;
    const utf16 = new Uint8Array(Uint16Array.from(text, (letter) => letter.charCodeAt(0)).buffer);
    await intake.given({ 'ssd_person.csv': utf16 });
    expect(await persons()).toEqual(['é1']);
    // Without its mark and with one byte a letter, the same is Windows-1252.
    const windows = Uint8Array.from(text.slice(1), (letter) => letter.charCodeAt(0));
    await intake.given({ 'ssd_person.csv': windows });
    expect(await persons()).toEqual(['é1']);
  });

  it('may have its heading in quotes and over two lines', async () => {
    await intake.given({
      'ssd_person.csv': '"pers_person_id","pers_dob","pers_\nnotes"\n"p1","2010-01-01","a\nb"\n',
    });
    expect(await persons()).toEqual(['p1']);
  });
});

describe('columns that are not there', () => {
  it('are named, and the others are read', async () => {
    const report = await intake.given({
      'ssd_person.csv': lines('pers_person_id,pers_sex', 'p1,F'),
    });
    expect(await persons()).toEqual(['p1']);
    expect(tableIn(report, 'ssd_person').columnsMissing).toEqual(['pers_ethnicity', 'pers_dob']);
    const [finding] = findingsOf(report, 'column missing');
    expect(finding).toMatchObject({ severity: 'warning', table: 'ssd_person', count: 2 });
    expect(finding?.says).toMatch(/ssd_person\.csv .*2 columns .*: pers_ethnicity, pers_dob\./);
  });

  it('are all of them in a file that has a table’s name alone', async () => {
    const report = await intake.given({
      'ssd_person.csv': lines('id,name', '1,x'),
      'ssd_cin_episodes.csv': lines('cine_referral_id,cine_person_id', '1,p1'),
    });
    expect(await persons()).toEqual([]);
    expect(tableIn(report, 'ssd_person')).toMatchObject({
      rows: 0,
      columnsRead: [],
      columnsLeft: [],
    });
    expect(tableIn(report, 'ssd_cin_episodes').rows).toBe(1);
    const serious = findingsOf(report, 'column missing').filter((f) => f.severity === 'serious');
    expect(serious).toMatchObject([{ file: 'ssd_person.csv', table: 'ssd_person' }]);
    expect(serious[0]?.says).toContain('None of it was read.');
  });
});

describe('a table without rows', () => {
  it.each([PERSON, `${PERSON}\n`, `${PERSON}\r\n\r\n`])('is empty: %j', async (content) => {
    const report = await intake.given({ 'ssd_person.csv': content });
    expect(tableIn(report, 'ssd_person')).toMatchObject({ state: 'empty', rows: 0, rejected: 0 });
    expect(report.findings).toEqual([]);
  });
});

describe('files that are not read', () => {
  it('are told, each with its reason, and the others are loaded', async () => {
    const report = await intake.given({
      'ssd_person.csv': lines(PERSON, 'p1,,,'),
      'ssd_contacts.csv': '',
      'ssd_cp_visits.csv': lines('cppv_cp_visit_id', '1'),
      'local.csv': lines('a,b', '1,2'),
      'read me.txt': 'Some words\n',
      'book.xlsx': 'x',
    });
    expect(await persons()).toEqual(['p1']);
    expect(report.leftFiles).toEqual([
      { file: 'ssd_contacts.csv', reason: 'is empty.' },
      { file: 'ssd_cp_visits.csv', reason: 'is ssd_cp_visits, which no measure needs.' },
      { file: 'local.csv', reason: 'is not a table that we know.', name: 'local' },
      { file: 'read me.txt', reason: 'is not a table that we know.' },
      { file: 'book.xlsx', reason: 'is not a workbook that can be opened, or is broken.' },
    ]);
    expect(report.findings.map(({ file, rule, severity }) => [file, rule, severity])).toEqual([
      ['ssd_contacts.csv', 'empty file', 'warning'],
      ['local.csv', 'not recognised', 'warning'],
      ['read me.txt', 'not recognised', 'note'],
      ['book.xlsx', 'unreadable file', 'warning'],
    ]);
  });
});

describe('when nothing can be used', () => {
  it('says so, names the files and what to give', async () => {
    const problem = await problemOf({
      'letter.docx': 'x',
      'ssd_person.csv': '',
      'local.csv': lines('a,b', '1,2'),
      'ssd_address.csv': lines('addr_table_id', '1'),
    });
    expect(problem).toBeInstanceOf(Problem);
    expect(problem).toMatchObject({
      message: 'Nothing in the folder is a table of the Standard Safeguarding Dataset.',
      hint: [
        'letter.docx: is not a CSV file.',
        'ssd_person.csv: is empty.',
        'local.csv: is not a table that we know.',
        'ssd_address.csv: is ssd_address, which no measure needs.',
        'Give the folder, or the zip, that holds files such as ssd_person.csv and ssd_cin_episodes.csv.',
      ].join(' '),
    });
  });

  it('leaves what was loaded before as it was', async () => {
    await intake.given({ 'ssd_person.csv': lines(PERSON, 'p1,,,') });
    expect(await problemOf({ 'letter.docx': 'x' })).toBeInstanceOf(Problem);
    expect(await persons()).toEqual(['p1']);
  });

  it('is a Problem too for no file at all', async () => {
    expect(await problemOf({})).toBeInstanceOf(Problem);
  });
});
