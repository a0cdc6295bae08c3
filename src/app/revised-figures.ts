import { type Figure, type Measure } from '../model/measure.ts';
import type { Observation } from '../model/observation.ts';
import { type Outcome, roundHalfAway, valueOf } from '../model/outcome.ts';
import { type Quarter, isYear, quarterIn } from '../model/period.ts';
import type { ReadReturn } from '../model/return-document.ts';
import type { Answered } from './answered.ts';

/** A figure that was sent before and is another today. */
export interface RevisedFigure {
  readonly measure: Measure;
  readonly figure: Figure;
  readonly quarter: Quarter;
  readonly was: Outcome;
  readonly now: Observation;
  /** The file that it was sent in. */
  readonly name: string;
}

/**
 * Takes returns that were sent before, an answer and the quarter that is to be sent; gives the whole figures of earlier
 * quarters that are others today, those of the newest return where several tell. What was withheld cannot be compared.
 */
export function revisedFigures(
  sent: readonly ReadReturn[],
  answered: Answered,
  quarter: Quarter,
  measures: readonly Measure[],
): RevisedFigure[] {
  const newestFirst = [...sent].sort((a, b) => (a.document.made < b.document.made ? 1 : -1));
  const found = newestFirst.flatMap(({ name, document }) =>
    document.observations.flatMap((was) => {
      if (was.cell || isYear(was.period)) return [];
      const now = answered.observation(was.measure, was.figure, was.period);
      const measure = measures.find(({ id }) => id === was.measure);
      if (!now || !measure || measure.kind === 'breakdown') return [];
      const figure = measure.figures.find(({ id }) => id === was.figure);
      const earlier = quarterIn(was.period);
      if (!figure || figure.kind === 'rate' || earlier >= quarter) return [];
      return [{ measure, figure, quarter: earlier, was: was.outcome, now, name }];
    }),
  );
  const newest = new Map([...found].reverse().map((each) => [keyOf(each), each]));
  return [...newest.values()].reverse().filter(({ was, now }) => differs(was, now.outcome));
}

/** Takes a revised figure; gives its key, the same for the same figure and quarter. */
export function keyOf({
  measure,
  figure,
  quarter,
}: Pick<RevisedFigure, 'measure' | 'figure' | 'quarter'>): string {
  return `${measure.id}|${figure.id}|${quarter}`;
}

function differs(was: Outcome, now: Outcome): boolean {
  const [before, after] = [valueOf(was), valueOf(now)];
  if (before === null || after === null) return was.kind !== 'withheld' && was.kind !== now.kind;
  if (was.kind === 'ratio' && now.kind === 'ratio')
    return was.numerator !== now.numerator || was.denominator !== now.denominator;
  return roundHalfAway(before) !== roundHalfAway(after);
}
