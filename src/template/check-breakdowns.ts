import type { GivenFigure, WrittenProblem } from '../model/given.ts';
import { isYear } from '../model/period.ts';
import { type AskedBreakdown, askedBreakdowns } from './asked.ts';
import type { NumberFound, TakenBy } from './take.ts';

/** What is to be left out: a breakdown of a figure, for one of the two periods. */
interface LeftOut {
  readonly asked: AskedBreakdown;
  readonly period: 'quarter' | 'year';
}

/**
 * Takes the numbers found and the figures that they make; gives those figures without every breakdown that is not whole or
 * does not add up, and says why. What a reader is not told of one could be worked out from the rest, however small it is.
 */
export function withWholeBreakdowns(
  found: readonly NumberFound[],
  given: readonly GivenFigure[],
  { measures, breakdowns }: TakenBy,
): { readonly given: GivenFigure[]; readonly problems: WrittenProblem[] } {
  const numbers = new Map(found.map((one) => [`${one.written.key} ${one.written.period}`, one]));
  const problems: WrittenProblem[] = [];
  const leftOut: LeftOut[] = [];
  for (const asked of askedBreakdowns(measures, breakdowns)) {
    for (const period of ['quarter', 'year'] as const) {
      const problem = firstProblem(asked, period, numbers);
      if (!problem) continue;
      problems.push(problem);
      leftOut.push({ asked, period });
    }
  }
  return { given: given.filter((one) => !leftOut.some((left) => isOf(one, left))), problems };
}

function isOf({ measure, figure, period, cell }: GivenFigure, { asked, period: of }: LeftOut) {
  return (
    measure === asked.measure.id &&
    figure === asked.figure.id &&
    cell?.by === asked.by.id &&
    isYear(period) === (of === 'year')
  );
}

function firstProblem(
  { sums, by }: AskedBreakdown,
  period: 'quarter' | 'year',
  numbers: ReadonlyMap<string, NumberFound>,
): WrittenProblem | null {
  for (const { whole, cells } of sums) {
    const found = cells.map(({ key }) => numbers.get(`${key} ${period}`));
    const filled = found.filter((one) => one && one.read.kind !== 'empty');
    const missing = found.find(
      (one) => one?.read.kind !== 'number' && one?.read.kind !== 'not applicable',
    );
    const first = filled[0] ?? null;
    if (!first) continue;
    const title = by.title.toLowerCase();
    if (found.length !== filled.length || missing) {
      const at = missing ?? first;
      return problemAt(
        at,
        `The cells by ${title} are not all given, and so none of them is taken: what is left open could be worked out from the rest.`,
        'Fill in every cell, 0 where there were none; or leave them all empty.',
      );
    }
    const total = numbers.get(`${whole.key} ${period}`);
    if (total?.read.kind !== 'number') continue;
    const sum = filled.reduce(
      (all, one) => all + (one?.read.kind === 'number' ? one.read.value : 0),
      0,
    );
    if (sum === total.read.value) continue;
    const off = Math.abs(sum - total.read.value);
    return problemAt(
      first,
      `The cells by ${title} come to ${sum}, and the whole, at ${total.written.place}, is ${total.read.value}: off by ${off}. None of the cells is taken.`,
      'Put right the number that is wrong.',
    );
  }
  return null;
}

function problemAt(
  { written: { key, period, place } }: NumberFound,
  says: string,
  todo: string,
): WrittenProblem {
  return { key, period, place, says, todo, isLeftOut: true };
}
