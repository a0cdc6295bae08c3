import { PLANTED } from '../../fixtures/dress/planted.ts';
import type { Database } from '../../src/engine/database.ts';
import { all, identifier, literal, numberFrom, textFrom } from '../../src/engine/sql.ts';

/** Takes an engine; gives each column of every table and view in it that holds something planted, whatever its type. */
export async function columnsWithPlanted(database: Database): Promise<string[]> {
  const columns = all(
    await database.rows(
      `select table_schema, table_name, column_name from information_schema.columns
       where table_schema not in ('information_schema', 'pg_catalog')`,
    ),
  );
  const found: string[] = [];
  for (const row of columns) {
    const [schema, table, column] = [
      row['table_schema'],
      row['table_name'],
      row['column_name'],
    ].map(textFrom);
    const from = `${identifier(schema ?? '')}.${identifier(table ?? '')}`;
    const counted = await database.rows(
      `select count(*)::integer as rows from ${from}
       where contains(upper(${identifier(column ?? '')}::varchar), ${literal(PLANTED)})`,
    );
    if (numberFrom(counted.at(0)['rows']) > 0) found.push(`${table}.${column}`);
  }
  return found;
}

/** Takes any text; gives what is planted in it, with a little of what follows. */
export function plantedIn(text: string): string[] {
  return [...text.matchAll(new RegExp(`${PLANTED}.{0,40}`, 'gi'))].map(([found]) => found);
}
