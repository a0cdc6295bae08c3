import type { Database, Value } from '../engine/database.ts';
import { all, identifier, numberFrom } from '../engine/sql.ts';
import type { SsdTable } from '../spec/types.ts';

/** Rows of an older file that a newer one holds too: as they are there, or otherwise. */
export interface GivenAgain {
  readonly newer: string;
  readonly older: string;
  readonly same: number;
  readonly other: number;
}

/** A file of a table, and the rowid of its first row in it. */
export interface LoadedFile {
  readonly path: string;
  readonly firstRow: number;
}

const AGAIN = 'rows_given_again';

/**
 * Takes the engine, a table and its files in the order they were loaded, the newest first; lets go of each row whose key is in a
 * newer file, and tells how many, for each two files. In a table without a key a row goes that is the same in full. Rows of one
 * file that share a key stay, for the measures to leave out and tell; so do rows without a key.
 */
export async function joinFiles(
  database: Database,
  table: SsdTable,
  files: readonly LoadedFile[],
): Promise<GivenAgain[]> {
  const name = identifier(table.name);
  const key = table.key === null ? 't' : identifier(table.key);
  const part = files
    .map(({ firstRow }, place) => `when rowid >= ${firstRow} then ${place}`)
    .toReversed();
  await database.run(`
    create or replace table ${AGAIN} as
    with parted as (select rowid as place, ${key} as key, hash(t) as whole, case ${part.join(' ')} end as part from ${name} t),
    newest as (select key, min(part) as part from parted where key is not null group by key having min(part) <> max(part)),
    kept as (select p.key, p.part, list(p.whole) as wholes from parted p join newest n on n.key = p.key and n.part = p.part group by all)
    select p.place, p.part as older, k.part as newer, list_contains(k.wholes, p.whole) as same
    from parted p join kept k on k.key = p.key where p.part > k.part`);
  const counted = all(
    await database.rows(`
    select newer, older, (count(*) filter (where same))::integer as same, (count(*) filter (where not same))::integer as other
    from ${AGAIN} group by newer, older order by newer, older`),
  );
  if (counted.length > 0)
    await database.run(`delete from ${name} where rowid in (select place from ${AGAIN})`);
  await database.run(`drop table ${AGAIN}`);
  const path = (place: Value | undefined) => files[numberFrom(place)]?.path ?? '';
  return counted.map((row) => ({
    newer: path(row['newer']),
    older: path(row['older']),
    same: numberFrom(row['same']),
    other: numberFrom(row['other']),
  }));
}

/** Takes the engine and a table; gives the rowid that the next row will have. */
export async function nextRow(database: Database, table: SsdTable): Promise<number> {
  const rows = await database.rows(
    `select (coalesce(max(rowid), -1) + 1)::double as next from ${identifier(table.name)}`,
  );
  return numberFrom(rows.at(0)['next']);
}
