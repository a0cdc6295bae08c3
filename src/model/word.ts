import type { ColumnRef } from './measure.ts';

/** A word of an authority's own, and the national group it stands for: a code list's id, the word in lower case, a group's id. */
export interface MappedWord {
  readonly list: string;
  readonly word: string;
  readonly group: string;
}

/** A word that an extract holds in columns that are read by a code list. Never narrative: see the intake's rule for vocabulary. */
export interface LocalWord {
  readonly list: string;
  readonly word: string;
  readonly columns: readonly ColumnRef[];
  /** On how many rows it stands. */
  readonly rows: number;
  /** The national group it is counted in, and by whose word; null where it belongs to none, and counts as not known. */
  readonly group: { readonly id: string; readonly by: 'the national list' | 'you' } | null;
  /** A group that it may belong to, where it belongs to none. */
  readonly suggested: string | null;
  /** Ids of the measures that it moves. */
  readonly moves: readonly string[];
}

/** A national list of codes, and its groups in their order. */
export interface WordList {
  readonly id: string;
  readonly title: string;
  readonly groups: readonly { readonly id: string; readonly title: string }[];
}
