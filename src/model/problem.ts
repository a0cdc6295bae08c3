/** An error a person can act on: what happened, what to do, and what caused it. */
export class Problem extends Error {
  readonly hint: string;

  constructor(what: string, hint: string, cause?: unknown) {
    super(what, { cause });
    this.name = 'Problem';
    this.hint = hint;
  }
}

/**
 * Takes anything thrown; gives a Problem: itself if it is one, what to say of a file that can no longer be read, else wrapped
 * with the sentence and hint given.
 */
export function asProblem(thrown: unknown, what: string, hint: string): Problem {
  if (thrown instanceof Problem) return thrown;
  return isUnreadable(thrown) ? unreadable('The file', thrown) : new Problem(what, hint, thrown);
}

/** Takes anything thrown; tells whether it means that a file is no longer what it was when it was chosen, or no longer there. */
export function isUnreadable(thrown: unknown): boolean {
  return (
    thrown instanceof DOMException &&
    (thrown.name === 'NotReadableError' || thrown.name === 'NotFoundError')
  );
}

/** Takes what names a file that can no longer be read; gives the Problem. */
export function unreadable(name: string, cause?: unknown): Problem {
  return new Problem(
    `${name} can no longer be read: it was changed, moved or taken away after it was chosen, or its drive is gone.`,
    'Look whether it is still there and no other program is writing to it, then choose it again.',
    cause,
  );
}

/** Takes anything thrown; tells whether it means that the person stopped the work. */
export function isStopped(thrown: unknown): boolean {
  return thrown instanceof DOMException && thrown.name === 'AbortError';
}
