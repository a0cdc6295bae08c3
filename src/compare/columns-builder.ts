import {
  CONTENT_KINDS,
  type Content,
  type FigureColumns,
  type FigureRow,
  type FigureSource,
  type SourceArea,
  seriesKey,
} from './columns.ts';

const MOST_TEXTS = 65_535;

/** Figures on their way into columns, in any order. */
export class ColumnsBuilder {
  readonly #source: FigureSource;
  readonly #areas: readonly SourceArea[];
  readonly #places: ReadonlyMap<string, number>;
  readonly #series = new Map<string, number>();
  readonly #counts: number[] = [];
  readonly #texts = new Map<string, number>([['', 0]]);
  readonly #denominators = new Map<string, FigureColumns['denominators'][number]>();
  readonly #of: number[] = [];
  readonly #rows: Record<Column, number[]> = {
    area: [],
    kind: [],
    value: [],
    denominator: [],
    scale: [],
    version: [],
    symbol: [],
    says: [],
    from: [],
  };

  constructor(source: FigureSource, areas: readonly SourceArea[]) {
    this.#source = source;
    this.#areas = areas;
    this.#places = new Map(areas.map(({ code }, place) => [code, place]));
  }

  /** Takes one figure. Throws a RangeError where its area is none of those that were named. */
  add(row: FigureRow): void {
    const area = this.#places.get(row.area);
    if (area === undefined) throw new RangeError(`there is no area ${row.area} in this source`);
    const key = seriesKey(row);
    const series = this.#series.get(key) ?? this.#series.size;
    this.#series.set(key, series);
    this.#counts[series] = (this.#counts[series] ?? 0) + 1;
    this.#of.push(series);
    const { content, denominatorFrom: from } = row;
    if (content.kind === 'ratio' && from !== null)
      this.#denominators.set(`${row.area} ${from}`, {
        ...{ area: row.area, from, denominator: content.denominator },
      });
    const numbers = numbersOf(content);
    this.#push({
      area,
      kind: CONTENT_KINDS.indexOf(content.kind),
      ...numbers,
      version: row.version,
      symbol: this.#text(content.kind === 'symbol' ? content.symbol : (content.flag ?? '')),
      says: this.#text(content.kind === 'symbol' ? content.says : ''),
      from: this.#text(from ?? ''),
    });
  }

  /** Gives all that was added, series by series. */
  build(): FigureColumns {
    const starts = new Uint32Array(this.#counts.length + 1);
    this.#counts.forEach((count, place) => {
      starts[place + 1] = (starts[place] ?? 0) + count;
    });
    const next = starts.slice();
    const order = new Uint32Array(this.#of.length);
    this.#of.forEach((series, row) => {
      const place = next[series] ?? 0;
      order[place] = row;
      next[series] = place + 1;
    });
    const sorted = (column: Column) => (_: unknown, place: number) =>
      this.#rows[column][order[place] ?? 0] ?? 0;
    const of = { length: order.length };
    return {
      source: this.#source,
      areas: this.#areas,
      series: [...this.#series.keys()],
      starts,
      area: Uint16Array.from(of, sorted('area')),
      kind: Uint8Array.from(of, sorted('kind')),
      value: Float64Array.from(of, sorted('value')),
      denominator: Float64Array.from(of, sorted('denominator')),
      scale: Uint32Array.from(of, sorted('scale')),
      version: Uint16Array.from(of, sorted('version')),
      symbol: Uint16Array.from(of, sorted('symbol')),
      says: Uint16Array.from(of, sorted('says')),
      from: Uint16Array.from(of, sorted('from')),
      texts: [...this.#texts.keys()],
      denominators: [...this.#denominators.values()],
    };
  }

  #push(row: Record<Column, number>): void {
    const rows = this.#rows;
    rows.area.push(row.area);
    rows.kind.push(row.kind);
    rows.value.push(row.value);
    rows.denominator.push(row.denominator);
    rows.scale.push(row.scale);
    rows.version.push(row.version);
    rows.symbol.push(row.symbol);
    rows.says.push(row.says);
    rows.from.push(row.from);
  }

  /** Reasons are few and often the same. Should a file have more, the rest go without their words. */
  #text(text: string): number {
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    const place = this.#texts.size;
    if (place > MOST_TEXTS) return 0;
    this.#texts.set(text, place);
    return place;
  }
}

type Column =
  'area' | 'kind' | 'value' | 'denominator' | 'scale' | 'version' | 'symbol' | 'says' | 'from';

function numbersOf(content: Content): Record<'value' | 'denominator' | 'scale', number> {
  switch (content.kind) {
    case 'count':
    case 'amount':
      return { value: content.value, denominator: 0, scale: 1 };
    case 'ratio':
      return {
        value: content.numerator,
        denominator: content.denominator,
        scale: content.scale,
      };
    case 'bare':
      return { value: content.value, denominator: 0, scale: content.scale };
    case 'symbol':
      return { value: 0, denominator: 0, scale: 1 };
  }
}
