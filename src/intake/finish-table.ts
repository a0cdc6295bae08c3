import type { Database } from '../engine/database.ts';
import { identifier, literal, numberFrom } from '../engine/sql.ts';
import { type Day, parseDay } from '../model/day.ts';
import { OTHER_WORD } from '../model/word.ts';
import type { SsdColumn, SsdTable } from '../spec/types.ts';
import { UNREAD_DATES } from './tables.ts';

/** A vocabulary holds at most this many words, each on at least so many rows: what is rarer may be about one child. */
const MOST_WORDS = 300;
const FEWEST_ROWS = 3;

export interface TableFacts {
  readonly window: { readonly from: Day; readonly to: Day } | null;
  readonly unreadDates: readonly { readonly column: string; readonly count: number }[];
}

/**
 * Takes the engine and a loaded table; makes rare words of its vocabularies “other local text” (a word of a national list
 * stays, however rare), and gives the table's window and how many dates of each column could not be read.
 */
export async function finishTable(database: Database, table: SsdTable): Promise<TableFacts> {
  for (const column of table.columns) {
    if (column.type === 'word' && column.used) await foldRareWords(database, table, column);
  }
  const dates = table.columns.filter((column) => column.type === 'date');
  const day = table.date ? identifier(table.date) : 'null::date';
  const facts = await database.rows(`
    select
      strftime(min(${day}), '%Y-%m-%d') as first_day,
      strftime(max(${day}), '%Y-%m-%d') as last_day
      ${dates.map((column, bit) => `, (count(*) filter (where ${UNREAD_DATES} & ${1 << bit} > 0))::integer as ${identifier(column.name)}`).join('')}
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

async function foldRareWords(
  database: Database,
  table: SsdTable,
  column: SsdColumn,
): Promise<void> {
  const [name, from] = [identifier(column.name), identifier(table.name)];
  await database.run(`
    update ${from} set ${name} = ${literal(OTHER_WORD)}
    where ${name} is not null and ${name} not in (
      select word from (
        select ${name} as word, count(*) as rows from ${from} where ${name} is not null group by ${name}
        qualify row_number() over (order by rows desc, word) <= ${MOST_WORDS}
      ) where rows >= ${FEWEST_ROWS}
    ) and plain_word(${name}) not in (select word from word_group where list = ${literal(column.list ?? '')})`);
}
