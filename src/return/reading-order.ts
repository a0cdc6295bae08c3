import { isYear, lastDay, oncePerPeriod } from '../model/period.ts';
import type { Observation } from '../model/observation.ts';
import type { ReturnDocument } from '../model/return-document.ts';

type Place = readonly (number | string)[];

/** What places observations: the definitions and breakdowns that a document carries. */
export type Defined = Pick<ReturnDocument, 'definitions' | 'breakdowns'>;

/**
 * Takes observations and what defines them; gives them in the definitions' order: measure, figure, period (oldest first, a
 * quarter before the year that ends with it), breakdown (the whole first), cell. What is not defined comes last, by its id.
 */
export function inReadingOrder(
  observations: readonly Observation[],
  { definitions, breakdowns }: Defined,
): Observation[] {
  const figures = placesOf(
    definitions.flatMap(({ id, figures: own }) => own.map((figure) => `${id} ${figure.id}`)),
  );
  const cells = placesOf(
    breakdowns.flatMap(({ id, cells: own }) => own.map((cell) => `${id} ${cell.id}`)),
  );
  const dayOf = oncePerPeriod(lastDay);
  const placeOf = ({ measure, figure, period, cell, area }: Observation): Place => [
    ...placeIn(figures, `${measure} ${figure}`),
    dayOf(period),
    isYear(period) ? 1 : 0,
    ...(cell ? placeIn(cells, `${cell.by} ${cell.cell}`) : [-1, '']),
    area,
  ];
  return observations
    .map((observation) => ({ observation, place: placeOf(observation) }))
    .sort((a, b) => compare(a.place, b.place))
    .map(({ observation }) => observation);
}

function placesOf(names: readonly string[]): ReadonlyMap<string, number> {
  return new Map(names.map((name, place) => [name, place]));
}

function placeIn(places: ReadonlyMap<string, number>, name: string): [number, string] {
  return [places.get(name) ?? places.size, name];
}

function compare(a: Place, b: Place): number {
  for (const [i, mine] of a.entries()) {
    const other = b[i] ?? mine;
    if (mine !== other) return mine < other ? -1 : 1;
  }
  return 0;
}
