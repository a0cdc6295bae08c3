import { describe, expect, it } from 'vitest';
import { findingsOf, lines, openIntake, tableIn } from './intake.ts';

const intake = openIntake();

describe('dates', () => {
  const ONE_DAY = [
    '2025-03-31',
    '2025-03-31 00:00:00',
    '2025-03-31 23:59:59',
    '2025-03-31 00:00:00.000',
    '2025-03-31 13:45:10.123456',
    '2025-03-31T00:00:00',
    '2025-03-31T13:45:10.123',
    '31/03/2025',
    '31/03/2025 13:45',
    '31/03/2025 13:45:10',
    '31-Mar-2025',
    '31-MAR-2025',
    '31-Mar-25',
    '31-MAR-25',
    '2025-03-31 00:00',
    '2025-03-31 00:00:00.0000000',
    '2025-03-31T00:00:00Z',
    '31-03-2025',
    'Mar 31 2025 12:00AM',
    'Mar 31 2025  1:45PM',
    '  2025-03-31  ',
  ];
  const UNREAD = [
    '03/31/2025',
    '2025-02-30',
    '31/04/2025',
    '1899-12-30',
    '0025-03-31',
    '31/03/25',
    '45747',
    'last week',
    '20250331',
  ];
  const NOTHING = ['', 'NULL', '1900-01-01', '01/01/1900', '1900-01-01 00:00:00.000', 'SSD_PH'];

  async function days(texts: readonly string[]) {
    const report = await intake.given({
      'ssd_cin_episodes.csv': lines(
        'cine_referral_id,cine_person_id,cine_referral_date,cine_close_date',
        ...texts.map((text, place) => `${place},p,${text},`),
      ),
    });
    const rows = await intake.rows(
      "select strftime(cine_referral_date, '%Y-%m-%d') as day from ssd_cin_episodes order by rowid",
    );
    return { report, days: rows.map((row) => row['day']) };
  }

  it.each(ONE_DAY)('are read from %j', async (text) => {
    const read = await days([text]);
    expect(read.days).toEqual(['2025-03-31']);
    expect(findingsOf(read.report, 'unreadable dates')).toEqual([]);
  });

  it.each(UNREAD)('are not read from %j, which is told', async (text) => {
    const read = await days([text]);
    expect(read.days).toEqual([null]);
    expect(findingsOf(read.report, 'unreadable dates')).toMatchObject([{ count: 1 }]);
  });

  it.each(NOTHING)('are nothing where there is %j, of which nothing is told', async (text) => {
    const read = await days([text]);
    expect(read.days).toEqual([null]);
    expect(findingsOf(read.report, 'unreadable dates')).toEqual([]);
  });

  it('keep their day over the turn of two-digit years and a leap day', async () => {
    const read = await days(['29-FEB-24', '01-JAN-08', '31-DEC-99', '29/02/2024']);
    expect(read.days).toEqual(['2024-02-29', '2008-01-01', '1999-12-31', '2024-02-29']);
  });

  it('have a day before the tenth without a nought', async () => {
    expect((await days(['1/4/2025', 'Apr  1 2025 12:00AM'])).days).toEqual([
      '2025-04-01',
      '2025-04-01',
    ]);
  });

  it('make the window of their table, whatever could not be read', async () => {
    const { report } = await days(['2025-03-31', 'x', '01/02/2024', '']);
    expect(tableIn(report, 'ssd_cin_episodes')).toMatchObject({
      rows: 4,
      window: { from: '2024-02-01', to: '2025-03-31' },
    });
    expect(tableIn((await days(['x'])).report, 'ssd_cin_episodes').window).toBeNull();
  });

  it('that cannot be read are counted by column, and their rows are loaded', async () => {
    const HEADING = 'cine_referral_id,cine_referral_date,cine_close_date';
    const report = await intake.given({
      'a/ssd_cin_episodes.csv': lines(HEADING, '1,soon,2025-03-31', '2,2025-03-31,later'),
      'b/ssd_cin_episodes.csv': lines(HEADING, '3,2025-03-31,never', '4,2025-03-31,'),
    });
    expect(tableIn(report, 'ssd_cin_episodes').rows).toBe(4);
    const files = 'a/ssd_cin_episodes.csv, b/ssd_cin_episodes.csv';
    expect(findingsOf(report, 'unreadable dates')).toMatchObject([
      {
        severity: 'serious',
        file: files,
        table: 'ssd_cin_episodes',
        column: 'cine_referral_date',
        count: 1,
      },
      {
        severity: 'serious',
        file: files,
        table: 'ssd_cin_episodes',
        column: 'cine_close_date',
        count: 2,
      },
    ]);
    const says = findingsOf(report, 'unreadable dates').map((finding) => finding.says);
    expect(says[1]).toContain(`2 dates in column cine_close_date of ${files} cannot be read.`);
    expect(says.join()).not.toMatch(/soon|later|never/);
  });
});

describe('ids', () => {
  it.each([
    ['10234', '10234'],
    ['10234.0', '10234'],
    ['10234.000', '10234'],
    ['10234.50', '10234.50'],
    ['007', '007'],
    ['A.0', 'A.0'],
    [' A 1 ', 'A 1'],
    ['NULL', null],
    ['', null],
    ['SSD_PH', null],
  ])('%j is %j', async (text, id) => {
    await intake.given({
      'ssd_person.csv': lines('pers_person_id,pers_dob', `${text},2010-01-01`),
    });
    expect(await intake.rows('select pers_person_id as id from ssd_person')).toEqual([{ id }]);
  });
});

describe('placeholders', () => {
  it.each(['', '  ', 'NULL', 'null', '\\N', 'SSD_PH', 'ssd_ph', 'PLACEHOLDER_DATA', '""'])(
    '%j is nothing, in every type of column',
    async (text) => {
      await intake.given({
        'ssd_cin_episodes.csv': lines(
          'cine_person_id,cine_referral_date,cine_referral_nfa,cine_referral_source_code,cine_referral_id',
          `${text},${text},${text},${text},1`,
        ),
      });
      const columns =
        'cine_person_id, cine_referral_date, cine_referral_nfa, cine_referral_source_code';
      const held = `select (coalesce(${columns.replaceAll(/\w+/g, '$&::varchar')}) is null) as nothing`;
      expect(await intake.rows(`${held} from ssd_cin_episodes`)).toEqual([{ nothing: true }]);
    },
  );
});

describe('flags', () => {
  it.each([
    ['Y', true],
    ['y', true],
    ['Yes', true],
    ['T', true],
    ['TRUE', true],
    ['true', true],
    [' 1 ', true],
    ['N', false],
    ['no', false],
    ['F', false],
    ['False', false],
    ['0', false],
    ['', null],
    ['NULL', null],
    ['perhaps', null],
    ['2', null],
  ])('%j is %s', async (text, flag) => {
    await intake.given({
      'ssd_cin_episodes.csv': lines('cine_referral_id,cine_referral_nfa', `1,${text}`),
    });
    expect(await intake.rows('select cine_referral_nfa as flag from ssd_cin_episodes')).toEqual([
      { flag },
    ]);
  });
});
