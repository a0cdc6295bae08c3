import { comparisonOf } from '../../../src/compare/comparison-of.ts';
import type { Field } from '../../../src/compare/field.ts';
import type {
  ComparedFigure,
  Comparison,
  Peers,
  Placed,
  Shown,
} from '../../../src/model/comparison.ts';
import type { Period } from '../../../src/model/period.ts';
import { AMOUNT, PERCENT, RATE, bare, peersOf, placed, shownOf } from './placed.ts';

export const REPEATS: ComparedFigure = {
  ...{ measure: 'riia-04', figure: 'repeat', title: 'Repeat referrals' },
  ...{ unit: PERCENT, unitWords: '% of referrals', polarity: 'low', period: 'activity' },
};
export const MET: ComparedFigure = {
  ...{ measure: 'eh-9', figure: 'share', title: 'Share of the episodes closed' },
  ...{ unit: PERCENT, unitWords: '% of episodes', polarity: 'high', period: 'activity' },
};
export const REFERRALS: ComparedFigure = {
  ...{ measure: 'riia-02', figure: 'rate', title: 'Referrals per 10,000 children' },
  ...{ unit: RATE, unitWords: 'referrals per 10,000 children', period: 'activity' },
  polarity: 'neutral',
};
export const LOOKED_AFTER: ComparedFigure = {
  ...{ measure: 'riia-18', figure: 'rate', title: 'Children looked after per 10,000 children' },
  ...{ unit: RATE, unitWords: 'children per 10,000 children', period: 'snapshot' },
  polarity: 'neutral',
};
export const CASELOAD: ComparedFigure = {
  ...{ measure: 'riia-28', figure: 'fte', title: 'Establishment', unit: AMOUNT },
  ...{ unitWords: 'full-time posts', period: 'snapshot', polarity: 'neutral' },
};

/** What stands in the place of a figure. */
export const WITHHELD: Shown = {
  kind: 'symbol',
  symbol: 'c',
  says: 'Withheld to protect children',
};

type Parts = readonly [numerator: number, denominator: number];

export interface Situation {
  readonly figure: ComparedFigure;
  readonly period?: Period;
  /** Parts, a value without parts, or a symbol; null where no authority is chosen. */
  readonly own: Parts | number | Shown | null;
  readonly others: readonly (Parts | number | Shown)[];
  /** Whether the authority is one of its peers. */
  readonly member?: boolean;
  readonly peers?: Partial<Peers>;
  readonly source?: 'own' | 'published';
}

/** A situation, and all that is said of it. */
export interface Situated {
  readonly name: string;
  readonly situation: Situation;
  readonly reading: string;
}

/** Eleven from 15.0 % to 25.0 %, of a thousand each: 95 % intervals reach about 2.5 of a hundred to either side. */
export const MIDDLING: readonly (readonly [number, number])[] = Array.from(
  { length: 11 },
  (_, at) => [150 + at * 10, 1000],
);
export const MIDDLING_RATE = MIDDLING.map(([numerator]) => [numerator, 10_000] as const);
export const MIDDLING_BARE = MIDDLING.map(([numerator]) => numerator / 10);
export const NEIGHBOURS: Partial<Peers> = {
  set: { kind: 'neighbours' },
  title: 'its ten statistical neighbours',
};
export const COAST: Partial<Peers> = {
  set: { kind: 'group', name: 'Coast' },
  title: 'the group Coast',
};
export const ALIKE: Partial<Peers> = {
  set: { kind: 'alike' },
  title: 'authorities with the same answers to all 9 questions on early help',
};

/** Takes a situation; gives the comparison that comes of it. */
export function compared(situation: Situation): Comparison {
  const { figure, own, others, member = true, peers, source } = situation;
  const shown = (given: Parts | number | Shown): Shown => {
    if (typeof given === 'number') return bare(given);
    return 'kind' in given ? given : shownOf(given[0], given[1], figure.unit);
  };
  const mine: Placed | null =
    own === null
      ? null
      : {
          ...placed('000', shown(own), source),
          name: 'Exampleshire',
        };
  const theirs = others.map((other, at) => placed(String(at + 1), shown(other), source));
  const members = [...(member && mine ? [mine.area] : []), ...theirs.map(({ area }) => area)];
  const field: Field = {
    asked: {
      ...{ measure: figure.measure, figure: figure.figure, cell: null },
      period: situation.period ?? '2025-26 Q2',
    },
    ...{ figure, own: mine, everyone: [...(mine ? [mine] : []), ...theirs] },
    ...{ peers: peersOf(members, peers), without: [], total: null, notes: [] },
  };
  return comparisonOf(field);
}
