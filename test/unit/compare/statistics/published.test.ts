import { readFileSync } from 'node:fs';
import { type ColumnTable, desc, fromCSV, op } from 'arquero';
import { beforeAll, describe, expect, it } from 'vitest';
import { Benchmark } from '../../../../src/compare/benchmark.ts';
import { comparisonOf } from '../../../../src/compare/comparison-of.ts';
import { publishedColumns } from '../../../../src/compare/from-published.ts';
import type { FigureAsked, PeerSet } from '../../../../src/model/comparison.ts';
import { published } from '../../../../src/spec/published.ts';
import { spec } from '../../../../src/spec/spec.ts';

/** Three published measures of the year to 31 March 2025, and that day: a rate of a count, a percentage of parts, a rate on a day. */
const ASKED: readonly { asked: FigureAsked; feed: string; rate: boolean }[] = [
  {
    asked: { measure: 'riia-02', figure: 'rate', period: 'year to 2024-25 Q4', cell: null },
    ...{ feed: 'referrals', rate: true },
  },
  {
    asked: { measure: 'riia-04', figure: 'repeat', period: 'year to 2024-25 Q4', cell: null },
    ...{ feed: 're-referrals', rate: false },
  },
  {
    asked: { measure: 'riia-18', figure: 'rate', period: '2024-25 Q4', cell: null },
    ...{ feed: 'looked-after', rate: true },
  },
];

function read(name: string): ColumnTable {
  const text = readFileSync(
    new URL(`../../../../spec/reference/${name}.csv`, import.meta.url),
    'utf8',
  );
  return fromCSV(text, { autoType: false });
}

/** Arquero's reading of a feed: an authority's code, its number, and its place. */
function second(feed: string, rate: boolean): ColumnTable {
  const authorities = read('local-authorities').rename({ la_code: 'area' }).select('area', 'name');
  const children = read('child-population')
    .params({ year: '2024' })
    .filter((row: Row, $: Row) => row['year'] === $['year'])
    .rename({ la_code: 'area' })
    .select('area', 'aged_0_17');
  return read('published')
    .params({ feed })
    .filter((row: Row, $: Row) => row['feed'] === $['feed'] && row['period'] === '2025')
    .derive({
      number: (row: Row) =>
        row['numerator']
          ? (op.parse_float(row['numerator']) / op.parse_float(row['denominator'])) * 100
          : op.parse_float(row['value']),
    })
    .filter((row: Row) => row['numerator'] || row['value'])
    .semijoin(authorities, 'area')
    .join_left(children, 'area')
    .params({ rate })
    .derive({
      number: (row: Row, $: Row) =>
        $['rate']
          ? (op.parse_float(row['number']) / op.parse_float(row['aged_0_17'])) * 10000
          : row['number'],
    })
    .orderby(desc('number'))
    .derive({ place: op.rank() });
}

type Row = Record<string, string>;

let benchmark: Benchmark;

beforeAll(() => {
  const { authorities, sampleAuthority, neighbours } = spec.reference;
  benchmark = new Benchmark({
    ...{ authorities, sampleAuthority, neighbours, groups: [], published: published.terms },
    ...{ measures: spec.measures, breakdowns: spec.breakdowns },
    earlyHelpQuestions: spec.earlyHelpQuestions,
    notAboutChildren: spec.disclosure.notAboutChildren,
  });
  benchmark.add(publishedColumns(published, authorities));
});

/** The 153 of 31 March 2025. */
function everyCode(): string[] {
  const there = read('local-authorities').filter(
    (row: Row) => row['valid_to'] === null || row['valid_to'] === '',
  );
  return Array.from(there.array('la_code'), String);
}

describe.each(ASKED)('$feed of all 153 authorities', ({ asked, feed, rate }) => {
  const compared = (area: string | null, set: PeerSet) =>
    comparisonOf(benchmark.field(asked, area, set));

  it('has the numbers, ranks and ties of a second computation', () => {
    const rows = second(feed, rate);
    const numbers = new Map<string, { number: number; place: number }>();
    rows.scan((row, data) => {
      const [area, number, place] = ['area', 'number', 'place'].map((name) =>
        data?.[name]?.at(row ?? 0),
      );
      numbers.set(String(area), { number: Number(number), place: Number(place) });
    }, true);
    expect(numbers.size).toBeGreaterThan(140);
    expect(everyCode()).toHaveLength(153);
    for (const code of everyCode()) {
      const { own, rank } = compared(code, { kind: 'england' });
      const there = numbers.get(code);
      if (!there) {
        expect(rank, code).toBeNull();
        continue;
      }
      expect(own?.shown.kind === 'number' ? own.shown.value : null, code).toBeCloseTo(
        there.number,
        9,
      );
      expect(rank?.place, code).toBe(there.place);
      expect(rank?.of, code).toBe(numbers.size);
      const shared = [...numbers.values()].filter(({ place }) => place === there.place).length;
      expect(rank?.tied, code).toBe(shared > 1);
    }
  });

  it('has its quartiles, median and mean', () => {
    const [expected = {}] = second(feed, rate)
      .rollup({
        n: op.count(),
        mean: op.mean('number'),
        lowerQuartile: op.quantile('number', 0.25),
        median: op.median('number'),
        upperQuartile: op.quantile('number', 0.75),
      })
      .objects();
    const { summary } = compared(null, { kind: 'england' });
    for (const [name, value] of Object.entries(expected)) {
      expect({ ...summary }[name], name).toBeCloseTo(Number(value), 9);
    }
  });

  it('has the mean of each one’s ten statistical neighbours', () => {
    const means = read('statistical-neighbours')
      .join(second(feed, rate), ['neighbour', 'area'])
      .groupby('la_code')
      .rollup({ n: op.count(), mean: op.mean('number') });
    const expected = new Map<string, { n: number; mean: number }>();
    means.scan((row, data) => {
      const [area, n, mean] = ['la_code', 'n', 'mean'].map((name) => data?.[name]?.at(row ?? 0));
      expected.set(String(area), { n: Number(n), mean: Number(mean) });
    });
    expect(expected.size).toBe(153);
    for (const code of everyCode()) {
      const { summary } = compared(code, { kind: 'neighbours' });
      expect(summary?.n, code).toBe(expected.get(code)?.n);
      expect(summary?.mean, code).toBeCloseTo(expected.get(code)?.mean ?? NaN, 9);
    }
  });
});
