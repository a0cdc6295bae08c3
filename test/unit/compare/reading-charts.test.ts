import { describe, expect, it } from 'vitest';
import { cellsBeside, trendAgainst } from '../../../src/compare/beside.ts';
import { cellsReading } from '../../../src/compare/cells-reading.ts';
import { funnelReading } from '../../../src/compare/funnel-reading.ts';
import { funnelOf } from '../../../src/compare/funnel.ts';
import { pathwayReading } from '../../../src/compare/pathway-reading.ts';
import { summarise } from '../../../src/compare/summary.ts';
import { trendReading } from '../../../src/compare/trend-reading.ts';
import type { PathwayStep, Shown, TrendAgainst } from '../../../src/model/comparison.ts';
import { stepQuarter } from '../../../src/model/period.ts';
import { PERCENT, bare, numberOf, placed, shownOf } from './placed.ts';
import { LOOKED_AFTER, REPEATS, WITHHELD } from './situations.ts';

const summaryAt = (median: number) =>
  summarise(
    [median - 1, median, median + 1].map((value, at) => numberOf(String(at), bare(value), PERCENT)),
    PERCENT,
  );

function trend(
  values: readonly (number | null)[],
  over: { medians?: readonly (number | null)[]; versions?: readonly number[] } = {},
): TrendAgainst[] {
  return values.map((value, at) => {
    const median = over.medians ? (over.medians[at] ?? null) : 20;
    return {
      period: stepQuarter('2024-25 Q3', at),
      own: value === null ? WITHHELD : bare(value),
      ownVersion: over.versions?.[at] ?? 1,
      summary: median === null ? null : summaryAt(median),
    };
  });
}

describe('a trend beside its peers', () => {
  it.each([
    [
      trend([18, 25, 19, 22.5]),
      REPEATS,
      'The figure for Exampleshire was 18.0% in October to December 2024 and 22.5% of referrals in July to September 2025; it was above its peers’ median in two of the four quarters with both (the latest of 3 authorities).',
    ],
    [
      trend([180, 190]),
      LOOKED_AFTER,
      'The figure for Exampleshire was 180.0 on 31 December 2024 and 190.0 children per 10,000 children on 31 March 2025; it was above its peers’ median in all of the two quarters with both (the latest of 3 authorities).',
    ],
    [
      trend([18, null, 19], { medians: [20, 20, null] }),
      REPEATS,
      'The figure for Exampleshire was 18.0% in October to December 2024 and 19.0% of referrals in April to June 2025; it was not above its peers’ median in the one quarter with both (of 3 authorities).',
    ],
    [
      trend([18, 19], { medians: [null, null] }),
      REPEATS,
      'The figure for Exampleshire was 18.0% in October to December 2024 and 19.0% of referrals in January to March 2025; there are too few authorities to compare it with.',
    ],
    [
      trend([18, 19, 21], { versions: [1, 2, 2] }),
      REPEATS,
      'The figure for Exampleshire was 19.0% in January to March 2025 and 21.0% of referrals in April to June 2025; it was above its peers’ median in one of the two quarters with both (the latest of 3 authorities). What lies before January to March 2025 follows another definition, and no quarter of it is compared.',
    ],
    [
      trend([null, 19, null]),
      REPEATS,
      'There is one quarter only, with 19.0% of referrals in January to March 2025: no trend can be read from it.',
    ],
    [trend([null, null]), REPEATS, 'There is no figure for Exampleshire in any quarter shown.'],
  ])('is read', (given, figure, reading) => {
    expect(trendReading(given, figure, 'Exampleshire')).toBe(reading);
  });
});

describe('a funnel', () => {
  const read = (own: readonly [number, number]) => {
    const parts = [own, ...Array.from({ length: 20 }, () => [2000, 10_000] as const)];
    const numbers = parts.map(([numerator, denominator], at) => ({
      ...numberOf(String(at), shownOf(numerator, denominator, PERCENT), PERCENT),
      name: at === 0 ? 'Exampleshire' : `Area ${at}`,
    }));
    const funnel = funnelOf(numbers, PERCENT);
    return funnel && funnelReading(funnel, REPEATS, '0');
  };

  it('is read by where the authority lies', () => {
    expect(read([25, 100])).toBe(
      'The figure for Exampleshire, 25.0%, is within the funnel: in an authority of its size, chance alone can explain how far it is from 20.0%, the figure of all 21 authorities taken together. None of the 21 authorities lies outside the 95% limits, where chance alone would put about 1.',
    );
    expect(read([30, 100])).toBe(
      'The figure for Exampleshire, 30.0%, is above the 95% limits: in an authority of its size, chance alone would seldom take it so far from 20.0%, the figure of all 21 authorities taken together. 1 of the 21 authorities lies outside the 95% limits, where chance alone would put about 1.',
    );
    expect(read([2, 100])).toMatch(
      /is below the 99.8% limits: in an authority of its size, chance alone would hardly ever/,
    );
  });

  it('is read as a whole where no authority is chosen, and says when areas differ by more than chance', () => {
    const numbers = Array.from({ length: 40 }, (_, at) =>
      numberOf(String(at), shownOf(at % 2 === 0 ? 100 : 300, 1000, PERCENT), PERCENT),
    );
    const funnel = funnelOf(numbers, PERCENT);
    expect(funnel && funnelReading(funnel, REPEATS, null)).toBe(
      '40 of the 40 authorities lie outside the 95% limits, where chance alone would put about 2. Areas differ by more than chance, so ask why before you judge.',
    );
  });
});

describe('the early help pathway', () => {
  const step = (id: PathwayStep['id'], title: string, shown: Shown): PathwayStep => ({
    ...{ id, title, shown },
  });

  it('is read step by step, with what is not shown', () => {
    const steps = [
      step('contacts', 'Contacts', bare(1204)),
      step('episodes', 'New episodes', bare(310)),
      step('closed', 'Episodes closed', bare(290)),
      step('met', 'Outcome met', bare(151)),
      step('stepped up', 'Stepped up', bare(1)),
      step('stepped down', 'Stepped down', WITHHELD),
    ];
    expect(pathwayReading(steps, '2025-26 Q2')).toBe(
      'There were 1,204 contacts, 310 new episodes of early help, 290 episodes closed (151 with the outcome met) and 1 child stepped up to social care in July to September 2025. Not shown: Stepped down (withheld to protect children).',
    );
  });

  it('says where there is nothing', () => {
    expect(pathwayReading([step('contacts', 'Contacts', WITHHELD)], 'year to 2024-25 Q4')).toBe(
      'No step of the early help pathway has a count in the year to 31 March 2025. Not shown: Contacts (withheld to protect children).',
    );
  });
});

describe('cells of a breakdown', () => {
  it('are read by the largest share', () => {
    const cells = [
      { cell: 'a', title: '5 to 9', own: bare(34), summary: summaryAt(31) },
      { cell: 'b', title: '10 to 15', own: bare(30), summary: null },
      { cell: 'c', title: '16 to 17', own: WITHHELD, summary: summaryAt(9) },
    ];
    expect(cellsReading(cells, 'share', 'Exampleshire')).toBe(
      'The largest share for Exampleshire is 34.0%, for 5 to 9; the median of 3 authorities is 31.0%.',
    );
    expect(cellsReading(cells.slice(1), 'percent', 'Exampleshire')).toBe(
      'The highest percentage for Exampleshire is 30.0%, for 10 to 15; there are too few authorities to compare it with.',
    );
    expect(cellsReading(cells.slice(2), 'share', 'Exampleshire')).toBe(
      'There is no share for Exampleshire to show.',
    );
  });
});

describe('what is found of a trend and of cells', () => {
  it('has what the peers’ numbers are like, and no symbol among them', () => {
    const members = [10, 20, 60].map((value, at) => placed(String(at), bare(value)));
    const found = {
      ...{ period: '2025-26 Q2' as const, own: placed('0', bare(10)), ownVersion: 2 },
      members: [...members, placed('9', WITHHELD)],
    };
    const [one] = trendAgainst([found, { ...found, own: null, members: [] }], PERCENT);
    expect(one).toMatchObject({ period: '2025-26 Q2', own: bare(10), ownVersion: 2 });
    expect(one?.summary).toMatchObject({ n: 3, mean: 30, median: 20 });
    const [, none] = trendAgainst([found, { ...found, own: null, members: [] }], PERCENT);
    expect(none).toMatchObject({ own: null, summary: null });
    const [cell] = cellsBeside([
      {
        ...{ cell: 'a', title: '5 to 9', kind: 'share', own: bare(4) },
        members: [bare(1), bare(2), WITHHELD, bare(6)],
      },
    ]);
    expect(cell).toMatchObject({ cell: 'a', title: '5 to 9', own: bare(4) });
    expect(cell?.summary).toMatchObject({ n: 3, mean: 3, median: 2 });
  });
});
