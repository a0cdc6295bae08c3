import { describe, expect, it } from 'vitest';
import { answerByHand } from '../../../src/measure/without-extract.ts';
import type { GivenFigure, GivenOutcome, HandQuestion } from '../../../src/model/given.ts';
import { type Period, yearTo } from '../../../src/model/period.ts';
import { spec } from '../../../src/spec/spec.ts';

const Q1 = '2025-26 Q1';

const given = (
  measure: string,
  figure: string,
  outcome: GivenOutcome,
  period: Period = Q1,
): GivenFigure => ({ measure, figure, period, cell: null, outcome });

const answer = (rest: Partial<HandQuestion>) =>
  answerByHand(spec, {
    ...{ la: '822', extractDate: null, quarter: Q1, handEntered: [], given: [] },
    ...{ settings: {}, words: [] },
    ...rest,
  });

const outcomeOf = (
  { results }: ReturnType<typeof answer>,
  measure: string,
  figure: string,
  period: Period = Q1,
) =>
  results
    .find((one) => one.measure === measure)
    ?.observations.find((one) => one.figure === figure && one.period === period && !one.cell);

describe('an answer without an extract', () => {
  it('has every figure of every measure, missing where it is not given, and all by hand', () => {
    const { results, quarters, balances } = answer({});
    expect(quarters).toEqual([Q1]);
    expect(balances).toEqual([]);
    const figures = spec.measures.flatMap((measure) =>
      measure.kind === 'breakdown' ? [] : measure.figures.map(({ id }) => `${measure.id} ${id}`),
    );
    const all = results.flatMap(({ observations }) => observations);
    expect(
      all
        .filter(({ period }) => period === Q1)
        .map(({ measure, figure }) => `${measure} ${figure}`),
    ).toEqual(figures);
    expect(new Set(all.map(({ outcome, origin }) => `${outcome.kind}, ${origin}`))).toEqual(
      new Set(['missing, entered by hand']),
    );
  });

  it('works rates out over the population, from a count that is given and from no other', () => {
    const of = answer({
      given: [
        given('riia-02', 'referrals', { kind: 'count', value: 100 }),
        given('riia-10', 'enquiries', { kind: 'not available', reason: 'a new system' }),
      ],
    });
    const rate = outcomeOf(of, 'riia-02', 'rate');
    const children = spec.reference.authorities.find(({ code }) => code === '822')?.children[
      '2024'
    ];
    expect(rate?.outcome).toEqual({
      kind: 'ratio',
      ...{ numerator: 100, denominator: children, scale: 10_000 },
    });
    expect(rate?.denominatorFrom).toBe('children aged 0 to 17, mid-2024 estimate');
    expect(outcomeOf(of, 'riia-10', 'rate')?.outcome).toEqual({
      kind: 'not available',
      reason: 'a new system',
    });
  });

  it('takes a form’s parts as it does with an extract, and the year of activity alone', () => {
    const of = answer({
      handEntered: [{ measure: 'riia-29', quarter: Q1, parts: { vacant: 12.5, in_post: 87.5 } }],
      given: [given('riia-02', 'referrals', { kind: 'count', value: 500 }, yearTo(Q1))],
    });
    expect(outcomeOf(of, 'riia-29', 'rate')?.outcome).toEqual({
      ...{ kind: 'ratio', numerator: 12.5, denominator: 100, scale: 100 },
    });
    expect(outcomeOf(of, 'riia-02', 'referrals', yearTo(Q1))?.outcome).toEqual({
      kind: 'count',
      value: 500,
    });
    expect(outcomeOf(of, 'riia-13', 'children', yearTo(Q1))).toBeUndefined();
  });

  it('reaches from the first quarter that has a figure to the last', () => {
    const value = { kind: 'count', value: 1 } as const;
    const { quarters } = answer({ given: [given('riia-13', 'children', value, '2024-25 Q3')] });
    expect(quarters).toEqual(['2024-25 Q3', '2024-25 Q4', '2025-26 Q1']);
  });
});
