import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { isSafe, withhold } from '../../../src/disclosure/withhold.ts';
import { type Outcome, inFull } from '../../../src/model/outcome.ts';
import { POLICY, count, observed, per10000, percentage } from '../return/observations.ts';

const WITHHELD: Outcome = { kind: 'withheld' };
const ESTIMATE = { denominatorFrom: 'mid-year estimate 2024' };

function after(outcome: Outcome, denominatorFrom: string | null = null): Outcome | undefined {
  return withhold([observed('riia-04', 'repeat', outcome, { denominatorFrom })], POLICY)[0]
    ?.outcome;
}

describe('a count', () => {
  it.each([1, 2, 3, 4, 5])('of %i is withheld', (value) => {
    expect(after(count(value))).toStrictEqual(WITHHELD);
  });

  it.each([0, 6, 7, 1204])('of %i is shown', (value) => {
    expect(after(count(value))).toStrictEqual(count(value));
  });
});

describe('a ratio', () => {
  it.each([
    [1, 100, 'its numerator is 1'],
    [5, 100, 'its numerator is 5'],
    [0, 1, 'its denominator is 1'],
    [0, 5, 'its denominator is 5'],
    [5, 5, 'both parts are 5'],
    [99, 100, 'the rest is 1'],
    [95, 100, 'the rest is 5'],
    [6, 11, 'the rest is 5, though both parts could be shown'],
  ])('of %i in %i is withheld: %s', (numerator, denominator) => {
    expect(after(percentage(numerator, denominator))).toStrictEqual(WITHHELD);
  });

  it.each([
    [0, 6, 'none of 6'],
    [6, 6, 'all of 6: the rest is none'],
    [6, 12, '6 and 6'],
    [100, 100, 'all'],
    [94, 100, 'the rest is 6'],
  ])('of %i in %i is shown: %s', (numerator, denominator) => {
    const ratio = percentage(numerator, denominator);
    expect(after(ratio)).toStrictEqual(ratio);
  });

  it('never lets a reader take a small number from it alone', () => {
    for (let denominator = 1; denominator <= 40; denominator++) {
      for (let numerator = 0; numerator <= denominator; numerator++) {
        const shown = after(percentage(numerator, denominator));
        const parts = [numerator, denominator, denominator - numerator];
        const small = parts.some((part) => [1, 2, 3, 4, 5].includes(part));
        expect(shown?.kind, `${numerator} in ${denominator}`).toBe(small ? 'withheld' : 'ratio');
      }
    }
  });
});

describe('a rate over the population', () => {
  it.each([1, 5])('is withheld when its count is %i', (numerator) => {
    expect(after(per10000(numerator, 10_000), ESTIMATE.denominatorFrom)).toStrictEqual(WITHHELD);
  });

  it.each([0, 6])('is shown when its count is %i', (numerator) => {
    const rate = per10000(numerator, 10_000);
    expect(after(rate, ESTIMATE.denominatorFrom)).toStrictEqual(rate);
  });

  it('is shown whatever the rest of the population is', () => {
    const rate = per10000(9997, 10_000);
    expect(after(rate, ESTIMATE.denominatorFrom)).toStrictEqual(rate);
  });

  it('goes with its count: where the one is withheld, so is the other', () => {
    for (let value = 0; value <= 12; value++) {
      const kinds = withhold(
        [
          observed('riia-02', 'referrals', count(value)),
          observed('riia-02', 'rate', per10000(value, 10_000), ESTIMATE),
        ],
        POLICY,
      ).map(({ outcome }) => outcome.kind === 'withheld');
      expect(kinds[0]).toBe(kinds[1]);
    }
  });
});

describe('what is left as it is', () => {
  it.each<Outcome>([
    { kind: 'amount', value: 3.5 },
    { kind: 'missing', reason: 'nobody has entered it' },
    { kind: 'not applicable', reason: 'over none' },
    { kind: 'not available', reason: 'a column is missing' },
    { kind: 'withheld' },
  ])('$kind', (outcome) => {
    expect(after(outcome)).toStrictEqual(outcome);
  });

  it('is everything but the outcome, and the observations given', () => {
    const given = observed('riia-02', 'referrals', count(3), {
      cell: { by: 'age', cell: 'under_1' },
      ...ESTIMATE,
    });
    const [covered] = withhold([given], POLICY);
    expect(covered).toStrictEqual({ ...given, outcome: WITHHELD });
    expect(given.outcome).toStrictEqual(count(3));
  });

  it('is the order, and what was withheld already', () => {
    const given = [7, 2, 9, 4].map((value) => observed('riia-02', 'referrals', count(value)));
    const once = withhold(given, POLICY);
    expect(once.map(({ outcome }) => outcome.kind)).toEqual([
      'count',
      'withheld',
      'count',
      'withheld',
    ]);
    expect(withhold(once, POLICY)).toStrictEqual(once);
  });
});

describe('the range', () => {
  it('is the policy’s own', () => {
    const below10 = { ...POLICY, withheldTo: 9 };
    const kinds = [0, 1, 9, 10].map(
      (value) =>
        withhold([observed('riia-02', 'referrals', count(value))], below10)[0]?.outcome.kind,
    );
    expect(kinds).toEqual(['count', 'withheld', 'withheld', 'count']);
  });

  it('tells safe observations from those that are not', () => {
    const given = [observed('riia-02', 'referrals', count(5))];
    expect(isSafe(given, POLICY)).toBe(false);
    expect(isSafe(withhold(given, POLICY), POLICY)).toBe(true);
    expect(isSafe([observed('riia-02', 'referrals', count(6))], POLICY)).toBe(true);
  });

  it('stands in spec/return, with the words that the page uses', () => {
    const written: unknown = parse(readFileSync('spec/return/disclosure.yaml', 'utf8'));
    expect(written).toStrictEqual(POLICY);
    expect(POLICY.words).toBe(inFull(WITHHELD));
  });
});
