/**
 * What an observation found: a figure, or the reason why there is none. There is no sentinel and no empty text:
 * a figure that cannot be given says why.
 */
export type Outcome =
  | { readonly kind: 'count'; readonly value: number }
  | { readonly kind: 'amount'; readonly value: number }
  | Ratio
  | { readonly kind: 'withheld' }
  | { readonly kind: 'missing'; readonly reason: string }
  | { readonly kind: 'not applicable'; readonly reason: string }
  | { readonly kind: 'not available'; readonly reason: string };

/** Parts and scale, never the bare percentage: a region must be able to add the parts up. */
interface Ratio {
  readonly kind: 'ratio';
  readonly numerator: number;
  readonly denominator: number;
  /** 100 for a percentage, 10,000 for a rate, 40,000 for a quarter's rate made annual. */
  readonly scale: number;
}

const WITHHELD = 'Withheld to protect children';

/** Takes an outcome; gives its number (a ratio's at its scale, unrounded), or null where it has none. */
export function valueOf(outcome: Outcome): number | null {
  switch (outcome.kind) {
    case 'count':
    case 'amount':
      return outcome.value;
    case 'ratio':
      return (outcome.numerator / outcome.denominator) * outcome.scale;
    case 'withheld':
    case 'missing':
    case 'not applicable':
    case 'not available':
      return null;
  }
}

/** Takes an outcome; gives the short words for a table's cell: `1,204`, `19.2%`, `45.1`, `Not available`. */
export function inBrief(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'count':
      return outcome.value.toLocaleString('en-GB');
    case 'amount':
      return oneDecimal(outcome.value);
    case 'ratio':
      return oneDecimal(valueOf(outcome) ?? 0) + (outcome.scale === 100 ? '%' : '');
    case 'withheld':
      return 'Withheld';
    case 'missing':
      return 'Missing';
    case 'not applicable':
      return 'Not applicable';
    case 'not available':
      return 'Not available';
  }
}

/** Takes an outcome; gives the whole words, with the reason where there is no figure. The only place that decides them. */
export function inFull(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'count':
    case 'amount':
    case 'ratio':
      return inBrief(outcome);
    case 'withheld':
      return WITHHELD;
    case 'missing':
    case 'not applicable':
    case 'not available':
      return `${inBrief(outcome)}: ${outcome.reason}`;
  }
}

// Made once, and before anything is shown: to make the first of them takes a third of the time that a page may take.
const ONE_DECIMAL = new Intl.NumberFormat('en-GB', {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});

/** Takes a number; gives it to one decimal, halves away from zero, with thousands marked. */
export function oneDecimal(value: number): string {
  return ONE_DECIMAL.format(roundHalfAway(value));
}

/** Takes a number; gives it rounded to one decimal, halves away from zero (19.25 is 19.3, though binary holds 19.249…). */
export function roundHalfAway(value: number): number {
  const tenths = Math.abs(value) * 10;
  const rounded = Math.floor(tenths + 0.5 + tenths * Number.EPSILON * 4) / 10;
  return value < 0 && rounded > 0 ? -rounded : rounded;
}
