import type { DayOrder } from '../model/reading.ts';
import type { FileTally, Tally } from './tally.ts';

/** In which order a column's dates name day and month in one file, and how that is known; or that it must be settled. */
export type Ordered =
  | {
      readonly order: DayOrder;
      readonly by: 'its own dates' | 'the other dates of the file' | 'a person';
    }
  | { readonly order: DayOrder; readonly by: 'either way' }
  | { readonly order: 'unsettled' };

/**
 * Takes what a file holds and what a person settled for its table, by column; gives the order of each date column: by its
 * own dates that can be read in one way alone, else by those of the file's other columns where they agree, else as settled.
 */
export function dayOrders(
  { columns }: Pick<FileTally, 'columns'>,
  settled: Readonly<Record<string, DayOrder>>,
): ReadonlyMap<string, Ordered> {
  const dates = columns.filter(({ column }) => column.type === 'date');
  const shown = new Set(dates.flatMap(({ tally }) => ordersShown(tally)));
  return new Map(
    dates.map(({ column, tally }) => [
      column.name,
      orderOf(tally, [...shown], settled[column.name]),
    ]),
  );
}

function orderOf(
  tally: Tally,
  inFile: readonly DayOrder[],
  settled: DayOrder | undefined,
): Ordered {
  const own = ordersShown(tally);
  const [one, other] = own;
  if (one && !other) return { order: one, by: 'its own dates' };
  const [inAll, inOthers] = inFile;
  if (!one) {
    if (tally.both === 0) return { order: 'day first', by: 'either way' };
    if (inAll && !inOthers) return { order: inAll, by: 'the other dates of the file' };
  }
  return settled ? { order: settled, by: 'a person' } : { order: 'unsettled' };
}

function ordersShown({ onlyDayFirst, onlyMonthFirst }: Tally): DayOrder[] {
  return [
    ...(onlyDayFirst > 0 ? (['day first'] as const) : []),
    ...(onlyMonthFirst > 0 ? (['month first'] as const) : []),
  ];
}
