import type { Figure, RecordsMeasure } from '../model/measure.ts';
import type { Outcome } from '../model/outcome.ts';
import type { RecordsAsked } from '../model/records.ts';

/** Takes a figure; gives the one whose records are behind it: itself, or for a rate the count that it is made from. */
export function figureOfRecords(measure: RecordsMeasure, figure: Figure): Figure {
  if (figure.kind !== 'rate') return figure;
  return measure.figures.find(({ id }) => id === figure.of) ?? figure;
}

/** Takes an outcome and the part of it that is listed; gives how many records the list must hold, or null for no figure. */
export function sizeOf(outcome: Outcome, part: RecordsAsked['part']): number | null {
  if (outcome.kind === 'count') return outcome.value;
  return outcome.kind === 'ratio' ? outcome[part] : null;
}
