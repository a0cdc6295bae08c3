import type { Database } from '../engine/database.ts';
import { all, identifier, literal, numberFrom } from '../engine/sql.ts';
import type { SsdTable } from '../spec/types.ts';
import type { MappedFile } from './sort-out.ts';

/** How many rows were let go, for each reason. */
export interface StrayRows {
  readonly headings: number;
  readonly totals: number;
}

const TOTALS = ['Total', 'Totals', 'Grand total', 'Sub total', 'Subtotal', 'Count', 'Sum'];

/**
 * Takes the engine, a table, a file of it and the rowid that the file's first row has at least; lets go of what is no record:
 * the heading met again, and rows that hold a total. Only what stands where the key does is looked at, once all rows are in,
 * and it is compared as it is: putting each id in lower case first takes as long as half the loading.
 */
export async function dropStrayRows(
  database: Database,
  table: SsdTable,
  { file, columns }: MappedFile,
  firstRow: number,
): Promise<StrayRows> {
  const ids = columns.read.filter(({ column }) => column.type === 'id');
  const mark = ids.find(({ column }) => column.name === table.key) ?? ids[0];
  if (!mark) return { headings: 0, totals: 0 };
  const heading = columns.hasHeading ? [file.headings[mark.place]?.trim() ?? ''] : [];
  const names = [mark.column.name, ...mark.column.also, ...heading].flatMap(inEachCase);
  const others = columns.read.filter((one) => one !== mark).map(({ column }) => column.name);
  const value = identifier(mark.column.name);
  const isHeading = `${value} in (${names.map((_, place) => `$${place + 1}`).join(', ')})`;
  const isTotal = holdsTotal(value, others.map(identifier));
  const from = identifier(table.name);
  const stray = all(
    await database.rows(
      `select rowid::double as row, ${isHeading} as is_heading from ${from} where rowid >= ${firstRow} and (${isHeading} or ${isTotal})`,
      names,
    ),
  );
  if (stray.length > 0) {
    const rows = stray.map((row) => numberFrom(row['row']));
    await database.run(`delete from ${from} where rowid in (${rows.join(', ')})`);
  }
  const headings = stray.filter((row) => row['is_heading'] === true).length;
  return { headings, totals: stray.length - headings };
}

/** A word for a total where the key should be, and at least half of the rest empty. */
function holdsTotal(value: string, others: readonly string[]): string {
  const words = TOTALS.flatMap(inEachCase).map(literal);
  const empty = others.map((other) => `(${other} is null)::integer`).join(' + ') || '0';
  return `(${value} in (${words.join(', ')}) and 2 * (${empty}) >= ${others.length})`;
}

/** As it is, in capitals, without any, and with each word's first letter as one. */
function inEachCase(words: string): string[] {
  const lower = words.toLowerCase();
  const titled = lower.replace(/\b[a-z]/g, (letter) => letter.toUpperCase());
  return [...new Set([words, lower, words.toUpperCase(), titled])];
}
