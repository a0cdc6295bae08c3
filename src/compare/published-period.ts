import { parseDay } from '../model/day.ts';
import { type Period, quarterOf, yearTo } from '../model/period.ts';
import type { Feed, PublishedTerms } from '../model/published.ts';

/**
 * Takes a feed, the year that its figure is published for and what is known of published periods; gives the period of ours
 * that it stands beside: the year that ends with the same quarter, or the quarter on whose last day a position was.
 */
export function periodBeside({ period }: Feed, year: number, { periods }: PublishedTerms): Period {
  const { kind, ends, yearBefore } = periods[period];
  const day = parseDay(`${yearBefore ? year - 1 : year}-${ends}`);
  if (day === null) throw new RangeError(`${year} is no year that ${period} ends in`);
  const quarter = quarterOf(day);
  return kind === 'snapshot' ? quarter : yearTo(quarter);
}

/**
 * Takes the same; gives where the denominator of a published rate comes from: the estimate of the June before its year ended,
 * in the words that our own rates have.
 */
export function populationOfRate(feed: Feed, year: number, terms: PublishedTerms): string | null {
  if (feed.unit !== 'rate') return null;
  const { ends, yearBefore } = terms.periods[feed.period];
  const ended = yearBefore ? year - 1 : year;
  return `children aged 0 to 17, mid-${ends < '06-30' ? ended - 1 : ended} estimate`;
}

/** The scale of what is published. */
export const SCALES = { count: 1, percent: 100, rate: 10_000 } as const;
