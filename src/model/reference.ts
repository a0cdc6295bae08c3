import { type Day, formatDay } from './day.ts';
import { type Quarter, lastDay } from './period.ts';

/** A table that figures lean on and that runs out: where it comes from, the last day it is good for, and what is wrong after. */
export interface ReferenceTable {
  readonly title: string;
  readonly source: string;
  readonly licence: string;
  readonly coversTo: Day;
  readonly about: 'the day it is used' | 'the quarter asked';
  /** What is to be feared of it past its last day, as a whole sentence. */
  readonly past: string;
}

/** The tables that a copy of Quarterlight holds. */
export type ReferenceTables = Readonly<
  Record<'authorities' | 'population' | 'bankHolidays' | 'neighbours', ReferenceTable>
>;

/** Takes tables, the day it is today and a quarter; gives those that do not reach that far. */
export function outOfDate(tables: ReferenceTables, today: Day, quarter: Quarter): ReferenceTable[] {
  return Object.values(tables).filter(
    ({ about, coversTo }) => (about === 'the quarter asked' ? lastDay(quarter) : today) > coversTo,
  );
}

/** Takes a table; gives what is to be said where it is used past its last day. */
export function pastInWords({ title, coversTo, past }: ReferenceTable): string {
  return `The ${title} in this copy of Quarterlight is good to ${formatDay(coversTo)}. ${past}`;
}
