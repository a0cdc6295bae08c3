import type { ReturnDocument } from '../model/return-document.ts';
import { type Seal, aboutOf } from './about.ts';
import { type ObservationRow, observationRows } from './observation-rows.ts';
import { rowsAbout } from './status.ts';

/** Takes a document and its seal; gives it as JSON, keys always in one order. */
export function writeJson(document: ReturnDocument, seal: Seal): Uint8Array<ArrayBuffer> {
  const whole = {
    ...aboutOf(document),
    seal,
    measures: document.definitions,
    observations: observationRows(document.observations, rowsAbout(document)).map(jsonRow),
  };
  return new TextEncoder().encode(`${JSON.stringify(whole, null, 1)}\n`);
}

/** Takes a row; gives it as JSON has it: null for no number, so that numbers are numbers wherever they stand, and the symbol in a place of its own. */
export function jsonRow(row: ObservationRow) {
  const { value, numerator, denominator } = row;
  return {
    ...row,
    value: numberIn(value),
    numerator: numberIn(numerator),
    denominator: numberIn(denominator),
    symbol: typeof value === 'string' ? value : null,
  };
}

function numberIn(value: number | string | null): number | null {
  return typeof value === 'number' ? value : null;
}
