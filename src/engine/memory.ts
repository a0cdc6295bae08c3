/** A 32-bit program can use 4 GB at most; the engine's own limit for it. */
const MOST_MB = 3100;
/** Of the computer's memory, so that the browser, and what else is open, have the rest. */
const SHARE = 0.4;

/**
 * Takes the computer's memory in GB as the browser tells it (rounded, never over 8), or undefined where it does not; gives
 * the statement that sets how much the engine may use. Past it a statement fails and the engine lives on; without it the
 * browser would end the page.
 */
export function memoryLimit(gigabytes: number | undefined): string {
  const limit = gigabytes === undefined ? MOST_MB : gigabytes * 1024 * SHARE;
  return `set memory_limit = '${Math.round(Math.min(MOST_MB, limit))}MB'`;
}
