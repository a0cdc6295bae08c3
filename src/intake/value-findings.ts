import type { Finding } from '../model/finding.ts';
import type { UnsettledDayOrder } from '../model/reading.ts';
import { counted } from '../model/words.ts';
import type { SsdColumn, SsdTable } from '../spec/types.ts';
import type { FileLoaded } from './load-file.ts';

/** What the values of a table's files give cause to say, and what a person must settle before a column can be read. */
export interface ValuesTold {
  readonly told: readonly Finding[];
  readonly unsettled: readonly UnsettledDayOrder[];
}

/** Takes a table and what its files gave; gives what is to be said of their values, and never a value. */
export function tellValues(table: SsdTable, loaded: readonly FileLoaded[]): ValuesTold {
  const unsettled = table.columns.flatMap((column) => unsettledOrder(table, column, loaded));
  return {
    unsettled,
    told: [
      ...loaded.flatMap((file) => keysMadeAlike(table, file)),
      ...table.columns.flatMap((column) => notRead(table, column, loaded)),
      ...table.columns
        .filter(({ name }) => !unsettled.some(({ column }) => column === name))
        .flatMap((column) => monthFirst(table, column, loaded)),
    ],
  };
}

function unsettledOrder(
  table: SsdTable,
  column: SsdColumn,
  loaded: readonly FileLoaded[],
): UnsettledDayOrder[] {
  const open = loaded.filter(({ orders }) => orders.get(column.name)?.order === 'unsettled');
  if (open.length === 0) return [];
  const sum = (of: 'onlyDayFirst' | 'onlyMonthFirst' | 'both') =>
    open.reduce((total, file) => total + tallyOf(file, column)[of], 0);
  return [
    {
      kind: 'day order',
      files: open.map(({ file }) => file),
      table: table.name,
      column: column.name,
      onlyDayFirst: sum('onlyDayFirst'),
      onlyMonthFirst: sum('onlyMonthFirst'),
      both: sum('both'),
    },
  ];
}

/** Flags and ids that are there, and cannot be read. Dates are told by their table, once all its files are in. */
function notRead(table: SsdTable, column: SsdColumn, loaded: readonly FileLoaded[]): Finding[] {
  if (column.type !== 'flag' && column.type !== 'id') return [];
  const files = loaded.filter((file) => tallyOf(file, column).unread > 0);
  const count = files.reduce((total, file) => total + tallyOf(file, column).unread, 0);
  if (count === 0) return [];
  const file = files.map((each) => each.file).join(', ');
  const about = { file, table: table.name, column: column.name, count };
  const where = `in column ${column.name} of ${file}`;
  if (column.type === 'flag') {
    return [
      {
        ...about,
        rule: 'unreadable flags',
        severity: 'warning',
        says: `${counted(count, ['value', 'values'])} ${where} ${count === 1 ? 'says' : 'say'} neither yes nor no. The rows are loaded, without that answer.`,
        todo: 'Y or N, Yes or No, True or False, 1 or 0 are read. A row without an answer counts as no.',
      },
    ];
  }
  return [
    {
      ...about,
      rule: 'unreadable ids',
      severity: 'serious',
      says: `${counted(count, ['id', 'ids'])} ${where} ${count === 1 ? 'was' : 'were'} rounded when the file was saved, to the form 1.23457E+11, and cannot be told from others. The rows are loaded, without that id.`,
      todo: 'Excel does this to long numbers. Export the table again and give it without opening it in Excel, or format the column as text before it is filled.',
    },
  ];
}

function keysMadeAlike(table: SsdTable, { file, tally }: FileLoaded): Finding[] {
  const count = tally.keysMadeAlike;
  if (count === 0 || table.key === null) return [];
  return [
    {
      rule: 'ids made alike',
      severity: 'serious',
      file,
      table: table.name,
      column: table.key,
      count,
      says: `${counted(count, ['id', 'ids'])} in column ${table.key} of ${file} ${count === 1 ? 'stands' : 'stand'} there with different numbers of noughts in front, as 123 and 00123 would. Noughts in front are left off, so that files that write an id in different ways fit together: such rows are taken for one, and the first counts.`,
      todo: 'If they are different records, export their ids with a letter in front.',
    },
  ];
}

function monthFirst(table: SsdTable, column: SsdColumn, loaded: readonly FileLoaded[]): Finding[] {
  return loaded.flatMap((file): Finding[] => {
    const ordered = file.orders.get(column.name);
    if (ordered?.order !== 'month first' || ordered.by === 'a person') return [];
    const count = tallyOf(file, column).onlyMonthFirst;
    const because =
      count > 0
        ? `${counted(count, ['date', 'dates'])} can be read in no other way`
        : 'the other dates of the file are';
    return [
      {
        rule: 'month first',
        severity: 'note',
        file: file.file,
        table: table.name,
        column: column.name,
        count: count > 0 ? count : null,
        says: `The dates in column ${column.name} of ${file.file} are read with the month first, as in 03/31/2025: ${because}.`,
        todo: null,
      },
    ];
  });
}

function tallyOf({ tally }: FileLoaded, column: SsdColumn) {
  const found = tally.columns.find((each) => each.column === column);
  return found?.tally ?? { unread: 0, onlyDayFirst: 0, onlyMonthFirst: 0, both: 0 };
}
