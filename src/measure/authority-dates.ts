import { type Authority, predecessorsOf, whyNotThere } from '../model/authority.ts';
import { formatDay } from '../model/day.ts';
import type { RecordsMeasure } from '../model/measure.ts';
import type { Caveat } from '../model/observation.ts';
import { type Period, firstDay, lastDay } from '../model/period.ts';
import { named } from '../model/words.ts';
import type { Availability } from './availability.ts';
import { monthsBefore } from './caveats.ts';

/**
 * Takes what of a measure is available, the measure and an authority; gives what is left of it: an authority has no
 * figures of a period on no day of which it was there (of a snapshot: on whose last day it was not).
 */
export function withinDates(
  available: Availability,
  measure: RecordsMeasure,
  authority: Authority,
): Availability {
  const { validFrom, validTo } = authority;
  const notThere = (period: Period): string | undefined => {
    const last = lastDay(period);
    const first = measure.period === 'snapshot' ? last : firstDay(period);
    if (validFrom !== null && last < validFrom) return whyNotThere(authority, last) ?? undefined;
    if (validTo !== null && first > validTo) return whyNotThere(authority, first) ?? undefined;
    return undefined;
  };
  return {
    inAny: available.inAny,
    inPeriod: (figure, period) => available.inPeriod(figure, period) ?? notThere(period),
  };
}

/** Takes a measure, its periods, an authority and all of them; gives what is said where a figure counts or looks back on days before the authority began. */
export function beganCaveats(
  measure: RecordsMeasure,
  periods: readonly Period[],
  authority: Authority,
  all: readonly Authority[],
): Caveat[] {
  const { validFrom, name } = authority;
  if (validFrom === null) return [];
  const months = measure.lookback?.months ?? 0;
  const reachesBefore = (period: Period): boolean => {
    if (months === 'ever') return true;
    if (measure.period === 'snapshot' && months === 0) return false;
    return monthsBefore(firstDay(period), months) < validFrom;
  };
  const touched = periods.filter((period) => lastDay(period) >= validFrom && reachesBefore(period));
  if (touched.length === 0) return [];
  const before = predecessorsOf(authority, all).map((one) => one.name);
  const whose = before.length > 0 ? `, by ${named(before)},` : '';
  const says =
    `${name} began on ${formatDay(validFrom)}. What was recorded before then${whose} ` +
    'counts only as far as it is in the extract.';
  return [{ kind: 'authority began', says, sent: says, figures: [], periods: touched }];
}
