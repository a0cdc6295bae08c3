import { describe, expect, it } from 'vitest';
import {
  type Outcome,
  inBrief,
  inFull,
  oneDecimal,
  roundHalfAway,
  valueOf,
} from '../../../src/model/outcome.ts';

const ratio = (numerator: number, denominator: number, scale: number): Outcome => ({
  kind: 'ratio',
  numerator,
  denominator,
  scale,
});

describe('rounding to one decimal', () => {
  it.each([
    [19.25, 19.3],
    [19.24, 19.2],
    [0.05, 0.1],
    [0.049, 0],
    [2.675 * 10, 26.8],
    // In binary 1.15 is a little less than it says, and 1.005 × 100 is 100.4999…
    [1.15, 1.2],
    [1.005 * 100, 100.5],
    [0.35, 0.4],
    [-19.25, -19.3],
    [-19.24, -19.2],
    [-0.05, -0.1],
    [0, 0],
    [99.95, 100],
    [99.94, 99.9],
  ])('makes %d into %d', (value, rounded) => {
    expect(roundHalfAway(value)).toBe(rounded);
  });

  it('is that of whole numbers for every hundredth up to 1,000', () => {
    for (let hundredths = 0; hundredths <= 100_000; hundredths += 1) {
      const tenths = Math.floor((hundredths + 5) / 10);
      expect(roundHalfAway(hundredths / 100)).toBe(tenths / 10);
    }
  });

  it('is that of whole numbers for every percentage with a denominator up to 200', () => {
    for (let denominator = 1; denominator <= 200; denominator += 1) {
      for (let numerator = 0; numerator <= denominator; numerator += 1) {
        // numerator ÷ denominator × 1,000, to the nearest whole number, halves up.
        const tenths = Math.floor((numerator * 2000 + denominator) / (2 * denominator));
        const value = valueOf(ratio(numerator, denominator, 100)) ?? Number.NaN;
        expect(roundHalfAway(value)).toBe(tenths / 10);
      }
    }
  });

  it('always shows the decimal, and marks thousands', () => {
    expect([oneDecimal(45), oneDecimal(1234.56), oneDecimal(999.95), oneDecimal(-2.25)]).toEqual([
      '45.0',
      '1,234.6',
      '1,000.0',
      '-2.3',
    ]);
  });
});

describe('words for an outcome', () => {
  const REASON = 'ssd_cin_episodes was not given.';
  const WORDS: readonly (readonly [Outcome, number | null, string, string])[] = [
    [{ kind: 'count', value: 1204 }, 1204, '1,204', '1,204'],
    [{ kind: 'count', value: 0 }, 0, '0', '0'],
    [{ kind: 'amount', value: 17.25 }, 17.25, '17.3', '17.3'],
    // 77 of 400 is 19.25%.
    [ratio(77, 400, 100), 19.25, '19.3%', '19.3%'],
    [ratio(0, 3, 100), 0, '0.0%', '0.0%'],
    [ratio(3, 3, 100), 100, '100.0%', '100.0%'],
    // 54 of 12,000 children is 45 for every 10,000; a rate has no percent sign.
    [ratio(54, 12_000, 10_000), 45, '45.0', '45.0'],
    [ratio(350, 12_000, 40_000), 1166.6666666666667, '1,166.7', '1,166.7'],
    [{ kind: 'withheld' }, null, 'Withheld', 'Withheld to protect children'],
    [{ kind: 'missing', reason: 'Not entered yet.' }, null, 'Missing', 'Missing: Not entered yet.'],
    [
      { kind: 'not applicable', reason: 'No referral in the period.' },
      null,
      'Not applicable',
      'Not applicable: No referral in the period.',
    ],
    [{ kind: 'not available', reason: REASON }, null, 'Not available', `Not available: ${REASON}`],
  ];

  it.each(WORDS)('%o is %d, %j, %j', (outcome, value, brief, full) => {
    expect(inBrief(outcome)).toBe(brief);
    expect(inFull(outcome)).toBe(full);
    if (value === null) expect(valueOf(outcome)).toBeNull();
    else expect(valueOf(outcome)).toBeCloseTo(value, 10);
  });
});
