import { describe, expect, it } from 'vitest';
import { findingsOf, lines, openIntake, tableIn } from './intake.ts';

const intake = openIntake();
const PERSON = 'pers_person_id,pers_dob,pers_sex,pers_ethnicity';

async function persons(): Promise<unknown[]> {
  const rows = await intake.rows(
    "select concat_ws(' ', pers_person_id, pers_dob, pers_sex) as person from ssd_person order by person",
  );
  return rows.map((row) => row['person']);
}

describe('a table in several files', () => {
  it('is put together, which is told, with the columns that one of them does not have', async () => {
    const report = await intake.given({
      'a/ssd_person.csv': lines(PERSON, 'p1,2010-01-01,F,WBRI'),
      'b/person_20250714.csv': lines('pers_sex;pers_person_id', 'M;p3'),
    });
    expect(await persons()).toEqual(['p1 2010-01-01 F', 'p3 M']);
    expect(tableIn(report, 'ssd_person')).toMatchObject({
      rows: 2,
      files: ['a/ssd_person.csv', 'b/person_20250714.csv'],
      columnsMissing: [],
    });
    const [finding, ...more] = findingsOf(report, 'table in several files');
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ table: 'ssd_person', count: 2, severity: 'warning' });
    expect(finding?.says).toContain('2 files: a/ssd_person.csv, b/person_20250714.csv');
    expect(findingsOf(report, 'column missing')).toMatchObject([
      { file: 'b/person_20250714.csv', count: 2 },
    ]);
    expect(findingsOf(report, 'rows given again')).toEqual([]);
  });

  it('holds a row once that is in two of them, as it is in the newer one by its name', async () => {
    const report = await intake.given({
      'ssd_person_20250714.csv': lines(PERSON, 'p1,2010-01-01,F,', 'p2,2011-01-01,M,', 'p4,,,'),
      'ssd_person_2024-07-14.csv': lines(PERSON, 'p1,2010-01-01,F,', 'p2,2011-01-01,,', 'p3,,,'),
    });
    expect(await persons()).toEqual(['p1 2010-01-01 F', 'p2 2011-01-01 M', 'p3', 'p4']);
    expect(tableIn(report, 'ssd_person').rows).toBe(4);
    expect(findingsOf(report, 'rows given again')).toMatchObject([
      {
        severity: 'warning',
        file: 'ssd_person_2024-07-14.csv',
        table: 'ssd_person',
        count: 2,
        says: '2 rows of ssd_person_2024-07-14.csv are in ssd_person_20250714.csv too. 1 row is the same in both, and counted once. 1 row differs in what is read: the one in ssd_person_20250714.csv, the newer file, counts.',
      },
    ]);
  });

  it('is as new as the file itself where its name has no day', async () => {
    // The files of these tests are of 14 July 2025.
    await intake.given({
      'ssd_person_20250713.csv': lines(PERSON, 'p1,,M,'),
      'ssd_person.csv': lines(PERSON, 'p1,,F,'),
    });
    expect(await persons()).toEqual(['p1 F']);
    await intake.given({
      'ssd_person.csv': lines(PERSON, 'p1,,F,'),
      'ssd_person_20250715.csv': lines(PERSON, 'p1,,M,'),
    });
    expect(await persons()).toEqual(['p1 M']);
  });

  it('counts a row of three files in the newest, and tells it for each older one', async () => {
    const report = await intake.given({
      'ssd_person_20230714.csv': lines(PERSON, 'p1,,F,', 'p2,,F,'),
      'ssd_person_20250714.csv': lines(PERSON, 'p1,,F,'),
      'ssd_person_20240714.csv': lines(PERSON, 'p1,,F,', 'p2,,F,'),
    });
    expect(await persons()).toEqual(['p1 F', 'p2 F']);
    const told = findingsOf(report, 'rows given again').map(({ says, severity }) => [
      severity,
      says,
    ]);
    expect(told).toEqual([
      [
        'note',
        '1 row of ssd_person_20240714.csv is in ssd_person_20250714.csv too. 1 row is the same in both, and counted once.',
      ],
      [
        'note',
        '1 row of ssd_person_20230714.csv is in ssd_person_20250714.csv too. 1 row is the same in both, and counted once.',
      ],
      [
        'note',
        '1 row of ssd_person_20230714.csv is in ssd_person_20240714.csv too. 1 row is the same in both, and counted once.',
      ],
    ]);
  });

  it('keeps what shares an identifier in one file, or has none', async () => {
    const report = await intake.given({
      'ssd_person_20250714.csv': lines(PERSON, 'p1,,F,', 'p1,,M,', ',,F,'),
      'ssd_person_20240714.csv': lines(PERSON, 'p2,,F,', 'p2,,F,', ',,F,'),
    });
    expect(await persons()).toEqual(['F', 'F', 'p1 F', 'p1 M', 'p2 F', 'p2 F']);
    expect(findingsOf(report, 'rows given again')).toEqual([]);
  });

  it('without a key loses only what is the same in full', async () => {
    const report = await intake.given({
      'a/ssd_disability.csv': lines(
        'disa_person_id,disa_disability_code',
        'p1,NONE',
        'p2,MOB',
        'p3,',
      ),
      'b/ssd_disability.csv': lines(
        'disa_person_id,disa_disability_code',
        'p1,MOB',
        'p2,MOB',
        'p3,',
      ),
    });
    const rows = await intake.rows(
      "select concat_ws(' ', disa_person_id, disa_disability_code) as row from ssd_disability order by row",
    );
    expect(rows.map(({ row }) => row)).toEqual(['p1 MOB', 'p1 NONE', 'p2 MOB', 'p3']);
    expect(findingsOf(report, 'rows given again')).toMatchObject([{ count: 2 }]);
  });
});

describe('among the rows of a file', () => {
  it('a heading met again is left out, however it is written, and told', async () => {
    const report = await intake.given({
      'ssd_person.csv': lines(PERSON, 'p1,,F,', PERSON.toUpperCase(), 'p2,,F,', PERSON, 'pers,,F,'),
    });
    expect(await persons()).toEqual(['p1 F', 'p2 F', 'pers F']);
    expect(tableIn(report, 'ssd_person').rows).toBe(3);
    expect(findingsOf(report, 'heading again')).toMatchObject([
      { file: 'ssd_person.csv', count: 2, severity: 'note' },
    ]);
  });

  it('a heading under another name is met again under it', async () => {
    const report = await intake.given({
      'ssd_cin_plans.csv': lines(
        'Cin Plan ID,cinp_person_id',
        '1,p1',
        'Cin Plan ID,cinp_person_id',
        '2,p1',
      ),
    });
    expect(tableIn(report, 'ssd_cin_plans').rows).toBe(2);
  });

  it.each(['Total,,,', 'Grand Total,,,', 'COUNT,,2,', 'total,2025-07-14,,'])(
    'a total is left out, and told: %s',
    async (total) => {
      const report = await intake.given({ 'ssd_person.csv': lines(PERSON, 'p1,,F,', total) });
      expect(await persons()).toEqual(['p1 F']);
      expect(tableIn(report, 'ssd_person').rows).toBe(1);
      expect(findingsOf(report, 'total row')).toMatchObject([{ count: 1, file: 'ssd_person.csv' }]);
    },
  );

  it('a record stays whose identifier is such a word', async () => {
    const report = await intake.given({
      'ssd_person.csv': lines(PERSON, 'Total,2010-01-01,F,', 'p2,,,'),
    });
    expect(await persons()).toEqual(['Total 2010-01-01 F', 'p2']);
    expect(report.findings).toEqual([]);
  });

  it('only the file that has them loses rows', async () => {
    const report = await intake.given({
      'a_ssd_person_20250714.csv': lines(PERSON, 'p1,,F,', 'Total,,,'),
      'b_ssd_person_20240714.csv': lines(PERSON, 'p2,,F,'),
    });
    expect(await persons()).toEqual(['p1 F', 'p2 F']);
    expect(findingsOf(report, 'total row')).toMatchObject([{ file: 'a_ssd_person_20250714.csv' }]);
  });
});
