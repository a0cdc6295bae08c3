import { type Grid, readGrids } from '../../files/grids.ts';
import { ABOUT_COLUMN } from '../csv.ts';
import { refuseChildLevel } from './child-level.ts';
import { checkSheets } from './check-sheets.ts';
import { type Opened, joinParts, readWhole } from './opened.ts';
import { type ReturnFile, noReturn } from './package-files.ts';
import { tableOfSheet } from './raw-table.ts';

/** Takes a workbook; gives what it holds. Throws a Problem where it is no return. */
export async function openSheets(file: ReturnFile): Promise<Opened> {
  const grids = await readGrids(file.content);
  if (grids === 'protected') throw noReturn(file.name, 'it is protected by a password');
  if (grids === 'broken') throw noReturn(file.name, 'it is a workbook that cannot be opened');
  if (grids === 'too large')
    throw noReturn(file.name, 'it is a workbook that is too large to be one');
  for (const { rows } of grids) refuseChildLevel(rows[0] ?? [], file.childColumns);
  const observations = sheetWith(grids, 'outcome', 'Observations');
  const programs = sheetWith(grids, ABOUT_COLUMN, 'For programs');
  if (!observations || !programs) {
    throw noReturn(
      file.name,
      'it has no sheets Observations and For programs, which are read back',
    );
  }
  const parts = programs.rows.map(([part]) => part ?? '');
  return {
    form: 'workbook',
    ...readWhole(joinParts(parts, `the sheet ${programs.name}`), ''),
    observations: tableOfSheet(observations.rows, observations.name),
    checkSheets: (document, remarks) => checkSheets(grids, document, remarks),
  };
}

/** The sheet of that name, else the one that has the column. */
function sheetWith(grids: readonly Grid[], column: string, named: string): Grid | undefined {
  const having = grids.filter(({ rows }) =>
    rows[0]?.some((head) => head.trim().toLowerCase() === column),
  );
  return having.find(({ name }) => name === named) ?? having[0];
}
