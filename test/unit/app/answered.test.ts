import { describe, expect, it } from 'vitest';
import type { Check } from '../../../src/model/check.ts';
import type { Question } from '../../../src/model/question.ts';
import { Answered } from '../../../src/app/answered.ts';
import { returnOf } from '../../../src/app/return-of.ts';
import { withoutSmall } from '../small-numbers.ts';
import type { Caveat, Observation } from '../../../src/model/observation.ts';
import { type Period, quartersBetween } from '../../../src/model/period.ts';

const observed = (figure: string, period: Period, value: number): Observation => ({
  measure: 'riia-02',
  version: 1,
  figure,
  period,
  area: '000',
  cell: null,
  outcome: { kind: 'count', value },
  origin: 'extract',
  denominatorFrom: null,
});

const caveat = (says: string, figures: readonly string[], periods: readonly Period[]): Caveat => ({
  kind: 'window-limited',
  says,
  sent: says,
  figures,
  periods,
});

const QUESTION: Question = {
  ...{ la: '000', extractDate: '2025-07-14', settings: {}, handEntered: [], words: [] },
};

const ANSWERED = new Answered(
  {
    quarters: quartersBetween('2024-25 Q3', '2025-26 Q2'),
    results: [
      {
        measure: 'riia-02',
        failed: null,
        observations: [
          observed('all', '2025-26 Q1', 78),
          observed('all', 'year to 2025-26 Q1', 300),
          observed('all', '2024-25 Q4', 66),
        ],
        caveats: [
          caveat('about all', [], []),
          caveat('about another quarter', [], ['2024-25 Q4']),
          caveat('about another figure', ['rate'], []),
        ],
      },
    ],
    balances: [],
    findings: [],
  },
  QUESTION,
);

describe('the quarter shown', () => {
  it('is the one that the address names, where the extract covers it', () => {
    expect(ANSWERED.quarterShown('2024-25 Q4')).toBe('2024-25 Q4');
  });

  it('is else the latest that had ended on the day of the extract', () => {
    expect(ANSWERED.quarterShown(null)).toBe('2025-26 Q1');
    expect(ANSWERED.quarterShown('2019-20 Q1')).toBe('2025-26 Q1');
  });
});

describe('an answer', () => {
  it('gives the outcome of each period, and says why there is none', () => {
    expect(ANSWERED.outcome('riia-02', 'all', 'year to 2025-26 Q1')).toEqual({
      kind: 'count',
      value: 300,
    });
    expect(ANSWERED.outcome('riia-02', 'all', '2018-19 Q1').kind).toBe('not available');
  });

  it('gives the caveats of one figure in one period', () => {
    const says = ANSWERED.caveats('riia-02', 'all', '2025-26 Q1').map((one) => one.says);
    expect(says).toEqual(['about all']);
  });

  it('gives a quarter’s observations and its year’s, and no other’s', () => {
    const periods = ANSWERED.observationsOf('2025-26 Q1').map(({ period }) => period);
    expect(periods).toEqual(['2025-26 Q1', 'year to 2025-26 Q1']);
  });
});

const POLICY = {
  ...{ id: '', title: '', withheldFrom: 1, withheldTo: 5, roundedTo: null },
  ...{ symbol: 'c', words: '', says: '' },
};
const NOTHING = {
  observations: withoutSmall([], POLICY),
  treatment: {
    kind: 'shareable',
    policy: POLICY,
    audit: { policy: POLICY.id, version: 1, observations: 0, withheld: 0, against: [] },
  },
} as const;
const CHECK: Omit<Check, 'id' | 'title'> = {
  severity: 'serious',
  kind: 'rows',
  ...{ tables: [], moves: [], tried: '', file: '', means: '', putRight: '' },
};
const BESIDE = {
  authority: { code: '000', name: 'Exampleshire' },
  version: 1,
  signedOff: null,
  notes: [],
  revisions: [],
  earlyHelp: {},
  tables: [
    { window: null },
    { window: { from: '2020-01-02', to: '2025-07-01' } },
    { window: { from: '2019-07-03', to: '2025-06-01' } },
  ],
  checks: null,
} as const;
const KNOWN = {
  policies: [POLICY],
  checks: ['01', '02', '03', '04'].map((id) => ({ ...CHECK, id, title: `Check ${id}` })),
  measures: [],
  wordLists: [
    { id: 'reason', title: 'Why it ended', groups: [] },
    { id: 'source', title: 'Where it came from', groups: [] },
  ],
  earlyHelpQuestions: [
    {
      id: 'closing',
      question: 'When is it closed?',
      hint: '',
      answers: [{ id: 'promptly', title: 'At once' }],
    },
    { id: 'level', question: 'Which help?', hint: '', answers: [{ id: 'all', title: 'All' }] },
  ],
};

describe('a return', () => {
  it('leaves out caveats about other quarters and is stamped to the second', () => {
    const made = returnOf(ANSWERED, '2025-26 Q1', NOTHING, KNOWN, BESIDE);
    expect(made.caveats.map((one) => one.caveat.says)).toEqual([
      'about all',
      'about another figure',
    ]);
    expect(made.made).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  });

  it('carries every answer about early help, and how many words are mapped, never which', () => {
    const words = [{ list: 'reason', word: 'closed - happy', group: 'met' }];
    const answered = new Answered(ANSWERED.answer, { ...QUESTION, words });
    const made = returnOf(answered, '2025-26 Q1', NOTHING, KNOWN, {
      ...BESIDE,
      earlyHelp: { closing: 'promptly' },
    });
    expect(made.earlyHelp).toEqual([
      {
        id: 'closing',
        question: 'When is it closed?',
        answer: { id: 'promptly', title: 'At once' },
      },
      { id: 'level', question: 'Which help?', answer: null },
    ]);
    expect(made.wordsMapped).toEqual([{ list: 'reason', title: 'Why it ended', count: 1 }]);
    expect(JSON.stringify(made)).not.toContain('happy');
  });

  it('tells the window of the extract, and what each check found without any count', () => {
    const tally = [{ table: 'ssd_contacts', rows: 3, children: 2, moves: [] }];
    const made = returnOf(ANSWERED, '2025-26 Q1', NOTHING, KNOWN, {
      ...BESIDE,
      checks: [
        { kind: 'found', check: '01', found: tally, says: [] },
        { kind: 'found', check: '02', found: [], says: [] },
        { kind: 'found', check: '03', found: [], says: ['Far fewer than usual.'] },
        { kind: 'not made', check: '04', why: 'A table is not there.' },
      ],
    });
    expect(made.extract).toEqual({ date: '2025-07-14', from: '2019-07-03', to: '2025-07-01' });
    expect(made.quality?.map(({ id, found }) => [id, found])).toEqual([
      ['01', 'something'],
      ['02', 'nothing'],
      ['03', 'something'],
      ['04', 'could not be made'],
    ]);
    expect(JSON.stringify(made.quality)).not.toMatch(/:[23]\b/);
  });
});
