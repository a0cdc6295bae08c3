import { describe, expect, it } from 'vitest';
import type { LeftFile } from '../../../src/files/found.ts';
import { datesApart, extractDate, newestFirst } from '../../../src/intake/extract-date.ts';

const file = (path: string, modified = 0): LeftFile => ({
  kind: 'left',
  path,
  modified,
  rule: 'not recognised',
  reason: 'is not a CSV file.',
  todo: '',
});

const MAY = Date.UTC(2025, 4, 20, 23, 59);
const named = (...paths: readonly string[]) => extractDate(paths.map((path) => file(path, MAY)));
const OWN = { day: '2025-05-20', from: "the newest file's own date" };

describe('the day of the extract', () => {
  it.each([
    ['ssd_contacts_20250714.csv'],
    ['ssd_contacts_20250714_093000.csv'],
    ['ssd_contacts_2025-07-14.csv'],
    ['ssd_contacts_2025_07_14.csv'],
    ['ssd_contacts.2025.07.14.csv'],
    ['ssd_contacts 14-07-2025.csv'],
    ['ssd_contacts 14.07.2025.csv'],
    ['14_07_2025/ssd_contacts.csv'],
    ['extract 2025-07-14.zip/ssd_contacts.csv'],
    ['ssd_contacts 14 July 2025.csv'],
    ['ssd_contacts_14Jul2025.csv'],
    ['ssd_contacts-14-JUL-2025.csv'],
    ['14th July 2025/ssd_contacts.csv'],
    ['extract 2025 07 14/ssd_contacts.csv'],
  ])('is read from the name %s', (path) => {
    expect(named(path)).toEqual({ day: '2025-07-14', from: "the files' names" });
  });

  it('is the latest of several, wherever they stand', () => {
    const paths = ['a_20250701.csv', '30-06-2025/b_2025-07-14.csv', 'c_2025_07_02.csv', 'd.csv'];
    expect(named(...paths).day).toBe('2025-07-14');
    expect(named(...paths.toReversed()).day).toBe('2025-07-14');
  });

  it.each([
    ['no day', 'ssd_contacts.csv'],
    ['no such month', 'a_20251301.csv'],
    ['no such day', 'a_2025-02-30.csv'],
    ['the month before the day', 'a_07-14-2025.csv'],
    ['another century', 'a_19990101.csv'],
    ['part of a longer number', 'a_120250714.csv'],
    ['two kinds of separator', 'a_2025-07_14.csv'],
    ['a school year', 'a_2025-2026.csv'],
    ['a month alone', 'a_Jul2025.csv'],
    ['a month of another name', 'a_14Jux2025.csv'],
    ['no such day of a month', 'a_31June2025.csv'],
  ])('is the newest file’s own where a name has %s', (_, path) => {
    expect(named(path)).toEqual(OWN);
  });

  it('is that of the newest file', () => {
    const files = [file('a.csv', MAY), file('b.csv', Date.UTC(2025, 5, 1)), file('c.csv', 0)];
    expect(extractDate(files)).toEqual({ ...OWN, day: '2025-06-01' });
  });
});

describe('dates in names that are too far apart for one extract', () => {
  const told = (...paths: readonly string[]) => datesApart(paths.map((path) => file(path)));

  it('are told', () => {
    expect(told('a_20250714.csv', 'b_20240630.csv', 'c_20250601.csv')).toMatchObject([
      {
        severity: 'warning',
        says: 'The names of the files hold dates from 30 June 2024 to 14 July 2025. The latest is taken as the day of the extract.',
      },
    ]);
  });

  it('are not those of one month', () => {
    expect(told('a_20250714.csv', 'b_20250613.csv')).toEqual([]);
    expect(told('a_20250714.csv', 'b_20250612.csv')).toHaveLength(1);
    expect(told('a.csv', 'b_20250612.csv')).toEqual([]);
    expect(told()).toEqual([]);
  });
});

describe('the newest file first', () => {
  it('is by the day in its name, else by its own date', () => {
    const files = [
      file('old_20240714.csv', MAY),
      file('own.csv', MAY),
      file('later.csv', MAY + 1_000),
      file('new_20250714.csv', 0),
    ];
    const order = ['new_20250714.csv', 'later.csv', 'own.csv', 'old_20240714.csv'];
    expect(files.toSorted(newestFirst).map(({ path }) => path)).toEqual(order);
    expect(
      files
        .toReversed()
        .toSorted(newestFirst)
        .map(({ path }) => path),
    ).toEqual(order);
  });
});
