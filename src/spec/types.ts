import type { Authority, Neighbour } from '../model/authority.ts';
import type { BalanceReason, OverlapBalance, StockBalance, YearBalance } from '../model/balance.ts';
import type { Check } from '../model/check.ts';
import type { Migration, PlausibilityRules } from '../model/collation.ts';
import type { Day } from '../model/day.ts';
import type { DisclosureRules } from '../model/disclosure.ts';
import type { Breakdown, ColumnRef, Measure, Refinement } from '../model/measure.ts';
import type { EarlyHelpQuestion } from '../model/profile.ts';
import type { PublishedTerms } from '../model/published.ts';
import type { ReferenceTables } from '../model/reference.ts';
import type { ReturnStandard } from '../model/table-schema.ts';

/** Everything that spec/ says, read and checked when the page is built. */
export interface Spec {
  readonly tables: readonly SsdTable[];
  /** Tables of the specification that no measure needs: recognised, and left unread. */
  readonly tablesNotNeeded: readonly string[];
  /** Every table of the specification with all its columns, read or not, in the specification's order. */
  readonly specification: readonly SpecificationTable[];
  readonly codeLists: readonly CodeList[];
  /** The SQL of the macros that staging and measures go by. */
  readonly rules: string;
  /** Each after the views it reads. */
  readonly staging: readonly StagingView[];
  readonly breakdowns: readonly SpecBreakdown[];
  /** Each by its newest version. */
  readonly measures: readonly Measure[];
  readonly balances: readonly SpecBalance[];
  readonly checks: readonly SpecCheck[];
  /** The versions before, the newer of a measure first: each is for the quarters before the next. */
  readonly earlier: readonly Measure[];
  readonly reference: Reference;
  readonly earlyHelpQuestions: readonly EarlyHelpQuestion[];
  readonly disclosure: DisclosureRules;
  readonly returnStandard: ReturnStandard;
  /** Which published figures feed which of ours. */
  readonly published: PublishedTerms;
  readonly collate: CollateRules;
}

/** What returns are collated by. */
export interface CollateRules {
  readonly plausibility: PlausibilityRules;
  readonly migrations: readonly Migration[];
}

export interface Reference {
  readonly authorities: readonly Authority[];
  /** The code of the made-up authority that the sample belongs to. */
  readonly sampleAuthority: string;
  /** By the code of the authority: the ten that are most like it, nearest first. */
  readonly neighbours: Readonly<Record<string, readonly Neighbour[]>>;
  readonly bankHolidays: readonly Day[];
  /** Where each of these comes from, and the day it is good to. */
  readonly tables: ReferenceTables;
}

type ColumnType = 'id' | 'date' | 'flag' | 'word' | 'outcome';

export interface SsdColumn {
  readonly name: string;
  readonly type: ColumnType;
  /** Other names the column is met under. */
  readonly also: readonly string[];
  /** Whether any measure or check, or anything it leans on, uses it. What nobody uses is not loaded. */
  readonly used: boolean;
  /** For a word, or an outcome told as text: the code list it is read by, whose words are kept however rare. */
  readonly list: string | null;
  /** Of a table from another system: the specification's column that it tells. */
  readonly as: ColumnRef | null;
  /** Of an outcome: the keys of its flags that are read where it is JSON; each has a column of its own. */
  readonly flags: readonly string[];
}

export interface SsdTable {
  readonly name: string;
  /** Other names the table is met under. */
  readonly also: readonly string[];
  readonly title: string;
  readonly key: string | null;
  /** The column whose first and last day are the table's window. */
  readonly date: string | null;
  /** Of a table from another system: the specification's own, which its rows are put beside, or counted in place of. */
  readonly standsFor: StandsFor | null;
  /** The column with the day on which what a row tells of ended. */
  readonly end: string | null;
  /** The column that names the person. */
  readonly person: string | null;
  readonly columns: readonly SsdColumn[];
  /** Known columns that are never read: names, narrative, and what no measure needs. */
  readonly left: readonly string[];
}

export interface SpecificationTable {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly holds: Holds }[];
}

/** What a column of the specification holds, as far as a value shows it; a key is an id that no two rows share. */
export type Holds = 'key' | 'id' | 'day' | 'flag' | 'number' | 'text';

interface StandsFor {
  readonly table: string;
  readonly how: 'beside' | 'in place of';
}

export interface CodeList {
  readonly id: string;
  readonly title: string;
  readonly groups: readonly {
    readonly id: string;
    readonly title: string;
    /** Codes and the words for them, in lower case. */
    readonly words: readonly string[];
    /** Those of them that are national codes. */
    readonly codes: readonly string[];
  }[];
}

export interface StagingView {
  readonly id: string;
  readonly file: string;
  readonly sql: string;
  /** What one row is, in the singular and the plural; null where the view is only a step and leaves no row out. */
  readonly noun: readonly [one: string, other: string] | null;
  /** The table whose rows are its own, one for one: it tells them by `base_row`, which is null for rows of another. Null where they are of other views. */
  readonly of: string | null;
  readonly reads: readonly string[];
  /** The SQL expression whose first day tells how far back the view reaches. */
  readonly window: string | null;
  readonly refines: readonly Refinement[];
  /** The view's columns that hold a national group, each with the columns whose words it is read from, and by which list. */
  readonly words: readonly {
    readonly group: string;
    readonly list: string;
    readonly columns: readonly ColumnRef[];
  }[];
  readonly doubts: readonly Doubt[];
}

/** What an extract may have left out, seen from the rows as a whole: said beside every figure that reads the view. */
export interface Doubt {
  /** SQL of one boolean. */
  readonly when: string;
  readonly says: string;
  readonly todo: string;
}

export interface SpecBreakdown extends Breakdown {
  /** Joined from the child's own row, and not a column of the measure's SELECT. */
  readonly aboutChild: boolean;
  readonly refines: readonly Refinement[];
}

/** A check as it is read, with the SELECTs that look for it. */
export interface SpecCheck extends Check {
  readonly looks: readonly CheckLook[];
  /** What the views' faults and remarks call what it finds: it stands in their place. */
  readonly faults: readonly string[];
  readonly remarks: readonly string[];
}

/**
 * One place that a check looks at. Of rows its SELECT gives `row` (the rowid in the table), `id`, `person_id`, `day` and
 * perhaps `detail`; of an extract as a whole, sentences in `says`.
 */
export interface CheckLook {
  /** The table whose rows are found; null where it looks at the whole. */
  readonly table: string | null;
  readonly sql: string;
  readonly needs: readonly ColumnRef[];
  /** Ids of the measures that what it finds can move. */
  readonly moves: readonly string[];
  readonly attempt: Attempt;
}

/** What is done with the rows found, to see what figures would be: left out, or given other values, by column the SQL for row `t`. */
export type Attempt =
  | { readonly kind: 'none' }
  | { readonly kind: 'left out' }
  | {
      readonly kind: 'set';
      readonly of: 'row' | 'child';
      readonly columns: Readonly<Record<string, string>>;
    };

/** A balance as it is read: of stock and flows with the views that its reasons look at. */
export type SpecBalance = SpecStockBalance | OverlapBalance | YearBalance;

export interface SpecStockBalance extends StockBalance {
  readonly reads: readonly string[];
  readonly reasons: readonly SpecReason[];
}

interface SpecReason extends BalanceReason {
  /** A SELECT over `behind` that gives person_id and day, for the children of whom it is true. */
  readonly fits: string;
}
