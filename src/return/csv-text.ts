import { type CsvField, csvField, startsFormula } from '../model/csv-field.ts';

/**
 * Takes columns and rows; gives them as CSV (RFC 4180). Text that could start a formula begins with an apostrophe.
 */
export function csvText<C extends string>(
  columns: readonly C[],
  rows: readonly Readonly<Record<C, CsvField>>[],
): string {
  const lines = [
    columns.join(','),
    ...rows.map((row) => columns.map((column) => csvField(row[column])).join(',')),
  ];
  return `${lines.join('\r\n')}\r\n`;
}

/** Takes a field of a CSV that was read; gives the text as it was before it was written. */
export function textOfField(field: string): string {
  return field.startsWith("'") && startsFormula(field) ? field.slice(1) : field;
}
