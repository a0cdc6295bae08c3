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
  const met = `
    with parted as (select rowid as place, ${key} as key, t as whole, case ${part.join(' ')} end as part from ${name} t),
    first_met as (select key, min(part) as newer from parted where key is not null group by key having min(part) <> max(part)),
    met as (select p.place, p.key, p.whole, p.part, f.newer from parted p join first_met f on f.key = p.key where p.part > f.newer)`;
  const counted = all(
    await database.rows(`${met}
    , same as (
      select distinct m.place from met m
      join parted n on n.key = m.key and n.part = m.newer and n.whole = m.whole
    )
    select m.newer, m.part, count(*)::integer as rows, count(s.place)::integer as same
    from met m left join same s on s.place = m.place
    group by m.newer, m.part order by m.newer, m.part`),
  );
  if (counted.length > 0)
    await database.run(`${met} delete from ${name} where rowid in (select place from met)`);
  const path = (place: Value | undefined) => files[numberFrom(place)]?.path ?? '';
  return counted.map((row) => {
    const [rows, same] = [numberFrom(row['rows']), numberFrom(row['same'])];
    return { newer: path(row['newer']), older: path(row['part']), same, other: rows - same };
  });
}

/** Takes the engine and a table; gives the rowid that the next row will have. */
export async function nextRow(database: Database, table: SsdTable): Promise<number> {
  const rows = await database.rows(
    `select (coalesce(max(rowid), -1) + 1)::double as next from ${identifier(table.name)}`,
  );
  return numberFrom(rows.at(0)['next']);
}
