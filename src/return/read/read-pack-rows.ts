import { OtherEncoding } from '../../files/field-texts.ts';
import { LIMITS } from '../../model/limits.ts';
import type { ObservationColumns } from '../../model/observation-columns.ts';
import { inColumns } from '../reading-order.ts';
import { OtherForm, PackRows } from './pack-rows.ts';
import type { PackTables } from './open-pack.ts';
import { PackageFiles } from './package-files.ts';
import { type RowsOf, readRows } from './read-rows.ts';
import { Remarks } from './remarks.ts';

/** The observations of a pack, and what is to be said of their rows. */
interface PackRowsRead {
  readonly observations: ObservationColumns;
  readonly remarks: Remarks;
}

/**
 * Takes the tables of a pack and what its rows are read against; gives its observations in columns. That of a package is read as it is
 * unpacked, and is never in memory as a whole. One that was saved by another program, with lines above its heading or in UTF-16, is
 * read as a return's is, and may be no larger.
 */
export async function readPackRows(files: PackTables, of: RowsOf): Promise<PackRowsRead> {
  if (!(files instanceof PackageFiles)) return whole(files, of);
  try {
    return await streamed(files, of, 'utf-8');
  } catch (thrown) {
    if (thrown instanceof OtherForm) return whole(files, of);
    if (thrown instanceof OtherEncoding) return streamed(files, of, 'windows-1252');
    throw thrown;
  }
}

async function streamed(
  files: PackageFiles,
  of: RowsOf,
  encoding: 'utf-8' | 'windows-1252',
): Promise<PackRowsRead> {
  const remarks = new Remarks();
  const rows = new PackRows(of, remarks, encoding, (columns) => files.refuseChildLevel(columns));
  await files.pieces('observations', LIMITS.packTable.most, (piece) => rows.take(piece));
  return { observations: rows.finish(), remarks };
}

async function whole(files: PackTables, of: RowsOf): Promise<PackRowsRead> {
  const remarks = new Remarks();
  const rows = readRows(await files.table('observations'), of, remarks);
  const observations = rows.map(({ observation }) => observation);
  return { observations: inColumns(observations, of), remarks };
}
