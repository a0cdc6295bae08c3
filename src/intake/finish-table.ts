import type { Database } from '../engine/database.ts';
import { identifier, numberFrom } from '../engine/sql.ts';
import { type Day, parseDay } from '../model/day.ts';
import type { SsdTable } from '../spec/types.ts';
import { foldWords } from './fold-words.ts';
import { UNREAD_DATES, dateBit } from './tables.ts';

export interface TableFacts {
  readonly window: { readonly from: Day; readonly to: Day } | null;
  readonly unreadDates: readonly { readonly column: string; readonly count: number }[];
}

/**
 * Takes the engine, a loaded table, its columns that were read, and the date columns among them that are not to be read
 * after all; empties those, folds the vocabularies, and gives the table's window and how many dates of each column could not
 * be read.
 */
export async function finishTable(
  database: Database,
  table: SsdTable,
  read: ReadonlySet<string>,
  unsettled: readonly string[],
): Promise<TableFacts> {
  for (const column of table.columns) {
    const { type, name } = column;
    if (read.has(name) && (type === 'word' || type === 'outcome'))
      await foldWords(database, table, column);
    if (unsettled.includes(name)) {
      const unread = `${UNREAD_DATES} = ${UNREAD_DATES} & ~${dateBit(table, column)}::bigint`;
      await database.run(
        `update ${identifier(table.name)} set ${identifier(name)} = null, ${unread}`,
      );
    }
  }
  const dates = table.columns.filter((column) => column.type === 'date');
  const day = table.date ? identifier(table.date) : 'null::date';
  const counts = dates.map(
    (column) =>
      `, (count(*) filter (where ${UNREAD_DATES} & ${dateBit(table, column)} > 0))::integer as ${identifier(column.name)}`,
  );
  const facts = await database.rows(`
    select
      strftime(min(${day}), '%Y-%m-%d') as first_day,
      strftime(max(${day}), '%Y-%m-%d') as last_day
      ${counts.join('')}
    from ${identifier(table.name)}`);
  const row = facts.at(0);
  const from = parseDay(String(row['first_day']));
  const to = parseDay(String(row['last_day']));
  return {
    window: from && to ? { from, to } : null,
    unreadDates: dates
      .map((column) => ({ column: column.name, count: numberFrom(row[column.name]) }))
      .filter(({ count }) => count > 0),
  };
}
