import type { BreakdownCell } from './observation.ts';
import type { Period } from './period.ts';

/** What is compared: one figure, in one period, whole or for one cell of a breakdown. */
export interface FigureAsked {
  readonly measure: string;
  readonly figure: string;
  readonly period: Period;
  readonly cell: BreakdownCell | null;
}

/** How a figure reads beside others': as it is, as a percentage, or per so many of the children there. */
export type ComparedUnit =
  | { readonly kind: 'percent' }
  | { readonly kind: 'rate'; readonly per: number }
  /** A mean or an amount: neither limits nor intervals are known for it. */
  | { readonly kind: 'amount' };

/** What a figure is compared by. A bare count is never set beside that of another area: it is compared as a rate. */
export interface ComparedFigure {
  readonly measure: string;
  readonly figure: string;
  readonly title: string;
  readonly unit: ComparedUnit;
  /** The unit in words, such as `referrals per 10,000 children`. */
  readonly unitWords: string;
  /** Whether it counts what happened in a period, or how things stood on its last day. */
  readonly period: 'activity' | 'snapshot';
  readonly polarity: 'high' | 'low' | 'neutral';
}

/** Where a figure comes from. */
export interface ComparedSource {
  readonly id: string;
  readonly kind: 'own' | 'pack' | 'return' | 'published';
  /** Such as `Your own figures`, `Benchmark pack of the North`, `DfE, Explore education statistics`. */
  readonly title: string;
  readonly licence: string | null;
  readonly synthetic: boolean;
  /** Whether a person gave it, and can take it away. */
  readonly removable: boolean;
}

/** What an area shows: a number, or the symbol that stands in its place and what it means. */
export type Shown =
  | {
      readonly kind: 'number';
      /** At the figure's scale, unrounded where its parts are known: 19.23 for a percentage. */
      readonly value: number;
      /** Null where they are not published: then no interval is known. `estimated` where the count was worked out from a rounded rate. */
      readonly parts: ShownParts | null;
      /** Such as `u`: low reliability. */
      readonly flag: { readonly symbol: string; readonly says: string } | null;
    }
  | { readonly kind: 'symbol'; readonly symbol: string; readonly says: string };

export interface ShownParts {
  readonly numerator: number;
  /** Of a percentage what it is of; of a rate the population. */
  readonly denominator: number;
  readonly estimated: boolean;
}

/** One area's figure. */
export interface Placed {
  readonly area: string;
  readonly name: string;
  readonly shown: Shown;
  readonly source: ComparedSource;
  /** Such as `mid-2024`; null where the denominator is counted. */
  readonly denominatorFrom: string | null;
}

/** A figure that is a number, with its 95 % interval where one is known. */
export interface PlacedNumber extends Placed {
  readonly shown: Extract<Shown, { kind: 'number' }>;
  readonly interval: Interval | null;
}

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** With whom an authority is compared. */
export type PeerSet =
  | { readonly kind: 'england' }
  | { readonly kind: 'region' }
  | { readonly kind: 'neighbours' }
  | { readonly kind: 'group'; readonly name: string }
  /** Authorities that count early help as this one does. */
  | { readonly kind: 'alike' };

export interface Peers {
  readonly set: PeerSet;
  /** In a sentence: `England`, `the North West`, `its ten statistical neighbours`, `the group Coast`. */
  readonly title: string;
  /** Codes; the authority itself is among them where it is a member. */
  readonly members: readonly string[];
  /** Why there are none, or what to know of them; null where there is nothing to say. */
  readonly says: string | null;
}

/** What a group of numbers is like. Quartiles are interpolated as Excel's QUARTILE.INC does. */
export interface Summary {
  readonly n: number;
  readonly mean: number;
  readonly lowerQuartile: number;
  readonly median: number;
  readonly upperQuartile: number;
  /** All parts added up, as one area: null where parts of any are not known. */
  readonly pooled: number | null;
}

/** The place among a group, 1 for the highest number. `from` and `to` are what it may be, by whose interval lies wholly above or below. */
export interface Rank {
  readonly place: number;
  readonly tied: boolean;
  readonly of: number;
  readonly from: number;
  readonly to: number;
}

/** Where an authority's number stands beside the middle of its peers. `unclear` where intervals overlap or are not known. */
export type Standing = 'higher' | 'lower' | 'similar' | 'unclear';

/** One figure of an authority set beside its peers' in one period. */
export interface Comparison {
  readonly asked: FigureAsked;
  readonly figure: ComparedFigure;
  /** Null where no authority is chosen; its symbol stands where it has no number. */
  readonly own: Placed | PlacedNumber | null;
  readonly peers: Peers;
  /** Members with a number, the authority itself among them where it is one; highest first, then by name. */
  readonly numbers: readonly PlacedNumber[];
  /** Every authority with a number, whether a peer or not: what peers are picked out of. */
  readonly everyone: readonly PlacedNumber[];
  /** Members that are not drawn, and why: a symbol, another version, not there on that day, not in any source. */
  readonly without: readonly {
    readonly area: string;
    readonly name: string;
    readonly says: string;
  }[];
  /** Of the numbers; null where there are fewer than three. */
  readonly summary: Summary | null;
  /** What is published or stated for the peers as one area, such as England's own figure. */
  readonly total: Placed | null;
  /** Null where the authority has no number, or n is below three. */
  readonly rank: Rank | null;
  readonly standing: Standing | null;
  /** What a reader must know beside it: definitions that differ, population years, what is estimated. */
  readonly notes: readonly string[];
  /** What all this says, in a sentence or more. */
  readonly reading: string;
  /** The same, for where the value, its time and with whom it is compared are said already. */
  readonly brief: string;
}

/** One period of a trend: the authority's number and its peers'. */
export interface TrendAgainst {
  readonly period: Period;
  readonly own: Shown | null;
  readonly ownVersion: number | null;
  readonly summary: Summary | null;
}

/** Limits of a funnel at one size of denominator, at the figure's scale. */
export interface FunnelLimits {
  readonly denominator: number;
  readonly low95: number;
  readonly high95: number;
  readonly low998: number;
  readonly high998: number;
}

export interface Funnel {
  /** Of every authority together, at the figure's scale. */
  readonly baseline: number;
  /** By denominator, smallest first. */
  readonly limits: readonly FunnelLimits[];
  /** Where each number lies. */
  readonly points: readonly {
    readonly placed: PlacedNumber;
    readonly denominator: number;
    readonly lies: 'within' | 'above 95' | 'below 95' | 'above 99.8' | 'below 99.8';
  }[];
}

/** A signal of a control chart: that something other than chance is at work. */
export type Signal =
  | 'outside a limit'
  | 'seven on one side'
  | 'seven rising'
  | 'seven falling'
  | 'two of three near a limit';

export interface ControlChart {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  /** False while there are fewer than twelve points: limits are shown as provisional. */
  readonly firm: boolean;
  readonly points: readonly {
    readonly period: Period;
    readonly value: number | null;
    readonly signals: readonly Signal[];
  }[];
  readonly reading: string;
}

/** A cell of a breakdown: the authority's share of the whole, and its peers'. */
export interface CellBeside {
  readonly cell: string;
  readonly title: string;
  readonly own: Shown | null;
  /** Of the peers' shares. */
  readonly summary: Summary | null;
}

/** A step of the early help pathway, with its count. */
export interface PathwayStep {
  readonly id:
    | 'contacts'
    | 'episodes'
    | 'assessments'
    | 'closed'
    | 'met'
    | 'not met'
    | 'unknown'
    | 'stepped up'
    | 'stepped down';
  readonly title: string;
  readonly shown: Shown;
}
