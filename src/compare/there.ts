import { whyNotThere } from '../model/authority.ts';
import { type Day } from '../model/day.ts';
import { type Period, firstDay, isYear, lastDay } from '../model/period.ts';
import type { Place } from './peers.ts';

/** The days on which an authority must have been there to have a figure of its own. */
export interface Span {
  /** Null where the figure is the position on the last day. */
  readonly first: Day | null;
  readonly last: Day;
  readonly within: 'the year' | 'the quarter';
}

/** Takes a period and whether a figure of it is the position on its last day; gives the days. */
export function spanOf(period: Period, isSnapshot: boolean): Span {
  const within = isYear(period) ? 'the year' : 'the quarter';
  return { first: isSnapshot ? null : firstDay(period), last: lastDay(period), within };
}

/**
 * Takes an authority and days; gives why it has no figure of its own, or null where it was there all along. Figures of those
 * that it followed are theirs.
 */
export function whyNoFigure({ dates }: Place, { first, last, within }: Span): string | null {
  if (dates === null) return null;
  const end = whyNotThere(dates, last);
  if (end !== null) return `${end}.`;
  const start = first === null ? null : whyNotThere(dates, first);
  return start === null ? null : `${start}, within ${within}.`;
}
