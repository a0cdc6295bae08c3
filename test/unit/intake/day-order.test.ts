import { describe, expect, it } from 'vitest';
import { dayOrders } from '../../../src/intake/day-order.ts';
import type { ExtractReport } from '../../../src/model/extract.ts';
import { NOTHING_SETTLED, type DayOrder, type Reading } from '../../../src/model/reading.ts';
import type { SsdColumn } from '../../../src/spec/types.ts';
import { type Files, findingsOf, lines, openIntake, tableIn } from './intake.ts';

const date = (name: string): SsdColumn => ({
  name,
  type: 'date',
  also: [],
  used: true,
  list: null,
  flags: [],
  as: null,
});

/** How many dates of a column can be read with the day first alone, with the month first alone, and in both ways. */
type Counts = readonly [onlyDayFirst: number, onlyMonthFirst: number, both: number];

function ordered(
  columns: Readonly<Record<string, Counts>>,
  settled: Readonly<Record<string, DayOrder>> = {},
) {
  const tallies = Object.entries(columns).map(([name, counts]) => {
    const [onlyDayFirst, onlyMonthFirst, both] = counts;
    return { column: date(name), tally: { unread: 0, onlyDayFirst, onlyMonthFirst, both } };
  });
  const orders = dayOrders({ columns: tallies }, settled);
  return Object.fromEntries([...orders].map(([name, { order }]) => [name, order]));
}

describe('the order of day and month', () => {
  it('is told by a date of the column that can be read in one way alone', () => {
    expect(ordered({ a: [1, 0, 900] })).toEqual({ a: 'day first' });
    expect(ordered({ a: [0, 1, 900] })).toEqual({ a: 'month first' });
  });

  it('is told by the other dates of the file, where the column’s own do not say', () => {
    expect(ordered({ a: [0, 0, 5], b: [0, 2, 0] })).toEqual({
      a: 'month first',
      b: 'month first',
    });
    expect(ordered({ a: [0, 0, 5], b: [7, 0, 1], c: [1, 0, 0] })['a']).toBe('day first');
  });

  it('is not told by them where they do not agree', () => {
    expect(ordered({ a: [0, 0, 5], b: [7, 0, 0], c: [0, 1, 0] })).toEqual({
      a: 'unsettled',
      b: 'day first',
      c: 'month first',
    });
    expect(ordered({ a: [0, 0, 5], b: [3, 1, 0] })['a']).toBe('unsettled');
  });

  it('is what a person settled where nothing else tells, and not before', () => {
    const settled = { a: 'month first', b: 'month first' } as const;
    expect(ordered({ a: [0, 0, 5] })).toEqual({ a: 'unsettled' });
    expect(ordered({ a: [0, 0, 5] }, settled)).toEqual({ a: 'month first' });
    expect(ordered({ a: [0, 0, 5], b: [1, 0, 5] }, settled)).toEqual({
      a: 'day first',
      b: 'day first',
    });
  });

  it('is put to a person where a column’s dates speak for both', () => {
    expect(ordered({ a: [900, 1, 5] })).toEqual({ a: 'unsettled' });
    expect(ordered({ a: [900, 1, 5] }, { a: 'day first' })).toEqual({ a: 'day first' });
  });

  it('does not matter where no date can be read in two ways', () => {
    expect(ordered({ a: [0, 0, 0], b: [1, 1, 0] })).toEqual({ a: 'day first', b: 'unsettled' });
  });
});

const intake = openIntake();
const HEADING = 'cine_referral_id,cine_referral_date,cine_close_date';

function settled(dayOrder: Reading['dayOrder']): Reading {
  return { ...NOTHING_SETTLED, dayOrder };
}

async function read(files: Files, reading?: Reading) {
  const report = await intake.given(files, reading);
  const rows = await intake.rows(`
    select strftime(cine_referral_date, '%Y-%m-%d') as made, strftime(cine_close_date, '%Y-%m-%d') as closed
    from ssd_cin_episodes order by rowid`);
  return { report, made: rows.map(({ made }) => made), closed: rows.map(({ closed }) => closed) };
}

function columns(report: ExtractReport) {
  const { columnsRead, columnsMissing, columnsUnsettled } = tableIn(report, 'ssd_cin_episodes');
  return { columnsRead, columnsMissing, columnsUnsettled };
}

describe('a file with dates of two numbers', () => {
  it('is read with the day first by a date that cannot be read otherwise', async () => {
    const { made, closed, report } = await read({
      'ssd_cin_episodes.csv': lines(HEADING, '1,05/06/2025,04.07.2025', '2,13/06/2025,01-08-25'),
    });
    expect(made).toEqual(['2025-06-05', '2025-06-13']);
    expect(closed).toEqual(['2025-07-04', '2025-08-01']);
    expect(report.unsettled).toEqual([]);
    expect(report.findings.map(({ rule }) => rule)).toEqual(['column missing']);
  });

  it('is read with the month first by such a date, which is told', async () => {
    const { made, closed, report } = await read({
      'ssd_cin_episodes.csv': lines(
        HEADING,
        '1,05/06/2025 10:30,7/4/25',
        '2,06/13/2025,07/07/2025',
        '3,06/12/2025,08/01/2025',
      ),
    });
    expect(made).toEqual(['2025-05-06', '2025-06-13', '2025-06-12']);
    expect(closed).toEqual(['2025-07-04', '2025-07-07', '2025-08-01']);
    expect(report.unsettled).toEqual([]);
    const told = findingsOf(report, 'month first');
    expect(told).toMatchObject([
      { severity: 'note', column: 'cine_referral_date', count: 1 },
      { severity: 'note', column: 'cine_close_date', count: null },
    ]);
    expect(told[0]?.says).toContain('1 date can be read in no other way.');
    expect(told[1]?.says).toContain('the other dates of the file are.');
  });

  it('is not read, and put to a person, where nothing tells', async () => {
    const { made, closed, report } = await read({
      'ssd_cin_episodes.csv': lines(HEADING, '1,05/06/2025,', '2,07/07/2025,2025-08-20', '3,x,'),
    });
    expect(made).toEqual([null, null, null]);
    expect(closed).toEqual([null, '2025-08-20', null]);
    expect(report.unsettled).toEqual([
      {
        kind: 'day order',
        files: ['ssd_cin_episodes.csv'],
        table: 'ssd_cin_episodes',
        column: 'cine_referral_date',
        ...{ onlyDayFirst: 0, onlyMonthFirst: 0, both: 1 },
      },
    ]);
    expect(columns(report).columnsUnsettled).toEqual(['cine_referral_date']);
    expect(columns(report).columnsRead).not.toContain('cine_referral_date');
    expect(columns(report).columnsMissing).not.toContain('cine_referral_date');
    // Of a column that is not read, no date is told as one that cannot be read.
    expect(findingsOf(report, 'unreadable dates')).toEqual([]);
    expect(tableIn(report, 'ssd_cin_episodes').window).toBeNull();
  });

  it('is read as was settled, and what can only be read otherwise is told', async () => {
    const file = lines(HEADING, '1,05/06/2025,', '2,13/06/2025,', '3,06/14/2025,', '4,06/15/2025,');
    const order = (chosen: DayOrder) =>
      read(
        { 'ssd_cin_episodes.csv': file },
        settled({ ssd_cin_episodes: { cine_referral_date: chosen } }),
      );
    const dayFirst = await order('day first');
    expect(dayFirst.made).toEqual(['2025-06-05', '2025-06-13', null, null]);
    expect(findingsOf(dayFirst.report, 'unreadable dates')).toMatchObject([{ count: 2 }]);
    expect(dayFirst.report.unsettled).toEqual([]);
    const monthFirst = await order('month first');
    expect(monthFirst.made).toEqual(['2025-05-06', null, '2025-06-14', '2025-06-15']);
    expect(findingsOf(monthFirst.report, 'unreadable dates')).toMatchObject([{ count: 1 }]);
    expect(findingsOf(monthFirst.report, 'month first')).toEqual([]);
  });

  it('may have another order than the table’s other file', async () => {
    const { made, report } = await read({
      'a/ssd_cin_episodes.csv': lines(HEADING, '1,13/06/2025,', '2,05/06/2025,'),
      'b/ssd_cin_episodes.csv': lines(HEADING, '3,06/13/2025,', '4,05/06/2025,'),
    });
    expect(made).toEqual(['2025-06-13', '2025-06-05', '2025-06-13', '2025-05-06']);
    expect(report.unsettled).toEqual([]);
  });

  it('keeps the column of all files unread where one of them is not settled', async () => {
    const { made, report } = await read({
      'a/ssd_cin_episodes.csv': lines(HEADING, '1,13/06/2025,', '2,soon,'),
      'b/ssd_cin_episodes.csv': lines(HEADING, '3,05/06/2025,', '4,06/07/2025,', '5,never,'),
    });
    expect(made).toEqual([null, null, null, null, null]);
    expect(report.unsettled).toMatchObject([{ files: ['b/ssd_cin_episodes.csv'], both: 2 }]);
    expect(findingsOf(report, 'unreadable dates')).toEqual([]);
  });
});
