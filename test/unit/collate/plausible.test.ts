import { describe, expect, it } from 'vitest';
import { collate } from '../../../src/collate/collate.ts';
import { remarksOn } from '../../../src/collate/plausible/remarks.ts';
import { ColumnsBuilder } from '../../../src/compare/columns-builder.ts';
import type { FigureColumns } from '../../../src/compare/columns.ts';
import type { CollectedReturn } from '../../../src/model/collation.ts';
import { type Quarter, quartersBetween } from '../../../src/model/period.ts';
import {
  type Given,
  KNOWN,
  Q1,
  WITHHELD,
  choices,
  collected,
  count,
  files,
  policy,
  share,
} from './made.ts';

function odd(
  returns: readonly CollectedReturn[],
  published: FigureColumns | null = null,
  rest: Parameters<typeof choices>[0] = {},
) {
  return remarksOn(collate(files(...returns), choices(rest)), KNOWN, published);
}

/** A figure, quarter by quarter up to Q1 of 2025-26. */
function history(figure: string, outcomes: readonly Given[1][]): CollectedReturn[] {
  const quarters = quartersBetween('2019-20 Q1', Q1).slice(-outcomes.length);
  return outcomes.map((outcome, place) => {
    const quarter: Quarter = quarters[place] ?? Q1;
    return collected('302', quarter, [[figure, outcome]]);
  });
}

describe('an authority’s own history', () => {
  it('of two quarters tells a figure ten times as large', () => {
    const [remark, ...others] = odd(history('riia-02.referrals', [400, 410, 4120]));
    expect(others).toEqual([]);
    expect(remark).toMatchObject({
      id: 'history:302:riia-02:referrals:2025-26-Q1',
      rule: 'history',
      note: null,
      says: 'Barnet, Referrals (riia-02), April to June 2025: it is 4,120. In the 2 quarters before it was from 400 to 410.',
    });
  });

  it('names the authority as it is called, whatever it calls itself', () => {
    const returns = history('riia-02.referrals', [400, 410, 4120]);
    const [remark] = odd(returns.map((one) => ({ ...one, name: '=Somewhere else' })));
    expect(remark?.says).toMatch(/^Barnet, Referrals/);
  });

  it.each([
    ['a dropped digit', [400, 410, 41]],
    ['nought in place of missing', [400, 410, 0]],
    [
      'a figure outside the limits of eight quarters',
      [400, 410, 395, 405, 400, 410, 395, 405, 560],
    ],
  ])('tells %s', (_, values) => {
    expect(odd(history('riia-02.referrals', values))).toHaveLength(1);
  });

  it.each([
    ['one quarter before it', [400, 4120]],
    ['small numbers, which move by chance', [3, 2, 12]],
    ['less than twice as much', [400, 410, 790]],
    ['what the quarters before were like', [400, 700, 300, 900, 350, 800, 420, 760, 1000]],
    ['a position that drifts', [1000, 1010, 1020, 1030, 1040, 1050, 1060, 1070, 1080, 1200]],
    ['a usual figure after a wrong one', [400, 4120, 405]],
    ['a withheld figure', [400, 410, WITHHELD]],
  ])('says nothing of %s', (_, values) => {
    const found = odd(history('riia-02.referrals', values));
    expect(found.filter(({ period }) => period === Q1)).toEqual([]);
  });

  it('tells a percentage that is far off, and not one of few', () => {
    const far = [share(180, 200), share(178, 200), share(60, 200)];
    expect(odd(history('riia-12.within_15', far))).toMatchObject([
      {
        says: expect.stringContaining(
          'it is 30.0%. In the 2 quarters before it was from 89.0% to 90.0%.',
        ),
      },
    ]);
    expect(odd(history('riia-12.within_15', [share(9, 10), share(9, 10), share(5, 10)]))).toEqual(
      [],
    );
  });

  it('does not tell the same of its rate', () => {
    const rates = [400, 410, 4120].map((n) => share(n, 90_000, 10_000));
    const returns = history('riia-02.rate', rates).map(({ quarter }, place) =>
      collected('302', quarter, [
        ['riia-02.rate', rates[place] ?? 0, { denominatorFrom: 'mid-2024 estimate' }],
      ]),
    );
    expect(odd(returns)).toEqual([]);
  });

  it('is accepted with a note', () => {
    const id = 'history:302:riia-02:referrals:2025-26-Q1';
    const returns = history('riia-02.referrals', [400, 410, 4120]);
    const [remark] = odd(returns, null, { accepted: { [id]: 'It is so: a new front door.' } });
    expect(remark).toMatchObject({ id, note: 'It is so: a new front door.' });
  });
});

describe('what adds up by definition', () => {
  const at = (given: readonly Given[], rest = {}) => odd([collected('302', Q1, given, rest)]);
  const sources = (police: Given[1], unknown: Given[1]): readonly Given[] => [
    ['riia-02.referrals', 100],
    ['riia-02.referrals referral_source police', police],
    ['riia-02.referrals referral_source unknown', unknown],
  ];

  it('tells sources that do not add up to referrals', () => {
    expect(at(sources(60, 50))).toMatchObject([
      {
        rule: 'sum',
        id: 'sum:302:riia-02:referrals:2025-26-Q1:::referral_source-count',
        says: 'Barnet, Referrals (riia-02), April to June 2025: the cells by referral source add up to 110, and the whole is 100.',
      },
    ]);
    expect(at(sources(60, 40))).toEqual([]);
  });

  it('lets withheld cells make up the rest, and no more', () => {
    expect(at(sources(60, WITHHELD))).toEqual([]);
    expect(at(sources(101, WITHHELD))).toHaveLength(1);
  });

  it('asks nothing of rounded counts', () => {
    const treatment = { kind: 'shareable', policy: policy('round-to-5') } as const;
    expect(at(sources(60, 50), { treatment })).toEqual([]);
  });

  it('tells two figures that are one by definition, and are not', () => {
    const given = (of: number): readonly Given[] => [
      ['riia-02.referrals', 100],
      ['riia-04.repeat', share(20, of)],
    ];
    expect(at(given(100))).toEqual([]);
    expect(at(given(90))).toMatchObject([
      {
        rule: 'identity',
        says: expect.stringContaining(
          'it is 100, and the denominator of Repeat referrals (riia-04) is 90.',
        ),
      },
    ]);
  });

  it('tells a part that is more than its whole, in a cell too', () => {
    const given = (by: string): readonly Given[] => [
      [`riia-11.conferences${by}`, 40],
      [`riia-12.within_15${by}`, share(30, 41)],
    ];
    for (const by of ['', ' age 5_to_9']) {
      expect(at(given(by))).toMatchObject([{ rule: 'identity', figure: 'within_15' }]);
    }
    // The identity does not hold for the cells of other breakdowns.
    expect(at(given(' category_of_abuse neglect'))).toEqual([]);
  });

  it('asks nothing of what holds in some authorities alone', () => {
    expect(
      at([
        ['riia-01.contacts', 100],
        ['eh-1.contacts', 90],
      ]),
    ).toEqual([]);
  });
});

describe('other authorities', () => {
  const real = KNOWN.authorities.filter(({ region, validTo }) => region === 'London' && !validTo);
  const at = (rates: readonly number[]) =>
    rates.map((rate, place) => {
      const { code = '', children = {} } = real[place] ?? {};
      const value = Math.round((rate * (children['2024'] ?? 0)) / 10_000);
      return collected(code, Q1, [['riia-10.enquiries', value]]);
    });

  it('tell one whose rate is far from their median, where there are eight', () => {
    const found = odd(at([30, 32, 34, 36, 38, 40, 42, 360]));
    expect(found).toMatchObject([{ rule: 'others', area: real[7]?.code }]);
    expect(found[0]?.says).toMatch(
      /1,852, 359\.9 per 10,000 children, and the median of 8 authorities is 36\.9\./,
    );
  });

  it('tell nothing where there are fewer, or all lie far apart', () => {
    expect(odd(at([30, 32, 34, 36, 38, 40, 360]))).toEqual([]);
    expect(odd(at([10, 20, 40, 60, 80, 100, 120, 200]))).toEqual([]);
  });
});

describe('the published year', () => {
  function published(value: number, period: 'year to 2024-25 Q4' | '2024-25 Q4') {
    const source = { id: 'p', kind: 'published', title: 'DfE', licence: null } as const;
    const builder = new ColumnsBuilder(
      { ...source, synthetic: false, removable: false, made: null, provisional: false },
      [
        {
          ...{ code: '302', name: 'Barnet', kind: 'authority', region: 'London', members: [] },
          ...{ synthetic: false, earlyHelp: null },
        },
      ],
    );
    builder.add({
      ...{ measure: 'riia-02', figure: 'referrals', period, cell: null, area: '302', version: 0 },
      ...{ content: { kind: 'count', value, flag: null }, denominatorFrom: null },
    });
    return builder.build();
  }

  it('tells a quarter of which four would be far from it', () => {
    const returns = [collected('302', Q1, [['riia-02.referrals', 4000]])];
    expect(odd(returns, published(4000, 'year to 2024-25 Q4'))).toMatchObject([
      {
        rule: 'published year',
        says: expect.stringContaining(
          'it is 4,000. DfE published 4,000 for April 2024 to March 2025, 1,000 in a usual quarter.',
        ),
      },
    ]);
    const usual = [collected('302', Q1, [['riia-02.referrals', 1300]])];
    expect(odd(usual, published(4000, 'year to 2024-25 Q4'))).toEqual([]);
  });

  it('sets a position beside a position, as it is', () => {
    const returns = [collected('302', Q1, [['riia-02.referrals', count(4000)]])];
    expect(odd(returns, published(3900, '2024-25 Q4'))).toEqual([]);
    expect(odd(returns, published(900, '2024-25 Q4'))).toHaveLength(1);
  });
});

describe('another version of a definition', () => {
  it('is marked', () => {
    const found = odd([collected('302', Q1, [['riia-02.referrals', 10, { version: 7 }]])]);
    expect(found).toMatchObject([
      {
        rule: 'older version',
        says: expect.stringContaining('it is by version 7 of its definition'),
      },
    ]);
  });
});
