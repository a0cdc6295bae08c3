import { type Breakdown, type Figure, type Measure, headlineOf } from '../model/measure.ts';
import type { BreakdownCell, Observation } from '../model/observation.ts';
import { type Outcome, inBrief } from '../model/outcome.ts';
import type { Quarter } from '../model/period.ts';
import type { Answered } from './answered.ts';

/** A figure, or a cell of its breakdown, that is another than it was. */
export interface Moved {
  readonly measure: string;
  readonly title: string;
  /** The figure, or the cell, in words; null for the headline, which the title stands for. */
  readonly what: string | null;
  readonly before: string;
  readonly after: string;
}

/** What figures and cells are called. */
interface Names {
  readonly measures: readonly Measure[];
  readonly breakdowns: readonly Breakdown[];
}

/**
 * Takes an answer before and after, a quarter and the names; gives what moved in that quarter: whole figures before cells.
 * Rates are left out: they move with what they count.
 */
export function movedBetween(
  before: Answered,
  after: Answered,
  quarter: Quarter,
  names: Names,
): Moved[] {
  const moved = names.measures.flatMap((measure) => {
    if (measure.kind === 'breakdown') return [];
    const observations = after.result(measure.id)?.observations ?? [];
    return observations.flatMap((now) => {
      const figure = measure.figures.find(({ id }) => id === now.figure);
      if (!figure || figure.kind === 'rate' || now.period !== quarter) return [];
      const was = before.outcome(measure.id, now.figure, quarter, now.cell);
      if (inParts(was) === inParts(now.outcome)) return [];
      const what = whatMoved(figure, now, headlineOf(measure) === figure, names.breakdowns);
      return [
        {
          cell: now.cell,
          moved: {
            ...{ measure: measure.id, title: measure.title, what },
            ...{ before: inParts(was), after: inParts(now.outcome) },
          },
        },
      ];
    });
  });
  return [
    ...moved.filter(({ cell }) => cell === null),
    ...moved.filter(({ cell }) => cell !== null),
  ].map((each) => each.moved);
}

function whatMoved(
  figure: Figure,
  { cell }: Pick<Observation, 'cell'>,
  isHeadline: boolean,
  breakdowns: readonly Breakdown[],
): string | null {
  if (cell === null) return isHeadline ? null : figure.title;
  const of = isHeadline ? '' : `${figure.title}, `;
  return `${of}${cellInWords(cell, breakdowns)}`;
}

function cellInWords({ by, cell }: BreakdownCell, breakdowns: readonly Breakdown[]): string {
  const breakdown = breakdowns.find(({ id }) => id === by);
  const title = breakdown?.cells.find(({ id }) => id === cell)?.title ?? cell;
  return `${breakdown?.title.toLowerCase() ?? by}: ${title}`;
}

/** A percentage with its parts: two can be the same though what they are of is not. */
function inParts(outcome: Outcome): string {
  if (outcome.kind !== 'ratio') return inBrief(outcome);
  const { numerator, denominator } = outcome;
  return `${numerator.toLocaleString('en-GB')} of ${denominator.toLocaleString('en-GB')} (${inBrief(outcome)})`;
}
