import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { Database, Row, Rows, Value } from '../src/engine/database.ts';
import { QueryProblem } from '../src/engine/query-problem.ts';

/** Opens a native DuckDB, of the version that is in the page, behind the same interface: for builds, tests and benchmarks. */
export async function openNative(): Promise<Database> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  const folder = await mkdtemp(join(tmpdir(), 'quarterlight-'));
  return {
    run: async (sql) => {
      await asked(sql, connection.run(sql));
    },
    rows: (sql, bound = []) => asked(sql, read(connection, sql, bound)),
    lend: async (name, content) => {
      const path = join(folder, name.replaceAll('/', '_'));
      await writeFile(path, Buffer.from(await content.arrayBuffer()));
      return path;
    },
    takeBack: (path) => rm(path),
    close: async () => {
      connection.closeSync();
      instance.closeSync();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function read(
  connection: DuckDBConnection,
  sql: string,
  bound: readonly Value[],
): Promise<Rows> {
  const reader = await connection.runAndReadAll(sql, [...bound]);
  const rows = reader
    .getRowObjectsJS()
    .map((row) =>
      Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(name, value)])),
    );
  return {
    length: rows.length,
    at: (index) => {
      const row: Row | undefined = rows[index];
      if (!row) throw new RangeError(`there is no row ${index} of ${rows.length}`);
      return row;
    },
  };
}

function plain(name: string, value: unknown): Value {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return value;
  throw new TypeError(`${name} left the engine as ${typeof value}: the SQL must cast it`);
}

async function asked<T>(sql: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (thrown) {
    throw new QueryProblem(sql, thrown);
  }
}
