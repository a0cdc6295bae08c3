/** Takes pieces of work and how many may run at the same time; gives their outcomes, in order. */
export async function atOnce<T>(most: number, pieces: readonly (() => Promise<T>)[]): Promise<T[]> {
  const outcomes = new Map<number, T>();
  const waiting = pieces.entries();
  const lane = async () => {
    for (const [place, piece] of waiting) outcomes.set(place, await piece());
  };
  await Promise.all(Array.from({ length: most }, lane));
  return [...outcomes.entries()].sort(([a], [b]) => a - b).map(([, outcome]) => outcome);
}
