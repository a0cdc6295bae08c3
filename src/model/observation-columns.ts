import { type OutcomeColumns, seriesKey } from './collation.ts';
import type { ObservationAt } from './disclosure.ts';
import type { Observation, Observations } from './observation.ts';
import { OutcomeRows, grown, outcomeAt, taken } from './outcome-columns.ts';

const FIRST = 1024;

/**
 * Observations of many areas in columns, series by series and by the areas' codes within: nearly two million of them take some
 * eighty megabytes. Whoever goes through them has one object at a time.
 */
export class ObservationColumns implements Observations {
  /** The figures that there are, in the order that their rows stand in. */
  readonly series: readonly ObservationAt[];
  /** Codes. */
  readonly areas: readonly string[];
  /** The rows of a series stand from `starts[place]` to `starts[place + 1]`. */
  readonly starts: Uint32Array;
  /** Of each row, the place of its area. */
  readonly area: Uint16Array;
  readonly outcomes: OutcomeColumns;
  #places: ReadonlyMap<string, number> | null = null;

  constructor(
    { series, areas }: Pick<ObservationColumns, 'series' | 'areas'>,
    { starts, area }: Pick<ObservationColumns, 'starts' | 'area'>,
    outcomes: OutcomeColumns,
  ) {
    this.series = series;
    this.areas = areas;
    this.starts = starts;
    this.area = area;
    this.outcomes = outcomes;
  }

  get length(): number {
    return this.area.length;
  }

  *[Symbol.iterator](): Iterator<Observation> {
    for (let series = 0; series < this.series.length; series += 1) {
      const end = this.starts[series + 1] ?? 0;
      for (let row = this.starts[series] ?? 0; row < end; row += 1) yield this.at(series, row);
    }
  }

  /** Takes the place of a series and one of its rows; gives the observation. Throws a RangeError where there is none. */
  at(series: number, row: number): Observation {
    const [at, area] = [this.series[series], this.areas[this.area[row] ?? -1]];
    if (at === undefined || area === undefined) throw new RangeError(`there is no row ${row}`);
    const { measure, figure, period, cell } = at;
    const { version, byHand, from, texts } = this.outcomes;
    return {
      ...{ measure, version: version[row] ?? 0, figure, period, area, cell },
      outcome: outcomeAt(this.outcomes, row),
      origin: byHand[row] === 1 ? 'entered by hand' : 'extract',
      denominatorFrom: texts[from[row] ?? 0] || null,
    };
  }

  /** Takes an area and what names a figure; gives its observation, or null. */
  find(area: string, at: ObservationAt): Observation | null {
    this.#places ??= new Map(this.series.map((one, place) => [seriesKey(one), place]));
    const series = this.#places.get(seriesKey(at));
    if (series === undefined) return null;
    const end = this.starts[series + 1] ?? 0;
    for (let row = this.starts[series] ?? 0; row < end; row += 1) {
      if (this.areas[this.area[row] ?? -1] === area) return this.at(series, row);
    }
    return null;
  }
}

/** Observations on their way into columns, in any order. */
export class ObservationRows {
  /** What their outcomes are: whoever adds a row here names its place below. */
  readonly outcomes = new OutcomeRows();
  readonly #series: ObservationAt[] = [];
  readonly #seriesPlaces = new Map<string, number>();
  readonly #areas: string[] = [];
  readonly #areaPlaces = new Map<string, number>();
  #seriesOf = new Uint32Array(FIRST);
  #areaOf = new Uint16Array(FIRST);
  #length = 0;

  /** Takes what names a figure; gives its place among the series, a new one where it is met for the first time. */
  seriesPlace(at: ObservationAt): number {
    const key = seriesKey(at);
    const known = this.#seriesPlaces.get(key);
    if (known !== undefined) return known;
    const { measure, figure, period, cell } = at;
    const place = this.#series.push({ measure, figure, period, cell }) - 1;
    this.#seriesPlaces.set(key, place);
    return place;
  }

  /** Takes a code; gives its place among the areas, a new one where it is met for the first time. Throws a RangeError where there are too many. */
  areaPlace(code: string): number {
    const known = this.#areaPlaces.get(code);
    if (known !== undefined) return known;
    const place = this.#areas.push(code) - 1;
    if (place > 0xffff) throw new RangeError('there are too many areas');
    this.#areaPlaces.set(code, place);
    return place;
  }

  /** Takes one observation. */
  add({ outcome, version, origin, denominatorFrom, area, ...at }: Observation): void {
    this.outcomes.add(outcome, version, origin === 'entered by hand', denominatorFrom);
    this.placed(this.seriesPlace(at), this.areaPlace(area));
  }

  /** Takes the places of the series and the area that the row is of which was last added to `outcomes`. */
  placed(series: number, area: number): void {
    const row = this.#length;
    if (row === this.#areaOf.length) {
      this.#seriesOf = grown(this.#seriesOf, new Uint32Array(row * 2));
      this.#areaOf = grown(this.#areaOf, new Uint16Array(row * 2));
    }
    this.#seriesOf[row] = series;
    this.#areaOf[row] = area;
    this.#length = row + 1;
  }

  /** Takes how series are put in order, by their places; gives all that was added, the areas of each series by their codes. */
  columns(
    inOrder: (series: readonly ObservationAt[]) => readonly number[] = (all) =>
      all.map((_, place) => place),
  ): ObservationColumns {
    const length = this.#length;
    const series = inOrder(this.#series);
    const byCode = [...this.#areas.keys()].sort((a, b) =>
      (this.#areas[a] ?? '') < (this.#areas[b] ?? '') ? -1 : 1,
    );
    const [seriesRank, areaRank] = [ranks(series), ranks(byCode)];
    const order = sortedRows(length, [
      { of: this.#areaOf, rank: areaRank },
      { of: this.#seriesOf, rank: seriesRank },
    ]);
    const starts = new Uint32Array(series.length + 1);
    for (let row = 0; row < length; row += 1) {
      const place = (seriesRank[this.#seriesOf[row] ?? 0] ?? 0) + 1;
      starts[place] = (starts[place] ?? 0) + 1;
    }
    for (let place = 1; place < starts.length; place += 1) {
      starts[place] = (starts[place] ?? 0) + (starts[place - 1] ?? 0);
    }
    return new ObservationColumns(
      { series: series.flatMap((place) => this.#series[place] ?? []), areas: this.#areas },
      { starts, area: taken(this.#areaOf, new Uint16Array(length), order) },
      this.outcomes.columns(order),
    );
  }
}

function ranks(order: readonly number[]): Uint32Array {
  const found = new Uint32Array(order.length);
  order.forEach((place, rank) => {
    found[place] = rank;
  });
  return found;
}

interface SortedBy {
  readonly of: Uint32Array | Uint16Array;
  readonly rank: Uint32Array;
}

/** The rows by the last of what they are sorted by, then by that before it. */
function sortedRows(length: number, by: readonly SortedBy[]): Uint32Array {
  let order = Uint32Array.from({ length }, (_, row) => row);
  for (const { of, rank } of by) {
    const next = new Uint32Array(rank.length + 1);
    for (let row = 0; row < length; row += 1) {
      const place = (rank[of[row] ?? 0] ?? 0) + 1;
      next[place] = (next[place] ?? 0) + 1;
    }
    for (let place = 1; place < next.length; place += 1) {
      next[place] = (next[place] ?? 0) + (next[place - 1] ?? 0);
    }
    const sorted = new Uint32Array(length);
    for (const row of order) {
      const place = rank[of[row] ?? 0] ?? 0;
      const at = next[place] ?? 0;
      sorted[at] = row;
      next[place] = at + 1;
    }
    order = sorted;
  }
  return order;
}
