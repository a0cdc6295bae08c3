import type { Problem } from '../model/problem.ts';
import type { Session } from './session.svelte.ts';

/** Takes a problem and the session; tells whether it is that the engine ended, which is told once, above every page, with what to do. */
export function isToldAbove(problem: Problem, { report }: Session): boolean {
  return problem.name === 'EngineGone' && report !== null;
}
