import { createRequire } from 'node:module';
import { NODE_RUNTIME, VoidLogger, createDuckDB } from '@duckdb/duckdb-wasm/blocking';
import { rowsOf } from '../../src/engine/arrow-rows.ts';
import type { Database, Rows, Value } from '../../src/engine/database.ts';
import { FOLDER, LOCK } from '../../src/engine/lock.ts';
import { QueryProblem } from '../../src/engine/query-problem.ts';

const EH = createRequire(import.meta.url).resolve('@duckdb/duckdb-wasm/dist/duckdb-eh.wasm');
const MVP = createRequire(import.meta.url).resolve('@duckdb/duckdb-wasm/dist/duckdb-mvp.wasm');

/** Opens the very DuckDB-WASM that the page ships, locked as in the page (after the statements given), behind the same interface; on Node, on this thread. */
export async function openWasm({
  before = [],
}: { readonly before?: readonly string[] } = {}): Promise<Database> {
  const bundles = {
    mvp: { mainModule: MVP, mainWorker: '' },
    eh: { mainModule: EH, mainWorker: '' },
  };
  const engine = await createDuckDB(bundles, new VoidLogger(), NODE_RUNTIME);
  await engine.instantiate();
  engine.open({ path: ':memory:' });
  const connection = engine.connect();
  for (const statement of [...before, ...LOCK]) connection.query(statement);

  const asked = (sql: string, bound: readonly Value[]): Rows => {
    try {
      if (bound.length === 0) return rowsOf(connection.query(sql));
      const statement = connection.prepare(sql);
      const rows = rowsOf(statement.query(...bound));
      statement.close();
      return rows;
    } catch (thrown) {
      throw new QueryProblem(sql, thrown);
    }
  };
  return {
    run: async (sql) => void asked(sql, []),
    rows: async (sql, bound = []) => asked(sql, bound),
    lend: async (name, content) => {
      engine.registerFileBuffer(FOLDER + name, new Uint8Array(await content.arrayBuffer()));
      return FOLDER + name;
    },
    takeBack: async (path) => void engine.dropFile(path),
    close: async () => {
      connection.close();
      engine.reset();
    },
  };
}
