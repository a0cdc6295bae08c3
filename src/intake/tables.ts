import type { Database } from '../engine/database.ts';
import { identifier, literal } from '../engine/sql.ts';
import type { CodeList, Spec, SsdColumn, SsdTable } from '../spec/types.ts';
import { CLEANING_MACROS, longWordsMacro } from './clean.ts';
import { flagColumn } from './clean-outcomes.ts';

/**
 * One bit for each date column of a row, in the order of the table's columns: set where the file held text that could
 * not be read as a date.
 */
export const UNREAD_DATES = 'unread_dates';

/** The codes of the national lists, each with its group. The words for them stand in word_group alone. */
export const NATIONAL_CODES = 'national_code';

/** So many bits a number holds that leaves and enters SQL whole. */
const MOST_DATES = 52;

const TYPES = {
  id: 'varchar',
  word: 'varchar',
  outcome: 'varchar',
  date: 'date',
  flag: 'boolean',
} as const;

/**
 * Takes the engine and the spec; makes each table of the specification, empty, with all its columns (what a file does
 * not hold stays null, so that every definition binds whatever was given), the cleaning macros and the code lists' words.
 */
export async function createTables(
  database: Database,
  { tables, codeLists }: Pick<Spec, 'tables' | 'codeLists'>,
): Promise<void> {
  for (const macro of [longWordsMacro(codeLists), ...CLEANING_MACROS]) await database.run(macro);
  for (const table of tables) {
    const columns = table.columns.flatMap(definitions);
    await database.run(
      `create or replace table ${identifier(table.name)} (${[...columns, `${UNREAD_DATES} bigint`].join(', ')})`,
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

/** Takes a table and one of its date columns; gives the column's bit in the mask of dates that could not be read. */
export function dateBit(table: SsdTable, column: SsdColumn): number {
  const place = table.columns.filter(({ type }) => type === 'date').indexOf(column);
  if (place < 0 || place >= MOST_DATES)
    throw new RangeError(`${table.name}.${column.name} has no bit of its own`);
  return 2 ** place;
}

/** An outcome has, beside its own column for what is told as text, one for each flag. */
function definitions({ name, type, flags }: SsdColumn): string[] {
  return [
    `${identifier(name)} ${TYPES[type]}`,
    ...flags.map((flag) => `${identifier(flagColumn(name, flag))} boolean`),
  ];
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
  const codes = lists.flatMap(({ id, groups }) =>
    groups.flatMap((group) =>
      group.codes.map((code) => `(${[id, code, group.id].map(literal).join(', ')})`),
    ),
  );
  await database.run(
    `create or replace table ${NATIONAL_CODES} (list varchar, code varchar, group_id varchar)`,
  );
  await database.run(`insert into ${NATIONAL_CODES} values ${codes.join(', ')}`);
}
