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

  /** Takes which are wanted by their figure and version; gives these. It is asked once for all rows that have both the same. */
  *only(isWanted: (at: ObservationAt, version: number) => boolean): Iterable<Observation> {
    for (const [series, at] of this.series.entries()) {
      const answers = new Map<number, boolean>();
      const end = this.starts[series + 1] ?? 0;
      for (let row = this.starts[series] ?? 0; row < end; row += 1) {
        const version = this.outcomes.version[row] ?? 0;
        const answer = answers.get(version) ?? isWanted(at, version);
        answers.set(version, answer);
        if (answer) yield this.at(series, row);
      }
    }
  }

  /** Takes an area; gives its observations. */
  *of(area: string): Iterable<Observation> {
    const wanted = this.areas.indexOf(area);
    for (let series = 0; series < this.series.length; series += 1) {
      const end = this.starts[series + 1] ?? 0;
      for (let row = this.starts[series] ?? 0; row < end; row += 1) {
        if (this.area[row] === wanted) yield this.at(series, row);
      }
    }
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
    const rowsIn = countsOf(this.#seriesOf, length, this.#series.length);
    const series = inOrder(this.#series).filter((place) => (rowsIn[place] ?? 0) > 0);
    const byCode = [...this.#areas.keys()].sort((a, b) =>
      (this.#areas[a] ?? '') < (this.#areas[b] ?? '') ? -1 : 1,
    );
    const byArea = sortedRows(null, this.#areaOf.subarray(0, length), byCode);
    const order = sortedRows(byArea, this.#seriesOf.subarray(0, length), series);
    const starts = new Uint32Array(series.length + 1);
    series.forEach((place, rank) => {
      starts[rank + 1] = (starts[rank] ?? 0) + (rowsIn[place] ?? 0);
    });
    return new ObservationColumns(
      { series: series.flatMap((place) => this.#series[place] ?? []), areas: this.#areas },
      { starts, area: taken(this.#areaOf, new Uint16Array(length), order) },
      this.outcomes.columns(order),
    );
  }
}

/** How many rows there are of each. */
function countsOf(of: Uint32Array | Uint16Array, length: number, kinds: number): Uint32Array {
  const counts = new Uint32Array(kinds);
  for (let row = 0; row < length; row += 1) {
    const kind = of[row] ?? 0;
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
}

/** The rows in the order of what they are of; those of one kind stay as they stood. */
function sortedRows(
  rows: Uint32Array | null,
  of: Uint32Array | Uint16Array,
  inOrder: readonly number[],
): Uint32Array {
  const counts = countsOf(
    of,
    of.length,
    inOrder.reduce((most, kind) => Math.max(most, kind), 0) + 1,
  );
  const next = new Uint32Array(counts.length);
  let start = 0;
  for (const kind of inOrder) {
    next[kind] = start;
    start += counts[kind] ?? 0;
  }
  const sorted = new Uint32Array(of.length);
  for (let place = 0; place < of.length; place += 1) {
    const row = rows ? (rows[place] ?? 0) : place;
    const kind = of[row] ?? 0;
    const at = next[kind] ?? 0;
    sorted[at] = row;
    next[kind] = at + 1;
  }
  return sorted;
}
