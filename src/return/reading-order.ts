import type { Observation } from '../model/observation.ts';
import { lastDay, isYear } from '../model/period.ts';
import { Problem } from '../model/problem.ts';
import { type Terms, definedMeasures } from './terms.ts';

type Place = readonly (number | string)[];

/**
 * Takes observations; gives them in the definitions' order: measure, figure, period (oldest first, a quarter before the
 * year that ends with it), breakdown (the whole first), cell. Throws a Problem where the terms do not define one.
 */
export function inReadingOrder(
  observations: readonly Observation[],
  { measures, breakdowns }: Pick<Terms, 'measures' | 'breakdowns'>,
): Observation[] {
  const figures = placesOf(
    definedMeasures(measures).flatMap(({ id, figures: own }) => own.map((f) => `${id} ${f.id}`)),
  );
  const cells = placesOf(
    breakdowns.flatMap(({ id, cells: own }) => own.map((cell) => `${id} ${cell.id}`)),
  );
  const placeOf = ({ measure, figure, period, cell }: Observation): Place => [
    placeIn(figures, `${measure} ${figure}`),
    lastDay(period),
    isYear(period) ? 1 : 0,
    cell ? placeIn(cells, `${cell.by} ${cell.cell}`) : -1,
  ];
  return observations
    .map((observation) => ({ observation, place: placeOf(observation) }))
    .sort((a, b) => compare(a.place, b.place))
    .map(({ observation }) => observation);
}

function placesOf(names: readonly string[]): ReadonlyMap<string, number> {
  return new Map(names.map((name, place) => [name, place]));
}

function placeIn(places: ReadonlyMap<string, number>, name: string): number {
  const place = places.get(name);
  if (place !== undefined) return place;
  throw new Problem(
    `The return was not written: nothing defines “${name}”.`,
    'This is a fault in Quarterlight, not in your extract. Please report it.',
  );
}

function compare(a: Place, b: Place): number {
  for (const [i, mine] of a.entries()) {
    const other = b[i] ?? mine;
    if (mine !== other) return mine < other ? -1 : 1;
  }
  return 0;
}
