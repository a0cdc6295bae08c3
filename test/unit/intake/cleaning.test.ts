import { describe, expect, it } from 'vitest';
import { findingsOf, lines, openIntake, tableIn } from './intake.ts';

const intake = openIntake();

/** Each text with what it was read as, so that a difference names its text. */
const paired = (texts: readonly string[], values: readonly unknown[]) =>
  texts.map((text, place) => [text, values[place]]);

describe('dates', () => {
  const ONE_DAY = [
    '2025-03-31',
    '2025-03-31 00:00',
    '2025-03-31 00:00:00',
    '2025-03-31 23:59:59',
    '2025-03-31 00:00:00.000',
    '2025-03-31 00:00:00.0000000',
    '2025-03-31 13:45:10.123456',
    '2025-03-31T00:00:00',
    '2025-03-31T13:45:10.123',
    '2025-03-31T00:00:00Z',
    '2025-03-31T00:00:00+01:00',
    '2025-03-31 00:00:00.000 +00:00',
    '2025-03-31 00:00:00+00',
    '31/03/2025',
    '31/03/2025 13:45',
    '31/03/2025 13:45:10',
    '31/3/2025',
    '31/03/25',
    '31.03.2025',
    '31.03.2025 00:00:00',
    '31-03-2025',
    '31-Mar-2025',
    '31-MAR-2025',
    '31-Mar-25',
    '31-MAR-25',
    '31-mar-25',
    '31-MAR-25 12.00.00.000000000 AM',
    '31 March 2025',
    '31st March 2025',
    '31 Mar 25',
    'Mar 31 2025 12:00AM',
    'Mar 31 2025  1:45PM',
    'Mar 31 2025 12:00:00:000AM',
    'March 31, 2025',
    '20250331',
    '2025/03/31',
    '2025/3/31 00:00:00',
    '45747',
    '45747.0',
    '45747.5',
    '  2025-03-31  ',
    '\u00a02025-03-31\u00a0',
  ];
  const UNREAD = [
    '2025-02-30',
    '31/04/2025',
    '29/02/2025',
    '1899-12-29',
    '0025-03-31',
    '31/13/2025',
    '10958', // Excel’s number for 31 December 1929
    '73416', // and for 1 January 2101
    '457470',
    '20251331',
    '31-Marble-2025',
    '2025-03-31 was seen',
    '2025-03-311',
    '31/03/2025 or 1/4/2025',
    'last week',
  ];
  const NOTHING = [
    ...['', 'NULL', 'null', '\\N', '(null)', 'N/A', '#N/A', 'NA', 'None', 'nan', 'NaN', 'NaT'],
    ...['SSD_PH', 'PLACEHOLDER_DATA'],
    ...[
      '1900-01-01',
      '01/01/1900',
      '1900-01-01 00:00:00.000',
      '01/01/1900 00:00',
      'Jan  1 1900 12:00AM',
    ],
    ...['1899-12-30', '30/12/1899', '0', '1', '0.0', '00/01/1900', '0001-01-01', '0000-00-00'],
  ];

  async function days(texts: readonly string[]) {
    const report = await intake.given({
      'ssd_cin_episodes.csv': lines(
        'cine_referral_id,cine_person_id,cine_referral_date,cine_close_date',
        ...texts.map((text, place) => `${place},p,"${text}",`),
      ),
    });
    const rows = await intake.rows(
      "select strftime(cine_referral_date, '%Y-%m-%d') as day from ssd_cin_episodes order by rowid",
    );
    return { report, days: rows.map((row) => row['day']) };
  }

  it('are read in every form', async () => {
    const read = await days(ONE_DAY);
    expect(paired(ONE_DAY, read.days)).toEqual(ONE_DAY.map((text) => [text, '2025-03-31']));
    expect(findingsOf(read.report, 'unreadable dates')).toEqual([]);
    expect(read.report.unsettled).toEqual([]);
  });

  it('are not read from anything else, which is counted and told', async () => {
    const read = await days(UNREAD);
    expect(paired(UNREAD, read.days)).toEqual(UNREAD.map((text) => [text, null]));
    expect(findingsOf(read.report, 'unreadable dates')).toMatchObject([{ count: UNREAD.length }]);
  });

  it('are nothing where there is nothing, of which nothing is told', async () => {
    const read = await days(NOTHING);
    expect(paired(NOTHING, read.days)).toEqual(NOTHING.map((text) => [text, null]));
    expect(findingsOf(read.report, 'unreadable dates')).toEqual([]);
  });

  it('keep their day over the turn of two-digit years and a leap day', async () => {
    const read = await days([
      '29-FEB-24',
      '01-JAN-08',
      '31-DEC-99',
      '29/02/2024',
      '31/12/49',
      '31/12/50',
    ]);
    const turned = ['2049-12-31', '1950-12-31'];
    expect(read.days).toEqual(['2024-02-29', '2008-01-01', '1999-12-31', '2024-02-29', ...turned]);
  });

  it('have a day before the tenth without a nought', async () => {
    expect((await days(['1/4/2025', '31/3/2025', 'Apr  1 2025 12:00AM', '2025-4-1'])).days).toEqual(
      ['2025-04-01', '2025-03-31', '2025-04-01', '2025-04-01'],
    );
  });

  it('stay open where a far day stands for no end', async () => {
    expect((await days(['9999-12-31', '31/12/9999'])).days).toEqual(['9999-12-31', '9999-12-31']);
  });

  it('make the window of their table, whatever could not be read', async () => {
    const { report } = await days(['2025-03-31', 'x', '01/02/2024', '13/02/2024', '']);
    expect(tableIn(report, 'ssd_cin_episodes')).toMatchObject({
      rows: 5,
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
  const IDS = [
    ['10234', '10234'],
    ['10234.0', '10234'],
    ['10234.000', '10234'],
    ['10234.50', '10234.50'],
    ['10,234', '10,234'],
    ['007', '7'],
    ['007.0', '7'],
    ['000', '0'],
    ['0', '0'],
    ['R007', 'R007'],
    ['0-7', '0-7'],
    ['0A7', '0A7'],
    ['-5', '-5'],
    ['A.0', 'A.0'],
    [' A 1 ', 'A 1'],
    ['\u00a0 10234\u00a0', '10234'],
    ['1.0234E+04', '10234'],
    ['1.0234e+004', '10234'],
    ['1.023400E+04', '10234'],
    ['1.02345E+04', '1.02345E+04'], // not whole: no id of a number, and nothing that was rounded
    // 2^53 + 1, and more: no number in between keeps all of their digits.
    ['9.007199254740993E+15', '9007199254740993'],
    ['1.2345678901234567891E+19', '12345678901234567891'],
    ['12345678901234567891.0', '12345678901234567891'],
    ['{3f2504e0-4f89-11d3-9a0c-0305e82c3301}', '3F2504E0-4F89-11D3-9A0C-0305E82C3301'],
    ['3F2504E0-4f89-11d3-9a0c-0305e82c3301', '3F2504E0-4F89-11D3-9A0C-0305E82C3301'],
    ['NULL', null],
    ['None', null],
    ['N/A', null],
    ['', null],
    ['SSD_PH', null],
  ] as const;

  it('are made whole', async () => {
    const report = await intake.given({
      'ssd_cin_episodes.csv': lines(
        'cine_referral_id,cine_person_id',
        ...IDS.map(([text], place) => `${place},"${text}"`),
      ),
    });
    const rows = await intake.rows(
      'select cine_person_id as id from ssd_cin_episodes order by rowid',
    );
    const ids = rows.map((row) => row['id']);
    expect(
      paired(
        IDS.map(([text]) => text),
        ids,
      ),
    ).toEqual(IDS);
    expect(findingsOf(report, 'unreadable ids')).toEqual([]);
  });

  it('are joined however a file writes them', async () => {
    await intake.given({
      'ssd_person.csv': lines('pers_person_id,pers_dob', '00123,2010-01-01'),
      'ssd_cin_episodes.csv': lines('cine_referral_id,cine_person_id', '1,123.0', '2, 1.23E+02 '),
    });
    expect(
      await intake.rows(
        'select cine_referral_id as id from ssd_cin_episodes join ssd_person on pers_person_id = cine_person_id order by id',
      ),
    ).toEqual([{ id: '1' }, { id: '2' }]);
  });

  it('that were rounded are not read, and told', async () => {
    const HEADING = 'cine_referral_id,cine_person_id';
    const report = await intake.given({
      'a/ssd_cin_episodes.csv': lines(HEADING, '1,1.23457E+11', '2,1.23457E+11', '3,5'),
      'b/ssd_cin_episodes.csv': lines(HEADING, '4,1e+006', '5,6'),
    });
    expect(
      await intake.rows('select cine_person_id as id from ssd_cin_episodes order by rowid'),
    ).toEqual([{ id: null }, { id: null }, { id: '5' }, { id: null }, { id: '6' }]);
    const told = findingsOf(report, 'unreadable ids');
    expect(told).toMatchObject([{ severity: 'serious', column: 'cine_person_id', count: 3 }]);
    expect(told[0]?.file).toBe('a/ssd_cin_episodes.csv, b/ssd_cin_episodes.csv');
  });

  it('of a key that are different in the file and one without their noughts are told', async () => {
    const report = await intake.given({
      'ssd_person.csv': lines(
        'pers_person_id,pers_dob',
        ...['00123,2010-01-01', '123,2011-01-01', '0123,2012-01-01', '0045,2010-01-01', '0045,'],
        ...['7.0,2010-01-01', '007,2010-01-01', 'R01,2010-01-01', '8,2010-01-01', '8.0,2010-01-01'],
      ),
    });
    expect(findingsOf(report, 'ids made alike')).toMatchObject([
      { severity: 'serious', table: 'ssd_person', column: 'pers_person_id', count: 2 },
    ]);
  });

  it('are the same id in two files, though one writes it with noughts', async () => {
    const report = await intake.given({
      'a/ssd_person.csv': lines('pers_person_id,pers_dob', '00123,2010-01-01'),
      'b/ssd_person.csv': lines('pers_person_id,pers_dob', '123,2010-01-01'),
    });
    expect(findingsOf(report, 'ids made alike')).toEqual([]);
  });
});

describe('placeholders', () => {
  it.each([
    ...['', '  ', 'NULL', 'null', '(null)', '\\N', 'N/A', '#N/A', 'nan', 'NaN', 'NaT', '\u00a0'],
    ...['SSD_PH', 'ssd_ph', 'PLACEHOLDER_DATA', '""'],
  ])('%j is nothing, in every type of column', async (text) => {
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
  });

  it('are words where they can be: a code for no disability, and a grandmother', async () => {
    await intake.given({
      'ssd_disability.csv': lines('disa_person_id,disa_disability_code', '1,None', '2,N/A'),
      'ssd_cin_episodes.csv': lines(
        'cine_referral_id,cine_referral_source_desc',
        ...['1,Nan', '2,Nan', '3,Nan', '4,None', '5,None', '6,None'],
      ),
    });
    const disabilities = 'select disa_disability_code as word from ssd_disability order by rowid';
    expect(await intake.rows(disabilities)).toEqual([{ word: 'None' }, { word: null }]);
    const sources = 'select cine_referral_source_desc as word from ssd_cin_episodes order by rowid';
    const words = (await intake.rows(sources)).map((row) => row['word']);
    // The list of referral sources has no “none”.
    expect(words).toEqual(['Nan', 'Nan', 'Nan', null, null, null]);
  });
});

describe('flags', () => {
  const FLAGS = [
    ...['Y', 'y', 'Yes', 'T', 'TRUE', 'true', ' 1 ', '1.0', '-1', '✓', '☑'].map((text) => [
      text,
      true,
    ]),
    ...['N', 'no', 'F', 'False', '0', '0.0', '☐'].map((text) => [text, false]),
    ...['', 'NULL', 'N/A', 'None'].map((text) => [text, null]),
  ] as const;
  const UNREAD = ['perhaps', '2', 'X', 'Y N'];

  async function flags(texts: readonly unknown[]) {
    const report = await intake.given({
      'ssd_cin_episodes.csv': lines(
        'cine_referral_id,cine_referral_nfa',
        ...texts.map((text, place) => `${place},${String(text)}`),
      ),
    });
    const rows = await intake.rows(
      'select cine_referral_nfa as flag from ssd_cin_episodes order by rowid',
    );
    return { told: findingsOf(report, 'unreadable flags'), flags: rows.map((row) => row['flag']) };
  }

  it('are read in every spelling', async () => {
    const read = await flags(FLAGS.map(([text]) => text));
    expect(read.flags).toEqual(FLAGS.map(([, flag]) => flag));
    expect(read.told).toEqual([]);
  });

  it('that say neither yes nor no are nothing, counted and told', async () => {
    const read = await flags([...UNREAD, 'Y']);
    expect(read.flags).toEqual([...UNREAD.map(() => null), true]);
    expect(read.told).toMatchObject([
      { severity: 'warning', column: 'cine_referral_nfa', count: UNREAD.length },
    ]);
    expect(read.told[0]?.says).not.toContain('perhaps');
  });
});
