import type { ObservationAt, Treatment } from './disclosure.ts';
import type { Breakdown } from './measure.ts';
import type { BreakdownCell } from './observation.ts';
import type { Outcome } from './outcome.ts';
import type { Period, Quarter } from './period.ts';
import type { Definition, ReturnRemark } from './return-document.ts';
import type { ReturnForm } from './return.ts';

/** What rows of observations found, in columns. `reason` and `from` are places in `texts`, of which the first is empty. */
export interface OutcomeColumns {
  /** Place in OUTCOME_KINDS. */
  readonly kind: Uint8Array<ArrayBuffer>;
  /** The value, or a ratio's numerator. */
  readonly value: Float64Array<ArrayBuffer>;
  readonly denominator: Float64Array<ArrayBuffer>;
  readonly scale: Float64Array<ArrayBuffer>;
  readonly version: Uint16Array<ArrayBuffer>;
  /** 1 where it was entered by hand. */
  readonly byHand: Uint8Array<ArrayBuffer>;
  readonly reason: Uint32Array<ArrayBuffer>;
  readonly from: Uint32Array<ArrayBuffer>;
  readonly texts: readonly string[];
}

/**
 * The observations of one area in columns: 1.5 million of them stand in memory, and cross from a worker, without a row
 * object.
 */
export interface FigureTable extends OutcomeColumns {
  /** What each row is of, as `seriesKey` says it. */
  readonly series: readonly string[];
}

/** Every kind of outcome, in the order that columns number them. */
export const OUTCOME_KINDS = [
  'count',
  'amount',
  'ratio',
  'withheld',
  'missing',
  'not applicable',
  'not available',
] as const satisfies readonly Outcome['kind'][];

/** What became of one file that was given. */
export type CollectedFile = AcceptedFile | RefusedFile;

export interface AcceptedFile {
  readonly kind: 'accepted';
  /** Its name with its folders, and the zip that it came in. */
  readonly path: string;
  /** SHA-256 of the file. */
  readonly sha256: string;
  readonly holds: ReturnForm | 'pack';
  readonly asWritten: boolean;
  readonly remarks: readonly ReturnRemark[];
  /** One; of a pack, one for each authority and quarter. */
  readonly returns: readonly CollectedReturn[];
  /** What it defines that is not known here. */
  readonly definitions: readonly Definition[];
  readonly breakdowns: readonly Breakdown[];
  /** Of a pack: the remarks that it says were accepted, by their ids, and its groups. */
  readonly accepted: Readonly<Record<string, string>>;
  readonly groups: readonly CollationGroup[];
}

export interface RefusedFile {
  readonly kind: 'refused';
  readonly path: string;
  /** Null of what was not kept for a moment: a file about single children. */
  readonly sha256: string | null;
  readonly because: 'about single children' | 'no return' | 'not read';
  readonly says: string;
  readonly todo: string;
}

/** One return, or what a pack says of one, as it takes part in a collation. */
export interface CollectedReturn {
  /** Names it among all: the hash of its file, and of one in a pack whose and when besides. */
  readonly id: string;
  readonly area: string;
  readonly name: string;
  /** As a pack says it; null where nothing is said. */
  readonly place: { readonly region: string; readonly synthetic: boolean } | null;
  readonly quarter: Quarter;
  readonly version: number;
  readonly made: string;
  readonly signedOff: boolean;
  readonly treatment: CollectedTreatment;
  readonly appVersion: string;
  /** SHA-256 of the return's own file. */
  readonly sha256: string;
  /** By the question's id, the answer's id; null where nothing is told. */
  readonly earlyHelp: Readonly<Record<string, string>> | null;
  readonly notes: readonly { readonly at: ObservationAt; readonly says: string }[];
  readonly revisions: readonly {
    readonly at: ObservationAt;
    readonly was: Outcome;
    readonly reason: string;
  }[];
  readonly figures: FigureTable;
}

/** How small numbers were treated in it. */
type CollectedTreatment =
  | Pick<Extract<Treatment, { kind: 'shareable' }>, 'kind' | 'policy'>
  | Extract<Treatment, { kind: 'collator' }>;

/** What a person chose where the rule would have chosen otherwise. All of a collation but its files. */
export interface CollationChoices {
  /** By `area quarter`: the id of the return that stands, where it is not the latest; null where none is to stand. */
  readonly standing: Readonly<Record<string, string | null>>;
  /** Ids of returns whose figures of earlier quarters are not taken up. */
  readonly notRevising: readonly string[];
  /** By the remark's id, the note that it was accepted with. It travels with the pack. */
  readonly accepted: Readonly<Record<string, string>>;
  readonly groups: readonly CollationGroup[];
  /** Codes of the authorities of which a return is expected; null for all that there are. */
  readonly expected: readonly string[] | null;
  /** The year of the population estimate that every rate of a total is over; null for the latest that all have. */
  readonly populationYear: string | null;
}

/** A group of authorities that are totalled. */
export interface CollationGroup {
  readonly code: string;
  readonly name: string;
  readonly members: readonly string[];
}

/** Nothing chosen: the latest return stands, and every revision is taken up. */
export const NO_CHOICES: CollationChoices = {
  standing: {},
  notRevising: [],
  accepted: {},
  groups: [],
  expected: null,
  populationYear: null,
};

/** All returns of one authority and quarter: which stands, and which it stands in place of. */
export interface StandingReturn {
  readonly area: string;
  readonly quarter: Quarter;
  /** Null where a person chose that none is to stand. */
  readonly stands: CollectedReturn | null;
  /** The latest first. */
  readonly others: readonly CollectedReturn[];
  /** Whether a person chose, and not the rule. */
  readonly chosen: boolean;
}

/** A figure that a later return, or the same again, says otherwise. */
export interface FigureChange {
  readonly kind: 'replaced' | 'revised';
  readonly area: string;
  readonly at: ObservationAt;
  readonly was: Outcome;
  readonly is: Outcome;
  /** Ids of the return that said it before, and of the one that says it now. */
  readonly from: string;
  readonly by: string;
  /** Why, where the later return tells. */
  readonly reason: string | null;
}

/** What is to be said of a place in a collation: its state, as a person who chases sees it. */
export type CellState =
  'received' | 'by hand' | 'withheld' | 'not available' | 'missing' | 'no return';

/** A rule by which a figure by an older version of its definition counts as one by a newer. Source: spec/collate/migrations.yaml. */
export interface Migration {
  readonly measure: string;
  readonly from: number;
  readonly to: number;
  /** Figures that mean the same by both. */
  readonly figures: readonly string[];
  readonly reason: string;
}

/** When a figure is odd. Source: spec/collate/plausibility.yaml. */
export interface PlausibilityRules {
  readonly history: {
    readonly fewest: number;
    readonly times: number;
    readonly beyond: number;
    readonly spreads: number;
    readonly points: number;
  };
  readonly published: {
    readonly times: number;
    readonly spreads: number;
    readonly points: number;
  };
  readonly others: {
    readonly fewest: number;
    readonly deviations: number;
    readonly spreads: number;
    readonly points: number;
  };
}

export type RemarkRule =
  'history' | 'published year' | 'others' | 'sum' | 'identity' | 'older version';

/** Something odd about a figure: it may be right, and a person says so with a note. */
export interface CollationRemark {
  /** The same for the same rule at the same place, whatever else is given. */
  readonly id: string;
  readonly rule: RemarkRule;
  readonly area: string;
  readonly measure: string;
  readonly figure: string;
  readonly period: Period;
  readonly cell: BreakdownCell | null;
  /** The whole sentence, with its numbers. */
  readonly says: string;
  /** What it was accepted with; null while it is open. */
  readonly note: string | null;
}

/** The total of several authorities' figures, with what it covers. */
export interface AreaTotal {
  /** The code of the region, England or group. */
  readonly area: string;
  readonly at: ObservationAt;
  readonly version: number;
  /** A figure; withheld where it must not be told; else the reason why there is none. */
  readonly outcome: Outcome;
  /** Of what it adds up, the least and the most that it can be, where some are withheld; `most` is null where nothing tells. */
  readonly range: { readonly least: number; readonly most: number | null } | null;
  readonly denominatorFrom: string | null;
  readonly coverage: Coverage;
  /** Of the members' own values, at the figure's scale; null where no more than two show theirs. */
  readonly spread: Spread | null;
}

export interface Coverage {
  /** Members that there were in the period. */
  readonly of: number;
  /** Those that show a figure. */
  readonly shown: number;
  readonly withheld: number;
  /** Not available, missing, or no return. */
  readonly without: number;
  /** Figures that are by another version of the definition, and left out. */
  readonly otherVersion: number;
}

export interface Spread {
  readonly n: number;
  readonly mean: number;
  readonly lowerQuartile: number;
  readonly median: number;
  readonly upperQuartile: number;
}

/** By the authority's code: what stands for it in a pack. Kept apart from the pack. */
export interface PseudonymKey {
  readonly names: Readonly<Record<string, { readonly code: string; readonly name: string }>>;
}

/** Takes what names a figure of any area; gives the key of its series. */
export function seriesKey({ measure, figure, period, cell }: ObservationAt): string {
  return `${measure}|${figure}|${period}|${cell?.by ?? ''}|${cell?.cell ?? ''}`;
}
