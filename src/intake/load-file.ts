import type { Database } from '../engine/database.ts';
import { all, literal, numberFrom } from '../engine/sql.ts';
import type { TextTable } from '../files/found.ts';
import { isReadable } from '../files/readable.ts';
import type { DayOrder } from '../model/reading.ts';
import type { SsdTable } from '../spec/types.ts';
import { type Ordered, dayOrders } from './day-order.ts';
import { INCOMING, incomingSql } from './incoming.ts';
import type { LineScan } from './line-scan.ts';
import type { MappedColumns } from './map-columns.ts';
import { takeOverSql } from './take-over.ts';
import { type FileTally, tallyIncoming } from './tally.ts';

/** What became of one file: its lines, what its columns hold, and in which order its dates were read. */
export interface FileLoaded {
  readonly file: string;
  readonly tally: FileTally;
  readonly orders: ReadonlyMap<string, Ordered>;
  /** Lines that do not have as many values as the heading, or whose quotes do not close: their numbers in the file. */
  readonly rejected: readonly number[];
}

/** A file, its table and the columns that are read from it; and what a person settled of the table's dates, by column. */
export interface ToLoad {
  readonly file: TextTable;
  readonly table: SsdTable;
  readonly columns: MappedColumns;
  readonly settled: Readonly<Record<string, DayOrder>>;
  readonly scan: LineScan;
}

/** A file that was changed or went away before all of it was read: nothing of it was added. */
export class FileGone extends Error {}

/**
 * Takes the engine and a file of text; adds the file's rows to its table, cleaned. Nothing is sniffed: every column is read
 * as text, by the heading that was found. A line that cannot be read is told by its number, and its text is let go.
 * Throws FileGone.
 * Throws FileGone.
 */
export async function loadFile(
  database: Database,
  loading: ToLoad,
  stop: AbortSignal,
): Promise<FileLoaded> {
  const { file, table, columns, settled } = loading;
  try {
    const lines = await readIn(database, loading, stop).catch(async (thrown: unknown) => {
      throw (await isReadable(file.content)) ? thrown : new FileGone();
    });
    // What was read is whole only if the file is now what it was before.
    if (!(await isReadable(file.content))) throw new FileGone();
    const rejected = lines.map((line) => line + file.linesAbove);
    const read = columns.read.map(({ column }) => column);
    const tally = await tallyIncoming(database, table, read);
    const orders = dayOrders(tally, settled);
    await database.run(takeOverSql(table, read, orders), stop);
    return { file: file.path, tally, orders, rejected };
  } finally {
    await database.run(`drop table if exists ${INCOMING}`);
  }
}

/** Gives the numbers of the lines that were rejected. */
async function readIn(
  database: Database,
  loading: ToLoad,
  stop: AbortSignal,
): Promise<readonly number[]> {
  const { file, scan } = loading;
  const rejects = await read(database, loading, stop);
  if (!rejects.brokenQuotes) return scan.numbers(file.content, rejects.places);
  // Where a quote does not close, the engine lets go of the lines that follow too, and does not say how many.
  const { content, emptied } = await scan.mend(file.content, file.delimiter);
  const again = await read(database, { ...loading, file: { ...file, content } }, stop);
  const uneven = await scan.numbers(content, again.places);
  return [...new Set([...emptied, ...uneven])].sort((a, b) => a - b);
}

async function read(
  database: Database,
  { file, table, columns }: ToLoad,
  stop: AbortSignal,
): Promise<Rejects> {
  const path = await database.lend(`${table.name}.csv`, file.content);
  try {
    await database.run(incomingSql(path, file, table, columns), stop);
    return await takeRejects(database);
  } finally {
    await database.takeBack(path);
  }
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
