import type { Day } from './day.ts';
import type { ReferenceTable } from './reference.ts';

/** The kind of period that a figure is published for. */
export type PublishedPeriod =
  | 'year to 31 March'
  | 'on 31 March'
  | 'calendar year'
  | 'January census'
  | 'year to 30 September'
  | 'on 30 September';

/** One series that is published, and the figure of ours that it feeds. Source: spec/published. */
export interface Feed {
  readonly id: string;
  readonly measure: string;
  readonly figure: string;
  /** What its publisher calls it. */
  readonly title: string;
  readonly source: string;
  readonly period: PublishedPeriod;
  /** A rate is per 10,000 children. */
  readonly unit: 'count' | 'percent' | 'rate';
  /** Where the published definition differs from ours, beside what the measure says of that. */
  readonly differs: readonly string[];
  /** How a file of Explore education statistics holds it; null where none does. */
  readonly columns: FeedColumns | null;
}

interface FeedColumns {
  readonly value: string;
  readonly numerator: string | null;
  readonly denominator: string | null;
  /** What must stand in which column, for a row to be of this feed. */
  readonly where: Readonly<Record<string, string>>;
}

/** A symbol that is published in place of a figure, or beside it. */
export interface PublishedSymbol {
  readonly symbol: string;
  readonly says: string;
  /** It may come with a figure. */
  readonly beside: boolean;
  /** It says nothing of the figure: another source may. */
  readonly nothing: boolean;
}

/** How a kind of period is set beside one of ours. */
interface PublishedPeriodRule {
  readonly kind: 'activity' | 'snapshot';
  /** The last day of the quarter that it stands beside, as `03-31`. */
  readonly ends: string;
  /** Whether that day lies in the year before the one it is named after. */
  readonly yearBefore: boolean;
  /** What is to be known where its own day is another. */
  readonly note: string | null;
}

/** What is known of published figures, whichever file they come from. */
export interface PublishedTerms {
  readonly licence: string;
  readonly symbols: readonly PublishedSymbol[];
  readonly periods: Readonly<Record<PublishedPeriod, PublishedPeriodRule>>;
  /** By measure, what to know of a figure about people who are not all aged 0 to 17. */
  readonly otherAges: Readonly<Record<string, string>>;
  /** The nine regions. */
  readonly regions: readonly PublishedRegion[];
  readonly feeds: readonly Feed[];
}

export interface PublishedRegion {
  readonly code: string;
  readonly name: string;
  readonly inSentence: string;
}

/** The published figures that come with the page, as small as they can be made. */
export interface PublishedSet {
  readonly table: ReferenceTable & { readonly coversFrom: Day | null };
  readonly terms: PublishedTerms;
  /** Codes of authorities, regions and England: each column has a place for each of them. */
  readonly areas: readonly string[];
  /** Numbers, symbols, both as `12.3 u`, or null where nothing is published. Series share them. */
  readonly columns: readonly (readonly (number | string | null)[])[];
  readonly series: readonly PublishedSeries[];
}

/** One feed and year; its columns by their place, -1 where there is none. */
export type PublishedSeries = readonly [
  feed: number,
  year: number,
  value: number,
  numerator: number,
  denominator: number,
];
