import type { AskedNumber } from '../model/given.ts';
import {
  type Breakdown,
  type Figure,
  type FormMeasure,
  type Measure,
  type RecordsMeasure,
  headlineOf,
} from '../model/measure.ts';
import type { BreakdownCell } from '../model/observation.ts';

/** More children than any authority has, and fewer than a slip of the hand makes. */
const MOST = 999_999;

/** The numbers that one breakdown of a measure's headline figure is asked in. */
export interface AskedBreakdown {
  readonly measure: RecordsMeasure;
  readonly figure: Figure;
  readonly by: Breakdown;
  /** The numbers of the whole, each followed by its cells in their order. */
  readonly sums: readonly {
    readonly whole: AskedNumber;
    readonly cells: readonly AskedNumber[];
  }[];
}

/** Takes the measures; gives every number that is asked for the whole, in their order. A rate is worked out, and not asked for. */
export function askedWholes(measures: readonly Measure[]): AskedNumber[] {
  return measures.flatMap((measure) => {
    if (measure.kind === 'breakdown') return [];
    if (measure.kind === 'form') return partsOf(measure);
    return measure.figures.flatMap((figure) => numbersOf(measure, figure, null));
  });
}

/** By the measures that they were made for: they are asked for with every key that is pressed in the form. */
const made = new WeakMap<readonly Measure[], readonly AskedBreakdown[]>();

/** Takes the measures and the breakdowns; gives what is asked for the cells of each headline figure. */
export function askedBreakdowns(
  measures: readonly Measure[],
  breakdowns: readonly Breakdown[],
): readonly AskedBreakdown[] {
  const all = made.get(measures) ?? makeBreakdowns(measures, breakdowns);
  made.set(measures, all);
  return all;
}

function makeBreakdowns(
  measures: readonly Measure[],
  breakdowns: readonly Breakdown[],
): AskedBreakdown[] {
  return measures.flatMap((measure) => {
    if (measure.kind !== 'records') return [];
    const figure = headlineOf(measure);
    return breakdowns
      .filter(({ id }) => measure.breakdowns.includes(id))
      .map((by) => ({ measure, figure, by, sums: sumsOf(measure, figure, by) }));
  });
}

/** Takes the measures and the breakdowns; gives every number that is asked for, by its key. */
export function askedByKey(
  measures: readonly Measure[],
  breakdowns: readonly Breakdown[],
): ReadonlyMap<string, AskedNumber> {
  const cells = askedBreakdowns(measures, breakdowns).flatMap(({ sums }) =>
    sums.flatMap((sum) => sum.cells),
  );
  return new Map([...askedWholes(measures), ...cells].map((asked) => [asked.key, asked]));
}

function sumsOf(measure: RecordsMeasure, figure: Figure, by: Breakdown): AskedBreakdown['sums'] {
  return numbersOf(measure, figure, null).map((whole, place) => ({
    whole,
    cells: by.cells.flatMap(({ id, title }) => {
      const cell = numbersOf(measure, figure, { cell: { by: by.id, cell: id }, title })[place];
      return cell ? [cell] : [];
    }),
  }));
}

function partsOf(measure: FormMeasure): AskedNumber[] {
  return measure.parts.map(({ id, label, hint, whole, max }) => ({
    key: `${measure.id} form ${id}`,
    at: { kind: 'part', measure: measure.id, part: id },
    ...placed(measure),
    ...{ label, hint, whole, max },
    hasYear: false,
  }));
}

function numbersOf(
  measure: RecordsMeasure,
  figure: Figure,
  at: { readonly cell: BreakdownCell; readonly title: string } | null,
): AskedNumber[] {
  const cell = at?.cell ?? null;
  const number = (part: 'count' | 'numerator' | 'denominator', says: string, of: string) => ({
    key: [measure.id, figure.id, part, ...(cell ? [cell.by, cell.cell] : [])].join(' '),
    at: { kind: 'figure', measure: measure.id, figure: figure.id, part, cell } as const,
    ...placed(measure),
    ...(at ? { label: at.title, hint: '' } : { label: says, hint: of }),
    ...{ whole: true, max: MOST },
    hasYear: measure.period === 'activity',
  });
  if (figure.kind === 'rate') return [];
  if (figure.kind === 'count') return [number('count', figure.title, '')];
  // Out of how many first: what it is a part of is told by “of those”.
  return [
    number('denominator', figure.denominator, `${figure.title}: out of how many.`),
    number('numerator', figure.numerator, `${figure.title}: how many of those.`),
  ];
}

function placed({ title, collection, theme }: FormMeasure | RecordsMeasure) {
  return { title, collection, theme };
}
