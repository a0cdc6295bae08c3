import type { DisclosureRules } from '../model/disclosure.ts';
import type { Measure } from '../model/measure.ts';
import { type Period, type Quarter, isYear, quarterIn, stepQuarter } from '../model/period.ts';
import type { Known } from './finder.ts';
import type { Quantities, Told, ToldAt, Untold } from './quantities.ts';
import { quantitiesOf } from './sight.ts';

/** A year's quantity, and the quantities that add up to it. */
export interface YearSum {
  readonly year: number;
  readonly parts: readonly number[];
}

/** What the years that are told of leave untold. */
export interface UntoldQuarters {
  readonly known: readonly Known[];
  readonly sums: readonly YearSum[];
}

/** What is known of some returns, and what it goes by. */
export interface Ground {
  readonly measures: readonly Measure[];
  readonly rules: DisclosureRules;
  readonly quantities: Quantities;
  readonly known: readonly Known[];
}

/**
 * Takes what is known of some returns; gives, for each figure of which a year is the sum of its quarters, what the quarters
 * come to that no return tells of, as if they were told, and what adds up to each year. Two years share what they share.
 */
export function untoldOf(ground: Ground): UntoldQuarters {
  const figures = new Map<string, Known[]>();
  for (const each of ground.known) {
    const key = [each.at.measure, each.at.figure, each.at.cell?.by, each.at.cell?.cell].join('|');
    const those = figures.get(key) ?? [];
    figures.set(key, those);
    those.push(each);
  }
  const found = [...figures.values()]
    .filter(([first]) => first && addsUp(ground, first.at))
    .map((known) => untoldOfOne(ground.quantities, known));
  return { known: found.flatMap(({ known }) => known), sums: found.flatMap(({ sums }) => sums) };
}

/** Takes a figure's place; tells whether its year is the sum of its quarters by definition: not where a child counts once in each. */
export function addsUp({ measures, quantities }: Ground, { measure: id, figure }: ToldAt): boolean {
  const measure = measures.find((each) => each.id === id);
  if (measure?.kind !== 'records' || measure.period === 'snapshot' || !measure.yearsAddUp)
    return false;
  const firsts = measure.yearsAddUp.firsts.map(({ column }) => column);
  return !(['count', 'numerator', 'denominator'] as const).some((part) =>
    quantities.conditionsOf(id, figure, part)?.some((condition) => firsts.includes(condition)),
  );
}

/** One figure in one cell, in all its periods. */
function untoldOfOne(quantities: Quantities, known: readonly Known[]): UntoldQuarters {
  const byPeriod = new Map(known.map((each) => [each.at.period, each]));
  const years = known
    .flatMap((each) => {
      const year = each.at.period;
      return isYearTold(year)
        ? [
            {
              year: each,
              untold: quartersOf(year).filter((q) => !byPeriod.has(q)),
              told: quartersOf(year).flatMap((q) => byPeriod.get(q) ?? []),
            },
          ]
        : [];
    })
    .sort((a, b) => a.untold.length - b.untold.length);
  const blocks: { readonly quarters: readonly Quarter[]; readonly known: Known }[] = [];
  const sums: YearSum[] = [];
  for (const { year, untold, told } of years) {
    const within = blocks.filter(({ quarters }) => quarters.every((q) => untold.includes(q)));
    const left = untold.filter((q) => !within.some(({ quarters }) => quarters.includes(q)));
    const parts = [...told, ...within.map((block) => block.known)];
    if (left.length > 0) {
      const rest = whatIsLeft(quantities, year, parts, left);
      blocks.push({ quarters: left, known: rest });
      parts.push(rest);
    }
    sums.push(
      ...sumsOf(
        year.told,
        parts.map((part) => part.told),
      ),
    );
  }
  return { known: blocks.map((block) => block.known), sums };
}

/** The year less all that is told of it, under the name of the quarters that are left. */
function whatIsLeft(
  quantities: Quantities,
  year: Known,
  parts: readonly Known[],
  quarters: readonly Quarter[],
): Known {
  const at = { ...year.at, period: `untold ${quarters.join(', ')}` } as const;
  const told = quantities.told(at);
  if (!told)
    throw new RangeError(`${at.measure} ${at.figure} is told in a year, and not in its quarters`);
  const from = quantitiesOf(year.told);
  quantitiesOf(told).forEach((quantity, place) => {
    quantities.truth[quantity] = parts.reduce(
      (left, part) => left - (quantities.truth[quantitiesOf(part.told)[place] ?? -1] ?? NaN),
      quantities.truth[from[place] ?? -1] ?? NaN,
    );
  });
  return { at, told };
}

function sumsOf(year: Told, parts: readonly Told[]): YearSum[] {
  return quantitiesOf(year).map((quantity, place) => ({
    year: quantity,
    parts: parts.flatMap((part) => quantitiesOf(part)[place] ?? []),
  }));
}

/** Takes a year; gives its quarters, the last first. */
export function quartersOf(year: Period): Quarter[] {
  const last = quarterIn(year);
  return [0, -1, -2, -3].map((steps) => stepQuarter(last, steps));
}

/** Takes a period; tells whether it is a year that a return tells of. */
export function isYearTold(period: Period | Untold): period is Period {
  return !isUntold(period) && isYear(period);
}

/** Takes a period; tells whether it stands for quarters that no return tells of. */
export function isUntold(period: Period | Untold): period is Untold {
  return period.startsWith('untold ');
}
