// What Excel, LibreOffice and Sheets may take for the start of a formula, full-width forms too (OWASP, CSV injection): also behind
// quotes, a delimiter of another country, controls, and what nobody sees.
// Apostrophes before it are counted in, so that a reader who takes one off has the text as it was. The engine reads it too: see its RE2.
export const STARTS_FORMULA = String.raw`^'*(?:[\t\r\n]|['"“”;,|\s\p{Z}\p{Cc}\p{Cf}]*[=+\-@＝＋－＠])`;
const startsOne = new RegExp(STARTS_FORMULA, 'u');

export type CsvField = string | number | boolean | null;

/** Takes a text; tells whether a spreadsheet might take it for a formula. */
export function startsFormula(text: string): boolean {
  return startsOne.test(text);
}

/** Takes a text; gives it so that no spreadsheet takes it for a formula: with an apostrophe before it where one might. */
export function harmless(text: string): string {
  return startsFormula(text) ? `'${text}` : text;
}

/** Takes a value; gives it as a field of a CSV (RFC 4180), harmless, in quotes where it needs them. */
export function csvField(value: CsvField): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const text = harmless(value);
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
