import { QueryProblem } from '../engine/query-problem.ts';
import { Problem } from '../model/problem.ts';

/**
 * Takes what was thrown while an extract was read, and the step it had come to; gives what is to be said of it: of a full
 * memory where it was, and what to leave out; of anything else what it says itself.
 */
export function whereMemoryWasFull(thrown: unknown, step: string): unknown {
  if (!(thrown instanceof QueryProblem) || !thrown.isOutOfMemory) return thrown;
  return new Problem(
    `${thrown.message} It was reached at this step: ${step}. Nothing is loaded.`,
    'Leave out tables whose measures you can do without, beginning with the largest, or give fewer years, and close other pages and programs. Then give the files again: the page need not be loaded anew.',
    thrown,
  );
}
