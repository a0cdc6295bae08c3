import type { PlacedNumber, Standing, Summary } from '../model/comparison.ts';

/**
 * Takes an authority's number and what its peers are like; gives where it stands beside their median: higher or lower only where its whole
 * 95 % interval lies on that side, and unclear where it has none, or there are too few peers.
 */
export function standingOf({ interval }: PlacedNumber, summary: Summary | null): Standing {
  if (interval === null || summary === null) return 'unclear';
  if (interval.low > summary.median) return 'higher';
  if (interval.high < summary.median) return 'lower';
  return 'similar';
}
