import {
  AsyncDuckDB,
  type AsyncDuckDBConnection,
  DuckDBDataProtocol,
  VoidLogger,
} from '@duckdb/duckdb-wasm';
import workerAddress from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import wasmAddress from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import { Table } from 'apache-arrow';
import { Problem } from '../model/problem.ts';
import type { OnProgress } from '../model/progress.ts';
import { bring } from '../shipped/shipped.ts';
import { rowsOf } from './arrow-rows.ts';
import { lend, startBoundWorker } from './bound-worker.ts';
import type { Database, Rows, Value } from './database.ts';
import { FOLDER, LOCK } from './lock.ts';
import { memoryLimit } from './memory.ts';
import { QueryProblem } from './query-problem.ts';

const STARTING = 'Starting the part of the page that counts';
const START_LIMIT_MS = 60_000;

/** Starts DuckDB in its own worker, locked. Throws a Problem when it does not start; nothing is left running then. */
export async function openDuckDb(on: OnProgress): Promise<Database> {
  let worker: Worker | undefined;
  try {
    // Brought by the page, so that how far it is can be told, and a failure is known at once: of one in its own worker the
    // engine says nothing.
    const program = await bring(wasmAddress, { on: (share) => on({ step: STARTING, share }) });
    worker = await startBoundWorker(workerAddress);
    const engine = new AsyncDuckDB(new VoidLogger(), worker);
    await Promise.race([instantiate(engine, lend(worker, program)), failure(worker)]);
    const connection = await engine.connect();
    await connection.query(memoryLimit(computersMemory()));
    for (const statement of LOCK) await connection.query(statement);
    return new DuckDb(engine, connection);
  } catch (thrown) {
    worker?.terminate();
    throw new Problem(
      'The part of the page that does the counting did not start.',
      'Nothing was read and nothing is lost. Try again; if it goes on, this browser may be too old, or may not be allowed to run WebAssembly.',
      thrown,
    );
  }
}

class DuckDb implements Database {
  readonly #engine: AsyncDuckDB;
  readonly #connection: AsyncDuckDBConnection;
  #last: Promise<unknown> = Promise.resolve();

  constructor(engine: AsyncDuckDB, connection: AsyncDuckDBConnection) {
    this.#engine = engine;
    this.#connection = connection;
  }

  async run(sql: string, stop?: AbortSignal): Promise<void> {
    await this.rows(sql, [], stop);
  }

  /** A statement that begins on a connection ends the one before it: each waits for its turn. */
  rows(sql: string, bound: readonly Value[] = [], stop?: AbortSignal): Promise<Rows> {
    const asked = this.#last.then(() => this.#rows(sql, bound, stop));
    this.#last = asked.catch(() => null);
    return asked;
  }

  async lend(name: string, content: Blob): Promise<string> {
    const path = FOLDER + name;
    await this.#engine.registerFileHandle(
      path,
      content,
      DuckDBDataProtocol.BROWSER_FILEREADER,
      true,
    );
    return path;
  }

  async takeBack(path: string): Promise<void> {
    await this.#engine.dropFile(path);
  }

  async close(): Promise<void> {
    await this.#engine.terminate();
  }

  async #rows(sql: string, bound: readonly Value[], stop?: AbortSignal): Promise<Rows> {
    stop?.throwIfAborted();
    const cancel = () => void this.#connection.cancelSent();
    stop?.addEventListener('abort', cancel);
    try {
      return rowsOf(await (bound.length > 0 ? this.#bound(sql, bound) : this.#sent(sql)));
    } catch (thrown) {
      stop?.throwIfAborted();
      throw new QueryProblem(sql, thrown);
    } finally {
      stop?.removeEventListener('abort', cancel);
    }
  }

  async #sent(sql: string): Promise<Table> {
    const reader = await this.#connection.send(sql);
    const batches = [];
    for await (const batch of reader) batches.push(batch);
    return new Table(batches);
  }

  async #bound(sql: string, bound: readonly Value[]): Promise<Table> {
    const statement = await this.#connection.prepare(sql);
    try {
      return await statement.query(...bound);
    } finally {
      await statement.close();
    }
  }
}

/** Not every browser tells, and the types know none that does. */
function computersMemory(): number | undefined {
  const told: unknown = Reflect.get(navigator, 'deviceMemory');
  return typeof told === 'number' ? told : undefined;
}

/** Without the right to run WebAssembly `instantiate` neither resolves nor rejects: hence the limit. */
async function instantiate(engine: AsyncDuckDB, address: string): Promise<void> {
  await engine.instantiate(address);
  await engine.open({ path: ':memory:' });
}

function failure(worker: Worker): Promise<never> {
  return new Promise((_, reject) => {
    worker.addEventListener('error', (event) =>
      reject(new Error(event.message || 'the worker failed')),
    );
    setTimeout(() => reject(new Error('no answer within a minute')), START_LIMIT_MS);
  });
}
