import { describe, expect, it } from 'vitest';
import type { ExtractReport } from '../../../src/model/extract.ts';
import { findingsOf, lines, openIntake, tableIn } from './intake.ts';

const intake = openIntake();
const HEADING = 'cine_referral_id,cine_person_id,cine_referral_date';

/** The referrals that were loaded, by id, in the order they were loaded. */
async function referrals(): Promise<unknown[]> {
  const rows = await intake.rows(
    'select cine_referral_id as id from ssd_cin_episodes order by rowid',
  );
  return rows.map((row) => row['id']);
}

function rejected(report: ExtractReport) {
  const findings = findingsOf(report, 'rejected lines');
  return findings.map(({ count, says }) => ({
    count,
    they: /(It is|They are).*$/.exec(says)?.[0],
  }));
}

describe('lines with the wrong number of values', () => {
  it('are told by their numbers in the file, and all others load', async () => {
    const report = await intake.given({
      'ssd_cin_episodes.csv': lines(
        HEADING,
        '1,a,2025-01-01',
        '2,b',
        '3,c,2025-01-01,one too many',
        '4,d,2025-01-01',
        '',
        '5,e,2025-01-02',
        '6',
      ),
    });
    expect(await referrals()).toEqual(['1', '4', '5']);
    expect(tableIn(report, 'ssd_cin_episodes')).toMatchObject({ rows: 3, rejected: 3 });
    expect(rejected(report)).toEqual([{ count: 3, they: 'They are lines 3, 4, 8.' }]);
    const [finding] = findingsOf(report, 'rejected lines');
    expect(finding).toMatchObject({
      severity: 'serious',
      file: 'ssd_cin_episodes.csv',
      table: 'ssd_cin_episodes',
    });
    expect(finding?.says).toContain('3 lines of ssd_cin_episodes.csv');
    expect(finding?.says).toContain('the 3 values');
    expect(finding?.says).toContain('3 other lines are loaded');
  });

  it('are numbered by the lines of the file, though values above them hold line breaks', async () => {
    // The first record stands on lines 2 to 4.
    const report = await intake.given({
      'ssd_cin_episodes.csv': lines(HEADING, '1,"a\nb\nc",2025-01-01', '2,b', '3,c,2025-01-01'),
    });
    expect(await referrals()).toEqual(['1', '3']);
    expect(rejected(report)).toEqual([{ count: 1, they: 'It is line 5.' }]);
  });

  it('are spoken of as one where there is one', async () => {
    const report = await intake.given({
      'ssd_cin_episodes.csv': lines(HEADING, '1,a,2025-01-01', '2,b'),
    });
    expect(findingsOf(report, 'rejected lines')[0]?.says).toBe(
      'We could not read 1 line of ssd_cin_episodes.csv: it does not have the 3 values that the heading has, or a quote in it does not close. 1 other line is loaded. It is line 3.',
    );
  });

  it('are named up to five, and counted beyond', async () => {
    const bad = Array.from({ length: 1200 }, (_, place) => String(place));
    const report = await intake.given({
      'ssd_cin_episodes.csv': lines(HEADING, ...bad, '9999,x,2025-01-01'),
    });
    expect(await referrals()).toEqual(['9999']);
    expect(rejected(report)).toEqual([
      { count: 1200, they: 'They are lines 2, 3, 4, 5, 6 and 1195 more.' },
    ]);
    expect(findingsOf(report, 'rejected lines')[0]?.says).toContain('1,200 lines');
  });

  it('are told of one file, and not again of the next', async () => {
    const report = await intake.given({
      'ssd_cin_episodes.csv': lines(HEADING, '1', '2,b,2025-01-01'),
      'ssd_cin_plans.csv': lines('cinp_cin_plan_id,cinp_person_id', '1,b'),
      'ssd_s47_enquiry.csv': lines('s47e_s47_enquiry_id,s47e_person_id', '1,b'),
    });
    expect(rejected(report)).toEqual([{ count: 1, they: 'It is line 2.' }]);
  });
});

describe('a quote that does not close', () => {
  it.each([
    ['to the end of the file', '3,"c,2025-01-01', [4]],
    ['until a quoted value', '3,"c,2025-01-01', [4], '6,"f",2025-01-01'],
    ['with nothing in it', '3,",2025-01-01', [4]],
    ['or closes too soon', '3,"c"x,2025-01-01', [4]],
  ])('costs its own line and no other: %s', async (_, bad, numbers, last = '6,f,2025-01-01') => {
    const report = await intake.given({
      'ssd_cin_episodes.csv': lines(
        HEADING,
        '1,a,2025-01-01',
        '2,"b, ""quoted""",2025-01-01',
        bad,
        '4,d,2025-01-01',
        '5,e,2025-01-01',
        last,
      ),
    });
    expect(await referrals()).toEqual(['1', '2', '4', '5', '6']);
    expect(rejected(report)).toEqual([{ count: 1, they: `It is line ${numbers.join()}.` }]);
  });

  it('and lines with too few values beside it are told together, in order', async () => {
    const report = await intake.given({
      'ssd_cin_episodes.csv': lines(
        HEADING,
        '1',
        '2,"b\nb",2025-01-01',
        '3,"c,2025-01-01',
        '4,"d,2025-01-01',
        '5',
        '6,f,2025-01-01',
      ),
    });
    expect(await referrals()).toEqual(['2', '6']);
    expect(rejected(report)).toEqual([{ count: 4, they: 'They are lines 2, 5, 6, 7.' }]);
  });

  it('takes nothing from a file that was loaded into the table before', async () => {
    const report = await intake.given({
      'a/ssd_cin_episodes.csv': lines(HEADING, '1,a,2025-01-01', '2,b,2025-01-01'),
      'b/ssd_cin_episodes.csv': lines(HEADING, '3,"c,2025-01-01', '4,d,2025-01-01'),
    });
    expect(await referrals()).toEqual(['1', '2', '4']);
    expect(tableIn(report, 'ssd_cin_episodes')).toMatchObject({ rows: 3, rejected: 1 });
  });

  it('loses none of many thousand lines', async () => {
    const many = Array.from({ length: 200_000 }, (_, place) => `${place + 10},x,2025-01-01`).join(
      '\n',
    );
    const report = await intake.given({
      'ssd_cin_episodes.csv': lines(HEADING, '1,"a,2025-01-01', many),
    });
    expect(tableIn(report, 'ssd_cin_episodes')).toMatchObject({ rows: 200_000, rejected: 1 });
  });
});

describe('a line that a query tool writes under the table', () => {
  it.each([
    ['at once', '(12345 rows affected)\n'],
    ['after an empty line', '\n(12345 rows affected)\n'],
    ['of one row', '\n(1 row affected)\n'],
    ['in CRLF', '\r\n(12345 rows affected)\r\n'],
    [
      'with the time',
      '\n(2 rows affected)\n\nCompletion time: 2025-07-14T09:30:00.1234567+01:00\n',
    ],
  ])('is no rejected line: %s', async (_, trailer) => {
    const table = lines(HEADING, '1,a,2025-01-01', '2,b,2025-01-01');
    const report = await intake.given({
      'ssd_cin_episodes.csv':
        (trailer.includes('\r') ? table.replaceAll('\n', '\r\n') : table) + trailer,
    });
    expect(await referrals()).toEqual(['1', '2']);
    expect(rejected(report)).toEqual([]);
    expect(tableIn(report, 'ssd_cin_episodes').rejected).toBe(0);
  });
});

describe('line ends', () => {
  const TEXTS = [HEADING, '1,a,2025-01-01', '2,"b\nb",2025-01-01', '3', '4,d,2025-01-01'];
  it.each([
    ['LF', ['\n']],
    ['CRLF', ['\r\n']],
    ['CR', ['\r']],
    ['CRLF first, then LF', ['\r\n', '\n', '\n', '\n', '\n']],
    ['LF first, then CRLF', ['\n', '\r\n', '\r\n', '\r\n', '\r\n']],
    ['all of them', ['\r\n', '\n', '\r', '\r\n', '\n']],
  ])('are read: %s', async (_, ends) => {
    const content = TEXTS.map((text, place) => text + (ends[place] ?? ends[0] ?? '')).join('');
    const report = await intake.given({ 'ssd_cin_episodes.csv': content });
    expect(await referrals()).toEqual(['1', '2', '4']);
    // Line 3 runs on to line 4.
    expect(rejected(report)).toEqual([{ count: 1, they: 'It is line 5.' }]);
  });

  it('may be missing from the last line', async () => {
    await intake.given({ 'ssd_cin_episodes.csv': `${HEADING}\n1,a,2025-01-01\n2,b,2025-01-01` });
    expect(await referrals()).toEqual(['1', '2']);
  });
});
