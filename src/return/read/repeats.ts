import type { Observation } from '../../model/observation.ts';
import { isYear } from '../../model/period.ts';
import {
  type NamedArea,
  type ObservationRow,
  type RowsAbout,
  shownOf,
} from '../observation-rows.ts';
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
  const areas = new Map(about.areas.map((area) => [area.code, area]));
  for (const { observation, row } of read) {
    const rowMeant = repeatedIn(observation, about, areas.get(observation.area));
    for (const column of columns) {
      const [written, meant] = [cell(row, column), rowMeant[column]];
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

function repeatedIn(
  { outcome, period }: Observation,
  { status, release }: RowsAbout,
  area: NamedArea | undefined,
): Readonly<Record<(typeof REPEATS)[number], string>> {
  return {
    status,
    release,
    period_kind: isYear(period) ? 'year' : 'quarter',
    area_kind: area?.kind ?? '',
    area_name: area?.name ?? '',
    reason: shownOf(outcome, false).reason ?? '',
  };
}
