import type { FigureColumns } from '../compare/columns.ts';
import type {
  CellBeside,
  ComparedFigure,
  ComparedSource,
  Comparison,
  ControlChart,
  FigureAsked,
  Funnel,
  PathwayStep,
  PeerSet,
  Peers,
  TrendAgainst,
} from '../model/comparison.ts';
import type { Day } from '../model/day.ts';
import type { GivenFile } from '../model/extract.ts';
import type { Observation } from '../model/observation.ts';
import type { Period } from '../model/period.ts';
import type { PeerGroup, Profile } from '../model/profile.ts';
import type { ReferenceTable } from '../model/reference.ts';
import type { ReturnRemark } from '../model/return-document.ts';

/** An authority's own figures, made ready to be compared. */
export type OwnFigures = FigureColumns;

/** What an authority brings to a comparison itself. */
export interface ComparedOwn {
  readonly area: string;
  /** Null where it has no extract: then what others say of it stands. */
  readonly figures: OwnFigures | null;
  readonly groups: readonly PeerGroup[];
}

/** An authority that can be compared. */
export interface ComparedArea {
  readonly code: string;
  readonly name: string;
  readonly region: string;
  readonly synthetic: boolean;
}

/** A file that was read to be compared with. */
export interface AddedFigures {
  readonly sources: readonly ComparedSource[];
  readonly remarks: readonly ReturnRemark[];
}

/** Setting an authority's figures beside those of others. It needs neither an extract nor the engine. */
export interface Comparing {
  /** Loads the published figures that come with the page, once. Throws a Problem where they do not arrive. */
  begin(): Promise<void>;

  /** Where figures come from, in the order that they were given. */
  sources(): readonly ComparedSource[];

  /** Reads a benchmark pack, a return, or a CSV of Explore education statistics. Throws a Problem where it is none of them. */
  add(file: GivenFile, stop: AbortSignal): Promise<AddedFigures>;

  remove(source: string): void;

  /** What the published figures that come with the page are, and how long they are good; null while they are not loaded. */
  published(): ReferenceTable | null;

  /** Every authority that any source has a figure of, and every one that there is. */
  areas(): readonly ComparedArea[];

  /** Takes an authority's own observations, and what it counts as early help; makes them ready, in steps that hold nothing up. */
  ready(
    area: string,
    observations: readonly Observation[],
    earlyHelp: Profile['earlyHelp'],
  ): Promise<OwnFigures>;

  /** Takes what the authority brings itself, and the day it is; gives its comparisons, with all the sources that there are then. */
  of(own: ComparedOwn | null, today: Day): Comparer;
}

/** The comparisons of one authority. */
export interface Comparer {
  /** Takes a measure; gives the figures that it is compared by, the one that stands for it first. Empty where it cannot be. */
  figuresOf(measure: string): readonly ComparedFigure[];

  /** Takes what is compared; gives the periods that any source has it for, newest first. */
  periodsOf(of: Omit<FigureAsked, 'period'>): readonly Period[];

  peersOf(set: PeerSet): Peers;

  comparison(asked: FigureAsked, set: PeerSet): Comparison;

  /** Takes what is compared, with whom, and the last period; gives the periods of the same kind that end with it, oldest first, and what they say. */
  trend(asked: FigureAsked, set: PeerSet): Read<'trend', readonly TrendAgainst[]>;

  /** Takes a comparison; gives its funnel, of every authority; null where parts are not known, or there are too few. */
  funnel(comparison: Comparison): Read<'funnel', Funnel | null> & {
    /** What the denominator counts. */
    readonly denominatorWords: string;
  };

  /** Of the authority's own quarters, up to the one that is asked; null where there are too few. */
  controlChart(asked: FigureAsked): Read<'chart', ControlChart | null>;

  /** Takes a figure and a breakdown; gives each cell's share of the whole (of a percentage, its own), the authority's and its peers'. */
  cells(
    asked: FigureAsked,
    breakdown: string,
    set: PeerSet,
  ): Read<'cells', readonly CellBeside[]> & { readonly kind: 'share' | 'percent' };

  /** The steps of the early help pathway in one period. */
  pathway(
    period: Period,
  ): Read<'steps', readonly PathwayStep[]> & { readonly sources: readonly string[] };
}

/** Something with the sentence that says it. */
type Read<Name extends string, T> = Readonly<Record<Name, T>> & { readonly reading: string };
