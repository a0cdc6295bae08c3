import { type CollationRemark, seriesKey } from '../../model/collation.ts';
import { controlLimits, liesOutside } from '../../model/control-limits.ts';
import { isYear, quarterIn, stepQuarter } from '../../model/period.ts';
import type { Series } from '../figures.ts';
import type { Ground } from './ground.ts';
import { type Compared, isFarFrom, isManyTimes, medianOf, told } from './number.ts';

/** How many quarters before are looked at. */
const BACK = 12;

/** Gives a remark on every whole figure of a quarter that is far from the authority's own quarters before it. */
export function* historyRemarks(ground: Ground): Iterable<CollationRemark> {
  const { figures } = ground.collation;
  for (const [series, at] of figures.series.entries()) {
    if (at.cell !== null || isYear(at.period)) continue;
    const before = placesBefore(ground, at);
    if (before.length === 0) continue;
    for (const [place, area] of figures.areas.entries()) {
      const found = ground.compared(series, place);
      if (!found) continue;
      const values = before.map((each) =>
        each === null ? null : (ground.compared(each, place)?.value ?? null),
      );
      const odd = oddBeside(found, values, ground);
      if (odd !== null) yield ground.remark('history', area, at, odd);
    }
  }
}

/** The places of the same figure's series in the quarters before, oldest first; null for one that is not there. */
function placesBefore({ collation: { figures } }: Ground, at: Series): (number | null)[] {
  const places = Array.from({ length: BACK }, (_, back) => {
    const period = stepQuarter(quarterIn(at.period), back - BACK);
    return figures.seriesPlace(seriesKey({ ...at, period }));
  });
  return places.slice(places.findIndex((place) => place !== null));
}

function oddBeside(
  found: Compared,
  values: readonly (number | null)[],
  { known }: Ground,
): string | null {
  const rule = known.plausibility.history;
  const there = values.filter((value) => value !== null);
  if (there.length < rule.fewest) return null;
  const [least, most] = [Math.min(...there), Math.max(...there)];
  const limits = controlLimits(values);
  // Of a few quarters one may be wrong itself: whatever of them is nearest is usual enough.
  const usual = limits ? medianOf(there) : Math.min(Math.max(found.value, least), most);
  if (!isFarFrom(found, usual, rule)) return null;
  if (limits) {
    // A position that drifts leaves its limits, quarter by quarter: a slip leaves all that was ever seen.
    const seen = Math.min(Math.max(found.value, least), most);
    if (!liesOutside(found.value, limits) || !isManyTimes(found, seen, rule.beyond)) return null;
  } else if (!isManyTimes(found, usual, rule.times)) return null;
  return `it is ${told(found, found.value)}. In the ${there.length} quarters before it was from ${told(found, least)} to ${told(found, most)}.`;
}
