import type { Identity, NumberNamed } from '../../src/model/disclosure.ts';
import type { Breakdown, Figure, Measure } from '../../src/model/measure.ts';
import type { BreakdownCell } from '../../src/model/observation.ts';
import type { Period } from '../../src/model/period.ts';

/** What a reader of returns knows before opening one: how its figures are defined, and what holds between them. */
export interface Definitions {
  readonly measures: readonly Measure[];
  readonly breakdowns: readonly Breakdown[];
  readonly identities: readonly Identity[];
}

/** A measure that has figures. */
type Counting = Exclude<Measure, { kind: 'breakdown' }>;

/** What is counted, in whatever period and cell: the records of a measure that meet all of some conditions. */
export interface Counted {
  readonly measure: Counting;
  /** In the order of the alphabet; `not x` where a record must not meet x. None where every record counts. */
  readonly conditions: readonly string[];
  /** One of what is counted: child, plan. */
  readonly unit: string;
}

/** The numbers that one figure is made of; the rest is what its denominator has and its numerator has not. */
export type Parts =
  | { readonly kind: 'count'; readonly count: Counted }
  | {
      readonly kind: 'ratio';
      readonly numerator: Counted;
      readonly denominator: Counted;
      readonly rest: Counted;
    };

/** Takes the definitions, a measure's id and a figure's; gives the numbers it is made of, or null where it counts nobody: posts, days. */
export function partsOf(
  { measures }: Pick<Definitions, 'measures'>,
  measureId: string,
  figureId: string,
): Parts | null {
  const measure = measures.find(({ id }) => id === measureId);
  if (!measure || measure.kind === 'breakdown') throw new RangeError(`${measureId} has no figures`);
  const figure = measure.figures.find(({ id }) => id === figureId);
  if (!figure) throw new RangeError(`${measureId} has no figure ${figureId}`);
  if (figure.kind === 'rate') return partsOf({ measures }, measureId, figure.of);
  return measure.kind === 'form' && !countsWholes(measure, figure)
    ? null
    : made(figure, (conditions) => ({
        ...{ measure, unit: figure.unit[0] },
        conditions: [...new Set(conditions)].filter((condition) => condition !== 'all').sort(),
      }));
}

function made(
  figure: Exclude<Figure, { kind: 'rate' }>,
  of: (conditions: readonly string[]) => Counted,
): Parts {
  if (figure.kind === 'count') return { kind: 'count', count: of([figure.where]) };
  return {
    kind: 'ratio',
    numerator: of([figure.where, figure.of]),
    denominator: of([figure.of]),
    rest: of([`not ${figure.where}`, figure.of]),
  };
}

function countsWholes(measure: Extract<Measure, { kind: 'form' }>, figure: Figure): boolean {
  return figure.kind === 'count' && measure.parts.every(({ whole }) => whole);
}

/** Takes the definitions and a number that an identity names; gives what it counts. */
export function countedBy(definitions: Definitions, named: NumberNamed): Counted {
  const parts = partsOf(definitions, named.measure, named.figure);
  if (parts?.kind === 'count' && named.part === 'count') return parts.count;
  if (parts?.kind === 'ratio' && named.part !== 'count') return parts[named.part];
  throw new RangeError(`${named.measure} ${named.figure} has no ${named.part}`);
}

/** Takes what is counted; gives its text, the same for the same. */
export function textOf({ measure, conditions }: Counted): string {
  return [measure.id, ...conditions].join(' & ');
}

/** Gives the name of what is counted in a period, whole or in one cell. What identities say is one number has one name. */
export type NameOf = (counted: Counted, period: Period, cell: BreakdownCell | null) => string;

/** Takes the definitions; gives the function that names numbers. */
export function naming(definitions: Definitions): NameOf {
  const standsFor = firstOfSame(definitions);
  return (counted, period, cell) => {
    const own = placed(counted, cell);
    return `${standsFor.get(own) ?? own} | ${period}`;
  };
}

function placed(counted: Counted, cell: BreakdownCell | null): string {
  return [textOf(counted), ...(cell ? [cell.by, cell.cell] : [])].join(' | ');
}

/** By what is counted and its cell, what stands for all that is the same by definition. */
function firstOfSame(definitions: Definitions): ReadonlyMap<string, string> {
  const first = new Map<string, string>();
  for (const identity of definitions.identities) {
    if (identity.kind !== 'same' || identity.whereTheyAgree) continue;
    for (const cell of placesIn(definitions, identity.cells)) {
      const same = identity.numbers.map((named) =>
        placed(countedBy(definitions, named), named.cell ?? cell),
      );
      const joined = new Set(same.map((text) => first.get(text) ?? text));
      const stands = [...joined].sort()[0] ?? '';
      for (const text of new Set([...same, ...joined, ...first.keys()]))
        if (joined.has(first.get(text) ?? text)) first.set(text, stands);
    }
  }
  return first;
}

/** Takes the definitions and breakdowns by id; gives the whole (null) and all their cells. */
export function placesIn(definitions: Definitions, by: Iterable<string>): (BreakdownCell | null)[] {
  return [null, ...[...by].flatMap((breakdown) => cellsOf(definitions, breakdown))];
}

/** Takes the definitions and a breakdown's id; gives its cells. */
export function cellsOf({ breakdowns }: Definitions, by: string): BreakdownCell[] {
  const breakdown = breakdowns.find(({ id }) => id === by);
  if (!breakdown) throw new RangeError(`there is no breakdown ${by}`);
  return breakdown.cells.map(({ id }) => ({ by, cell: id }));
}
