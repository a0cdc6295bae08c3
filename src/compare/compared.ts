import type { ComparedFigure, FigureAsked } from '../model/comparison.ts';
import type { Figure, FormMeasure, Measure, RecordsMeasure } from '../model/measure.ts';

/** What the figures of several areas are made alike by. */
export type Basis =
  /** A percentage: its own parts. */
  | { readonly kind: 'percent'; readonly figure: string; readonly scale: number }
  /** A count over the children of the area: the figure that counts, and those that are published as its rate. */
  | {
      readonly kind: 'rate';
      readonly count: string;
      readonly rates: readonly string[];
      readonly per: number;
    }
  /** Never set beside another area's, and why. */
  | { readonly kind: 'alone'; readonly figure: string; readonly says: string };

/** What is compared, and by what. */
export interface Compared {
  /** The measure whose observations these are: of a breakdown, the one that it breaks down. */
  readonly measure: RecordsMeasure | FormMeasure;
  readonly figure: ComparedFigure;
  readonly basis: Basis;
}

const PER = 10_000;

/**
 * Takes a measure and one of its figures, the measures, and those that are not about children; gives what it is compared by. A
 * count is compared as a rate. Throws a RangeError where there is no such figure.
 */
export function comparedBy(
  asked: Pick<FigureAsked, 'measure' | 'figure'>,
  measures: readonly Measure[],
  notAboutChildren: readonly string[],
): Compared {
  const named = measures.find(({ id }) => id === asked.measure);
  const of = named?.kind === 'breakdown' ? measures.find(({ id }) => id === named.of) : named;
  const own =
    of && of.kind !== 'breakdown' ? of.figures.find(({ id }) => id === asked.figure) : null;
  if (!named || !of || of.kind === 'breakdown' || !own) {
    throw new RangeError(`there is no figure ${asked.figure} of ${asked.measure}`);
  }
  const { polarity, period } = of;
  const told = { measure: asked.measure, figure: asked.figure, polarity, period };
  if (own.kind === 'ratio') {
    const { id, scale, title } = own;
    const basis: Basis = { kind: 'percent', figure: id, scale };
    const unitWords = `% of ${own.unit[1]}`;
    return { measure: of, figure: { ...told, title, unit: { kind: 'percent' }, unitWords }, basis };
  }
  if (notAboutChildren.includes(of.id)) {
    const says = `Numbers of ${own.unit[1]} are not set beside those of other authorities: they are about staff, and no number of children makes them alike.`;
    const figure = { ...told, title: own.title, unitWords: own.unit[1] };
    const basis: Basis = { kind: 'alone', figure: own.id, says };
    return { measure: of, figure: { ...figure, unit: { kind: 'amount' } }, basis };
  }
  return asRate(of, own, told);
}

function asRate(
  measure: RecordsMeasure | FormMeasure,
  own: Exclude<Figure, { kind: 'ratio' }>,
  told: Pick<ComparedFigure, 'measure' | 'figure' | 'polarity' | 'period'>,
): Compared {
  const count = own.kind === 'rate' ? own.of : own.id;
  const rates = measure.figures
    .filter((each) => each.kind === 'rate')
    .filter(({ of }) => of === count);
  const shown = own.kind === 'rate' ? own : rates.find(({ times }) => times === 1);
  const counting = measure.figures.find(({ id }) => id === count) ?? own;
  const per = shown ? shown.scale * shown.times : PER;
  const yearly = shown && shown.times > 1 ? ' a year' : '';
  return {
    measure,
    figure: {
      ...told,
      title: shown?.title ?? `${counting.title} per 10,000 children`,
      unit: { kind: 'rate', per },
      unitWords: `${counting.unit[1] === 'children' ? '' : `${counting.unit[1]} `}per 10,000 children${yearly}`,
    },
    basis: { kind: 'rate', count, rates: rates.map(({ id }) => id), per },
  };
}
