import { type Outcome, roundHalfAway, valueOf } from '../model/outcome.ts';

/** A symbol that stands in place of a figure, and what it means. */
export interface SymbolMeaning {
  readonly symbol: string;
  readonly means: string;
}

/** Every symbol that a return may hold. Source: spec/return/observations.yaml. */
export const SYMBOLS = [
  { symbol: 'c', means: 'Withheld to protect children' },
  { symbol: 'z', means: 'Not applicable' },
  { symbol: 'x', means: 'Not available' },
  { symbol: 'm', means: 'Missing' },
  { symbol: 'low', means: 'Above nought, and 0.0 when rounded' },
] as const satisfies readonly SymbolMeaning[];

type ReturnSymbol = (typeof SYMBOLS)[number]['symbol'];

/** What stands beside every withheld figure: the same words for each. */
export const WITHHELD = SYMBOLS[0].means;

/** Takes an outcome; gives the symbol that stands in place of its figure, or null where the figure itself is shown. */
export function symbolOf(outcome: Outcome): ReturnSymbol | null {
  switch (outcome.kind) {
    case 'count':
    case 'amount':
      return null;
    case 'ratio':
      return outcome.numerator > 0 && roundHalfAway(valueOf(outcome) ?? 0) === 0 ? 'low' : null;
    case 'withheld':
      return 'c';
    case 'not applicable':
      return 'z';
    case 'not available':
      return 'x';
    case 'missing':
      return 'm';
  }
}

/** Takes an outcome; gives the number that a return shows for it, a ratio's to one decimal, or null where a symbol stands. */
export function shownNumber(outcome: Outcome): number | null {
  if (symbolOf(outcome) !== null) return null;
  const value = valueOf(outcome);
  return value !== null && outcome.kind === 'ratio' ? roundHalfAway(value) : value;
}
