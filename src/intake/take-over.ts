import { identifier } from '../engine/sql.ts';
import type { SsdColumn, SsdTable } from '../spec/types.ts';
import { MARKS } from './clean-dates.ts';
import { flagColumn } from './clean-outcomes.ts';
import type { Ordered } from './day-order.ts';
import { INCOMING, markOf } from './incoming.ts';
import { UNREAD_DATES, dateBit } from './tables.ts';

/** Takes a table, the columns that were read and the order of its dates; gives the SQL that adds the incoming rows to it. */
export function takeOverSql(
  table: SsdTable,
  read: readonly SsdColumn[],
  orders: ReadonlyMap<string, Ordered>,
): string {
  const orderOf = (column: SsdColumn) => orders.get(column.name)?.order ?? 'day first';
  const taken = read.flatMap((column) => {
    const name = identifier(column.name);
    if (column.type === 'date') return [{ name, from: dayIn(column, orderOf(column)) }];
    const flags = column.flags.map((flag) => identifier(flagColumn(column.name, flag)));
    return [name, ...flags].map((each) => ({ name: each, from: each }));
  });
  const unread = read
    .filter((column) => column.type === 'date' && orderOf(column) !== 'unsettled')
    .map((column) => {
      const bit = dateBit(table, column);
      return `case when ${markOf(column)} in (${unreadMarks(orderOf(column)).join(', ')}) then ${bit} else 0 end`;
    });
  return `
    insert into ${identifier(table.name)} (${[...taken.map(({ name }) => name), UNREAD_DATES].join(', ')})
    select ${[...taken.map(({ from }) => from), unread.join(' + ') || '0'].join(', ')} from ${INCOMING} where not (${isBlank(read)})`;
}

/**
 * Takes the columns that were read; gives the SQL that tells an incoming row in which nothing stands, such as one
 * of placeholders: it is no record, and a table of such rows is empty. A value that could not be read is something.
 */
export function isBlank(read: readonly SsdColumn[]): string {
  const held = read.flatMap((column) => [
    `${identifier(column.name)} is not null`,
    ...column.flags.map((flag) => `${identifier(flagColumn(column.name, flag))} is not null`),
    ...(column.type === 'word' || column.type === 'outcome' ? [] : [`${markOf(column)} <> 0`]),
  ]);
  return `not (${held.join(' or ')})`;
}

/** Days came in with the day first where that can be, and else with the month first. */
function dayIn(column: SsdColumn, order: Ordered['order']): string {
  const [day, mark] = [identifier(column.name), markOf(column)];
  if (order === 'unsettled') return 'null';
  if (order === 'day first') return `case when ${mark} <> ${MARKS.onlyMonthFirst} then ${day} end`;
  return `case when ${mark} = ${MARKS.both} then month_first(${day}) when ${mark} <> ${MARKS.onlyDayFirst} then ${day} end`;
}

function unreadMarks(order: Ordered['order']): number[] {
  const { unread, onlyDayFirst, onlyMonthFirst } = MARKS;
  return [unread, order === 'day first' ? onlyMonthFirst : onlyDayFirst];
}
