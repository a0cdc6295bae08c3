import type { Cell, CellStyle, WriteSheet } from 'hucre/xlsx';
import { type Sheet, columnName } from './sheet.ts';
import type { At, Entries, SheetForm } from './sheet-form.ts';

/** How a cell looks that is to be filled in. */
export const TO_FILL: CellStyle = {
  font: { name: 'Arial', size: 10 },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFF7CC' } },
  border: {
    top: { style: 'thin', color: { rgb: '505A5F' } },
    bottom: { style: 'thin', color: { rgb: '505A5F' } },
    left: { style: 'thin', color: { rgb: '505A5F' } },
    right: { style: 'thin', color: { rgb: '505A5F' } },
  },
  alignment: { vertical: 'top', wrapText: true },
  protection: { locked: false },
};

/** Without a password: it keeps a slip of the hand out, and nobody else. */
export const LOCK = {
  sheet: true,
  formatColumns: true,
  formatRows: true,
  autoFilter: true,
} as const;

/** Takes a place; gives its name: `B7`. */
function cellName({ row, column }: At): string {
  return `${columnName(column)}${row + 1}`;
}

/** Takes a form, its sheet, and the cells of it as they are written; gives them with the form's own, and what else the sheet needs. */
export function withForm(
  { entries, formulas, isHidden, hiddenColumns }: SheetForm,
  { widths }: Pick<Sheet, 'widths'>,
  cells: ReadonlyMap<string, Partial<Cell>>,
): Pick<WriteSheet, 'columns' | 'cells' | 'dataValidations' | 'protection' | 'hidden'> {
  const all = new Map(cells);
  const add = ({ row, column }: At, cell: Partial<Cell>) =>
    all.set(`${row},${column}`, { ...all.get(`${row},${column}`), ...cell });
  for (const { from, to } of entries)
    for (let row = from.row; row <= to.row; row += 1)
      for (let column = from.column; column <= to.column; column += 1)
        add({ row, column }, { style: TO_FILL });
  for (const { formula, ...at } of formulas) add(at, { formula, type: 'formula' });
  return {
    columns: widths.map((width, at) => ({ width, hidden: hiddenColumns.includes(at) })),
    cells: all,
    dataValidations: entries.flatMap(validationOf),
    protection: LOCK,
    ...(isHidden && { hidden: true }),
  };
}

function validationOf({ from, to, allowed }: Entries): NonNullable<WriteSheet['dataValidations']> {
  if (allowed.kind === 'text') return [];
  const range = `${cellName(from)}:${cellName(to)}`;
  const said = { showErrorMessage: true, errorTitle: 'Not like this', errorMessage: allowed.says };
  const common = { range, allowBlank: true, errorStyle: 'stop', ...said } as const;
  return [
    allowed.kind === 'one of'
      ? { ...common, type: 'list', formula1: allowed.range }
      : { ...common, type: 'custom', formula1: allowed.formula },
  ];
}
