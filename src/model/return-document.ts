import type { Breakdown, Figure, Measure } from './measure.ts';
import type { Caveat, Observation } from './observation.ts';
import type { Quarter } from './period.ts';
import type { Return, ReturnForm } from './return.ts';

/**
 * A return as every form of it says it, no more and no less: what it is written from, and what reading gives back.
 * It carries its own definitions, so that it can be read where they are not known.
 */
export interface ReturnDocument extends Pick<
  Return,
  | 'authority'
  | 'quarter'
  | 'version'
  | 'extract'
  | 'made'
  | 'signedOff'
  | 'treatment'
  | 'earlyHelp'
  | 'wordsMapped'
  | 'quality'
  | 'notes'
  | 'revisions'
> {
  /** The version of Quarterlight that wrote it. */
  readonly appVersion: string;
  readonly settings: readonly SettingTold[];
  readonly caveats: readonly CaveatTold[];
  readonly breakdowns: readonly Breakdown[];
  readonly definitions: readonly Definition[];
  /** In reading order. Whether they are safe to show is not known of what was read. */
  readonly observations: readonly Observation[];
}

/** A rule that the authority set or left as it was, with what it is called. */
export interface SettingTold {
  readonly measure: string;
  readonly id: string;
  readonly value: number;
  readonly title: string;
  readonly unit: string;
  readonly usual: number;
}

/** What to know beside a measure's figures, in the words that are sent. */
export interface CaveatTold extends Pick<Caveat, 'kind' | 'figures' | 'periods'> {
  readonly measure: string;
  readonly says: string;
}

/** A measure's definition as a return carries it. */
export interface Definition {
  readonly id: string;
  readonly title: string;
  readonly collection: Measure['collection'];
  readonly theme: string;
  readonly version: number;
  readonly validFrom: Quarter;
  readonly period: 'activity' | 'snapshot';
  readonly polarity: 'high' | 'low' | 'neutral';
  /** Where the item is the breakdown of another: it has the version and the headline figure of that one. */
  readonly breakdownOf: { readonly measure: string; readonly by: string } | null;
  readonly figures: readonly DefinedFigure[];
  readonly counts: readonly string[];
  readonly leavesOut: readonly string[];
  readonly differs: readonly string[];
  readonly source: string;
  readonly notes: readonly string[];
}

export interface DefinedFigure {
  readonly id: string;
  readonly title: string;
  readonly headline: boolean;
  readonly kind: Figure['kind'];
  readonly unit: string;
  readonly numerator: string | null;
  readonly denominator: string | null;
}

/** Something that a person must know of a return that was read. */
export interface ReturnRemark {
  /**
   * `not read`: a part of it is left out. `changed`: not as it was written. `wrong`: it breaks the standard, or does not
   * add up. `unknown`: it leans on what this Quarterlight does not know.
   */
  readonly kind: 'not read' | 'changed' | 'wrong' | 'unknown';
  readonly says: string;
  readonly todo: string;
  /** The first places it was met at, such as `line 14`; none where it is about the whole. */
  readonly places: readonly string[];
  /** How often it was met. */
  readonly times: number;
}

/** A return that was read back. */
export interface ReadReturn {
  readonly name: string;
  readonly form: ReturnForm;
  /** SHA-256 of the file. */
  readonly sha256: string;
  readonly document: ReturnDocument;
  /** Whether all that it says is as Quarterlight wrote it. */
  readonly asWritten: boolean;
  readonly remarks: readonly ReturnRemark[];
}
