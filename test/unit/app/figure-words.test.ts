import { expect, it } from 'vitest';
import { populationInWords } from '../../../src/app/figure-words.ts';
import type { Observation } from '../../../src/model/observation.ts';

const RATE: Observation = {
  measure: 'riia-02',
  version: 1,
  figure: 'rate',
  period: '2025-26 Q1',
  area: '000',
  cell: null,
  outcome: { kind: 'ratio', numerator: 120, denominator: 12_000, scale: 10_000 },
  origin: 'extract',
  denominatorFrom: 'children aged 0 to 17, mid-2024 estimate',
};

it('names the population of a rate with the year of its estimate', () => {
  expect(populationInWords(RATE)).toBe('12,000 children aged 0 to 17, mid-2024 estimate');
});

it('names none where there is no rate', () => {
  expect(populationInWords(null)).toBe('');
  expect(populationInWords({ ...RATE, denominatorFrom: null })).toBe('');
  expect(populationInWords({ ...RATE, outcome: { kind: 'withheld' } })).toBe('');
});
