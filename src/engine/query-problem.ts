import { Problem } from '../model/problem.ts';

/** An error of the engine, with the statement that caused it. The statement holds definitions, never a value from a file. */
export class QueryProblem extends Problem {
  readonly sql: string;

  constructor(sql: string, cause: unknown) {
    const message = cause instanceof Error ? cause.message : String(cause);
    super(
      message.includes('Out of Memory')
        ? 'The computer’s memory for this page is full.'
        : 'The database could not work something out.',
      message.includes('Out of Memory')
        ? 'Leave out tables that the measures do not need, or close other pages, and try again.'
        : 'What was loaded is safe. If it happens again, please tell those who look after Quarterlight.',
      cause,
    );
    this.name = 'QueryProblem';
    this.sql = sql;
  }
}
