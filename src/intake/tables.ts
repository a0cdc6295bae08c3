import type { Database } from '../engine/database.ts';
import { identifier, literal } from '../engine/sql.ts';
import type { CodeList, Spec } from '../spec/types.ts';
import { CLEANING_MACROS, sqlType } from './clean.ts';

/**
 * One bit for each date column of a row, in the order of the table's columns: set where the file held text that could
 * not be read as a date.
 */
export const UNREAD_DATES = 'unread_dates';

/**
 * Takes the engine and the spec; makes each table of the specification, empty, with all its columns (what a file does
 * not hold stays null, so that every definition binds whatever was given), the cleaning macros and the code lists' words.
 */
export async function createTables(
  database: Database,
  { tables, codeLists }: Pick<Spec, 'tables' | 'codeLists'>,
): Promise<void> {
  for (const macro of CLEANING_MACROS) await database.run(macro);
  for (const table of tables) {
    const columns = table.columns.map((column) => `${identifier(column.name)} ${sqlType(column)}`);
    await database.run(
      `create or replace table ${identifier(table.name)} (${[...columns, `${UNREAD_DATES} integer`].join(', ')})`,
    );
  }
  await makeWordGroups(database, codeLists);
  await setEarlyHelpIds(database, { shared: true, settled: true });
}

/** Whether the ids of an early help system are those of social care too, and whether that is known or taken to be so. */
export interface EarlyHelpIds {
  readonly shared: boolean;
  readonly settled: boolean;
}

/** Takes the engine and what is known of the ids of the early help system; makes the one-row table that the views look at. */
export async function setEarlyHelpIds(
  database: Database,
  { shared, settled }: EarlyHelpIds,
): Promise<void> {
  await database.run(
    `create or replace table early_help_ids as select ${shared} as shared, ${settled} as settled`,
  );
}

/** The words of the national lists, and beside them those by which views are staged: the same, until an authority's own come to them. */
async function makeWordGroups(database: Database, lists: readonly CodeList[]): Promise<void> {
  const rows = lists.flatMap((list) =>
    list.groups.flatMap((group) =>
      group.words.map((word) => `(${[list.id, word, group.id].map(literal).join(', ')})`),
    ),
  );
  const columns = 'list varchar, word varchar, group_id varchar';
  await database.run(`create or replace table national_word (${columns})`);
  await database.run(`create or replace table own_word (${columns})`);
  await database.run(`insert into national_word values ${rows.join(', ')}`);
  await database.run('create or replace table word_group as from national_word');
}
