import { type ObservationRow, type RowsAbout, observationRows } from '../observation-rows.ts';
import { type RawTable, cellsOf } from './raw-table.ts';
import type { RowRead } from './read-rows.ts';
import type { Remarks } from './remarks.ts';
import { quoted } from './shape.ts';

/** Columns that say again what the whole or another column says, so that a row can stand alone. */
const REPEATS = [
  'status',
  'release',
  'period_kind',
  'area_kind',
  'area_name',
  'reason',
] as const satisfies readonly (keyof ObservationRow)[];

/** Takes the rows that were read and what they have in common; remarks on what a row says otherwise than the whole. */
export function checkRepeats(
  table: RawTable,
  read: readonly RowRead[],
  about: RowsAbout,
  remarks: Remarks,
): void {
  const cell = cellsOf(table);
  const columns = REPEATS.filter((column) => table.columns.includes(column));
  const rows = observationRows(
    read.map(({ observation }) => observation),
    about,
  );
  for (const [place, { row }] of read.entries()) {
    for (const column of columns) {
      const [written, meant] = [cell(row, column), String(rows[place]?.[column] ?? '')];
      if (written === meant) continue;
      remarks.add(
        'changed',
        `The column ${column} says ${quoted(written)}, where the return says ${quoted(meant)}. The return was believed.`,
        'Ask which of them is meant.',
        row.place,
      );
    }
  }
}
