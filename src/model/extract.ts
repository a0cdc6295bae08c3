import type { Day } from './day.ts';
import type { Finding } from './finding.ts';
import type { Unsettled } from './reading.ts';

/** A file as a person gave it; `path` holds its folders where it came in some. */
export interface GivenFile {
  readonly path: string;
  readonly file: File;
}

/** What became of the files that a person gave: a row a table, and all that was found. No value about a child. */
export interface ExtractReport {
  readonly name: string;
  readonly extractDate: ExtractDate;
  readonly tables: readonly TableReport[];
  readonly findings: readonly Finding[];
  /** What a person must settle before all of it is read as it was meant. */
  readonly unsettled: readonly Unsettled[];
  /** Files that were not read, each with the reason in words. */
  readonly leftFiles: readonly NotRead[];
}

export interface NotRead {
  readonly file: string;
  readonly reason: string;
  /** Of a table that nobody knows: its name, as `Reading.tables` has it, for a person to say what it is. */
  readonly name?: string;
}

export interface ExtractDate {
  readonly day: Day;
  readonly from: "the files' names" | "the newest file's own date" | 'you';
}

export interface TableReport {
  readonly table: string;
  readonly title: string;
  readonly state: 'read' | 'empty' | 'absent';
  readonly files: readonly string[];
  readonly rows: number;
  /** Lines of the files that could not be read. */
  readonly rejected: number;
  /** Dates that are there and could not be read, by column. */
  readonly unreadDates: readonly { readonly column: string; readonly count: number }[];
  /** First and last day met in the table's main date; null where it has none. */
  readonly window: { readonly from: Day; readonly to: Day } | null;
  readonly columnsRead: readonly string[];
  readonly columnsMissing: readonly string[];
  /** In the file, and not read until a person has settled in which order its dates name day and month. */
  readonly columnsUnsettled: readonly string[];
  /** In the file, known or not, and left where they were. */
  readonly columnsLeft: readonly string[];
  /** Of those left, the headings that are no column of the table: one may be a missing column under another name. */
  readonly columnsUnknown: readonly string[];
  /** Ids of the measures that lean on this table. */
  readonly measures: readonly string[];
}
