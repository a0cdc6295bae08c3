import type { DayOrder, PersonIds, Reading } from '../model/reading.ts';
import type { SsdColumn, SsdTable } from '../spec/types.ts';
import { membersOf, namedIn, oneOf, quoted, refusal, textUpTo } from './written.ts';

const MEMBERS = [
  'tables',
  'without_heading',
  'columns',
  'day_order',
  'early_help_persons',
] as const;

const DAY_ORDERS: readonly DayOrder[] = ['day first', 'month first'];
const PERSON_IDS: readonly PersonIds[] = ['shared', 'of its own'];

/** The longest name that a file system or a heading of a database has. */
const LONGEST = 255;

/** Takes the section `reading` as it was read and the tables; gives how files are read. Throws a Problem that says what is wrong. */
export function readReading(read: unknown, tables: readonly SsdTable[]): Reading {
  const members = membersOf(read, '‘reading’', MEMBERS);
  const persons = members.get('early_help_persons');
  return {
    tables: tablesByFile(members.get('tables'), '‘tables’ in ‘reading’', tables),
    withoutHeading: tablesByFile(
      members.get('without_heading'),
      '‘without_heading’ in ‘reading’',
      tables,
    ),
    columns: byTable(members.get('columns'), '‘columns’ in ‘reading’', tables, columnsByHeading),
    dayOrder: byTable(members.get('day_order'), '‘day_order’ in ‘reading’', tables, dayOrders),
    earlyHelpPersons:
      persons === null ? null : oneOf(persons, '‘early_help_persons’ in ‘reading’', PERSON_IDS),
  };
}

function tablesByFile(
  read: unknown,
  where: string,
  tables: readonly SsdTable[],
): Reading['tables'] {
  const entries = [...namedIn(read, where)].map(([file, table]) => {
    const name = textUpTo(file, `a name in ${where}`, LONGEST);
    const at = `${quoted(file)} in ${where}`;
    return [name, table === null ? null : tableOf(table, at, tables).name] as const;
  });
  return Object.fromEntries(entries);
}

function byTable<T>(
  read: unknown,
  where: string,
  tables: readonly SsdTable[],
  inTable: (read: unknown, where: string, table: SsdTable) => T,
): Readonly<Record<string, T>> {
  const entries = [...namedIn(read, where)].map(([name, inside]) => {
    const table = tableOf(name, where, tables);
    return [table.name, inTable(inside, `${quoted(name)} in ${where}`, table)] as const;
  });
  return Object.fromEntries(entries);
}

function columnsByHeading(
  read: unknown,
  where: string,
  table: SsdTable,
): Readonly<Record<string, string | null>> {
  const entries = [...namedIn(read, where)].map(([heading, column]) => {
    const name = textUpTo(heading, `a heading of ${where}`, LONGEST);
    const at = `${quoted(heading)} of ${where}`;
    return [name, column === null ? null : columnOf(column, at, table).name] as const;
  });
  return Object.fromEntries(entries);
}

function dayOrders(
  read: unknown,
  where: string,
  table: SsdTable,
): Readonly<Record<string, DayOrder>> {
  const entries = [...namedIn(read, where)].map(([name, order]) => {
    const column = columnOf(name, where, table);
    if (column.type !== 'date')
      throw refusal(where, `names ${quoted(name)}, which is no column of dates`, 'Take it out.');
    return [column.name, oneOf(order, `${quoted(name)} of ${where}`, DAY_ORDERS)] as const;
  });
  return Object.fromEntries(entries);
}

function tableOf(read: unknown, where: string, tables: readonly SsdTable[]): SsdTable {
  const table = tables.find(({ name }) => name === read);
  if (!table)
    throw refusal(
      where,
      `names ${quoted(read)}, which is no table that is read`,
      'Write its name in full, such as ssd_contacts, or take it out.',
    );
  return table;
}

function columnOf(read: unknown, where: string, { name, columns }: SsdTable): SsdColumn {
  const column = columns.find((one) => one.name === read);
  if (!column)
    throw refusal(
      where,
      `names ${quoted(read)}, which is no column of ${name} that is read`,
      'Write its name in full, such as cont_contact_date, or take it out.',
    );
  return column;
}

/** Takes the tables; gives what JSON Schema says of the section. */
export function readingSchema(tables: readonly SsdTable[]) {
  const names = { minLength: 1, maxLength: LONGEST };
  const byFile = (title: string) => ({
    title,
    type: 'object',
    propertyNames: names,
    additionalProperties: { enum: [...tables.map(({ name }) => name), null] },
  });
  const inTables = (title: string, schema: (table: SsdTable) => object) => ({
    title,
    type: 'object',
    properties: Object.fromEntries(tables.map((table) => [table.name, schema(table)])),
    additionalProperties: false,
  });
  const properties = {
    tables: byFile('By a file’s name: the table it holds, or null'),
    without_heading: byFile('By the name of a file without headings: the table it holds, or null'),
    columns: inTables('By table, then heading: the column it is, or null', ({ columns }) => ({
      type: 'object',
      propertyNames: names,
      additionalProperties: { enum: [...columns.map(({ name }) => name), null] },
    })),
    day_order: inTables('By table, then column: which comes first in its dates', dayOrderSchema),
    early_help_persons: {
      title: 'Whether early help knows persons by social care’s ids; null where nobody said',
      enum: [...PERSON_IDS, null],
    },
  };
  return {
    type: 'object',
    properties,
    required: [...MEMBERS],
    additionalProperties: false,
  } as const;
}

function dayOrderSchema({ columns }: SsdTable) {
  const dates = columns.filter(({ type }) => type === 'date');
  return {
    type: 'object',
    properties: Object.fromEntries(dates.map(({ name }) => [name, { enum: DAY_ORDERS }])),
    additionalProperties: false,
  };
}
