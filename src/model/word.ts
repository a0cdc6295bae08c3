import type { ColumnRef } from './measure.ts';

/** The longest a word of a vocabulary may be; what is longer is narrative and is not taken in. */
export const LONGEST_WORD = 80;

/** What stands for text that is too long, or too rare, to be a word of a vocabulary. */
export const OTHER_WORD = 'other local text';

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
  /** As the extract writes it most often. */
  readonly written: string;
  /** What the extract says that it means, where it is a code with one description. */
  readonly described: string | null;
  readonly columns: readonly ColumnRef[];
  /** On how many rows it stands. */
  readonly rows: number;
  /** On how many of them nothing tells the group but it, and so the row counts as not known. */
  readonly waiting: number;
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

/** Takes a word as it is written; gives it as lists hold it, by the rule of the engine's `plain_word`: in lower case, with single spaces, and one kind of apostrophe and hyphen. */
export function plainWord(written: string): string {
  return written
    .replace(/[’‘ʼ´`]/g, "'")
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/[_\s]+/g, ' ')
    .trim()
    .toLowerCase();
}
