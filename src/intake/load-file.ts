import type { Database } from '../engine/database.ts';
import { all, identifier, literal, numberFrom } from '../engine/sql.ts';
import type { TextTable } from '../files/found.ts';
import { lineNumbers } from '../files/lines.ts';
import { withoutBrokenQuotes } from '../files/quotes.ts';
import type { SsdTable } from '../spec/types.ts';
import { cleanExpression } from './clean.ts';
import type { MappedColumns } from './map-columns.ts';
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
  const before = await rowCount(database, table);
  let { content } = file;
  let emptied: readonly number[] = [];
  let rejects = await insert(database, file, table, columns, stop);
  if (rejects.brokenQuotes) {
    // Where a quote does not close, the engine lets go of the lines that follow too, and does not say how many.
    await database.run(
      `delete from ${identifier(table.name)} where rowid not in (select rowid from ${identifier(table.name)} order by rowid limit ${before})`,
    );
    ({ content, emptied } = await withoutBrokenQuotes(file.content, file.delimiter));
    rejects = await insert(database, { ...file, content }, table, columns, stop);
  }
  const uneven = await lineNumbers(content, rejects.places);
  return {
    loaded: (await rowCount(database, table)) - before,
    rejected: [...new Set([...emptied, ...uneven])].sort((a, b) => a - b),
  };
}

async function insert(
  database: Database,
  file: TextTable,
  table: SsdTable,
  columns: MappedColumns,
  stop: AbortSignal,
): Promise<Rejects> {
  const path = await database.lend(`${table.name}.csv`, file.content);
  try {
    await database.run(insertSql(path, file, table, columns), stop);
    return await takeRejects(database);
  } finally {
    await database.takeBack(path);
  }
}

function insertSql(
  path: string,
  file: TextTable,
  table: SsdTable,
  { read, hasHeading }: MappedColumns,
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
    from read_csv(${literal(path)}, auto_detect = false, header = ${hasHeading}, delim = ${literal(file.delimiter)},
      quote = '"', escape = '"', all_varchar = true, store_rejects = true,
      columns = {${names.map((name) => `${literal(name)}: 'VARCHAR'`).join(', ')}})`;
}

interface Rejects {
  /** Where in the content the rejected lines start, in bytes. */
  readonly places: readonly number[];
  readonly brokenQuotes: boolean;
}

/** What query tools write under a table. */
const TRAILER = String.raw`^\s*(\(\d+ rows? affected\)|Completion time: [-+:.T\d]+)\s*$`;

/**
 * The engine keeps the text of rejected lines, and adds them up over loads: only their places are taken, then both tables
 * go. It counts records, not lines, and their places from 1; empty lines above a rejected one are part of its text.
 */
async function takeRejects(database: Database): Promise<Rejects> {
  const rejects = all(
    await database.rows(`
    select
      (line_byte_position - 1 + coalesce(strlen(regexp_extract(csv_line, '^[\\r\\n]*')), 0))::double as place,
      bool_or(error_type = 'UNQUOTED VALUE') as broken_quotes
    from reject_errors
    where csv_line is null or not regexp_matches(csv_line, ${literal(TRAILER)})
    group by place
    order by place`),
  );
  await database.run('drop table reject_errors');
  await database.run('drop table reject_scans');
  return {
    places: rejects.map((row) => numberFrom(row['place'])),
    brokenQuotes: rejects.some((row) => row['broken_quotes'] === true),
  };
}

async function rowCount(database: Database, table: SsdTable): Promise<number> {
  const counted = await database.rows(
    `select count(*)::integer as rows from ${identifier(table.name)}`,
  );
  return numberFrom(counted.at(0)['rows']);
}
