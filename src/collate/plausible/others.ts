import type { CollationRemark } from '../../model/collation.ts';
import type { Series } from '../figures.ts';
import { PackPopulations } from '../populations.ts';
import type { Ground } from './ground.ts';
import { type Compared, isFarFrom, medianOf, told } from './number.ts';

/** A median absolute deviation times this is a standard deviation, where values are spread as chance spreads them. */
const AS_DEVIATION = 1.4826;

interface Placed {
  readonly area: string;
  readonly found: Compared;
  /** Per 10,000 children, or the percentage. */
  readonly rate: number;
  /** Null of a percentage. */
  readonly children: number | null;
}

/** Gives a remark on every whole figure that is far from the other authorities', by its rate. */
export function* othersRemarks(ground: Ground): Iterable<CollationRemark> {
  const { collation, known } = ground;
  const populations = new PackPopulations(collation, known);
  for (const [series, at] of collation.figures.series.entries()) {
    if (at.cell !== null) continue;
    const all = collation.figures.areas.flatMap((area, place) => {
      const found = ground.compared(series, place);
      return found ? placed(area, found, populations) : [];
    });
    if (all.length < known.plausibility.others.fewest) continue;
    yield* farOff(ground, at, all);
  }
}

function placed(area: string, found: Compared, populations: PackPopulations): Placed[] {
  if (found.kind === 'share') return [{ area, found, rate: found.value, children: null }];
  const children = populations.of(area);
  if (children === null || children === 0) return [];
  return [{ area, found, rate: (found.value / children) * 10_000, children }];
}

function* farOff(ground: Ground, at: Series, all: readonly Placed[]): Iterable<CollationRemark> {
  const rule = ground.known.plausibility.others;
  const median = medianOf(all.map(({ rate }) => rate));
  const deviation = AS_DEVIATION * medianOf(all.map(({ rate }) => Math.abs(rate - median)));
  for (const { area, found, rate, children } of all) {
    // What chance alone gives the authority is asked for besides: where nearly all have none, there is no deviation.
    const usual = children === null ? median : (median * children) / 10_000;
    if (Math.abs(rate - median) <= rule.deviations * deviation) continue;
    if (!isFarFrom(found, usual, rule)) continue;
    const says =
      children === null
        ? `it is ${told(found, rate)}, and the median of ${all.length} authorities is ${told(found, median)}.`
        : `it is ${told(found, found.value)}, ${rate.toFixed(1)} per 10,000 children, and the median of ${all.length} authorities is ${median.toFixed(1)}.`;
    yield ground.remark('others', area, at, says);
  }
}
