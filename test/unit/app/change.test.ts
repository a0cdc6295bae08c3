import { describe, expect, it } from 'vitest';
import { changeInWords } from '../../../src/app/change.ts';
import type { Observation } from '../../../src/model/observation.ts';
import type { Outcome } from '../../../src/model/outcome.ts';

function observed(outcome: Outcome, version = 1): Observation {
  return {
    measure: 'riia-04',
    version,
    figure: 'repeat',
    period: '2025-26 Q1',
    area: '000',
    cell: null,
    outcome,
    origin: 'extract',
    denominatorFrom: null,
  };
}

const count = (value: number) => observed({ kind: 'count', value });
const percent = (numerator: number, denominator: number) =>
  observed({ kind: 'ratio', numerator, denominator, scale: 100 });

describe('a change in words', () => {
  it('says a count’s change with its sign and direction', () => {
    expect(changeInWords(count(1250), count(50))).toBe('+1,200 (up)');
    expect(changeInWords(count(50), count(62))).toBe('−12 (down)');
    expect(changeInWords(count(50), count(50))).toBe('No change');
  });

  it('says a percentage’s change in points, between the figures as they are shown', () => {
    expect(changeInWords(percent(15, 78), percent(18, 100))).toBe('+1.2 points (up)');
    expect(changeInWords(percent(1, 3), percent(333, 1000))).toBe('No change');
  });

  it('gives a rate one decimal and no points', () => {
    const rate = (numerator: number) =>
      observed({ kind: 'ratio', numerator, denominator: 10_000, scale: 10_000 });
    expect(changeInWords(rate(40), rate(42))).toBe('−2.0 (down)');
  });

  it('does not compare what is not there', () => {
    const missing = observed({ kind: 'missing', reason: 'not yet entered' });
    expect(changeInWords(missing, count(3))).toBe('No figure now');
    expect(changeInWords(count(3), missing)).toBe('No earlier figure');
    expect(changeInWords(count(3), null)).toBe('No earlier figure');
  });

  it('does not compare two versions of a definition', () => {
    const before = observed({ kind: 'count', value: 3 }, 2);
    expect(changeInWords(count(3), before)).toBe('The definition changed');
  });
});
