import { formatDay, parseDay } from '../model/day.ts';
import { periodInWords } from '../model/period.ts';
import type { Return } from '../model/return.ts';
import { DRAFT, whyDraft } from './draft.ts';
import { symbolKey } from './symbols.ts';
import type { Table } from './table.ts';
import type { Terms } from './terms.ts';

const SHEETS = [
  ['RIIA', 'The items of the RIIA quarterly dataset, a row a figure'],
  ['Early Help', 'The items of the Early Help collection, a row a figure'],
  ['Breakdowns', 'The figures by age, sex and the rest'],
  ['Observations', 'Every figure as one table, with the parts of each percentage and rate'],
  ['Definitions', 'What each measure counts and leaves out'],
  ['Settings', 'The rules that a local authority may set, and what it counts as early help'],
  ['Notes', 'What to know beside the figures'],
] as const;

/** Takes a return and its terms; gives the rows of the cover, the draft mark first. */
export function coverRows(contents: Return, { policy, appVersion }: Terms): Table['rows'] {
  const { authority, quarter, extractDate, made } = contents;
  return [
    [DRAFT],
    [whyDraft(policy)],
    [],
    ['Quarterly return'],
    ['Local authority', authority.name],
    ['Local authority code', authority.code],
    ['Quarter', `${periodInWords(quarter)} (${quarter})`],
    ['Extract date', formatDay(extractDate)],
    ['Made', momentInWords(made)],
    ['Made with', `Quarterlight ${appVersion}`],
    ['Small numbers', policy.title],
    [],
    ['Symbol', 'What it stands for'],
    ...symbolKey(policy).map(({ symbol, means }) => [symbol, means]),
    [],
    ['Sheet', 'What it holds'],
    ...SHEETS,
  ];
}

function momentInWords(made: string): string {
  const day = parseDay(made.slice(0, 10));
  if (!day) throw new RangeError(`${made} is no moment`);
  return `${formatDay(day)} at ${made.slice(11, 16)} UTC`;
}
