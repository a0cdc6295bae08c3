import type { Database } from '../engine/database.ts';
import { identifier, literal, numberFrom } from '../engine/sql.ts';
import type { SsdTable } from '../spec/types.ts';
import { plainHeading } from './plain-name.ts';
import type { MappedFile } from './sort-out.ts';

/** How many rows were let go, for each reason. */
export interface StrayRows {
  readonly headings: number;
  readonly totals: number;
}

const TOTAL = ['total', 'totals', 'grand total', 'sub total', 'subtotal', 'count', 'sum'];

/**
 * Takes the engine, a table, a file of it and the rowid that the file's first row has at least; lets go of what is no record:
 * the heading met again, and rows that hold a total. Only what stands where the key does is looked at, once all rows are in.
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
  const heading = columns.hasHeading ? [file.headings[mark.place] ?? ''] : [];
  const names = [mark.column.name, ...mark.column.also, ...heading].map(plainHeading);
  const others = columns.read.filter((one) => one !== mark).map(({ column }) => column.name);
  const isHeading = isOneOf(identifier(mark.column.name), names);
  const isTotal = holdsTotal(identifier(mark.column.name), others.map(identifier));
  const [from, here] = [identifier(table.name), `rowid >= ${firstRow}`];
  const counts = await database.rows(`
    select (count(*) filter (where ${isHeading}))::integer as headings,
      (count(*) filter (where ${isTotal}))::integer as totals
    from ${from} where ${here}`);
  const row = counts.at(0);
  const stray = { headings: numberFrom(row['headings']), totals: numberFrom(row['totals']) };
  if (stray.headings + stray.totals > 0)
    await database.run(`delete from ${from} where ${here} and (${isHeading} or ${isTotal})`);
  return stray;
}

/** The length first: ids are mostly shorter than the names of columns, and it is quicker asked. */
function isOneOf(value: string, names: readonly string[]): string {
  const shortest = Math.min(...names.map((name) => name.length));
  const plain = `regexp_replace(lower(${value}), '[^a-z0-9]', '', 'g')`;
  return `(length(${value}) >= ${shortest} and ${plain} in (${names.map(literal).join(', ')}))`;
}

/** A word for a total where the key should be, and at least half of the rest empty. */
function holdsTotal(value: string, others: readonly string[]): string {
  const empty = others.map((other) => `(${other} is null)::integer`).join(' + ') || '0';
  return `(lower(${value}) in (${TOTAL.map(literal).join(', ')}) and 2 * (${empty}) >= ${others.length})`;
}
