import { CONTENT_KINDS, type Content, type FigureColumns, type SourceArea } from './columns.ts';

/** One area's figure in a series. */
export interface Sliced {
  readonly area: SourceArea;
  readonly version: number;
  readonly content: Content;
  readonly denominatorFrom: string | null;
}

/** A source whose series can be found. */
export class SlicedSource {
  readonly columns: FigureColumns;
  readonly #places: ReadonlyMap<string, number>;

  constructor(columns: FigureColumns) {
    this.columns = columns;
    this.#places = new Map(columns.series.map((key, place) => [key, place]));
  }

  /** Takes a series' key; tells whether the source has it. */
  has(key: string): boolean {
    return this.#places.has(key);
  }

  /** Takes a series' key; gives each area's figure in it, none where the source does not have it. */
  slice(key: string): Sliced[] {
    const { starts } = this.columns;
    const place = this.#places.get(key);
    if (place === undefined) return [];
    const [from = 0, to = 0] = [starts[place], starts[place + 1]];
    return Array.from({ length: to - from }, (_, at) => this.#row(from + at)).flatMap((row) =>
      row ? [row] : [],
    );
  }

  #row(row: number): Sliced | null {
    const { areas, version, from, texts } = this.columns;
    const area = areas[this.columns.area[row] ?? 0];
    if (!area) return null;
    return {
      area,
      version: version[row] ?? 0,
      content: this.#content(row),
      denominatorFrom: texts[from[row] ?? 0] || null,
    };
  }

  #content(row: number): Content {
    const { texts } = this.columns;
    const kind = CONTENT_KINDS[this.columns.kind[row] ?? 0] ?? 'symbol';
    const symbol = texts[this.columns.symbol[row] ?? 0] ?? '';
    const [value = 0, denominator = 0, scale = 1] = [
      this.columns.value[row],
      this.columns.denominator[row],
      this.columns.scale[row],
    ];
    const flag = symbol || null;
    switch (kind) {
      case 'count':
      case 'amount':
        return { kind, value, flag };
      case 'ratio':
        return { kind, numerator: value, denominator, scale, flag };
      case 'bare':
        return { kind, value, scale, flag };
      case 'symbol':
        return { kind, symbol, says: texts[this.columns.says[row] ?? 0] ?? '' };
    }
  }
}

const known = new WeakMap<FigureColumns, SlicedSource>();

/** Takes columns; gives them so that their series can be found: the same for the same. */
export function sliced(columns: FigureColumns): SlicedSource {
  const made = known.get(columns) ?? new SlicedSource(columns);
  known.set(columns, made);
  return made;
}
