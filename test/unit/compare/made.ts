import type { FigureColumns, FigureRow, FigureSource } from '../../../src/compare/columns.ts';
import { ColumnsBuilder } from '../../../src/compare/columns-builder.ts';
import { Benchmark } from '../../../src/compare/benchmark.ts';
import { publishedAreas } from '../../../src/compare/from-published.ts';
import type { Authority } from '../../../src/model/authority.ts';
import type { Observation } from '../../../src/model/observation.ts';
import type { Outcome } from '../../../src/model/outcome.ts';
import type { Period } from '../../../src/model/period.ts';
import { published } from '../../../src/spec/published.ts';
import { spec } from '../../../src/spec/spec.ts';

export const { terms: TERMS } = published;
export const ENGLAND = { kind: 'england' } as const;
export const YEAR: Period = 'year to 2024-25 Q4';
export const QUARTER: Period = '2024-25 Q4';

/**
 * Five authorities of two regions. Old Shire ended on 31 March 2024, and North and South Shire took its place. West Town
 * has no estimate of mid-2024.
 */
export const AUTHORITIES: readonly Authority[] = [
  authority(
    '300',
    'Old Shire',
    'North West',
    {},
    { validTo: '2024-03-31', successors: ['301', '302'] },
  ),
  authority(
    '301',
    'North Shire',
    'North West',
    { 2023: 9_000, 2024: 10_000 },
    { validFrom: '2024-04-01' },
  ),
  authority(
    '302',
    'South Shire',
    'North West',
    { 2023: 19_000, 2024: 20_000 },
    { validFrom: '2024-04-01' },
  ),
  authority('303', 'East Town', 'London', { 2023: 40_000, 2024: 50_000 }),
  authority('304', 'West Town', 'London', { 2023: 8_000 }),
  authority('000', 'Exampleshire (made up)', 'Made up', { 2023: 12_000, 2024: 12_000 }),
];

function authority(
  code: string,
  name: string,
  region: string,
  children: Readonly<Record<string, number>>,
  dates: Partial<Pick<Authority, 'validFrom' | 'validTo' | 'successors'>> = {},
): Authority {
  return { code, name, region, children, validFrom: null, validTo: null, successors: [], ...dates };
}

/** A benchmark that knows the five, with the sources given. */
export function benchmarkOf(...sources: readonly FigureColumns[]): Benchmark {
  const benchmark = new Benchmark({
    ...{ measures: spec.measures, breakdowns: spec.breakdowns, authorities: AUTHORITIES },
    notAboutChildren: spec.disclosure.notAboutChildren,
    sampleAuthority: '000',
    neighbours: {
      303: ['301', '300', '304'].map((code) => ({ code, closeness: 'close' })),
    },
    earlyHelpQuestions: spec.earlyHelpQuestions.slice(0, 2),
    groups: [{ name: 'Coast', authorities: ['302', '304'] }],
    published: TERMS,
  });
  for (const source of sources) benchmark.add(source);
  return benchmark;
}

/** An observation of ours. */
export function seen(
  area: string,
  measure: string,
  figure: string,
  period: Period,
  outcome: Outcome,
  more: Partial<Pick<Observation, 'version' | 'cell' | 'denominatorFrom'>> = {},
): Observation {
  const at = { version: 1, cell: null, denominatorFrom: null, origin: 'extract' } as const;
  return { ...at, area, measure, figure, period, outcome, ...more };
}

export const count = (value: number): Outcome => ({ kind: 'count', value });

/** What is published of areas, by code. */
export function publishedOf(
  rows: readonly Omit<FigureRow, 'version' | 'cell' | 'denominatorFrom'>[],
) {
  const codes = [...new Set(rows.map(({ area }) => area))];
  const source: FigureSource = {
    ...{ id: 'dfe', kind: 'published', title: 'DfE', licence: 'Open Government Licence v3.0' },
    ...{ synthetic: false, made: null, provisional: false, removable: true },
  };
  const builder = new ColumnsBuilder(source, publishedAreas(codes, AUTHORITIES, TERMS.regions));
  for (const row of rows) builder.add({ ...row, version: 0, cell: null, denominatorFrom: null });
  return builder.build();
}

/** A pack of observations, made on the day given. */
export function packOf(
  observations: readonly Observation[],
  {
    id = 'pack',
    made = '2025-05-01T09:00:00Z',
    synthetic = false,
    earlyHelp = {},
  }: {
    readonly id?: string;
    readonly made?: string;
    readonly synthetic?: boolean;
    readonly earlyHelp?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  } = {},
): FigureColumns {
  const source: FigureSource = {
    ...{ id, kind: 'pack', title: `Pack ${id}`, licence: null, synthetic, made },
    provisional: false,
    removable: true,
  };
  const codes = new Set([...observations.map(({ area }) => area), ...Object.keys(earlyHelp)]);
  const areas = [...codes].map((code) => ({
    ...({ code, name: `Made up ${code}`, kind: 'authority', region: 'Made-up North' } as const),
    ...{ members: [], synthetic, earlyHelp: earlyHelp[code] ?? null },
  }));
  const builder = new ColumnsBuilder(source, areas);
  for (const { outcome, ...row } of observations) {
    if (outcome.kind === 'count' || outcome.kind === 'ratio') {
      builder.add({ ...row, content: { ...outcome, flag: null } });
    } else if (outcome.kind === 'withheld') {
      const says = 'Withheld to protect children';
      builder.add({ ...row, content: { kind: 'symbol', symbol: 'c', says } });
    } else {
      builder.add({ ...row, content: { kind: 'symbol', symbol: 'x', says: 'Not available' } });
    }
  }
  return builder.build();
}
