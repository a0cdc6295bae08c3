import { Problem } from '../model/problem.ts';

const FULL = {
  what: 'The memory that this page may use is full.',
  hint: 'Close other pages and programs, leave out files that the measures do not need, or give fewer years, and try again. The page need not be loaded again.',
} as const;

const FAILED = {
  what: 'The database could not work something out.',
  hint: 'What was loaded is safe. If it happens again, please tell those who look after Quarterlight.',
} as const;

/** An error of the engine, with the statement that caused it. The statement holds definitions, never a value from a file. */
export class QueryProblem extends Problem {
  readonly sql: string;
  readonly isOutOfMemory: boolean;
  /** Whether the browser broke the engine's own program off: nothing it holds can be trusted after that. */
  readonly isBroken: boolean;

  constructor(sql: string, cause: unknown) {
    const message = cause instanceof Error ? cause.message : String(cause);
    const isOutOfMemory = /out of memory|bad_alloc/i.test(message);
    const { what, hint } = isOutOfMemory ? FULL : FAILED;
    super(what, hint, cause);
    this.name = 'QueryProblem';
    this.sql = sql;
    this.isOutOfMemory = isOutOfMemory;
    this.isBroken = cause instanceof Error && cause.name === 'RuntimeError';
  }
}
