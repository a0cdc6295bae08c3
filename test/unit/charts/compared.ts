import type {
  CellBeside,
  ComparedFigure,
  Comparison,
  ControlChart,
  Funnel,
  PathwayStep,
  PlacedNumber,
  Summary,
  TrendAgainst,
} from '../../../src/model/comparison.ts';
import { quartersBetween, type Period } from '../../../src/model/period.ts';

/** Made-up figures for the charts' tests. They look like figures, and are nobody's. */
export const FIGURE: ComparedFigure = {
  measure: 'riia-04',
  figure: 'repeat',
  title: 'Repeat referrals',
  unit: { kind: 'percent' },
  unitWords: 'percentage of referrals',
  period: 'activity',
  polarity: 'low',
};

const SOURCE = {
  id: 'dfe',
  kind: 'published',
  title: 'DfE, Explore education statistics',
  licence: 'Open Government Licence v3.0',
  synthetic: false,
  removable: false,
} as const;

// The same numbers on every machine: a small generator of its own.
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
}

/** Takes an area's code, its name and its parts; gives it placed, with an interval by the normal approximation. */
export function placed(
  area: string,
  name: string,
  numerator: number,
  denominator: number,
): PlacedNumber {
  const share = numerator / denominator;
  const reach = 1.96 * Math.sqrt((share * (1 - share)) / denominator);
  return {
    area,
    name,
    shown: {
      kind: 'number',
      value: share * 100,
      parts: { numerator, denominator, estimated: false },
      flag: null,
    },
    source: SOURCE,
    denominatorFrom: null,
    interval: { low: Math.max(0, share - reach) * 100, high: (share + reach) * 100 },
  };
}

/** Takes names; gives a number for each, as unlike each other as real ones. */
export function manyPlaced(names: readonly string[]): PlacedNumber[] {
  const next = numbers(7);
  return names.map((name, at) => {
    const denominator = Math.round(120 + next() ** 3 * 6000);
    const share = 0.14 + (next() + next() + next()) / 3 / 6 + (at % 29 === 0 ? 0.1 : 0);
    return placed(String(200 + at), name, Math.round(denominator * share), denominator);
  });
}

/** Takes numbers, which of them are peers, and whose it is; gives a comparison of them. */
export function compared(
  everyone: readonly PlacedNumber[],
  members: readonly string[],
  own: string | null,
  title = 'its ten statistical neighbours',
): Comparison {
  const inOrder = [...everyone].sort((a, b) => b.shown.value - a.shown.value);
  const those = inOrder.filter(({ area }) => members.includes(area));
  return {
    asked: { measure: 'riia-04', figure: 'repeat', period: 'year to 2024-25 Q4', cell: null },
    figure: FIGURE,
    own: everyone.find(({ area }) => area === own) ?? null,
    peers: { set: { kind: 'neighbours' }, title, members, says: null },
    numbers: those,
    everyone: inOrder,
    without: [
      { area: '999', name: 'Isles of Elsewhere', says: 'Withheld to protect children (c)' },
    ],
    summary: summaryOf(those.map(({ shown }) => shown.value)),
    total: null,
    rank: null,
    standing: null,
    notes: [],
    brief: '',
    reading: 'A sentence made from the figures.',
  };
}

/** Takes values; gives their summary, or null where there are fewer than three. */
function summaryOf(values: readonly number[]): Summary | null {
  if (values.length < 3) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const quantile = (share: number) => {
    const place = share * (sorted.length - 1);
    const [low, high] = [sorted[Math.floor(place)] ?? 0, sorted[Math.ceil(place)] ?? 0];
    return low + (high - low) * (place - Math.floor(place));
  };
  return {
    n: sorted.length,
    mean: sorted.reduce((sum, each) => sum + each, 0) / sorted.length,
    lowerQuartile: quantile(0.25),
    median: quantile(0.5),
    upperQuartile: quantile(0.75),
    pooled: null,
  };
}

/** Gives a trend of 24 quarters, with a quarter withheld, two without peers and a change of definition. */
export function trended(
  periods: readonly Period[] = quartersBetween('2019-20 Q3', '2025-26 Q2'),
): TrendAgainst[] {
  const next = numbers(3);
  return periods.map((period, at) => ({
    period,
    own:
      at === 5
        ? { kind: 'symbol', symbol: 'c', says: 'Withheld to protect children' }
        : {
            kind: 'number',
            value: 17 + 4 * Math.sin(at / 4) + 3 * next(),
            parts: null,
            flag: null,
          },
    ownVersion: at < 15 ? 1 : 2,
    summary:
      at === 8 || at === 9
        ? null
        : summaryOf(Array.from({ length: 10 }, () => 13 + at / 8 + 9 * next())),
  }));
}

/** Takes numbers; gives their funnel, with limits by the normal approximation. */
export function funnelled(all: readonly PlacedNumber[]): Funnel {
  const sum = (part: 'numerator' | 'denominator') =>
    all.reduce((total, { shown }) => total + (shown.parts?.[part] ?? 0), 0);
  const share = sum('numerator') / sum('denominator');
  const limit = (denominator: number, z: number) =>
    Math.min(100, Math.max(0, 100 * (share + z * Math.sqrt((share * (1 - share)) / denominator))));
  const largest = Math.max(...all.map(({ shown }) => shown.parts?.denominator ?? 0));
  return {
    baseline: share * 100,
    limits: Array.from({ length: 120 }, (_, at) => {
      const denominator = 10 + ((largest - 10) * at) / 119;
      return {
        denominator,
        low95: limit(denominator, -1.96),
        high95: limit(denominator, 1.96),
        low998: limit(denominator, -3.09),
        high998: limit(denominator, 3.09),
      };
    }),
    points: all.map((each) => {
      const denominator = each.shown.parts?.denominator ?? 0;
      const { value } = each.shown;
      const lies =
        value > limit(denominator, 3.09)
          ? 'above 99.8'
          : value < limit(denominator, -3.09)
            ? 'below 99.8'
            : value > limit(denominator, 1.96)
              ? 'above 95'
              : value < limit(denominator, -1.96)
                ? 'below 95'
                : 'within';
      return { placed: each, denominator, lies };
    }),
  };
}

/** Gives a control chart with a point outside a limit, a run on one side and one that rises. */
export function controlled(firm = true): ControlChart {
  const values = [
    17,
    19,
    16,
    18,
    26.5,
    17,
    null,
    14,
    15,
    14.5,
    15.5,
    14.2,
    15.1,
    14.8,
    18,
    18.4,
    18.8,
    19.3,
    19.9,
    20.4,
    21.2,
    18,
    20,
    17,
  ];
  const periods = quartersBetween('2019-20 Q3', '2025-26 Q2');
  return {
    mean: 17.6,
    low: 10.9,
    high: 24.3,
    firm,
    points: periods.map((period, at) => ({
      period,
      value: values[at] ?? null,
      signals:
        at === 4
          ? ['outside a limit']
          : at >= 7 && at <= 13
            ? ['seven on one side']
            : at >= 14 && at <= 20
              ? ['seven rising']
              : [],
    })),
    reading: 'One quarter lay outside the limits.',
  };
}

/** Gives the cells of a breakdown, one of them withheld and one without peers. */
export function celled(): CellBeside[] {
  const cell = (title: string, value: number | null, middle: number | null): CellBeside => ({
    cell: title,
    title,
    own:
      value === null
        ? { kind: 'symbol', symbol: 'c', says: 'Withheld to protect children' }
        : { kind: 'number', value, parts: null, flag: null },
    summary:
      middle === null
        ? null
        : {
            n: 9,
            mean: middle,
            median: middle,
            lowerQuartile: middle * 0.8,
            upperQuartile: middle * 1.25,
            pooled: null,
          },
  });
  return [
    cell('White', 61.2, 70.4),
    cell('Mixed or multiple ethnic groups', 9.8, 8.1),
    cell('Asian or Asian British', 14.1, 9.2),
    cell('Black, African, Caribbean or Black British', 7.4, null),
    cell('Other ethnic group', null, 2.6),
    cell('Not known', 4.1, 5.9),
  ];
}

/** Gives the steps of the pathway, one of them withheld. */
export function stepped(): PathwayStep[] {
  const told = (id: PathwayStep['id'], title: string, value: number): PathwayStep => ({
    id,
    title,
    shown: { kind: 'number', value, parts: null, flag: null },
  });
  return [
    told('contacts', 'Initial contacts', 1240),
    told('stepped down', 'Children stepped down from social care', 64),
    told('episodes', 'Early help episodes started', 412),
    told('assessments', 'Early help assessments completed', 388),
    told('stepped up', 'Children stepped up to social care', 57),
    told('closed', 'Episodes closed', 371),
    told('met', 'Closed: needs met', 236),
    told('not met', 'Closed: needs not met', 118),
    {
      id: 'unknown',
      title: 'Closed: outcome not known',
      shown: { kind: 'symbol', symbol: 'c', says: 'Withheld to protect children' },
    },
  ];
}
