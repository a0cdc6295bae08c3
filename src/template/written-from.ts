import type { GivenFigure, WrittenNumber } from '../model/given.ts';
import type { Breakdown, Measure } from '../model/measure.ts';
import { type Quarter, isYear, quarterIn } from '../model/period.ts';
import type { HandEntry } from '../model/question.ts';
import { askedByKey } from './asked.ts';

/** What is kept of an authority's own figures. */
export interface KeptFigures {
  readonly byHand: readonly HandEntry[];
  readonly given: readonly GivenFigure[];
}

/** Takes what is kept, and a quarter; gives it as the numbers that a person would write for it, those that are not empty. */
export function writtenFrom(
  { byHand, given }: KeptFigures,
  quarter: Quarter,
  by: { readonly measures: readonly Measure[]; readonly breakdowns: readonly Breakdown[] },
): WrittenNumber[] {
  const figures = given.filter(({ period }) => quarterIn(period) === quarter);
  return [...askedByKey(by.measures, by.breakdowns).values()].flatMap((asked) => {
    const { at, key } = asked;
    const place = asked.title;
    if (at.kind === 'part') {
      const entry = byHand.find((one) => one.measure === at.measure && one.quarter === quarter);
      const value = entry?.parts[at.part];
      const mark = figures.find(({ measure }) => measure === at.measure);
      const written =
        value === undefined ? mark && textOf(mark, 'count') : { text: String(value), why: '' };
      return written ? [{ key, period: 'quarter' as const, ...written, place }] : [];
    }
    return figures.flatMap((figure): WrittenNumber[] => {
      if (!isFor(figure, at)) return [];
      const written = textOf(figure, at.part);
      return [{ key, period: isYear(figure.period) ? 'year' : 'quarter', ...written, place }];
    });
  });
}

function isFor(
  { measure, figure, cell }: GivenFigure,
  at: Pick<GivenFigure, 'measure' | 'figure' | 'cell'>,
): boolean {
  const isCell = cell?.by === at.cell?.by && cell?.cell === at.cell?.cell;
  return measure === at.measure && figure === at.figure && isCell;
}

function textOf(
  { outcome }: GivenFigure,
  part: 'count' | 'numerator' | 'denominator',
): Pick<WrittenNumber, 'text' | 'why'> {
  switch (outcome.kind) {
    case 'count':
    case 'amount':
      return { text: String(outcome.value), why: '' };
    case 'ratio':
      return {
        text: String(part === 'numerator' ? outcome.numerator : outcome.denominator),
        why: '',
      };
    case 'not available':
      return { text: 'x', why: outcome.reason };
    case 'not applicable':
      return { text: 'z', why: outcome.reason };
  }
}
