import type { FigureColumns } from '../../compare/columns.ts';
import { SlicedSource } from '../../compare/slice.ts';
import { type CollationRemark, seriesKey } from '../../model/collation.ts';
import {
  type Period,
  isYear,
  periodInWords,
  quarterIn,
  stepQuarter,
  yearTo,
} from '../../model/period.ts';
import type { Series } from '../figures.ts';
import type { Ground } from './ground.ts';
import { type Compared, isFarFrom, isManyTimes, told } from './number.ts';

/** Three years of quarters. */
const BACK = 12;

/** Takes the ground and the published figures; gives a remark on every whole figure that is far from what is published of the authority. */
export function* publishedRemarks(
  ground: Ground,
  columns: FigureColumns,
): Iterable<CollationRemark> {
  const published = new SlicedSource(columns);
  const { figures } = ground.collation;
  for (const [series, at] of figures.series.entries()) {
    if (at.cell !== null) continue;
    const beside = latestBeside(published, at);
    if (!beside) continue;
    for (const [place, area] of figures.areas.entries()) {
      const found = ground.compared(series, place);
      const value = beside.values.get(area);
      if (!found || value === undefined) continue;
      const odd = oddBeside(found, value, beside, ground);
      if (odd !== null) yield ground.remark('published year', area, at, odd);
    }
  }
}

/** What is published of a figure: for the latest period that ends with or before the one at hand. */
interface Beside {
  readonly period: Period;
  readonly values: ReadonlyMap<string, number>;
  /** How many of ours make one of it. */
  readonly times: number;
}

function latestBeside(published: SlicedSource, at: Series): Beside | null {
  const quarter = quarterIn(at.period);
  for (let back = 0; back <= BACK; back += 1) {
    const ended = stepQuarter(quarter, -back);
    for (const period of [yearTo(ended), ended]) {
      // A position is never set beside a year.
      if (isYear(at.period) && !isYear(period)) continue;
      const values = valuesOf(published, seriesKey({ ...at, period }));
      const times = isYear(period) && !isYear(at.period) ? 4 : 1;
      if (values.size > 0) return { period, values, times };
    }
  }
  return null;
}

function valuesOf(published: SlicedSource, key: string): Map<string, number> {
  const found = new Map<string, number>();
  for (const { area, content } of published.slice(key)) {
    if (content.kind === 'count' || content.kind === 'bare') found.set(area.code, content.value);
    else if (content.kind === 'ratio') {
      found.set(area.code, (content.numerator / content.denominator) * content.scale);
    }
  }
  return found;
}

function oddBeside(
  found: Compared,
  value: number,
  { period, times }: Beside,
  { known }: Ground,
): string | null {
  const rule = known.plausibility.published;
  const usual = found.kind === 'count' ? value / times : value;
  if (!isFarFrom(found, usual, rule) || !isManyTimes(found, usual, rule.times)) return null;
  const quarter =
    times > 1 && found.kind === 'count' ? `, ${told(found, usual)} in a usual quarter` : '';
  return `it is ${told(found, found.value)}. DfE published ${told(found, value)} for ${periodInWords(period)}${quarter}.`;
}
