import { describe, expect, it } from 'vitest';
import { SpecProblem } from '../../../src/spec/reading/problem.ts';
import { readReference } from '../../../src/spec/reading/reference.ts';
import { changed, removeCopies } from './broken.ts';
import { ROOT } from './root.ts';

removeCopies();

const LIST = 'spec/reference/local-authorities.csv';
const POPULATION = 'spec/reference/child-population';
const NEIGHBOURS = 'spec/reference/statistical-neighbours';
const HOLIDAYS = 'spec/reference/bank-holidays';

/** What is said when the tables of a copy of spec/ are read. */
function said(root: string): string {
  try {
    readReference(root);
    return 'nothing';
  } catch (thrown) {
    return thrown instanceof SpecProblem ? thrown.message : `no SpecProblem: ${thrown}`;
  }
}

describe('a reference table that is wrong says in which line', () => {
  // The heading of a .csv is line 1: 201, the first authority, stands on line 2.
  it.each([
    ['a code', [LIST, '201,', '20A,'], `${LIST}: line 2: 20A is not a code of three digits`],
    ['no name', [LIST, ',Camden,', ',,'], `${LIST}: line 3: there is no name`],
    ['an empty line', [LIST, '202,', '\n202,'], `${LIST}: line 3: there is no la_code`],
    [
      'an ONS code',
      [LIST, 'E09000001', 'E0900001'],
      `${LIST}: line 2: E0900001 is not an ONS code such as E09000001`,
    ],
    [
      'an ONS code of before without its last day',
      [LIST, 'E08000016 to 2025-03-31', 'E08000016'],
      `${LIST}: line 57: ons_before: E08000016 is not written like E09000001 to 2025-03-31`,
    ],
    [
      'a code that stands twice',
      [LIST, '202,E09000007', '201,E09000007'],
      `${LIST}: line 2: 201 has a code that another authority has`,
    ],
    [
      'a day',
      [LIST, '2023-03-31,942', '2023-02-29,942'],
      `${LIST}: line 142: valid_to: 2023-02-29 is not a day such as 2023-03-31`,
    ],
    [
      'an end before the beginning',
      [LIST, '2019-04-01,,', '2019-04-01,2019-03-31,839'],
      `${LIST}: line 96: 838 ends on 2019-03-31, before it began on 2019-04-01`,
    ],
    [
      'one that ended and that nobody followed',
      [LIST, ',942 943', ','],
      `${LIST}: line 142: 909 has ended, and names no successors`,
    ],
    [
      'one that is followed and has not ended',
      [LIST, '2023-03-31,942 943', ',942 943'],
      `${LIST}: line 142: 909 has successors and no valid_to`,
    ],
    [
      'a successor that does not exist',
      [LIST, '942 943', '942 949'],
      `${LIST}: line 142: successors: there is no authority 949`,
    ],
    [
      'a successor that begins too late',
      [LIST, 'North West,2023-04-01', 'North West,2023-04-02'],
      `${LIST}: line 142: successors: 942 begins on 2023-04-02, after 909 has ended`,
    ],
    [
      'a successor that had ended',
      [LIST, ',838 839', ',836'],
      `${LIST}: line 93: successors: 836 has ended by then`,
    ],
    [
      'an estimate of an authority that is not in the list',
      [`${POPULATION}.csv`, '201,2019', '200,2019'],
      `${POPULATION}.csv: line 2: there is no authority 200 in local-authorities.csv`,
    ],
    [
      'an estimate that is no number of children',
      [`${POPULATION}.csv`, '201,2019,699', '201,2019,699.5'],
      `${POPULATION}.csv: line 2: 699.5 is not a number of children`,
    ],
    [
      'an estimate of a financial year',
      [`${POPULATION}.csv`, '201,2019', '201,2019-20'],
      `${POPULATION}.csv: line 2: 2019-20 is not a year such as 2024`,
    ],
    [
      'an estimate given twice',
      [`${POPULATION}.csv`, '201,2020', '201,2019'],
      `${POPULATION}.csv: line 3: 201 has an estimate of 2019 already`,
    ],
    [
      'a neighbour that is not in the list',
      [`${NEIGHBOURS}.csv`, '201,1,202', '201,1,200'],
      `${NEIGHBOURS}.csv: line 2: there is no authority 200 in local-authorities.csv`,
    ],
    [
      'a neighbour that has ended',
      [`${NEIGHBOURS}.csv`, '201,1,202', '201,1,909'],
      `${NEIGHBOURS}.csv: line 2: 909 cannot stand here: Cumbria ended on 31 March 2023`,
    ],
    [
      'itself as a neighbour',
      [`${NEIGHBOURS}.csv`, '201,1,202', '201,1,201'],
      `${NEIGHBOURS}.csv: line 2: 201 cannot be its own neighbour`,
    ],
    [
      'a neighbour that is named twice',
      [`${NEIGHBOURS}.csv`, '201,2,205', '201,2,202'],
      `${NEIGHBOURS}.csv: line 3: 202 is a neighbour of 201 already`,
    ],
    [
      'a rank that is left out',
      [`${NEIGHBOURS}.csv`, '201,2,205', '201,3,205'],
      `${NEIGHBOURS}.csv: line 3: rank: 3 does not follow 1 of 201`,
    ],
    [
      'a holiday that is no day',
      [`${HOLIDAYS}.csv`, '2012-01-02', '2012-01-32'],
      `${HOLIDAYS}.csv: line 2: 2012-01-32 is not a day such as 2025-12-25`,
    ],
    [
      'a holiday out of order',
      [`${HOLIDAYS}.csv`, '2012-01-02', '2012-04-09'],
      `${HOLIDAYS}.csv: line 3: 2012-04-06 does not come after 2012-04-09`,
    ],
  ] as const)('%s', (_, [path, from, to], message) => {
    expect(said(changed(path, from, to))).toBe(message);
  });
});

describe('a reference table that is not whole says what is missing', () => {
  it.each([
    [
      'an estimate of one authority',
      [`${POPULATION}.csv`, '201,2024,847\n', ''],
      `${POPULATION}.yaml: 201 has no estimate of 2024`,
    ],
    [
      // It began on 1 April 2023, so mid-2023 is the first that there must be.
      'the first estimate of a new authority',
      [`${POPULATION}.csv`, '942,2023,52019\n', ''],
      `${POPULATION}.yaml: 942 has no estimate of 2023`,
    ],
    [
      'the day by which the next estimate is due, once a year was added',
      [`${POPULATION}.csv`, '201,2024,847\n', '201,2024,847\n201,2025,850\n'],
      `${POPULATION}.yaml: covers_to: the newest estimate is of 2025, so the next is due in 2027, not on 2026-07-31`,
    ],
    [
      'a tenth neighbour',
      [`${NEIGHBOURS}.csv`, '201,10,846,not close\n', ''],
      `${NEIGHBOURS}.yaml: 201 has 9 neighbours, and must have 10`,
    ],
    [
      'a year of bank holidays',
      [`${HOLIDAYS}.yaml`, '2028-12-31', '2029-12-31'],
      `${HOLIDAYS}.yaml: covers_to is 2029-12-31, and there are no bank holidays of 2029`,
    ],
    [
      'the day that the bank holidays go to, once a year was added',
      [`${HOLIDAYS}.yaml`, '2028-12-31', '2027-12-31'],
      `${HOLIDAYS}.yaml: 2028-01-03 is not within covers_from and covers_to, 2012-01-01 to 2027-12-31`,
    ],
    [
      'a year of the made-up authority',
      ['spec/reference/sample-authority.yaml', ", '2024': 12000", ''],
      'spec/reference/sample-authority.yaml: aged_0_17: there is no 2024',
    ],
    [
      'where a table is from',
      [`${NEIGHBOURS}.yaml`, 'source:', 'origin:'],
      `${NEIGHBOURS}.yaml: source: Invalid input: expected string, received undefined`,
    ],
  ] as const)('%s', (_, [path, from, to], message) => {
    expect(said(changed(path, from, to))).toBe(message);
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
