import type { Return } from '../model/return.ts';
import { OBSERVATION_COLUMNS, observationRows } from './observation-rows.ts';
import type { Terms } from './terms.ts';

// What Excel, LibreOffice and Sheets may take for the start of a formula, full-width forms too (OWASP, CSV injection).
// Apostrophes before it are counted in, so that a reader who takes one off has the text as it was.
const STARTS_FORMULA = /^'*(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/;

/**
 * Takes a return and its terms; gives its observations as CSV (RFC 4180, UTF-8 with a byte order mark for Excel).
 * Text that could start a formula begins with an apostrophe. Throws a Problem where the terms do not define an observation.
 */
export function writeCsv(contents: Return, terms: Terms): Uint8Array<ArrayBuffer> {
  const lines = [
    OBSERVATION_COLUMNS.join(','),
    ...observationRows(contents, terms).map((row) =>
      OBSERVATION_COLUMNS.map((column) => field(row[column])).join(','),
    ),
  ];
  return new TextEncoder().encode(`\uFEFF${lines.join('\r\n')}\r\n`);
}

function field(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const harmless = STARTS_FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]|^\s|\s$/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
