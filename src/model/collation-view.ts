import type { PackTreatment } from './benchmark-pack.ts';
import type {
  AreaTotal,
  CellState,
  CollationChoices,
  CollationGroup,
  CollationRemark,
  CollectedReturn,
  FigureChange,
  RefusedFile,
} from './collation.ts';
import type { Quarter } from './period.ts';
import type { ReturnRemark } from './return-document.ts';
import type { Download, ReturnForm } from './return.ts';

/** What a collation tells of itself at once. Figures are asked for: they are many. */
export interface CollationView {
  readonly files: readonly ToldFile[];
  /** Of which any return stands, newest first. */
  readonly quarters: readonly Quarter[];
  readonly standing: readonly ToldStanding[];
  readonly changes: readonly ToldChanges[];
  readonly remarks: readonly CollationRemark[];
  /** What there are totals of. */
  readonly areas: readonly ToldArea[];
  readonly choices: CollationChoices;
  /** Codes of the authorities that are expected: those chosen, else those of every region that anyone sent from. */
  readonly expected: readonly string[];
  /** How many figures the returns that stand have. */
  readonly figures: number;
  /** Whether a return that stands is complete: then a full pack can be made. */
  readonly hasComplete: boolean;
}

/** What became of a file that was given. */
export type ToldFile = {
  /** Where it stands among all that were given: it is named by that. */
  readonly place: number;
  /** Its name with its folders. */
  readonly path: string;
  /** What can be pasted into an e-mail to whoever sent it; null where there is nothing to ask. */
  readonly letter: string | null;
  /** The path of the one before that it is once more. */
  readonly sameAs: string | null;
} & (
  | {
      readonly kind: 'accepted';
      readonly holds: ReturnForm | 'pack';
      readonly remarks: readonly ReturnRemark[];
      readonly returns: readonly ToldReturn[];
    }
  | Pick<RefusedFile, 'kind' | 'because' | 'says' | 'todo'>
);

/** A return without its figures. */
export type ToldReturn = Pick<
  CollectedReturn,
  'id' | 'area' | 'name' | 'quarter' | 'version' | 'made' | 'signedOff'
> & {
  readonly isComplete: boolean;
  /** Of how many figures of earlier quarters it tells. */
  readonly revisions: number;
};

/** The returns of an authority and quarter, where there are several, or one that was set aside. */
export interface ToldStanding {
  readonly area: string;
  readonly name: string;
  readonly quarter: Quarter;
  /** The latest first. */
  readonly returns: readonly ToldReturn[];
  /** The id of the one that stands; null where none does. */
  readonly stands: string | null;
  /** Whether a person chose, and not the rule. */
  readonly chosen: boolean;
}

/** What one return says otherwise than one before it. */
export interface ToldChanges {
  readonly kind: FigureChange['kind'];
  readonly area: string;
  readonly name: string;
  /** The id of the return that says it now, and its quarter. */
  readonly by: string;
  readonly quarter: Quarter;
  readonly count: number;
  /** The first of them, whole figures before their cells. */
  readonly changes: readonly FigureChange[];
  /** Whether it was chosen that they are not taken up. */
  readonly left: boolean;
}

export interface ToldArea extends CollationGroup {
  readonly kind: 'region' | 'england' | 'group';
}

/** Who has given what for a quarter. */
export interface CollationMatrix {
  readonly quarter: Quarter;
  /** By the measures in their order, the state of each authority: of those expected, and of all that sent. */
  readonly rows: readonly MatrixRow[];
}

export interface MatrixRow {
  readonly area: string;
  readonly name: string;
  readonly isExpected: boolean;
  readonly isIn: boolean;
  /** In the order of the measures. */
  readonly states: readonly CellState[];
}

/** How much of each quarter an authority has given. */
export interface QuarterRow {
  readonly area: string;
  readonly name: string;
  /** In the order of the quarters that are asked: how many measures there is something of; null where no return stands, or the authority was not there. */
  readonly given: readonly (number | 'none' | 'not there')[];
}

/** What is asked of totals: an area and a quarter. */
export interface TotalsAsked {
  readonly area: string;
  readonly quarter: Quarter;
}

/** The totals of an area for a quarter, and the year that ends with it: whole figures alone. */
export interface ToldTotals {
  readonly totals: readonly AreaTotal[];
  /** Of the population that rates are over; null where no rate is. */
  readonly populationYear: string | null;
}

/** A pack as it is asked for. */
export interface PackWanted {
  readonly title: string;
  readonly treatment:
    | { readonly kind: 'shareable'; readonly policy: string }
    | Extract<PackTreatment, { kind: 'full' }>;
  /** Whether authorities are told by their names. */
  readonly names: 'names' | 'pseudonyms';
  /** When, as ISO text in UTC to the second. */
  readonly made: string;
}

/** A pack that was made: the key where it has pseudonyms, and what must be said of it. It is written when a form is asked for. */
export interface MadePack {
  readonly key: Download | null;
  /** What is not in it, in sentences. */
  readonly leftOut: readonly string[];
  readonly authorities: number;
  readonly quarters: number;
  readonly figures: number;
  readonly withheld: number;
}
