import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { oneDecimal } from '../../../src/model/outcome.ts';
import type { Shown } from '../../../src/model/comparison.ts';
import {
  CASELOAD,
  LOOKED_AFTER,
  MET,
  REFERRALS,
  REPEATS,
  type Situation,
  WITHHELD,
  compared,
} from './situations.ts';

const parts = fc
  .tuple(fc.integer({ min: 1, max: 900 }), fc.integer({ min: 0, max: 100 }))
  .map(([denominator, share]) => [Math.round((denominator * share) / 100), denominator] as const);
const number = fc.integer({ min: 0, max: 1000 }).map((tenths) => tenths / 10);
const shown: fc.Arbitrary<readonly [number, number] | number | Shown> = fc.oneof(
  { weight: 8, arbitrary: parts },
  { weight: 2, arbitrary: number },
  { weight: 1, arbitrary: fc.constant(WITHHELD) },
);
const situations: fc.Arbitrary<Situation> = fc.record({
  figure: fc.constantFrom(REPEATS, MET, REFERRALS, LOOKED_AFTER, CASELOAD),
  own: fc.oneof({ weight: 9, arbitrary: shown }, { weight: 1, arbitrary: fc.constant(null) }),
  others: fc.array(shown, { maxLength: 25 }),
  member: fc.boolean(),
  source: fc.constantFrom<('own' | 'published')[]>('own', 'published'),
});

const PLACE = /\d(st|nd|rd|th)\b|highest|lowest|All \d+,? .*same figure/;

describe('what is said of a comparison', () => {
  it('is better or worse only of a figure with a polarity, wholly on one side of the median, and in its half of the places', () => {
    let said = 0;
    fc.assert(
      fc.property(situations, (situation) => {
        const { figure, own, summary, rank, reading, numbers } = compared(situation);
        if (!/better|worse/.test(reading)) return;
        said++;
        expect(figure.polarity).not.toBe('neutral');
        expect(numbers.length).toBeGreaterThanOrEqual(3);
        const interval = own && 'interval' in own ? own.interval : null;
        const median = summary?.median ?? NaN;
        const isAbove = (interval?.low ?? NaN) > median;
        const isBelow = (interval?.high ?? NaN) < median;
        expect(isAbove || isBelow).toBe(true);
        expect(reading).toContain(isAbove ? 'higher' : 'lower');
        expect(reading.includes('better')).toBe(isAbove === (figure.polarity === 'high'));
        expect(reading.includes('worse')).toBe(isAbove !== (figure.polarity === 'high'));
        const middle = ((rank?.of ?? NaN) + 1) / 2;
        expect(isAbove ? (rank?.to ?? NaN) < middle : (rank?.from ?? NaN) > middle).toBe(true);
      }),
      { numRuns: 4000 },
    );
    expect(said).toBeGreaterThan(100);
  });

  it('is higher or lower than the median only where the whole interval is', () => {
    fc.assert(
      fc.property(situations, (situation) => {
        const { own, summary, reading } = compared(situation);
        const told = /which is (?:just )?(higher|lower)/.exec(reading)?.[1];
        const interval = own && 'interval' in own ? own.interval : null;
        const median = summary?.median ?? NaN;
        if (interval && interval.low > median) expect(told).toBe('higher');
        else if (interval && interval.high < median) expect(told).toBe('lower');
        else expect(told).toBeUndefined();
      }),
      { numRuns: 2000 },
    );
  });

  it('is no place where fewer than three have a number, nor where the authority has none', () => {
    fc.assert(
      fc.property(situations, (situation) => {
        const { numbers, own, rank, reading } = compared(situation);
        const ranked = numbers.length >= 3 && own?.shown.kind === 'number';
        expect(rank !== null).toBe(ranked);
        expect(PLACE.test(reading)).toBe(ranked);
      }),
      { numRuns: 2000 },
    );
  });

  it('names the value, the time and how many authorities, and is whole sentences', () => {
    fc.assert(
      fc.property(situations, (situation) => {
        const { numbers, own, peers, reading, figure } = compared(situation);
        expect(reading).toContain(
          figure.period === 'snapshot' ? 'on 30 September 2025' : 'in July to September 2025',
        );
        // Amounts that are not compared have nobody to name.
        const amount = figure.unit.kind === 'amount' && numbers.length < 3;
        if (peers.members.length > 0 && !amount) {
          expect(reading).toMatch(new RegExp(`\\b${numbers.length || 'none'} (of|authorit)`));
        }
        if (own?.shown.kind === 'number') {
          expect(reading).toContain(` ${oneDecimal(own.shown.value)}`);
        }
        expect(reading).toMatch(/^[A-Z].*\.$/);
        expect(reading).not.toMatch(/ {2}|\.\.|NaN|undefined|null|,,/);
      }),
      { numRuns: 2000 },
    );
  });
});
