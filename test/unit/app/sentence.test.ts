import { describe, expect, it } from 'vitest';
import { sentenceOf } from '../../../src/app/sentence.ts';
import type { Figure } from '../../../src/model/measure.ts';
import type { Outcome } from '../../../src/model/outcome.ts';

const text = {
  title: '',
  headline: true,
  unit: ['referral', 'referrals'],
  needs: [],
  unsure: null,
} as const;
const REPEAT: Figure = {
  ...text,
  id: 'repeat',
  kind: 'ratio',
  where: 'is_repeat',
  of: 'all',
  scale: 100,
  numerator: '',
  denominator: '',
  sentence: '{denominator} in {period}; {numerator} of them, {value}, within 12 months',
};
const COUNT: Figure = {
  ...text,
  id: 'all',
  kind: 'count',
  where: 'all',
  sentence: '{count} in {period}.',
};

function said(figure: Figure, outcome: Outcome): string {
  return sentenceOf(figure, outcome, '2025-26 Q1')
    .map((stretch) => stretch.text)
    .join('');
}

describe('a figure in a sentence', () => {
  it('gives a ratio with its parts, its value and its period', () => {
    const outcome: Outcome = { kind: 'ratio', numerator: 15, denominator: 78, scale: 100 };
    expect(said(REPEAT, outcome)).toBe(
      '78 referrals in April to June 2025; 15 of them, 19.2%, within 12 months.',
    );
  });

  it('has the unit in the singular for one, and one full stop', () => {
    expect(said(COUNT, { kind: 'count', value: 1 })).toBe('1 referral in April to June 2025.');
    expect(said(COUNT, { kind: 'count', value: 0 })).toBe('0 referrals in April to June 2025.');
  });

  it('marks the numbers, and not the period', () => {
    const marked = sentenceOf(COUNT, { kind: 'count', value: 1204 }, '2025-26 Q1')
      .filter((stretch) => stretch.figure)
      .map((stretch) => stretch.text);
    expect(marked).toEqual(['1,204 referrals']);
  });

  it('gives the reason in place of a figure there is none of', () => {
    expect(said(COUNT, { kind: 'missing', reason: 'not yet entered' })).toBe(
      'Missing: not yet entered.',
    );
    expect(said(REPEAT, { kind: 'withheld' })).toBe('Withheld to protect children.');
  });
});
