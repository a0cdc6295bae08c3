import { rmSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SpecProblem } from '../../../src/spec/reading/problem.ts';
import { readReference } from '../../../src/spec/reading/reference.ts';
import { ROOT } from './root.ts';
import { smallTables } from './small-tables.ts';

const LIST = 'local-authorities.csv';
const POPULATION = 'child-population.csv';
const NEIGHBOURS = 'statistical-neighbours.csv';
const HOLIDAYS = 'bank-holidays.csv';

/** What is said when small tables, so changed, are read; without the folder that they all stand in. */
function said(name: string, from: string, to: string): string {
  const root = smallTables(name, from, to);
  try {
    readReference(root);
    return 'nothing';
  } catch (thrown) {
    if (!(thrown instanceof SpecProblem)) return `no SpecProblem: ${thrown}`;
    return thrown.message.replace('spec/reference/', '');
  } finally {
    rmSync(root, { recursive: true });
  }
}

it('reads small tables that are right', () => {
  expect(said('bank-holidays.csv', 'New Year', 'New Year’s Day')).toBe('nothing');
});

describe('a reference table that is wrong says in which line', () => {
  // The heading of a .csv is line 1. Old Shire (300) stands on line 2, those that followed it on lines 3 and 4.
  it.each([
    ['a code', [LIST, '303,', '30A,'], 'line 5: 30A is not a code of three digits'],
    ['no name', [LIST, ',Borough 303,', ',,'], 'line 5: there is no name'],
    ['an empty line', [LIST, '303,', '\n303,'], 'line 5: there is no la_code'],
    [
      'an ONS code',
      [LIST, 'E06000303', 'E0600030'],
      'line 5: E0600030 is not an ONS code such as E09000001',
    ],
    [
      'an ONS code of before without its last day',
      [LIST, 'E06000303,', 'E06000303,E06000999'],
      'line 5: ons_before: E06000999 is not written like E09000001 to 2025-03-31',
    ],
    [
      'a code that stands twice',
      [LIST, '304,E06000304', '303,E06000304'],
      'line 5: 303 has a code that another authority has',
    ],
    [
      'an ONS code that stands twice',
      [LIST, '304,E06000304', '304,E06000303'],
      'line 5: 303 has a code that another authority has',
    ],
    [
      'a day',
      [LIST, '2024-03-31', '2024-02-30'],
      'line 2: valid_to: 2024-02-30 is not a day such as 2023-03-31',
    ],
    [
      'an end before the beginning',
      [LIST, '2024-04-01,,', '2024-04-01,2024-03-31,302'],
      'line 3: 301 ends on 2024-03-31, before it began on 2024-04-01',
    ],
    [
      'one that ended and that nobody followed',
      [LIST, '301 302', ''],
      'line 2: 300 has ended, and names no successors',
    ],
    [
      'one that is followed and has not ended',
      [LIST, '2024-03-31', ''],
      'line 2: 300 has successors and no valid_to',
    ],
    [
      'a successor that does not exist',
      [LIST, '301 302', '301 399'],
      'line 2: successors: there is no authority 399',
    ],
    [
      'a successor that begins too late',
      [LIST, '2024-03-31', '2024-03-30'],
      'line 2: successors: 301 begins on 2024-04-01, after 300 has ended',
    ],
    [
      'a successor that had ended',
      [LIST, 'North,,,\n304', 'North,,2024-03-31,300\n304'],
      'line 5: successors: 300 has ended by then',
    ],
    [
      'an estimate of an authority that is not in the list',
      [POPULATION, '303,2023', '399,2023'],
      'line 4: there is no authority 399 in local-authorities.csv',
    ],
    [
      'an estimate that is no number of children',
      [POPULATION, '1010', '1010.5'],
      'line 2: 1010.5 is not a number of children',
    ],
    [
      'an estimate of a financial year',
      [POPULATION, '2024', '2024-25'],
      'line 2: 2024-25 is not a year such as 2024',
    ],
    [
      'an estimate given twice',
      [POPULATION, '303,2024', '303,2023'],
      'line 5: 303 has an estimate of 2023 already',
    ],
    [
      'a neighbour that is not in the list',
      [NEIGHBOURS, '301,1,302', '301,1,399'],
      'line 2: there is no authority 399 in local-authorities.csv',
    ],
    [
      'a neighbour that has ended',
      [NEIGHBOURS, '301,1,302', '301,1,300'],
      'line 2: 300 cannot stand here: Old Shire ended on 31 March 2024',
    ],
    [
      'itself as a neighbour',
      [NEIGHBOURS, '301,1,302', '301,1,301'],
      'line 2: 301 cannot be its own neighbour',
    ],
    [
      'a neighbour that is named twice',
      [NEIGHBOURS, '301,2,303', '301,2,302'],
      'line 3: 302 is a neighbour of 301 already',
    ],
    [
      'a rank that is left out',
      [NEIGHBOURS, '301,2,303', '301,3,303'],
      'line 3: rank: 3 does not follow 1 of 301',
    ],
    [
      'a holiday that is no day',
      [HOLIDAYS, '2023-01-02', '2023-01-32'],
      'line 2: 2023-01-32 is not a day such as 2025-12-25',
    ],
    [
      'a holiday out of order',
      [HOLIDAYS, '2023-01-02', '2023-04-07'],
      'line 3: 2023-04-07 does not come after 2023-04-07',
    ],
  ] as const)('%s', (_, [name, from, to], message) => {
    expect(said(name, from, to)).toBe(`${name}: ${message}`);
  });
});

describe('a reference table that is not whole says what is missing', () => {
  it.each([
    [
      'an estimate of one authority',
      [POPULATION, '304,2023,1000\n', ''],
      'child-population.yaml: 304 has no estimate of 2023',
    ],
    [
      // It began on 1 April 2024, so mid-2024 is the first that there must be.
      'the first estimate of a new authority',
      [POPULATION, '301,2024,1010\n', ''],
      'child-population.yaml: 301 has no estimate of 2024',
    ],
    [
      'the day by which the next estimate is due, once a year was added',
      [POPULATION, '301,2024,1010\n', '301,2024,1010\n301,2025,1020\n'],
      'child-population.yaml: covers_to: the newest estimate is of 2025, so the next is due in 2027, not on 2026-07-31',
    ],
    [
      'the newest year, where its source is named',
      ['child-population.yaml', 'to 2024', 'to last year'],
      'child-population.yaml: source: does not name the newest estimate, 2024',
    ],
    [
      'a tenth neighbour',
      [NEIGHBOURS, '301,10,311,close\n', ''],
      'statistical-neighbours.yaml: 301 has 9 neighbours, and must have 10',
    ],
    [
      'a year of bank holidays',
      ['bank-holidays.yaml', '2024-12-31', '2025-12-31'],
      'bank-holidays.yaml: covers_to is 2025-12-31, and there are no bank holidays of 2025',
    ],
    [
      'the day that the bank holidays go to, once a year was added',
      [HOLIDAYS, '2024-01-01,New Year', '2024-01-01,New Year\n2025-01-01,New Year'],
      'bank-holidays.yaml: 2025-01-01 is not within covers_from and covers_to, 2023-01-01 to 2024-12-31',
    ],
    [
      'a year of the made-up authority',
      ['sample-authority.yaml', ", '2024': 12000", ''],
      'sample-authority.yaml: aged_0_17: there is no 2024',
    ],
    [
      'where a table is from',
      ['statistical-neighbours.yaml', 'source:', 'origin:'],
      'statistical-neighbours.yaml: source: Invalid input: expected string, received undefined',
    ],
  ] as const)('%s', (_, [name, from, to], message) => {
    expect(said(name, from, to)).toBe(message);
  });
});

describe('the reference tables as they stand', () => {
  const reference = readReference(ROOT);
  const real = reference.authorities.filter(({ code }) => code !== reference.sampleAuthority);

  it('list the 153 authorities of today, and those that ended since 2019 with who followed', () => {
    expect(real.filter(({ validTo }) => validTo === null)).toHaveLength(153);
    const ended = real.filter(({ validTo }) => validTo !== null);
    expect(ended.map(({ code, validTo, successors }) => [code, validTo, ...successors])).toEqual([
      ['835', '2019-03-31', '838', '839'], // Dorset; Christchurch went to the new Bournemouth
      ['836', '2019-03-31', '839'],
      ['837', '2019-03-31', '839'],
      ['909', '2023-03-31', '942', '943'], // Cumbria
      ['928', '2021-03-31', '940', '941'], // Northamptonshire
    ]);
  });

  it('have each that followed begin on the day after', () => {
    const began = real.filter(({ validFrom }) => validFrom !== null);
    expect(began.map(({ code, validFrom }) => [code, validFrom])).toEqual([
      ['838', '2019-04-01'],
      ['839', '2019-04-01'],
      ['940', '2021-04-01'],
      ['941', '2021-04-01'],
      ['942', '2023-04-01'],
      ['943', '2023-04-01'],
    ]);
  });

  it('name ten neighbours of each of the 153, nearest first', () => {
    expect(Object.keys(reference.neighbours)).toHaveLength(153);
    expect(reference.neighbours['330']?.slice(0, 4)).toEqual([
      { code: '892', closeness: 'very close' },
      { code: '352', closeness: 'very close' },
      { code: '380', closeness: 'very close' },
      { code: '391', closeness: 'close' },
    ]);
  });

  it('hold the City of London and the Isles of Scilly each by itself', () => {
    const of = (code: string) => real.find((one) => one.code === code)?.children['2024'];
    expect([of('201'), of('420')]).toEqual([847, 319]);
    expect([of('204'), of('908')]).toEqual([54_191, 105_786]); // Hackney and Cornwall, without them
  });
});
