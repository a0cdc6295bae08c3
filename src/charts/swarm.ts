/**
 * Takes places along a line, how far two marks must be apart, and how much height there is; gives for each how far it stands off the line so that
 * marks do not hide each other. Where there are more than the height holds, they draw together.
 */
export function swarm(places: readonly number[], apart: number, height: number): number[] {
  const order = places.map((x, nth) => ({ x, nth })).sort((a, b) => a.x - b.x);
  const placed: { x: number; y: number; nth: number }[] = [];
  for (const { x, nth } of order) {
    const near = placed.filter((other) => x - other.x < apart);
    const free = (y: number) =>
      near.every((other) => (other.x - x) ** 2 + (other.y - y) ** 2 >= apart ** 2 - 1e-6);
    const y = offsets(near.length + 1, apart).find(free) ?? 0;
    placed.push({ x, y, nth });
  }
  const reach = Math.max(1, ...placed.map(({ y }) => Math.abs(y)));
  const scale = Math.min(1, height / 2 / reach);
  const found = new Map(placed.map(({ nth, y }) => [nth, y * scale]));
  return places.map((_, nth) => found.get(nth) ?? 0);
}

// 0, then half a mark's step to either side, and so on: nearest to the line first.
function offsets(count: number, apart: number): number[] {
  const steps = Array.from({ length: 2 * count }, (_, at) => ((at + 1) * apart) / 2);
  return [0, ...steps.flatMap((step) => [step, -step])];
}
