import type { Database } from '../engine/database.ts';
import { all, identifier, literal, numberFrom } from '../engine/sql.ts';
import type { TextTable } from '../files/found.ts';
import type { SsdTable } from '../spec/types.ts';
import { cleanExpression } from './clean.ts';
import type { MappedColumns } from './recognise.ts';
import { UNREAD_DATES } from './tables.ts';

/** What became of the lines of one file. */
export interface Lines {
  readonly loaded: number;
  /** Lines that do not have as many values as the heading, or whose quotes do not close: their numbers in the file. */
  readonly rejected: readonly number[];
}

/**
 * Takes the engine, a file of text, its table and the columns that are read from it; adds the file's rows to the table,
 * cleaned. Nothing is sniffed: every column is read as text, by the heading that was found. A line that cannot be read is
 * told by its number, and its text is let go.
 */
export async function loadFile(
  database: Database,
  file: TextTable,
  table: SsdTable,
  columns: MappedColumns,
  stop: AbortSignal,
): Promise<Lines> {
  const path = await database.lend(`${table.name}.csv`, file.content);
  try {
    const before = await rowCount(database, table);
    await database.run(insertSql(path, file, table, columns), stop);
    const rejected = await takeRejects(database);
    return { loaded: (await rowCount(database, table)) - before, rejected };
  } finally {
    await database.takeBack(path);
  }
}

function insertSql(
  path: string,
  file: TextTable,
  table: SsdTable,
  { read }: MappedColumns,
): string {
  const names = file.headings.map((_, place) => `c${place}`);
  const at = (place: number) => names[place] ?? '';
  const dates = table.columns.filter((column) => column.type === 'date');
  const unread = read
    .filter(({ column }) => column.type === 'date')
    .map(
      ({ column, place }) =>
        `case when is_unread_date(${at(place)}) then ${1 << dates.indexOf(column)} else 0 end`,
    );
  return `
    insert into ${identifier(table.name)} (${[...read.map(({ column }) => identifier(column.name)), UNREAD_DATES].join(', ')})
    select ${[...read.map(({ column, place }) => cleanExpression(column, at(place))), unread.join(' + ') || '0'].join(', ')}
    from read_csv(${literal(path)}, auto_detect = false, header = true, delim = ${literal(file.delimiter)},
      quote = '"', escape = '"', all_varchar = true, store_rejects = true,
      columns = {${names.map((name) => `${literal(name)}: 'VARCHAR'`).join(', ')}})`;
}

/** The engine keeps the text of rejected lines, and adds them up over loads: only their numbers are taken, then both tables go. */
async function takeRejects(database: Database): Promise<number[]> {
  const lines = await database.rows(`
    select distinct line::integer as line from reject_errors
    where csv_line is null or not regexp_matches(csv_line, '^\\(\\d+ rows? affected\\)\\s*$')
    order by line`);
  await database.run('drop table reject_errors');
  await database.run('drop table reject_scans');
  return all(lines).map((row) => numberFrom(row['line']));
}

async function rowCount(database: Database, table: SsdTable): Promise<number> {
  const counted = await database.rows(
    `select count(*)::integer as rows from ${identifier(table.name)}`,
  );
  return numberFrom(counted.at(0)['rows']);
}
