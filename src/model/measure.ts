import type { Quarter } from './period.ts';

/** What a measure is, as its file in spec/measures says. Three kinds: worked out, entered by hand, a breakdown of another. */
export type Measure = RecordsMeasure | FormMeasure | BreakdownMeasure;

/** A column of the Standard Safeguarding Dataset, as `table.column`. */
export type ColumnRef = `${string}.${string}`;

/** A column that figures stand without, and what is lost then. */
export interface Refinement {
  readonly column: ColumnRef;
  /** Another column that tells the same: where the extract has it, nothing is lost. */
  readonly unless: ColumnRef | null;
  readonly otherwise: string;
}

interface Definition {
  readonly id: string;
  readonly title: string;
  readonly collection: 'riia' | 'early-help';
  readonly theme: string;
  /** Where the definition stands, for messages and for those who want to read it. */
  readonly file: string;
  readonly source: string;
  /** A worked example, sentence by sentence. It ends with what the page says of it, and a test works it out. */
  readonly example: readonly string[];
  readonly notes: readonly string[];
}

interface Defined extends Definition {
  readonly version: number;
  readonly validFrom: Quarter;
  readonly polarity: 'high' | 'low' | 'neutral';
  /** Activity happens in the period; a snapshot is the position on its last day, and has no year. */
  readonly period: 'activity' | 'snapshot';
  readonly figures: readonly Figure[];
  /** What to count and what not, sentence by sentence. */
  readonly counts: readonly string[];
  readonly leavesOut: readonly string[];
  /** Where the definition differs from what DfE publishes under a like name. */
  readonly differs: readonly string[];
}

/** Years whose figures are sums of their quarters' figures. */
export interface YearsAddUp {
  /**
   * The boolean columns that say a record is the first of several in its period: it is where the day in the column
   * `before`, that of the record before it, lies before the period, or is none. Not every first of a quarter is one of a year.
   */
  readonly firsts: readonly { readonly column: string; readonly before: string }[];
}

/** Worked out from the extract by one SELECT that returns records, one row for each thing that is counted. */
export interface RecordsMeasure extends Defined {
  readonly kind: 'records';
  readonly sql: string;
  /** How a year, where it has the records of its four quarters, no more and no fewer, is the sum of their figures. */
  readonly yearsAddUp: YearsAddUp | null;
  /** Ids of the staging views the SELECT reads, the one its records come from first. */
  readonly reads: readonly string[];
  /** The SELECT told as rules, so that any row which it leaves out can be told why. */
  readonly rules: Rules;
  /** Columns, as `table.column`, without which the measure is not available. */
  readonly needs: readonly ColumnRef[];
  /** Columns it stands without, and what is lost then. */
  readonly refines: readonly Refinement[];
  readonly breakdowns: readonly string[];
  readonly settings: readonly Setting[];
  /** How many months before a period the SELECT looks back, in which view; `ever` where there is no end to it. */
  readonly lookback: { readonly view: string; readonly months: number | 'ever' } | null;
  /** What its records come from is held only as on the day of the extract: given for the last quarter that had ended alone. */
  readonly asAtExtract: boolean;
  /** What stands in where the columns that are needed are not held. */
  readonly instead: { readonly needs: readonly ColumnRef[]; readonly asAtExtract: boolean } | null;
  /** Where the extract does not hold it: the form it is entered by, each part under the id of the figure that it gives. */
  readonly parts: readonly Part[];
}

/**
 * What a SELECT does, rule by rule. In the SQL of a rule `c` is the candidate, `p` the period and `s` the settings; a
 * sentence may have {period}, and {day} for its last day.
 */
export interface Rules {
  /** The candidates: a view, or a SELECT of rows that have a person_id. */
  readonly of: string;
  /** The candidates' column that holds the record's id, and the one with the day that is shown with it, if any. */
  readonly record: string;
  readonly day: string | null;
  /** The column that lists every id under which a candidate is known, where that is more than the record's. */
  readonly ids: string | null;
  /** The views whose rows may be at fault, and so be no candidates. */
  readonly rows: readonly RowsLookedUp[];
  /** In their order; a candidate that keeps to all of them is a record, unless its child counts once, by another. */
  readonly keep: readonly Rule[];
  readonly once: string | null;
  /** What it takes to be in a part of a figure, by the boolean column that the SELECT returns for it. */
  readonly parts: Readonly<Record<string, readonly PartRule[]>>;
}

export interface RowsLookedUp {
  readonly view: string;
  readonly record: string;
  readonly ids: string | null;
  /** The column with the child; null where the view names none. */
  readonly person: string | null;
}

interface Rule {
  /** The SQL condition that a candidate must meet. */
  readonly if: string;
  readonly otherwise: string;
  /** The SQL of a day that tells more: when it closed, where it is left out for being closed. */
  readonly dated: string | null;
}

/** A rule of a part; without a condition it is the part's own column. */
export type PartRule = Omit<Rule, 'if'> & { readonly if: string | null };

/** Entered by hand: a small form of parts. */
export interface FormMeasure extends Defined {
  readonly kind: 'form';
  readonly parts: readonly Part[];
}

/** An item that is the breakdown of another measure, and nothing else. */
export interface BreakdownMeasure extends Definition {
  readonly kind: 'breakdown';
  readonly of: string;
  readonly by: string;
}

interface FigureText {
  readonly id: string;
  readonly title: string;
  readonly headline: boolean;
  /** The unit in the singular and the plural: referral, referrals. */
  readonly unit: readonly [one: string, other: string];
  /** The figure in a sentence, with places {count}, {numerator}, {denominator}, {value}, {period}, and {day} for its last day. */
  readonly sentence: string;
  /** Columns this figure needs beyond those of the measure. */
  readonly needs: readonly ColumnRef[];
  /** When too much is not known to give the figure for a period. */
  readonly unsure: Unsure | null;
}

/** A figure is not available while the share of records `where`, of all that it counts among, is over a limit. */
interface Unsure {
  readonly where: string;
  readonly of: string;
  /** From 0 to 1. */
  readonly over: number;
  readonly says: string;
}

export type Figure = CountFigure | RatioFigure | RateFigure;

interface CountFigure extends FigureText {
  readonly kind: 'count';
  /** The SELECT's boolean column that is counted (`all` counts every record); of a form, a sum of its parts. */
  readonly where: string;
}

interface RatioFigure extends FigureText {
  readonly kind: 'ratio';
  readonly where: string;
  /** The boolean column of the records that make the denominator (`all` for every record); of a form, `a + b * working_days`. */
  readonly of: string;
  readonly scale: number;
  readonly numerator: string;
  readonly denominator: string;
}

/** A count figure over the child population of the area. */
interface RateFigure extends FigureText {
  readonly kind: 'rate';
  /** The count figure that is the numerator. */
  readonly of: string;
  readonly scale: number;
  /** For a quarter's activity made annual: four. */
  readonly times: number;
}

/** A rule that an LA may set otherwise; it travels with the return. */
interface Setting {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly default: number;
  readonly min: number;
  readonly max: number;
}

/** One number of a hand-entered measure. */
export interface Part {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly whole: boolean;
  readonly max: number;
}

/** How records can be broken down: the cells in their order, each with its title; `unknown` gathers the rest. */
export interface Breakdown {
  readonly id: string;
  readonly title: string;
  readonly cells: readonly { readonly id: string; readonly title: string }[];
}

/** Takes a measure with figures; gives the one that stands for it. */
export function headlineOf(measure: RecordsMeasure | FormMeasure): Figure {
  const headline = measure.figures.find((figure) => figure.headline) ?? measure.figures[0];
  if (!headline) throw new RangeError(`${measure.id} has no figure`);
  return headline;
}

/**
 * Takes a measure by its newest version, the earlier versions of all, and a quarter; gives the version that is valid for
 * it: the newest from that quarter or before, else the oldest.
 */
export function versionAt<M extends Measure>(
  measure: M,
  earlier: readonly Measure[],
  quarter: Quarter,
): M {
  const isVersion = (other: Measure): other is M =>
    other.id === measure.id && other.kind === measure.kind;
  const versions = [measure, ...earlier.filter(isVersion)];
  const valid = versions.find((each) => each.kind === 'breakdown' || each.validFrom <= quarter);
  return valid ?? versions.at(-1) ?? measure;
}
