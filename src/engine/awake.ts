/** How often the clock is looked at, and how late a look may be and still count in full. */
const TICK_MS = 1_000;
const LATEST_MS = 2_000;

/**
 * Takes milliseconds and what to do after them; does it once the page has been awake for so long, and gives what calls it
 * off. The time that a computer or a page sleeps does not count: a timer would be due at once when it wakes.
 */
export function afterAwake(limit: number, act: () => void): () => void {
  let awake = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    awake += Math.min(now - last, LATEST_MS);
    last = now;
    if (awake < limit) return;
    clearInterval(timer);
    act();
  }, TICK_MS);
  return () => clearInterval(timer);
}
