import type { Database } from '../engine/database.ts';
import { identifier, numberFrom } from '../engine/sql.ts';
import type { SsdColumn, SsdTable } from '../spec/types.ts';
import { MARKS } from './clean-dates.ts';
import { INCOMING, markOf, noughtsOf } from './incoming.ts';
import { isBlank } from './take-over.ts';

/** Of one column of one file: how many values could not be read, and how many dates in one order alone, or in both. */
export type Tally = Readonly<Record<keyof typeof MARKS, number>>;

/** What the rows of one file hold, in counts. */
export interface FileTally {
  readonly rows: number;
  /** Of these, those in which nothing stands: they are no records. */
  readonly blank: number;
  readonly columns: readonly { readonly column: SsdColumn; readonly tally: Tally }[];
  /** How many ids of the key were different in the file, and are one without the noughts in front. */
  readonly keysMadeAlike: number;
}

/** Takes the engine with a file's rows incoming, its table and the columns that were read; counts them. */
export async function tallyIncoming(
  database: Database,
  table: SsdTable,
  read: readonly SsdColumn[],
): Promise<FileTally> {
  const marked = read.filter(({ type }) => type === 'date' || type === 'id' || type === 'flag');
  const key = read.find(({ name }) => name === table.key);
  const noughts = key ? `max(${noughtsOf(key.name)})::integer` : '0';
  const counts = marked.flatMap((column) =>
    Object.values(MARKS)
      .filter((mark) => column.type === 'date' || mark === MARKS.unread)
      .map(
        (mark) =>
          `(count(*) filter (where ${markOf(column)} = ${mark}))::integer as ${named(column, mark)}`,
      ),
  );
  const counted = await database.rows(
    `select ${['count(*)::integer as rows', `(count(*) filter (where ${isBlank(read)}))::integer as blank`, `coalesce(${noughts}, 0) as noughts`, ...counts].join(', ')} from ${INCOMING}`,
  );
  const row = counted.at(0);
  const count = (column: SsdColumn, mark: number) => numberFrom(row[plainName(column, mark)] ?? 0);
  return {
    rows: numberFrom(row['rows']),
    blank: numberFrom(row['blank']),
    columns: marked.map((column) => ({
      column,
      tally: {
        unread: count(column, MARKS.unread),
        onlyDayFirst: count(column, MARKS.onlyDayFirst),
        onlyMonthFirst: count(column, MARKS.onlyMonthFirst),
        both: count(column, MARKS.both),
      },
    })),
    keysMadeAlike: key && row['noughts'] !== 0 ? await keysMadeAlike(database, key.name) : 0,
  };
}

async function keysMadeAlike(database: Database, key: string): Promise<number> {
  const alike = await database.rows(`
    select count(*)::integer as keys from (
      select ${identifier(key)} from ${INCOMING} where ${identifier(key)} is not null
      group by all having min(${noughtsOf(key)}) <> max(${noughtsOf(key)})
    )`);
  return numberFrom(alike.at(0)['keys']);
}
const plainName = ({ name }: SsdColumn, mark: number) => `${name} ${mark}`;
const named = (column: SsdColumn, mark: number) => identifier(plainName(column, mark));
