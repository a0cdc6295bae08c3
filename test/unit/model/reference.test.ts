import { describe, expect, it } from 'vitest';
import { type Authority, whyNotThere } from '../../../src/model/authority.ts';
import type { Day } from '../../../src/model/day.ts';
import type { Quarter } from '../../../src/model/period.ts';
import {
  type ReferenceTable,
  type ReferenceTables,
  outOfDate,
  pastInWords,
} from '../../../src/model/reference.ts';

function table(title: string, coversTo: Day, about: ReferenceTable['about']): ReferenceTable {
  return { title, coversTo, about, source: '', licence: '', past: 'It is old.' };
}

const TABLES: ReferenceTables = {
  authorities: table('list', '2027-03-31', 'the day it is used'),
  neighbours: table('neighbours', '2026-03-31', 'the day it is used'),
  population: table('population', '2026-07-31', 'the quarter asked'),
  bankHolidays: table('holidays', '2028-12-31', 'the quarter asked'),
};

describe('a table is out of date', () => {
  const titles = (today: Day, quarter: Quarter) =>
    outOfDate(TABLES, today, quarter).map(({ title }) => title);

  it.each<[Day, string[]]>([
    ['2026-03-31', []],
    ['2026-04-01', ['neighbours']],
    ['2027-03-31', ['neighbours']],
    ['2027-04-01', ['list', 'neighbours']],
  ])('on %s, where it is about the day it is used: %j', (today, said) => {
    expect(titles(today, '2025-26 Q1').sort()).toEqual(said);
  });

  it.each<[Quarter, string[]]>([
    ['2026-27 Q1', []], // ends on 30 June 2026, before the next estimate is due
    ['2026-27 Q2', ['population']], // ends on 30 September 2026
    ['2028-29 Q3', ['population']], // ends on 31 December 2028, the last day of the holidays
    ['2028-29 Q4', ['population', 'holidays']],
  ])('for %s, where it is about the quarter asked: %j', (quarter, said) => {
    expect(titles('2025-07-14', quarter).sort()).toEqual([...said].sort());
  });

  it('in a sentence that names it and its last day', () => {
    expect(pastInWords(TABLES.bankHolidays)).toBe(
      'The holidays in this copy of Quarterlight is good to 31 December 2028. It is old.',
    );
  });
});

describe('an authority', () => {
  const dated = (validFrom: Day | null, validTo: Day | null): Authority => ({
    code: '909',
    name: 'Cumbria',
    region: 'North West',
    validFrom,
    validTo,
    successors: [],
    children: {},
  });

  it.each<[Day, string | null]>([
    ['2021-03-31', 'Cumbria began on 1 April 2021'],
    ['2021-04-01', null],
    ['2023-03-31', null],
    ['2023-04-01', 'Cumbria ended on 31 March 2023'],
  ])('is there from its first day to its last: %s', (day, why) => {
    expect(whyNotThere(dated('2021-04-01', '2023-03-31'), day)).toBe(why);
  });

  it('is there on any day where it has no dates', () => {
    expect(whyNotThere(dated(null, null), '1974-03-31')).toBeNull();
  });
});
