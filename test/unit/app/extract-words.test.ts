import { describe, expect, it } from 'vitest';
import { fileNames, extractInWords, isUsable } from '../../../src/app/extract-words.ts';
import type { ExtractReport, TableReport } from '../../../src/model/extract.ts';

const EPISODES: TableReport = {
  table: 'ssd_cin_episodes',
  title: 'Referrals and episodes of need',
  state: 'read',
  files: ['extract.zip/csv/ssd_cin_episodes.csv'],
  rows: 1_150_000,
  rejected: 0,
  unreadDates: [],
  window: { from: '2019-07-01', to: '2025-07-12' },
  columnsRead: [],
  columnsMissing: [],
  columnsUnsettled: [],
  columnsLeft: [],
  columnsUnknown: [],
  measures: ['riia-02'],
};
const PEOPLE: TableReport = {
  ...EPISODES,
  table: 'ssd_person',
  rows: 50_000,
  window: null,
  measures: [],
};
const PLANS: TableReport = {
  ...EPISODES,
  table: 'ssd_cin_plans',
  state: 'absent',
  files: [],
  rows: 0,
  window: null,
};

function report(tables: readonly TableReport[], left: readonly string[] = []): ExtractReport {
  return {
    name: 'extract.zip',
    extractDate: { day: '2025-07-14', from: "the files' names" },
    tables,
    findings: [],
    unsettled: [],
    leftFiles: left.map((file) => ({ file, reason: 'is not a table that we know.' })),
  };
}

describe('an extract in one sentence', () => {
  it('counts the tables that measures need, and all the rows that were read', () => {
    expect(extractInWords(report([EPISODES, PEOPLE, PLANS]))).toBe(
      '1 of 2 tables the measures need, 1.2 million rows dated 1 July 2019 to 12 July 2025.',
    );
  });
});

describe('a usable extract', () => {
  it('has a table that a measure needs', () => {
    expect(isUsable(report([PEOPLE, PLANS]))).toBe(false);
    expect(isUsable(report([PEOPLE, EPISODES]))).toBe(true);
  });
});

describe('what names a file', () => {
  it('is its name, with as many folders as tell it from the others', () => {
    const PLANS_IN_TWO = { ...PLANS, files: ['a/2024/plans.csv', 'b/2024/plans.csv'] };
    const names = fileNames(report([EPISODES, PLANS_IN_TWO], ['extract.zip/csv/notes.txt']));
    expect([...names.values()]).toEqual([
      'ssd_cin_episodes.csv',
      'a/2024/plans.csv',
      'b/2024/plans.csv',
      'notes.txt',
    ]);
  });

  it('is the whole path where one file is met twice', () => {
    const twice = { ...EPISODES, files: ['a/episodes.csv', 'a/episodes.csv'] };
    expect([...fileNames(report([twice])).values()]).toEqual(['a/episodes.csv']);
  });
});
