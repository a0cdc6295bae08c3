import type { ObservationAt } from '../model/disclosure.ts';
import { ObservationColumns, ObservationRows } from '../model/observation-columns.ts';
import type { Observation, Observations } from '../model/observation.ts';
import { isYear, lastDay, oncePerPeriod } from '../model/period.ts';
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
  defined: Defined,
): Observation[] {
  const placeOf = placing(defined);
  return observations
    .map((observation) => ({ observation, place: [...placeOf(observation), observation.area] }))
    .sort((a, b) => compare(a.place, b.place))
    .map(({ observation }) => observation);
}

/** Takes what defines observations; gives how their series are put in reading order, by their places. */
export function readingOrder(
  defined: Defined,
): (series: readonly ObservationAt[]) => readonly number[] {
  return (series) => {
    const places = series.map(placing(defined));
    return [...places.keys()].sort((a, b) => compare(places[a] ?? [], places[b] ?? []));
  };
}

/** Takes observations and what defines them; gives them in columns and in reading order. Columns are so already. */
export function inColumns(observations: Observations, defined: Defined): ObservationColumns {
  if (observations instanceof ObservationColumns) return observations;
  const rows = new ObservationRows();
  for (const observation of observations) rows.add(observation);
  return rows.columns(readingOrder(defined));
}

function placing({ definitions, breakdowns }: Defined): (at: ObservationAt) => Place {
  const figures = placesOf(
    definitions.flatMap(({ id, figures: own }) => own.map((figure) => `${id} ${figure.id}`)),
  );
  const cells = placesOf(
    breakdowns.flatMap(({ id, cells: own }) => own.map((cell) => `${id} ${cell.id}`)),
  );
  const dayOf = oncePerPeriod(lastDay);
  return ({ measure, figure, period, cell }) => [
    ...placeIn(figures, `${measure} ${figure}`),
    dayOf(period),
    isYear(period) ? 1 : 0,
    ...(cell ? placeIn(cells, `${cell.by} ${cell.cell}`) : [-1, '']),
  ];
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
