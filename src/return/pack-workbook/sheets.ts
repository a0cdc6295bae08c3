/** What the sheets are called that every benchmarking workbook has. */
export const SHEETS = {
  cover: 'Cover',
  authority: 'Your authority',
  totals: 'Totals',
  remarks: 'Remarks',
  whoIsIn: 'Who is in',
  definitions: 'Definitions',
  figures: 'Figures',
  workings: 'Workings',
} as const;

/** Takes the names of a workbook's sheets; tells whether it is the benchmarking workbook of a pack, saved again or not. */
export function isPackWorkbook(names: readonly string[]): boolean {
  return [SHEETS.authority, SHEETS.figures, SHEETS.workings].every((name) => names.includes(name));
}
