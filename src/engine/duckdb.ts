import {
  AsyncDuckDB,
  type AsyncDuckDBConnection,
  DuckDBDataProtocol,
  VoidLogger,
} from '@duckdb/duckdb-wasm';
import workerAddress from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import wasmAddress from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import { Table } from 'apache-arrow';
import type { OnProgress } from '../model/progress.ts';
import { NotServed } from '../shipped/not-served.ts';
import { bring } from '../shipped/shipped.ts';
import { rowsOf } from './arrow-rows.ts';
import { afterAwake } from './awake.ts';
import { lend, startBoundWorker } from './bound-worker.ts';
import type { Database, Rows, Value } from './database.ts';
import { FOLDER, LOCK } from './lock.ts';
import { memoryLimit } from './memory.ts';
import { notAnswered, notAProgram, notArrived, whyNotStarted } from './not-started.ts';
import { QueryProblem } from './query-problem.ts';
import { type MortalDatabase, untilEnd } from './until-end.ts';
import { endOf } from './worker-end.ts';

const STARTING = 'Starting the part of the page that counts';
const START_LIMIT_MS = 60_000;
/** What every WebAssembly program begins with. */
const OPENING = [0x00, 0x61, 0x73, 0x6d];

/** Starts DuckDB in its own worker, locked. Throws a Problem when it does not start; nothing is left running then. */
export async function openDuckDb(on: OnProgress): Promise<MortalDatabase> {
  let worker: Worker | undefined;
  try {
    const program = await programOf(on);
    worker = await startBoundWorker(workerAddress);
    const engine = new AsyncDuckDB(new VoidLogger(), worker);
    const ended = endOf(worker);
    const connection = await inTime(connected(engine, lend(worker, program)), ended);
    return untilEnd(new DuckDb(engine, connection), ended);
  } catch (thrown) {
    worker?.terminate();
    throw whyNotStarted(thrown);
  }
}

async function connected(engine: AsyncDuckDB, address: string): Promise<AsyncDuckDBConnection> {
  await engine.instantiate(address);
  await engine.open({ path: ':memory:' });
  const connection = await engine.connect();
  await connection.query(memoryLimit(computersMemory()));
  for (const statement of LOCK) await connection.query(statement);
  return connection;
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

/** Brought by the page, so that how far it is can be told, and a failure is known at once: of one in its own worker the engine says nothing. */
async function programOf(on: OnProgress): Promise<Blob> {
  const told = (share: number | null) => on({ step: STARTING, share });
  const program = await bring(wasmAddress, { on: told }).catch((thrown: unknown) => {
    throw thrown instanceof NotServed ? notArrived(thrown.status) : thrown;
  });
  const first = new Uint8Array(await program.slice(0, OPENING.length).arrayBuffer());
  if (!OPENING.every((byte, at) => first[at] === byte)) throw notAProgram();
  return program;
}

/** Not every browser tells, and the types know none that does. */
function computersMemory(): number | undefined {
  const told: unknown = Reflect.get(navigator, 'deviceMemory');
  return typeof told === 'number' ? told : undefined;
}

/** Without the right to run WebAssembly `instantiate` neither resolves nor rejects: hence the limit. */
async function inTime<T>(started: Promise<T>, ended: Promise<void>): Promise<T> {
  let callOff: () => void = () => undefined;
  const late = new Promise<never>((_, reject) => {
    callOff = afterAwake(START_LIMIT_MS, () => reject(notAnswered()));
  });
  const died = ended.then(() => Promise.reject(new Error('the worker ended')));
  try {
    return await Promise.race([started, late, died]);
  } finally {
    callOff();
  }
}
