import type { Table } from 'apache-arrow';
import type { Rows, Value } from './database.ts';

/** Takes a table as DuckDB-WASM gives it; gives its rows, each made only when it is looked at. */
export function rowsOf(table: Table): Rows {
  const columns = table.schema.fields.map(
    (field, place) => [field.name, table.getChildAt(place)] as const,
  );
  return {
    length: table.numRows,
    at: (index) => {
      if (index < 0 || index >= table.numRows)
        throw new RangeError(`there is no row ${index} of ${table.numRows}`);
      return Object.fromEntries(
        columns.map(([name, vector]) => [name, plain(name, vector?.get(index))]),
      );
    },
  };
}

function plain(name: string, value: unknown): Value {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number')
    return value;
  throw new TypeError(`${name} left the engine as ${typeof value}: the SQL must cast it`);
}
