import {
  type Outcome,
  inBrief,
  inFull,
  oneDecimal,
  roundHalfAway,
  valueOf,
} from '../model/outcome.ts';

/** What a person pasted to compare: a number of their own, or something that is a list of ids. */
export type Pasted =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'number'; readonly value: number; readonly whole: boolean }
  | { readonly kind: 'list' };

/** What is longer takes the browser seconds to lay out in a field: it is held, and not shown there. */
export const LONGEST_SHOWN = 50_000;

/** Takes what was pasted; tells whether it is one number (`78`, `1,204`, `19.2%`) or a list. */
export function readPasted(text: string): Pasted {
  // A long list is not looked through on the page's thread.
  const start = text.slice(0, 100).trim();
  if (start === '') return text.trim() === '' ? { kind: 'nothing' } : { kind: 'list' };
  const number = /^(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?\s*(%?)$/.exec(start);
  if (!number || text.length > 100) return { kind: 'list' };
  const [, digits = '', decimals = '', percent = ''] = number;
  return {
    kind: 'number',
    value: Number(digits.replaceAll(',', '') + decimals),
    whole: decimals === '' && percent === '',
  };
}

/** Takes a whole number of a person's own and how many are counted here; gives the two in a sentence. */
export function countsInWords(theirs: number, here: number): string {
  const both = `You have ${theirs.toLocaleString('en-GB')}. Quarterlight counts ${here.toLocaleString('en-GB')}`;
  if (theirs === here) return `${both}: the same.`;
  const apart = Math.abs(theirs - here).toLocaleString('en-GB');
  return `${both}: ${apart} ${here < theirs ? 'fewer' : 'more'}. Paste your list of ids to see which.`;
}

/** Takes a percentage or rate of a person's own and the figure here; gives the two in a sentence, to one decimal as shown. */
export function valuesInWords(theirs: number, outcome: Outcome): string {
  const here = valueOf(outcome);
  if (here === null) return `Quarterlight has no figure to hold yours against. ${inFull(outcome)}.`;
  const isPercentage = outcome.kind === 'ratio' && outcome.scale === 100;
  const shown = oneDecimal(theirs) + (isPercentage ? '%' : '');
  const both = `You have ${shown}. Quarterlight has ${inBrief(outcome)}`;
  const apart = roundHalfAway(roundHalfAway(here) - roundHalfAway(theirs));
  if (apart === 0) return `${both}: the same.`;
  const size = oneDecimal(Math.abs(apart)) + (isPercentage ? ' points' : '');
  return `${both}: ${size} ${apart < 0 ? 'less' : 'more'}. Paste your list of ids to see why.`;
}
