// What Excel, LibreOffice and Sheets may take for the start of a formula, full-width forms too (OWASP, CSV injection).
// Apostrophes before it are counted in, so that a reader who takes one off has the text as it was.
const STARTS_FORMULA = /^'*(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/;

type Field = string | number | boolean | null;

/**
 * Takes columns and rows; gives them as CSV (RFC 4180). Text that could start a formula begins with an apostrophe.
 */
export function csvText<C extends string>(
  columns: readonly C[],
  rows: readonly Readonly<Record<C, Field>>[],
): string {
  const lines = [
    columns.join(','),
    ...rows.map((row) => columns.map((column) => fieldOf(row[column])).join(',')),
  ];
  return `${lines.join('\r\n')}\r\n`;
}

/** Takes a field of a CSV that was read; gives the text as it was before it was written. */
export function textOfField(field: string): string {
  return field.startsWith("'") && STARTS_FORMULA.test(field) ? field.slice(1) : field;
}

function fieldOf(value: Field): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const harmless = STARTS_FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]|^\s|\s$/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
