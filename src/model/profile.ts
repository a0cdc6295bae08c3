import type { GivenFigure } from './given.ts';
import type { HandEntry } from './question.ts';
import { NOTHING_SETTLED, type Reading } from './reading.ts';
import type { MappedWord } from './word.ts';
import type { WorkbookMap } from './workbook-map.ts';

/** What a local authority keeps from one quarter to the next. Nothing about a child has a place in it. */
export interface Profile {
  /** DfE's three-digit code. What it keeps is never used for another authority. */
  readonly authority: string;
  /** By setting id; a setting that is not named has its default. */
  readonly settings: Readonly<Record<string, number>>;
  /** One for a measure and a quarter at most. */
  readonly byHand: readonly HandEntry[];
  /** One for a list and a word at most. */
  /** Figures that it counts itself, where there is no extract to count them from. One for a place at most. */
  readonly given: readonly GivenFigure[];
  readonly words: readonly MappedWord[];
  readonly reading: Reading;
  /** Groups of authorities that it compares itself with, beside those that everybody has. */
  readonly peers: readonly PeerGroup[];
  /** What counts as early help there: by the question's id, the answer's id. */
  readonly earlyHelp: Readonly<Record<string, string>>;
  /** Where its figures go in the workbooks that collators send. */
  readonly maps: readonly WorkbookMap[];
}

/** A named group of authorities, by their DfE codes. */
export interface PeerGroup {
  readonly name: string;
  readonly authorities: readonly string[];
}

/** A question on what counts as early help, which every authority answers for itself. */
export interface EarlyHelpQuestion {
  readonly id: string;
  readonly question: string;
  readonly hint: string;
  readonly answers: readonly { readonly id: string; readonly title: string }[];
}

/** The longest that a name may be which an authority gives to something of its own. */
export const LONGEST_NAME = 80;

/** Takes an authority's code; gives the profile of one that has kept nothing yet. */
export function emptyProfile(authority: string): Profile {
  return {
    authority,
    settings: {},
    byHand: [],
    given: [],
    words: [],
    reading: NOTHING_SETTLED,
    peers: [],
    earlyHelp: {},
    maps: [],
  };
}
