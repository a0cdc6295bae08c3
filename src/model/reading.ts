/** In which order a date written `05/06/2025` names day and month. */
export type DayOrder = 'day first' | 'month first';

/** Whether two systems know a person by the same id. */
export type PersonIds = 'shared' | 'of its own';

/**
 * How an authority's files are read where their names and values leave it open. Settled once by a person and kept in its
 * profile: by the names of files and headings, never by a value in them. Names are as `plainName` gives them.
 */
export interface Reading {
  /** By a file's name: the table it holds; null where it holds none of ours. */
  readonly tables: Readonly<Record<string, string | null>>;
  /** By the name of a file whose first line is no heading: the table whose columns it holds, in the specification's order. */
  readonly withoutHeading: Readonly<Record<string, string | null>>;
  /** By table, then heading as it is in the file: the column it is; null where it is none of ours. */
  readonly columns: Readonly<Record<string, Readonly<Record<string, string | null>>>>;
  /** By table, then column. */
  readonly dayOrder: Readonly<Record<string, Readonly<Record<string, DayOrder>>>>;
  /** Whether the system that early help was exported from knows persons by social care’s ids; null where nobody said. */
  readonly earlyHelpPersons: PersonIds | null;
}

export const NOTHING_SETTLED: Reading = {
  tables: {},
  withoutHeading: {},
  columns: {},
  dayOrder: {},
  earlyHelpPersons: null,
};

/** What a person must settle before a file, or a column of it, can be read as it was meant. Until then it is not read. */
export type Unsettled =
  UnsettledTable | UnsettledHeading | UnsettledColumn | UnsettledDayOrder | UnsettledPersons;

/** A file whose name is close to a table's, or whose name and columns leave open which of some tables it holds. */
interface UnsettledTable {
  readonly kind: 'table';
  readonly why: 'near name' | 'several tables' | 'name and columns differ';
  readonly file: string;
  /** The file's name, as `Reading.tables` has it. */
  readonly name: string;
  readonly offered: readonly OfferedTable[];
}

/** A file whose first line is no heading, and whose table cannot be told for sure. */
export interface UnsettledHeading {
  readonly kind: 'no heading';
  readonly file: string;
  readonly name: string;
  readonly offered: readonly (OfferedTable & { readonly columns: readonly string[] })[];
  /** Its first rows: days, numbers and short codes as they are; of any other text how long it is, and no more. */
  readonly opening: readonly (readonly string[])[];
}

/** A heading that is close to the name of a column that is used. */
interface UnsettledColumn {
  readonly kind: 'column';
  readonly file: string;
  readonly table: string;
  readonly heading: string;
  readonly column: string;
}

/** Dates that can be read with the day first or with the month first: how many can be read in one way alone, or in both. */
export interface UnsettledDayOrder {
  readonly kind: 'day order';
  readonly files: readonly string[];
  readonly table: string;
  readonly column: string;
  readonly onlyDayFirst: number;
  readonly onlyMonthFirst: number;
  readonly both: number;
}

/** Early help that was exported from a system of its own: how many of its persons have an id that social care has too. */
export interface UnsettledPersons {
  readonly kind: 'early help persons';
  readonly files: readonly string[];
  readonly persons: number;
  readonly alsoInSocialCare: number;
}

interface OfferedTable {
  readonly table: string;
  readonly title: string;
}
