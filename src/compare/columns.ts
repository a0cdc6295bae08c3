import type { ComparedSource } from '../model/comparison.ts';
import type { BreakdownCell } from '../model/observation.ts';
import type { Period } from '../model/period.ts';

/** Where figures come from, and what settles which of two sources stands. */
export interface FigureSource extends ComparedSource {
  /** When it was made, as ISO text in UTC; null where that is not known, or does not matter. */
  readonly made: string | null;
  /** Whether it may still change. */
  readonly provisional: boolean;
}

/** An area that a source has figures of. */
export interface SourceArea {
  readonly code: string;
  readonly name: string;
  readonly kind: 'authority' | 'region' | 'england' | 'group';
  /** Of an authority, where the source says it. */
  readonly region: string | null;
  /** Of a total. */
  readonly members: readonly string[];
  readonly synthetic: boolean;
  /** By the question's id, the answer's id; null where nothing is told. */
  readonly earlyHelp: Readonly<Record<string, string>> | null;
}

/** What a source has of one area: a number with or without its parts, or a symbol. */
export type Content =
  | { readonly kind: 'count'; readonly value: number; readonly flag: string | null }
  | { readonly kind: 'amount'; readonly value: number; readonly flag: string | null }
  /** Parts that are known. */
  | {
      readonly kind: 'ratio';
      readonly numerator: number;
      readonly denominator: number;
      readonly scale: number;
      readonly flag: string | null;
    }
  /** A percentage or a rate of which the parts are not published. */
  | {
      readonly kind: 'bare';
      readonly value: number;
      readonly scale: number;
      readonly flag: string | null;
    }
  | { readonly kind: 'symbol'; readonly symbol: string; readonly says: string };

/** Which figure of which period. */
export interface SeriesAt {
  readonly measure: string;
  readonly figure: string;
  readonly period: Period;
  readonly cell: BreakdownCell | null;
}

/** One figure of one area. A published figure is by no version of ours: its version is 0. */
export interface FigureRow extends SeriesAt {
  readonly area: string;
  readonly version: number;
  readonly content: Content;
  readonly denominatorFrom: string | null;
}

/**
 * The figures of one source in columns. They cross from a worker as a few buffers, and a slice is read without touching
 * the rest: the rows of a series stand from `starts[place]` to `starts[place + 1]`.
 */
export interface FigureColumns {
  readonly source: FigureSource;
  readonly areas: readonly SourceArea[];
  /** Keys, as `seriesKey` makes them. */
  readonly series: readonly string[];
  readonly starts: Uint32Array<ArrayBuffer>;
  readonly area: Uint16Array<ArrayBuffer>;
  /** Place in CONTENT_KINDS. */
  readonly kind: Uint8Array<ArrayBuffer>;
  /** The value, or the numerator. */
  readonly value: Float64Array<ArrayBuffer>;
  readonly denominator: Float64Array<ArrayBuffer>;
  readonly scale: Uint32Array<ArrayBuffer>;
  readonly version: Uint16Array<ArrayBuffer>;
  /** Places in `texts`: the flag or the symbol, what it says, and where the denominator comes from. 0 is none. */
  readonly symbol: Uint16Array<ArrayBuffer>;
  readonly says: Uint16Array<ArrayBuffer>;
  readonly from: Uint16Array<ArrayBuffer>;
  readonly texts: readonly string[];
  /** Each denominator that the source names where it comes from, once for an area and where. */
  readonly denominators: readonly ToldDenominator[];
}

/** A denominator with where it comes from, such as `mid-2024`. */
interface ToldDenominator {
  readonly area: string;
  readonly from: string;
  readonly denominator: number;
}

export const CONTENT_KINDS = ['count', 'amount', 'ratio', 'bare', 'symbol'] as const;

/** Takes what names a series; gives its key. */
export function seriesKey({ measure, figure, period, cell }: SeriesAt): string {
  return `${measure}|${figure}|${period}|${cell?.by ?? ''}|${cell?.cell ?? ''}`;
}

/** Takes columns; gives their buffers, which may be handed to another thread. */
export function buffersOf(columns: FigureColumns): ArrayBuffer[] {
  const { starts, area, kind, value, denominator, scale, version, symbol, says, from } = columns;
  return [starts, area, kind, value, denominator, scale, version, symbol, says, from].map(
    ({ buffer }) => buffer,
  );
}
