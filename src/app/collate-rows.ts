import type { AreaTotal, Spread } from '../model/collation.ts';
import { type Figure, type Measure, headlineOf } from '../model/measure.ts';
import { inBrief, oneDecimal } from '../model/outcome.ts';
import { type Quarter, isYear, periodInWords } from '../model/period.ts';

/** One figure's total as its row shows it. */
interface TotalRow {
  readonly key: string;
  readonly title: string;
  readonly total: string;
  /** What a withheld total can be; null where nothing is to be said. */
  readonly range: string | null;
  readonly year: string;
  readonly coverage: string;
  readonly mean: string;
  readonly median: string;
  readonly middle: string;
}

const NONE = 'Not given';

/** Takes the measures of a theme, an area's totals and the quarter; gives a row for each figure that anyone gives, the headline first. */
export function totalRows(
  measures: readonly Measure[],
  totals: readonly AreaTotal[],
  quarter: Quarter,
): TotalRow[] {
  return measures.flatMap((measure) => {
    if (measure.kind === 'breakdown') return [];
    const headline = headlineOf(measure);
    const figures = [headline, ...measure.figures.filter((figure) => figure !== headline)];
    return figures.flatMap((figure) => {
      const own = totals.filter(({ at }) => at.measure === measure.id && at.figure === figure.id);
      const now = own.find(({ at }) => at.period === quarter);
      const year = own.find(({ at }) => isYear(at.period));
      return now ? [totalRow(measure, figure, now, year)] : [];
    });
  });
}

function totalRow(
  measure: Measure,
  figure: Figure,
  now: AreaTotal,
  year: AreaTotal | undefined,
): TotalRow {
  const { range, spread } = now;
  return {
    key: `${measure.id} ${figure.id}`,
    title: figure.kind === 'ratio' ? `${figure.title}, % of ${figure.unit[1]}` : figure.title,
    total: inBrief(now.outcome),
    range: range && rangeInWords(range),
    year: year ? inBrief(year.outcome) : NONE,
    coverage: coverageOf(now),
    mean: spreadIn(spread, 'mean'),
    median: spreadIn(spread, 'median'),
    middle: spread
      ? `${inShort(spread.lowerQuartile)} to ${inShort(spread.upperQuartile)}`
      : 'Too few',
  };
}

function spreadIn(spread: Spread | null, name: 'mean' | 'median'): string {
  return spread ? inShort(spread[name]) : 'Too few';
}

/** A number of children that is whole is shown whole. */
function inShort(value: number): string {
  return Number.isInteger(value) ? value.toLocaleString('en-GB') : oneDecimal(value);
}

function rangeInWords({ least, most }: { least: number; most: number | null }): string {
  const from = least.toLocaleString('en-GB');
  return most === null ? `at least ${from}` : `${from} to ${most.toLocaleString('en-GB')}`;
}

function coverageOf({ coverage: { of, shown, withheld, otherVersion } }: AreaTotal): string {
  const parts = [
    `${shown} of ${of}`,
    ...(withheld > 0 ? [`${withheld} withheld`] : []),
    ...(otherVersion > 0 ? [`${otherVersion} by another version, left out`] : []),
  ];
  return parts.join(', ');
}

/** Takes an area's name, its totals and the quarter; tells how many of its authorities there is anything of. */
export function coverageInWords(
  name: string,
  totals: readonly AreaTotal[],
  quarter: Quarter,
): string {
  const own = totals.filter(({ at }) => at.period === quarter);
  const most = own.reduce(
    (all, { coverage }) => Math.max(all, coverage.shown + coverage.withheld),
    0,
  );
  const of = own[0]?.coverage.of ?? 0;
  if (of === 0) return '';
  return most === of
    ? `All ${of} authorities of ${name} have sent figures for ${periodInWords(quarter)}.`
    : `Figures of ${most} of the ${of} authorities of ${name} are in for ${periodInWords(quarter)}: a total is of these alone, and not of ${name} whole.`;
}
