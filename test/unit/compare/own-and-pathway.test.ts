import { describe, expect, it } from 'vitest';
import type { TrendField } from '../../../src/compare/benchmark.ts';
import { ownSeries } from '../../../src/compare/own-series.ts';
import { pathwayOf } from '../../../src/compare/pathway-of.ts';
import type { ComparedSource, Shown } from '../../../src/model/comparison.ts';
import type { Period } from '../../../src/model/period.ts';

const SOURCE: ComparedSource = {
  id: 'own',
  kind: 'own',
  title: 'Your own figures',
  licence: null,
  synthetic: false,
  removable: false,
};
const WITHHELD: Shown = { kind: 'symbol', symbol: 'c', says: 'Withheld to protect children' };

const rate = (numerator: number, denominator = 10_000): Shown => ({
  ...{ kind: 'number', value: numerator, flag: null },
  parts: { numerator, denominator, estimated: false },
});

function field(period: Period, shown: Shown | null, ownVersion = 1): TrendField {
  const placed = { area: '301', name: 'A', source: SOURCE, denominatorFrom: null };
  return { period, ownVersion, own: shown && { ...placed, shown }, members: [] };
}

describe('an authority’s own series', () => {
  it('has every quarter from its first figure to the one asked, gaps and all', () => {
    const fields = [
      field('2024-25 Q1', null),
      field('2024-25 Q2', rate(10)),
      field('2024-25 Q4', rate(12)),
      field('2025-26 Q1', WITHHELD),
      field('2025-26 Q2', rate(14)),
      field('2025-26 Q3', rate(15)),
    ];
    expect(ownSeries(fields, '2025-26 Q2')).toEqual([
      { period: '2024-25 Q2', value: 10 },
      { period: '2024-25 Q3', value: null },
      { period: '2024-25 Q4', value: 12 },
      { period: '2025-26 Q1', value: null },
      { period: '2025-26 Q2', value: 14 },
    ]);
  });

  it('is by one definition: that of its last figure', () => {
    const fields = [field('2024-25 Q1', rate(10), 1), field('2024-25 Q2', rate(12), 2)];
    expect(ownSeries(fields, '2024-25 Q2').map(({ value }) => value)).toEqual([null, 12]);
    expect(ownSeries([], '2024-25 Q2')).toEqual([]);
  });
});

describe('the early help pathway', () => {
  const shown: Readonly<Record<string, Shown>> = {
    'eh-1 contacts': rate(721, 12_000),
    'eh-2 episodes': WITHHELD,
    'eh-9 share': {
      ...{ kind: 'number', value: 62.4, flag: null },
      parts: { numerator: 103, denominator: 165, estimated: false },
    },
  };

  it('is told in counts, though rates and percentages are compared', () => {
    const steps = pathwayOf((measure, figure) => shown[`${measure} ${figure}`] ?? null);
    expect(
      steps.map(({ id, shown: told }) => [id, told.kind === 'number' ? told.value : told.says]),
    ).toEqual([
      ['contacts', 721],
      ['episodes', 'Withheld to protect children'],
      ['met', 103],
      ['not met', 62],
    ]);
  });

  it('withholds both ways to end where the share is withheld', () => {
    const steps = pathwayOf((measure) => (measure === 'eh-9' ? WITHHELD : null));
    expect(steps.map(({ id, shown: told }) => [id, told])).toEqual([
      ['met', WITHHELD],
      ['not met', WITHHELD],
    ]);
  });
});
