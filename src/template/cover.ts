import type { Sheet, SheetRow } from '../files/sheet.ts';
import { AUTHORITY_AT, COVER_SHEET, LISTS_SHEET, QUARTER_AT } from './layout.ts';

const ROWS: readonly SheetRow[] = [
  { look: 'title', cells: ['Figures for the quarter, entered by hand'] },
  {
    look: 'plain',
    cells: [
      'For a local authority that has no SSD extract. Give as much or as little as you have: five figures make a return too.',
    ],
  },
  { look: 'alarm', cells: ['Totals only. Write nothing about one child, and no name, anywhere.'] },
  { look: 'section', cells: ['Fill in these two first'] },
  { look: 'plain', cells: ['FILL IN: Local authority', null, 'Choose it from the list.'] },
  { look: 'plain', cells: ['FILL IN: Quarter', null, 'Choose it, or write it like 2025-26 Q1.'] },
  { look: 'section', cells: ['Then the sheets RIIA, Early Help and Breakdowns'] },
  ...[
    'Cells to fill in are yellow with a border, and their column’s heading begins with FILL IN. Everything else is locked.',
    'A number: write it as it is. Do not withhold small numbers: they are withheld when the return is made.',
    '0 means that there were none. An empty cell means that the figure is missing.',
    'x means not available (nobody can tell). z means not applicable (there is no such thing here). Say why, in a few words, in the column beside it. The reason goes with the return.',
    'The quarter: what happened in it, or the position on its last day. The year: the twelve months that end with the quarter. It is not the sum of four quarters where children are counted.',
    'Percentages and rates are worked out for you. Give how many, and out of how many.',
    'The column Check says at once what does not fit. On the sheet Breakdowns the heading of each breakdown says “Adds up” or “Off by 3”.',
  ].map((cell): SheetRow => ({ look: 'plain', cells: [cell] })),
  { look: 'section', cells: ['When you are done'] },
  {
    look: 'plain',
    cells: [
      'Save it, and drop it on the first page of Quarterlight. It is checked, shown to you cell by cell where something is wrong, and becomes a return like any other. The file’s name does not matter.',
    ],
  },
];

/** Takes how many authorities and quarters the lists hold; gives the sheet that says what to do. */
export function coverSheet(authorities: number, quarters: number): Sheet {
  return {
    name: COVER_SHEET,
    widths: [74, 36, 36],
    rows: ROWS,
    isTable: false,
    frozenColumns: 0,
    form: {
      entries: [
        listed(AUTHORITY_AT, 'A', authorities, 'Choose your authority from the list.'),
        listed(QUARTER_AT, 'B', quarters, 'Choose a quarter from the list.'),
      ],
      formulas: [],
      isHidden: false,
      hiddenColumns: [],
    },
  };
}

function listed(
  at: typeof AUTHORITY_AT | typeof QUARTER_AT,
  column: string,
  length: number,
  says: string,
) {
  const range = `${LISTS_SHEET}!$${column}$1:$${column}$${length}`;
  return { from: at, to: at, allowed: { kind: 'one of', range, says } } as const;
}
