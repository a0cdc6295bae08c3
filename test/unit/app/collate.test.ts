import { describe, expect, it } from 'vitest';
import { returnInWords, whatWaits, whoIsIn } from '../../../src/app/collate-words.ts';
import { coverageInWords, totalRows } from '../../../src/app/collate-rows.ts';
import type { CollationView, MatrixRow, ToldFile } from '../../../src/model/collation-view.ts';
import type { AreaTotal, CollationRemark } from '../../../src/model/collation.ts';
import type { Outcome } from '../../../src/model/outcome.ts';
import { type Period, yearTo } from '../../../src/model/period.ts';
import { spec } from '../../../src/spec/spec.ts';

const Q1 = '2025-26 Q1';

const row = (name: string, isIn: boolean, isExpected = true): MatrixRow => ({
  ...{ area: name, name, isIn, isExpected, states: [] },
});

describe('who is in', () => {
  it.each([
    [
      [row('Barnet', true), row('Bexley', true)],
      '2 of the 2 authorities expected are in for April to June 2025. Nobody is outstanding.',
    ],
    [
      [row('Barnet', true), row('Bexley', false), row('Brent', false)],
      '1 of the 3 authorities expected is in for April to June 2025. Outstanding: Bexley and Brent.',
    ],
    [
      [row('Barnet', true), row('Elsewhere', true, false)],
      '1 of the 1 authority expected is in for April to June 2025. Nobody is outstanding. 1 other has sent one too.',
    ],
    [
      ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'].map((name) => row(name, false)),
      '0 of the 8 authorities expected are in for April to June 2025. Outstanding: A, B, C, D, E, F and 2 more.',
    ],
    [[row('Elsewhere', true, false)], '1 authority is in for April to June 2025.'],
  ])('is said in a sentence', (rows, says) => {
    expect(whoIsIn(rows, Q1)).toBe(says);
  });
});

describe('what waits for the collator', () => {
  const refused: ToldFile = {
    ...{ place: 0, path: 'a.zip', letter: null, sameAs: null, kind: 'refused' },
    ...{ because: 'no return', says: 'It is none.', todo: 'Ask.' },
  };
  const remark = (note: string | null): CollationRemark => ({
    ...{ id: 'x', rule: 'sum', area: '302', measure: 'riia-02', figure: 'referrals' },
    ...{ period: Q1, cell: null, says: 'It is odd.', note },
  });
  const view = (
    files: readonly ToldFile[],
    remarks: readonly CollationRemark[],
  ): CollationView => ({
    ...{ files, remarks, quarters: [Q1], standing: [], changes: [], areas: [] },
    choices: {
      ...{ standing: {}, notRevising: [], accepted: {}, groups: [] },
      ...{ expected: null, populationYear: null },
    },
    ...{ expected: [], figures: 0, hasComplete: false },
  });

  it('is refused files and open remarks, and nothing that was accepted', () => {
    expect(whatWaits(view([refused], [remark(null), remark(null), remark('so it is')]))).toBe(
      '1 file was refused, and 2 remarks are open.',
    );
    expect(whatWaits(view([], [remark('so it is')]))).toBeNull();
  });
});

it('tells returns of one quarter apart', () => {
  const one = {
    ...{ id: 'x', area: '302', name: 'Barnet', quarter: Q1, version: 2, revisions: 0 },
    ...{ made: '2025-07-21T09:00:00Z', signedOff: false, isComplete: true },
  } as const;
  expect(returnInWords(one)).toBe(
    'version 2, collator’s return, made on 21 July 2025 at 09:00 UTC, DRAFT',
  );
});

describe('totals', () => {
  const total = (
    figure: string,
    period: Period,
    outcome: Outcome,
    rest: Partial<AreaTotal> = {},
  ) => ({
    ...{ area: 'E12000007', at: { measure: 'riia-02', figure, period, cell: null }, version: 1 },
    ...{ outcome, range: null, denominatorFrom: null, spread: null },
    coverage: { of: 33, shown: 30, withheld: 0, without: 3, otherVersion: 0 },
    ...rest,
  });
  const measures = spec.measures.filter(({ id }) => id === 'riia-02');

  it('stand with their year, what they cover and how their members lie', () => {
    const spread = { n: 30, mean: 300.25, lowerQuartile: 200, median: 290, upperQuartile: 410.5 };
    const given = [
      total('referrals', Q1, { kind: 'count', value: 9000 }, { spread }),
      total('referrals', yearTo(Q1), { kind: 'count', value: 36_000 }),
    ];
    expect(totalRows(measures, given, Q1)).toEqual([
      {
        ...{ key: 'riia-02 referrals', title: 'Referrals', total: '9,000', range: null },
        ...{ year: '36,000', coverage: '30 of 33', mean: '300.3', median: '290' },
        middle: '200 to 410.5',
      },
    ]);
    expect(coverageInWords('London', given, Q1)).toBe(
      'Figures of 30 of the 33 authorities of London are in for April to June 2025: a total is of these alone, and not of London whole.',
    );
  });

  it('over what is withheld are withheld, with what they can be', () => {
    const coverage = { of: 33, shown: 31, withheld: 2, without: 0, otherVersion: 0 };
    const withheld = (most: number | null) =>
      totalRows(
        measures,
        [total('referrals', Q1, { kind: 'withheld' }, { coverage, range: { least: 812, most } })],
        Q1,
      )[0];
    expect(withheld(1200)).toMatchObject({ total: 'Withheld', range: '812 to 1,200' });
    expect(withheld(null)).toMatchObject({
      range: 'at least 812',
      coverage: '31 of 33, 2 withheld',
    });
    expect(withheld(null)).toMatchObject({ median: 'Too few', year: 'Not given' });
  });
});
