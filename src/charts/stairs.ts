/** How far one row of names stands above the next. */
export const STAIR = 17;
/** Between two names of one row. */
const GAP = 10;

interface Named {
  /** Where its line rises. */
  readonly x: number;
  readonly width: number;
}

interface Placed {
  /** 0 is the lowest. */
  readonly row: number;
  /** Where its words begin. */
  readonly from: number;
}

/**
 * Takes names over the places that they belong to, left to right, and the width there is; gives each a row, so that no name lies
 * over another and, where the width allows it, no line runs through a name: what stands further left stands higher.
 */
export function stairs(names: readonly Named[], width: number): Placed[] {
  const placed: Placed[] = [];
  const taken: { from: number; to: number; x: number; row: number }[] = [];
  for (const { x, width: wide } of [...names].reverse()) {
    const from = Math.max(0, Math.min(x - 4, width - wide));
    const to = from + wide + GAP;
    const above = taken.filter(
      (other) => (other.from < to && from < other.to) || (other.x > from && other.x < to),
    );
    const row = Math.max(-1, ...above.map((other) => other.row)) + 1;
    taken.push({ from, to, x, row });
    placed.unshift({ row, from });
  }
  return placed;
}
