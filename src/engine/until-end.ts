import { Problem } from '../model/problem.ts';
import { afterAwake } from './awake.ts';
import type { Database, Rows, Value } from './database.ts';
import { QueryProblem } from './query-problem.ts';

/** How long what is told to stop may go on, before the engine counts as hung. */
const STOP_LIMIT_MS = 15_000;

/** What is said of every call once the engine has ended by itself. */
export class EngineGone extends Problem {
  constructor(cause?: unknown) {
    super(
      'The part of the page that counts has stopped, perhaps for want of memory.',
      'What you typed, and the figures that were worked out, are still here. Close other pages and programs, then read the files again: they need not be given again.',
      cause,
    );
    this.name = 'EngineGone';
  }
}

/** A database whose worker may end by itself. */
export interface MortalDatabase extends Database {
  /** Resolved once it has; never when it was closed. */
  readonly gone: Promise<EngineGone>;
}

/** Takes a database and what is resolved when its worker has ended; gives one of which no call waits for ever. */
export function untilEnd(database: Database, ended: Promise<void>): MortalDatabase {
  return new UntilEnd(database, ended);
}

class UntilEnd implements MortalDatabase {
  readonly #database: Database;
  readonly gone: Promise<EngineGone>;
  #isClosed = false;
  #ended: EngineGone | null = null;
  #tellGone: (gone: EngineGone) => void = () => undefined;

  constructor(database: Database, ended: Promise<void>) {
    this.#database = database;
    this.gone = new Promise((resolve) => (this.#tellGone = resolve));
    void ended.then(() => this.#end());
  }

  run(sql: string, stop?: AbortSignal): Promise<void> {
    return this.#living(() => this.#database.run(sql, stop), stop);
  }

  rows(sql: string, bound?: readonly Value[], stop?: AbortSignal): Promise<Rows> {
    return this.#living(() => this.#database.rows(sql, bound, stop), stop);
  }

  lend(name: string, content: Blob): Promise<string> {
    return this.#living(() => this.#database.lend(name, content));
  }

  takeBack(path: string): Promise<void> {
    return this.#living(() => this.#database.takeBack(path));
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#database.close();
  }

  async #living<T>(ask: () => Promise<T>, stop?: AbortSignal): Promise<T> {
    if (this.#ended) throw this.#ended;
    let callOff: () => void = () => undefined;
    const heed = () => {
      callOff = afterAwake(STOP_LIMIT_MS, () => this.#end());
    };
    stop?.addEventListener('abort', heed, { once: true });
    try {
      return await Promise.race([ask(), this.gone.then((gone) => Promise.reject(gone))]);
    } catch (thrown) {
      if (thrown instanceof QueryProblem && thrown.isBroken) throw this.#end(thrown);
      throw thrown;
    } finally {
      stop?.removeEventListener('abort', heed);
      callOff();
    }
  }

  /** Ends what is left of it, and tells, once. */
  #end(cause?: unknown): EngineGone {
    if (this.#ended) return this.#ended;
    const gone = new EngineGone(cause);
    this.#ended = gone;
    if (!this.#isClosed) {
      this.#tellGone(gone);
      this.close().catch(() => undefined);
    }
    return gone;
  }
}
