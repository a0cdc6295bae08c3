import type { Breakdown, Figure, Measure } from '../model/measure.ts';
import type { ReturnStandard } from '../model/table-schema.ts';

/** What a return is written by, whoever sends it: definitions, breakdowns, the tables' schemas, version of the app. */
export interface Terms {
  readonly measures: readonly Measure[];
  readonly breakdowns: readonly Breakdown[];
  readonly standard: ReturnStandard;
  /** Measures that are not about children, whose figures no policy withholds. */
  readonly notAboutChildren: readonly string[];
  readonly appVersion: string;
}

/** A measure that has figures of its own, and is not a breakdown of another. */
export type DefinedMeasure = Exclude<Measure, { kind: 'breakdown' }>;

/** Takes measures; gives those with figures of their own, in the order given. */
export function definedMeasures(measures: readonly Measure[]): DefinedMeasure[] {
  return measures.filter((measure) => measure.kind !== 'breakdown');
}

/** Takes a figure; gives its unit in words: `referrals`, `% of referrals`, `per 10,000 children`. */
export function unitInWords(figure: Figure): string {
  const [, many] = figure.unit;
  if (figure.kind !== 'ratio') return many;
  return figure.scale === 100
    ? `% of ${many}`
    : `per ${figure.scale.toLocaleString('en-GB')} ${many}`;
}
