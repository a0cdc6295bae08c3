/** Something that wants its middle at a place of a line, and takes up so much of it. */
interface Wanted {
  readonly at: number;
  readonly size: number;
}

interface Cluster {
  readonly sizes: readonly number[];
  /** Where its first edge would be, were each of its members asked. */
  readonly wishes: readonly number[];
  readonly size: number;
}

/**
 * Takes things in the order of their places, and the line's two ends; gives the middle of each so that none lies over another,
 * as near as can be to where it wants to be. Where there is more than the line holds, they run over its far end.
 */
export function spread(things: readonly Wanted[], from: number, to: number): number[] {
  const clusters: Cluster[] = [];
  for (const { at, size } of things) {
    let cluster: Cluster = { sizes: [size], wishes: [at - size / 2], size };
    for (let last = clusters.at(-1); last && overlap(last, cluster, from, to);) {
      clusters.pop();
      cluster = joined(last, cluster);
      last = clusters.at(-1);
    }
    clusters.push(cluster);
  }
  return clusters.flatMap((cluster) => {
    let edge = startOf(cluster, from, to);
    return cluster.sizes.map((size) => {
      edge += size;
      return edge - size / 2;
    });
  });
}

function overlap(one: Cluster, next: Cluster, from: number, to: number): boolean {
  return startOf(one, from, to) + one.size > startOf(next, from, to);
}

function joined(one: Cluster, next: Cluster): Cluster {
  return {
    sizes: [...one.sizes, ...next.sizes],
    wishes: [...one.wishes, ...next.wishes.map((wish) => wish - one.size)],
    size: one.size + next.size,
  };
}

function startOf({ wishes, size }: Cluster, from: number, to: number): number {
  const wish = wishes.reduce((sum, each) => sum + each, 0) / wishes.length;
  return Math.max(from, Math.min(wish, to - size));
}
