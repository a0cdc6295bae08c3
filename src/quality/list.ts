import type { Database, Value } from '../engine/database.ts';
import { textFrom } from '../engine/sql.ts';
import type { CheckedRows } from '../model/check.ts';
import { parseDay } from '../model/day.ts';
import type { SpecCheck } from '../spec/types.ts';
import { foundIn } from './find.ts';

/** Takes the engine and a check that was made; gives the rows it found, by table and day. */
export async function listFound(database: Database, check: SpecCheck): Promise<CheckedRows> {
  const rows = await database.rows(
    `select "table", id, person_id, strftime(day, '%Y-%m-%d') as day, detail
     from ${foundIn(check)} order by "table", ${foundIn(check)}.day, id, "row"`,
  );
  return {
    length: rows.length,
    at: (index) => {
      const row = rows.at(index);
      return {
        table: textFrom(row['table']),
        id: textOrNull(row['id']),
        person: textOrNull(row['person_id']),
        day: parseDay(textOrNull(row['day']) ?? ''),
        detail: textOrNull(row['detail']),
      };
    },
  };
}

function textOrNull(value: Value | undefined): string | null {
  return value === null ? null : textFrom(value);
}
