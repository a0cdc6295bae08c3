import { type CsvField, csvField, startsFormula } from '../model/csv-field.ts';

/**
 * Takes columns and rows; gives them as CSV (RFC 4180). Text that could start a formula begins with an apostrophe.
 */
export function csvText<C extends string>(
  columns: readonly C[],
  rows: Iterable<Readonly<Record<C, CsvField>>>,
): string {
  return [...csvLines(columns, rows)].join('');
}

/** Takes columns and rows; gives the same CSV line by line. */
export function* csvLines<C extends string>(
  columns: readonly C[],
  rows: Iterable<Readonly<Record<C, CsvField>>>,
): Iterable<string> {
  yield `${columns.join(',')}\r\n`;
  for (const row of rows) {
    yield `${columns.map((column) => csvField(row[column])).join(',')}\r\n`;
  }
}

/** Takes a field of a CSV that was read; gives the text as it was before it was written. */
export function textOfField(field: string): string {
  return field.startsWith("'") && startsFormula(field) ? field.slice(1) : field;
}
