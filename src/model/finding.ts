/** Something found in what was given: never thrown, never swallowed, always shown. Holds no value about a child. */
export interface Finding {
  readonly rule: FindingRule;
  readonly severity: 'serious' | 'warning' | 'note';
  /** The whole sentence: what was wrong, in which file and column, how many, and what is still there. */
  readonly says: string;
  /** What to do about it. */
  readonly todo: string | null;
  readonly file: string | null;
  readonly table: string | null;
  readonly column: string | null;
  readonly count: number | null;
}

export type FindingRule =
  | 'empty file'
  | 'empty sheet'
  | 'how it was read'
  | 'not recognised'
  | 'broken zip'
  | 'unreadable file'
  | 'rejected lines'
  | 'column missing'
  | 'column doubled'
  | 'table in several files'
  | 'read without a heading'
  | 'rows given again'
  | 'heading again'
  | 'total row'
  | 'blank rows'
  | 'extract date'
  | 'unreadable dates'
  | 'unreadable flags'
  | 'unreadable ids'
  | 'ids made alike'
  | 'month first'
  | 'rows left out'
  | 'end after extract'
  | 'no date of birth'
  | 'perhaps left out';
