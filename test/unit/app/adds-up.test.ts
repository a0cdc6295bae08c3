import { describe, expect, it } from 'vitest';
import type { Balance, BalanceResult, ChildBehind } from '../../../src/model/balance.ts';
import type { Outcome } from '../../../src/model/outcome.ts';
import type { Period, Quarter } from '../../../src/model/period.ts';
import { overlapIn, stocksIn, yearIn } from '../../../src/app/adds-up.ts';
import {
  breakdownVerdict,
  differenceInWords,
  overlapVerdict,
  reasonInWords,
  stockVerdict,
  summaryOf,
  yearVerdict,
} from '../../../src/app/adds-up-words.ts';
import { signed } from '../../../src/model/words.ts';
import { Answered } from '../../../src/app/answered.ts';

const LAST: Quarter = '2024-25 Q4';
const QUARTER: Quarter = '2025-26 Q1';

const plans = {
  kind: 'stock',
  id: 'plans',
  title: 'Child protection plans',
  file: 'plans.yaml',
  stock: { measure: 'riia-13', figure: 'children' },
  starting: { measure: 'riia-14', figure: 'new' },
  ceasing: { measure: 'riia-15', figure: 'ceasing' },
  reasons: [
    {
      id: 'second_plan',
      title: 'A second plan',
      says: 'Open on {opening}; another from {day}; both on {closing}.',
      why: 'The child counts once.',
    },
  ],
} as const satisfies Balance;

const steps = {
  kind: 'overlap',
  id: 'steps',
  title: 'Stepped up',
  file: 'steps.yaml',
  measure: 'eh-6',
  either: 'either',
  ways: ['one', 'other'],
  words: ['by reason', 'by referral'],
} as const satisfies Balance;

const year = {
  kind: 'year',
  id: 'year',
  title: 'Starting care',
  file: 'year.yaml',
  measure: 'riia-19',
  figure: 'children',
  why: 'The year counts a child once.',
} as const satisfies Balance;

type Given = readonly [measure: string, figure: string, period: Period, outcome: Outcome | number];

/** An answer that holds the figures given, over six quarters, and what the records say. */
function answeredWith(given: readonly Given[], balances: readonly BalanceResult[]): Answered {
  const measures = [...new Set(given.map(([measure]) => measure))];
  const results = measures.map((measure) => ({
    measure,
    caveats: [],
    failed: null,
    observations: given
      .filter(([other]) => other === measure)
      .map(([, id, when, what]) => ({
        measure,
        version: 1,
        figure: id,
        period: when,
        area: '000',
        cell: null,
        outcome: typeof what === 'number' ? ({ kind: 'count', value: what } as const) : what,
        origin: 'extract' as const,
        denominatorFrom: null,
      })),
  }));
  const quarters = ['2024-25 Q1', '2024-25 Q2', '2024-25 Q3', LAST, QUARTER] as const;
  return new Answered(
    { quarters, results, balances, findings: [] },
    { la: '000', extractDate: '2025-07-14', settings: {}, handEntered: [], words: [] },
  );
}

const stockFigures = (isOpen: Outcome | number): Given[] => [
  ['riia-13', 'children', LAST, 40],
  ['riia-14', 'new', QUARTER, 12],
  ['riia-15', 'ceasing', QUARTER, 9],
  ['riia-13', 'children', QUARTER, isOpen],
];

const tallied = (children: number, difference: number): BalanceResult[] => [
  {
    kind: 'stock',
    balance: 'plans',
    failed: null,
    tallies: children === 0 ? [] : [{ quarter: QUARTER, children, difference }],
  },
];

const stockOf = (answered: Answered, quarter = QUARTER) => stocksIn([plans], answered, quarter);
const verdictOf = (answered: Answered, quarter = QUARTER) =>
  stockOf(answered, quarter).map(({ stock }) => stockVerdict(stock))[0];

describe('open, new and ceased', () => {
  it('add up where 40 + 12 − 9 is 43, and no child is behind', () => {
    const answered = answeredWith(stockFigures(43), tallied(0, 0));
    expect(verdictOf(answered)).toEqual({ kind: 'adds up', says: 'Adds up, child by child.' });
    expect(summaryOf(stockOf(answered))).toBe('Open, new and ceased add up for 1 of 1.');
  });

  it('differ where 41 are open and 43 should be, with the children behind', () => {
    const answered = answeredWith(stockFigures(41), tallied(3, -2));
    expect(stockOf(answered)[0]?.stock).toEqual({
      kind: 'compared',
      wasOpen: 40,
      started: 12,
      ceased: 9,
      shouldBeOpen: 43,
      isOpen: 41,
      difference: -2,
      children: 3,
    });
    expect(verdictOf(answered)).toEqual({
      kind: 'differs',
      says: 'Does not add up: 2 fewer are open than should be. 3 children are behind it.',
    });
    expect(summaryOf(stockOf(answered))).toBe(
      'Open, new and ceased add up for 0 of 1; child protection plans differ by 2 children.',
    );
  });

  it('say so where what children make cancels out', () => {
    const answered = answeredWith(stockFigures(43), tallied(2, 0));
    expect(verdictOf(answered)).toEqual({
      kind: 'adds up',
      says: 'The figures add up, but 2 children on their own do not: what they make cancels out.',
    });
  });

  it('are not compared where a figure is not available, and say why', () => {
    const outcome = { kind: 'not available', reason: 'the extract has no table x' } as const;
    const answered = answeredWith(stockFigures(outcome), tallied(0, 0));
    expect(verdictOf(answered)?.says).toBe('Could not be compared: the extract has no table x.');
    expect(summaryOf(stockOf(answered))).toBe(
      'Open, new and ceased could not be compared for this quarter.',
    );
  });

  it('are not compared in the first quarter of an extract', () => {
    const answered = answeredWith(stockFigures(43), tallied(0, 0));
    expect(verdictOf(answered, '2024-25 Q1')).toEqual({
      kind: 'not compared',
      says: 'Could not be compared: the extract does not reach the quarter before.',
    });
  });

  it('warn where records and figures do not differ by the same', () => {
    const answered = answeredWith(stockFigures(41), tallied(3, -1));
    expect(verdictOf(answered)?.says).toBe(
      'Could not be compared: the records differ by −1, and the figures by −2. Do not send these figures before you know why.',
    );
  });

  it('say why where the records could not be asked', () => {
    const failed: BalanceResult[] = [
      { kind: 'stock', balance: 'plans', failed: 'Something broke.', tallies: [] },
    ];
    const answered = answeredWith(stockFigures(43), failed);
    expect(verdictOf(answered)).toEqual({ kind: 'not compared', says: 'Something broke.' });
  });
});

describe('two ways to count the same', () => {
  const found = (either: number) =>
    overlapVerdict(
      steps,
      overlapIn(
        steps,
        answeredWith(
          [
            ['eh-6', 'one', QUARTER, 20],
            ['eh-6', 'other', QUARTER, 1201],
            ['eh-6', 'either', QUARTER, either],
          ],
          [
            {
              kind: 'overlap',
              balance: 'steps',
              failed: null,
              tallies: [{ quarter: QUARTER, both: 19 }],
            },
          ],
        ),
        QUARTER,
      ),
    );

  it('agree where 20 + 1,201 − 19 is 1,202', () => {
    expect(found(1202)).toEqual({
      kind: 'adds up',
      says: '1,202 children: 20 by reason, 1,201 by referral, 19 by both. 20 + 1,201 − 19 is 1,202.',
    });
  });

  it('differ where it is not', () => {
    expect(found(1203).kind).toBe('differs');
  });
});

describe('four quarters and their year', () => {
  const found = (whole: number, last: Outcome | number = 6) =>
    yearVerdict(
      year,
      yearIn(
        year,
        answeredWith(
          [
            ['riia-19', 'children', '2024-25 Q2', 8],
            ['riia-19', 'children', '2024-25 Q3', 4],
            ['riia-19', 'children', LAST, 7],
            ['riia-19', 'children', QUARTER, last],
            ['riia-19', 'children', `year to ${QUARTER}`, whole],
          ],
          [],
        ),
        QUARTER,
      ),
      QUARTER,
    );

  it('need not be the same, and say why', () => {
    expect(found(24)).toEqual({
      kind: 'expected',
      says: 'The four quarters to June 2025 (8 + 4 + 7 + 6) come to 25, but the year to June 2025 is 24 children. The year counts a child once.',
    });
  });

  it('may be the same, and a year that is more than its quarters is wrong', () => {
    expect(found(25).kind).toBe('adds up');
    expect(found(26).kind).toBe('differs');
  });

  it('are not compared without one of them', () => {
    expect(found(24, { kind: 'not available', reason: 'there is no table' })).toEqual({
      kind: 'not compared',
      says: 'Could not be compared: there is no table.',
    });
  });
});

describe('words', () => {
  it('say parts and their whole', () => {
    const found = { kind: 'compared', parts: [3, 4, 5], sum: 12, whole: 12 } as const;
    const unit = ['referral', 'referrals'] as const;
    expect(breakdownVerdict(found, unit)).toEqual({
      kind: 'adds up',
      says: 'The 3 parts come to 12, and there are 12 referrals: the same.',
    });
    expect(breakdownVerdict({ ...found, whole: 13 }, unit)).toEqual({
      kind: 'differs',
      says: 'The 3 parts come to 12, but there are 13 referrals.',
    });
  });

  it('say a difference', () => {
    expect(differenceInWords(-1)).toBe('1 fewer is open than should be');
    expect(differenceInWords(1200)).toBe('1,200 more are open than should be');
    expect(differenceInWords(0)).toBe('None');
    expect([signed(-2), signed(0), signed(1)]).toEqual(['−2', '0', '+1']);
  });

  it('say what happened to a child, or that no reason is known', () => {
    const child: ChildBehind = {
      personId: 'a',
      difference: -1,
      reason: 'second_plan',
      day: '2025-05-03',
      wasOpen: [],
      started: [],
      ceased: [],
      isOpen: [],
    };
    expect(reasonInWords(plans, child, QUARTER)).toBe(
      'Open on 31 March 2025; another from 3 May 2025; both on 30 June 2025.',
    );
    expect(reasonInWords(plans, { ...child, reason: null, day: null }, QUARTER)).toBe(
      'No reason known: look at these records.',
    );
  });
});
