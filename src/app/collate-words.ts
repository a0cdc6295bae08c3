import type { CollationView, MatrixRow, ToldReturn } from '../model/collation-view.ts';
import type { CellState, RemarkRule } from '../model/collation.ts';
import { formatDay, parseDay } from '../model/day.ts';
import { type Quarter, periodInWords } from '../model/period.ts';
import { counted, named } from '../model/words.ts';

/** The states of a cell in the matrix, each with its mark and its words, the best first. */
export const STATES: readonly {
  readonly state: CellState;
  readonly mark: string;
  readonly words: string;
}[] = [
  { state: 'received', mark: '•', words: 'received' },
  { state: 'by hand', mark: 'h', words: 'received, entered by hand' },
  { state: 'withheld', mark: 'c', words: 'withheld to protect children' },
  { state: 'not available', mark: 'x', words: 'not available' },
  { state: 'missing', mark: 'm', words: 'missing' },
  { state: 'no return', mark: '–', words: 'no return' },
];

/** What each rule of plausibility looks at, in words. */
export const RULES: Readonly<Record<RemarkRule, string>> = {
  sum: 'Parts that do not add up',
  identity: 'Figures that contradict each other',
  history: 'Far from the authority’s own earlier quarters',
  'published year': 'Far from the authority’s published year',
  others: 'Far from other authorities',
  'older version': 'By another version of the definition',
};

/** At the most so many are named. */
const NAMED = 6;

/** Takes the rows of a quarter; tells who is in and who is not. */
export function whoIsIn(rows: readonly MatrixRow[], quarter: Quarter): string {
  const expected = rows.filter(({ isExpected }) => isExpected);
  const out = expected.filter(({ isIn }) => !isIn);
  const of = periodInWords(quarter);
  const others = rows.filter(({ isExpected, isIn }) => isIn && !isExpected).length;
  const more =
    others === 0 ? '' : ` ${counted(others, ['other has', 'others have'])} sent one too.`;
  if (expected.length === 0)
    return `${counted(others, ['authority is', 'authorities are'])} in for ${of}.`;
  const first = `${expected.length - out.length} of the ${counted(expected.length, ['authority', 'authorities'])} expected ${expected.length - out.length === 1 ? 'is' : 'are'} in for ${of}.`;
  if (out.length === 0) return `${first} Nobody is outstanding.${more}`;
  const names = out.slice(0, NAMED).map(({ name }) => name);
  const rest = out.length - names.length;
  const list = rest > 0 ? `${names.join(', ')} and ${rest} more` : named(names);
  return `${first} Outstanding: ${list}.${more}`;
}

/** Takes a view; tells what waits for the collator, or null where nothing does. */
export function whatWaits({ files, remarks }: CollationView): string | null {
  const refused = files.filter(({ kind }) => kind === 'refused').length;
  const open = remarks.filter(({ note }) => note === null).length;
  const parts = [
    ...(refused > 0 ? [counted(refused, ['file was refused', 'files were refused'])] : []),
    ...(open > 0 ? [counted(open, ['remark is open', 'remarks are open'])] : []),
  ];
  return parts.length > 0 ? `${parts.join(', and ')}.` : null;
}

/** Takes a return; gives what tells it from others of its authority and quarter. */
export function returnInWords({ version, made, isComplete, signedOff }: ToldReturn): string {
  const kind = isComplete ? 'collator’s return' : 'shareable return';
  const day = parseDay(made.slice(0, 10));
  const when = day === null ? made : `${formatDay(day)} at ${made.slice(11, 16)} UTC`;
  return `version ${version}, ${kind}, made on ${when}${signedOff ? '' : ', DRAFT'}`;
}

/** Takes a state; gives the classes that it looks by. */
export function classOfState(state: CellState): string {
  return `ql-state ql-state--${state.replaceAll(' ', '-')}`;
}
