import type {
  ComparedFigure,
  ComparedUnit,
  Placed,
  PlacedNumber,
  Shown,
} from '../model/comparison.ts';
import { oneDecimal, roundHalfAway } from '../model/outcome.ts';
import type { TableCell } from './made.ts';

/** Takes a value and its unit; gives it as it is written beside a mark: `19.2%`, `45.1`. */
export function valueWords(value: number, unit: ComparedUnit): string {
  return `${oneDecimal(value)}${unit.kind === 'percent' ? '%' : ''}`;
}

/** Takes a value or null, and its unit; gives the cell of a table. */
export function valueCell(value: number | null, unit: ComparedUnit): TableCell {
  if (value === null) return 'Not known';
  return { words: valueWords(value, unit), number: roundHalfAway(value) };
}

/** Takes what an area shows, or null; gives the cell of a table: a number, or what stands in its place. */
export function shownCell(shown: Shown | null, unit: ComparedUnit): TableCell {
  if (!shown) return 'Not available';
  return shown.kind === 'number' ? valueCell(shown.value, unit) : shown.says;
}

/** Takes what an area shows; gives the parts of its number in words. */
export function partsWords(shown: Shown): string {
  if (shown.kind !== 'number' || !shown.parts) return 'Not known';
  const { numerator, denominator, estimated } = shown.parts;
  return `${estimated ? 'about ' : ''}${counting(numerator)} of ${counting(denominator)}`;
}

/** Takes a number of things; gives it with thousands marked. */
export function counting(count: number): string {
  return Number.isInteger(count) ? count.toLocaleString('en-GB') : oneDecimal(count);
}

/** Takes a figure; gives its unit as a heading. */
export function unitHeading({ unitWords }: ComparedFigure): string {
  return unitWords.charAt(0).toUpperCase() + unitWords.slice(1);
}

/** Takes what is placed; gives it where it is a number. An interval that nobody worked out is not known. */
export function numberOf(placed: Placed | PlacedNumber | null): PlacedNumber | null {
  if (!placed || placed.shown.kind !== 'number') return null;
  return {
    ...placed,
    shown: placed.shown,
    interval: 'interval' in placed ? placed.interval : null,
  };
}
