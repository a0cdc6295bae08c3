/** An error a person can act on: what happened, what to do, and what caused it. */
export class Problem extends Error {
  readonly hint: string;

  constructor(what: string, hint: string, cause?: unknown) {
    super(what, { cause });
    this.name = 'Problem';
    this.hint = hint;
  }
}

/** Takes anything thrown; gives a Problem: itself if it is one, else wrapped with the sentence and hint given. */
export function asProblem(thrown: unknown, what: string, hint: string): Problem {
  return thrown instanceof Problem ? thrown : new Problem(what, hint, thrown);
}

/** Takes anything thrown; tells whether it means that the person stopped the work. */
export function isStopped(thrown: unknown): boolean {
  return thrown instanceof DOMException && thrown.name === 'AbortError';
}
