/** The sheet by which a workbook is known for a template, whatever the file is called, and what its first cell says. */
export const MARK_SHEET = 'Quarterlight template';
export const MARK = 'quarterlight-template 1';

export const COVER_SHEET = 'Start here';
export const LISTS_SHEET = 'Lists';
export const BREAKDOWN_SHEET = 'Breakdowns';
export const COLLECTION_SHEETS = { riia: 'RIIA', 'early-help': 'Early Help' } as const;

/** Where the cover asks whose it is and for which quarter, from 0 on. */
export const AUTHORITY_AT = { row: 4, column: 1 } as const;
export const QUARTER_AT = { row: 5, column: 1 } as const;

/** The columns of the sheets that are filled in. */
export const COLUMNS = {
  id: 0,
  item: 1,
  label: 2,
  quarter: 3,
  year: 4,
  why: 5,
  check: 6,
  guidance: 7,
  key: 8,
} as const;

export const HEADS = [
  ['Id', 9],
  ['Item', 24],
  ['What to count', 44],
  ['FILL IN: the quarter', 13],
  ['FILL IN: the year to its end', 13],
  ['FILL IN: why, where x or z', 24],
  ['Check (locked)', 26],
  ['What counts, and what does not (locked)', 60],
  ['For programs (locked)', 14],
] as const;
