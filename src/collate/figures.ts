import type { CollectedReturn, FigureTable } from '../model/collation.ts';
import type { ObservationAt } from '../model/disclosure.ts';
import type { Observation } from '../model/observation.ts';
import type { Outcome } from '../model/outcome.ts';
import { outcomeAt } from '../model/outcome-columns.ts';
import { observationAt, placeIn } from './figure-table.ts';

/** One series of a collation: which figure of which period. */
export interface Series extends ObservationAt {
  readonly key: string;
}

/** A figure as it stands in a collation, and the return that says it. */
export interface HeldFigure {
  readonly table: FigureTable;
  readonly row: number;
  readonly source: CollectedReturn;
}

/**
 * The figures of many authorities, each at its place: for every series and area the return and the row of it that stand
 * there, so that nothing is held twice.
 */
export class CollatedFigures {
  readonly areas: readonly string[];
  readonly #areaPlaces: ReadonlyMap<string, number>;
  readonly #series: Series[] = [];
  readonly #seriesPlaces = new Map<string, number>();
  readonly #sources: CollectedReturn[] = [];
  /** By series, then area: the place of the return, 0 for none, and the row. */
  #source = new Uint16Array(0);
  #row = new Uint32Array(0);

  constructor(areas: readonly string[]) {
    this.areas = areas;
    this.#areaPlaces = new Map(areas.map((area, place) => [area, place]));
  }

  get series(): readonly Series[] {
    return this.#series;
  }

  /** Takes an area; gives its place among the areas. Throws a RangeError where it is none of them. */
  placeOf(area: string): number {
    const place = this.#areaPlaces.get(area);
    if (place === undefined) throw new RangeError(`there is no area ${area}`);
    return place;
  }

  /** Takes the key of a series; gives its place, or null where no return has it. */
  seriesPlace(key: string): number | null {
    return this.#seriesPlaces.get(key) ?? null;
  }

  /** Takes a return; gives its number, by which its rows are put in their places. */
  take(source: CollectedReturn): number {
    return this.#sources.push(source);
  }

  /** Takes the key of a series; gives its place, a new one where it is met for the first time. */
  open(key: string): number {
    const known = this.#seriesPlaces.get(key);
    if (known !== undefined) return known;
    const place = this.#series.push({ key, ...placeIn(key) }) - 1;
    this.#seriesPlaces.set(key, place);
    const needed = (place + 1) * this.areas.length;
    if (needed > this.#source.length) this.#grow(needed);
    return place;
  }

  /** Takes the places of a series and an area, the number of a return and a row of it; puts it there. */
  put(series: number, area: number, source: number, row: number): void {
    const slot = series * this.areas.length + area;
    this.#source[slot] = source;
    this.#row[slot] = row;
  }

  /** Takes the places of a series and an area; gives the figure that stands there, or null. */
  at(series: number, area: number): HeldFigure | null {
    const slot = series * this.areas.length + area;
    const source = this.#sources[(this.#source[slot] ?? 0) - 1];
    if (!source) return null;
    return { table: source.figures, row: this.#row[slot] ?? 0, source };
  }

  /** Takes an area and what names a figure by its key; gives what stands there, or null. */
  find(area: string, key: string): HeldFigure | null {
    const [place, series] = [this.#areaPlaces.get(area), this.seriesPlace(key)];
    return place === undefined || series === null ? null : this.at(series, place);
  }

  /** Every figure as an observation, series by series: for writing, one at a time. */
  *observations(): Iterable<Observation> {
    for (let series = 0; series < this.#series.length; series += 1) {
      for (const [place, area] of this.areas.entries()) {
        const held = this.at(series, place);
        if (held) yield observationAt(held.table, held.row, area);
      }
    }
  }

  /** Takes an area; gives its figures as observations. */
  observationsOf(area: string): Observation[] {
    const place = this.placeOf(area);
    return this.#series.flatMap((_, series) => {
      const held = this.at(series, place);
      return held ? [observationAt(held.table, held.row, area)] : [];
    });
  }

  #grow(needed: number): void {
    const length = Math.max(needed, this.#source.length * 2, 4096);
    const [source, row] = [new Uint16Array(length), new Uint32Array(length)];
    source.set(this.#source);
    row.set(this.#row);
    this.#source = source;
    this.#row = row;
  }
}

/** Takes a figure that is held; gives its outcome. */
export function heldOutcome({ table, row }: HeldFigure): Outcome {
  return outcomeAt(table, row);
}

/** Takes a figure that is held; gives where its denominator comes from, or null where it is counted. */
export function heldFrom({ table, row }: HeldFigure): string | null {
  return table.texts[table.from[row] ?? 0] || null;
}
