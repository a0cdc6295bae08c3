import { withoutSmall } from '../small-numbers.ts';
import type { DisclosurePolicy, Treatment } from '../../../src/model/disclosure.ts';
import type { Figure, FormMeasure, Measure, RecordsMeasure } from '../../../src/model/measure.ts';
import type { BreakdownCell, Observation } from '../../../src/model/observation.ts';
import type { Outcome } from '../../../src/model/outcome.ts';
import type { Period } from '../../../src/model/period.ts';
import type { ReturnDocument } from '../../../src/model/return-document.ts';
import type { Return } from '../../../src/model/return.ts';
import type { SafeObservations } from '../../../src/model/safe-observations.ts';
import { documentOf } from '../../../src/return/document.ts';
import type { KnownTerms } from '../../../src/return/read/known.ts';
import { type Terms, definedMeasures } from '../../../src/return/terms.ts';
import { spec } from '../../../src/spec/spec.ts';

export const QUARTER = '2025-26 Q1';
export const YEAR = 'year to 2025-26 Q1';

export const POLICY: DisclosurePolicy = {
  id: 'withhold-1-to-5',
  title: 'Counts of 1 to 5 are withheld',
  withheldFrom: 1,
  withheldTo: 5,
  roundedTo: null,
  symbol: 'c',
  words: 'Withheld to protect children',
  says: 'Counts of 1 to 5 are withheld, and what leans on them.',
};

export const count = (value: number): Outcome => ({ kind: 'count', value });
export const percentage = (numerator: number, denominator: number): Outcome => ({
  kind: 'ratio',
  numerator,
  denominator,
  scale: 100,
});
const per10000 = (numerator: number, denominator: number): Outcome => ({
  kind: 'ratio',
  numerator,
  denominator,
  scale: 10_000,
});

/** Takes what an observation is of and found; gives it, with the rest filled in. */
export function observed(
  measure: string,
  figure: string,
  outcome: Outcome,
  rest: Partial<Observation> = {},
): Observation {
  const filled = { version: 1, period: QUARTER, area: '000', cell: null } as const;
  const plain = { origin: 'extract', denominatorFrom: null } as const;
  return { measure, figure, outcome, ...filled, ...plain, ...rest };
}

export const cellOf = (by: string, cell: string): { readonly cell: BreakdownCell } => ({
  cell: { by, cell },
});
export const inPeriod = (period: Period) => ({ period });

const text = {
  headline: false,
  sentence: '{count} in {period}.',
  needs: [],
  unsure: null,
} as const;

const records = {
  kind: 'records',
  yearsAddUp: null,
  version: 1,
  validFrom: '2019-20 Q1',
  theme: 'Contacts and referrals',
  polarity: 'neutral',
  period: 'activity',
  file: 'spec/measures/none.sql',
  counts: ['Every one.', 'And each once.'],
  leavesOut: [],
  differs: [],
  source: 'DfE, a guide',
  example: ['One.'],
  notes: [],
  sql: 'select record_id, person_id from referral',
  reads: ['referral'],
  rules: {
    of: 'referral',
    record: 'referral_id',
    ids: null,
    day: null,
    rows: [],
    keep: [],
    once: null,
    parts: {},
  },
  needs: ['ssd_cin_episodes.cine_person_id'],
  refines: [],
  breakdowns: ['age', 'referral_source'],
  settings: [],
  lookback: null,
  asAtExtract: false,
  instead: null,
  parts: [],
} as const satisfies Partial<RecordsMeasure>;

const referrals: readonly Figure[] = [
  {
    ...text,
    id: 'referrals',
    title: 'Referrals',
    headline: true,
    kind: 'count',
    where: 'all',
    unit: ['referral', 'referrals'],
  },
  {
    ...text,
    id: 'rate',
    title: 'Referrals per 10,000 children',
    kind: 'rate',
    of: 'referrals',
    scale: 10_000,
    times: 1,
    unit: ['per 10,000 children', 'per 10,000 children'],
  },
];

const repeat: Figure = {
  ...text,
  id: 'repeat',
  title: 'Repeat referrals',
  headline: true,
  kind: 'ratio',
  scale: 100,
  where: 'is_repeat',
  of: 'all',
  unit: ['referral', 'referrals'],
  numerator: 'Referrals of a child who had an earlier one.',
  denominator: 'Referrals in the period.',
};

const children: Figure = {
  ...text,
  id: 'children',
  title: 'Children electively home educated',
  headline: true,
  kind: 'count',
  where: 'children',
  unit: ['child', 'children'],
};

const homeEducated: FormMeasure = {
  ...records,
  kind: 'form',
  id: 'riia-24',
  title: 'Elective home education',
  collection: 'riia',
  period: 'snapshot',
  figures: [children],
  parts: [],
};

const stepUpDays = {
  id: 'step_up_days',
  title: 'Days after early help ends',
  unit: 'days',
  default: 14,
  min: 0,
  max: 92,
} as const;

const MEASURES: readonly Measure[] = [
  { ...records, id: 'riia-02', title: 'Referrals', collection: 'riia', figures: referrals },
  {
    kind: 'breakdown',
    id: 'riia-03',
    title: 'Referral source',
    collection: 'riia',
    theme: 'Contacts and referrals',
    file: 'spec/measures/none.yaml',
    source: 'DfE, a guide',
    example: ['One.'],
    notes: ['Every referral has one source.'],
    of: 'riia-02',
    by: 'referral_source',
  },
  { ...records, id: 'riia-04', title: 'Repeat referrals', collection: 'riia', figures: [repeat] },
  homeEducated,
  {
    ...records,
    id: 'eh-6',
    title: 'Children stepped up',
    collection: 'early-help',
    settings: [stepUpDays],
    figures: [{ ...children, id: 'either', title: 'Stepped up' }],
  },
];

export const TERMS: Terms = {
  notAboutChildren: [],
  measures: MEASURES,
  breakdowns: [
    {
      id: 'age',
      title: 'Age',
      cells: [
        { id: 'under_1', title: 'Under 1' },
        { id: '1_to_4', title: '1 to 4' },
        { id: 'unknown', title: 'Not known' },
      ],
    },
    {
      id: 'referral_source',
      title: 'Referral source',
      cells: [
        { id: 'police', title: 'Police' },
        { id: 'unknown', title: 'Not known' },
      ],
    },
  ],
  standard: spec.returnStandard,
  appVersion: '0.1.0',
};

/** What is known where the returns of these terms are read. */
export const KNOWN: KnownTerms = {
  figures: definedMeasures(MEASURES).flatMap(({ id, version, figures }) =>
    figures.map((figure) => ({ measure: id, version, figure: figure.id })),
  ),
  breakdowns: TERMS.breakdowns,
  notAboutChildren: [],
  childColumns: ['cine_person_id', 'pers_dob'],
};

const FROM_ESTIMATE = { denominatorFrom: 'mid-year estimate 2024' } as const;

/** One of everything that a return may hold, in no order. */
export const OBSERVATIONS: readonly Observation[] = [
  observed('eh-6', 'either', count(3)),
  observed('eh-6', 'either', count(1204), inPeriod(YEAR)),
  observed('riia-04', 'repeat', percentage(77, 400)),
  observed('riia-04', 'repeat', percentage(300, 1600), inPeriod(YEAR)),
  observed('riia-04', 'repeat', percentage(4, 40), cellOf('age', 'under_1')),
  observed('riia-04', 'repeat', percentage(0, 40), cellOf('age', '1_to_4')),
  observed(
    'riia-04',
    'repeat',
    { kind: 'not applicable', reason: 'over none' },
    cellOf('age', 'unknown'),
  ),
  observed('riia-24', 'children', count(210), { origin: 'entered by hand' }),
  observed('riia-02', 'referrals', count(1600), inPeriod(YEAR)),
  observed('riia-02', 'rate', per10000(1600, 10_000), { ...FROM_ESTIMATE, ...inPeriod(YEAR) }),
  observed('riia-02', 'referrals', count(2), cellOf('referral_source', 'unknown')),
  observed('riia-02', 'referrals', count(398), cellOf('referral_source', 'police')),
  observed('riia-02', 'referrals', count(360), cellOf('age', '1_to_4')),
  observed('riia-02', 'referrals', count(0), cellOf('age', 'unknown')),
  observed('riia-02', 'referrals', count(40), cellOf('age', 'under_1')),
  observed('riia-02', 'rate', per10000(400, 10_007), FROM_ESTIMATE),
  observed('riia-02', 'referrals', count(400)),
];

/** What both kinds of return say in these tests. */
const SAID = {
  authority: { code: '000', name: 'Exampleshire' },
  quarter: QUARTER,
  version: 1,
  extract: { date: '2025-07-14', from: '2019-07-01', to: '2025-07-13' },
  made: '2025-07-14T09:30:00Z',
  signedOff: null,
  caveats: [
    {
      measure: 'riia-04',
      caveat: {
        kind: 'window-limited',
        says: 'The extract begins on 1 July 2024: 3 rows.',
        sent: 'The extract begins on 1 July 2024.',
        figures: ['repeat'],
        periods: [YEAR],
      },
    },
  ],
  settings: [{ measure: 'eh-6', id: 'step_up_days', value: 21 }],
  earlyHelp: [
    {
      id: 'closing',
      question: 'When are episodes closed?',
      answer: { id: 'at_review', title: 'At the next review' },
    },
    { id: 'level', question: 'Which help counts?', answer: null },
  ],
  wordsMapped: [{ list: 'early_help_end_reason', title: 'Why early help ended', count: 12 }],
  quality: [
    { id: '01', title: 'No identifier', severity: 'serious', found: 'nothing' },
    { id: '28', title: 'Far fewer than usual', severity: 'warning', found: 'something' },
  ],
  notes: [
    {
      at: { measure: 'riia-02', figure: 'referrals', period: QUARTER, cell: null },
      says: 'The front door moved in April.',
    },
  ],
  revisions: [
    {
      at: { measure: 'riia-02', figure: 'referrals', period: '2024-25 Q4', cell: null },
      was: { kind: 'count', value: 380 },
      reason: 'Recorded late.',
    },
  ],
} as const satisfies Partial<Return>;

/** Takes observations that are safe; gives the treatment of a return of them. */
export function shareable(
  observations: SafeObservations,
  policy: DisclosurePolicy = POLICY,
): Extract<Treatment, { kind: 'shareable' }> {
  const withheld = observations.filter(({ outcome }) => outcome.kind === 'withheld').length;
  const audit = { policy: policy.id, version: 1, observations: observations.length, withheld };
  return { kind: 'shareable', policy, audit: { ...audit, against: [] } };
}

type Said = Partial<Omit<Return, 'observations' | 'treatment'>>;

/** Takes what differs from the usual return; gives the return, its small numbers withheld. */
export function returnOf(
  observations: readonly Observation[] = OBSERVATIONS,
  rest: Said = {},
): Return {
  const safe = withoutSmall(observations, POLICY);
  return { ...SAID, treatment: shareable(safe), observations: safe, ...rest };
}

/** Takes what differs; gives the collator's return of the same, complete. */
export function collatorReturnOf(
  observations: readonly Observation[] = OBSERVATIONS,
  rest: Said = {},
): Return {
  const treatment = { kind: 'collator', agreement: 'North sharing agreement' } as const;
  return { ...SAID, treatment, observations, ...rest };
}

/** Takes what differs from the usual return; gives its document. */
export function documentFor(...given: Parameters<typeof returnOf>): ReturnDocument {
  return documentOf(returnOf(...given), TERMS);
}
