import type { FieldTexts } from '../../files/field-texts.ts';
import { OUTCOME_KINDS } from '../../model/collation.ts';
import type { ObservationRows } from '../../model/observation-columns.ts';
import { kindPlace } from '../../model/outcome-columns.ts';
import { roundHalfAway } from '../../model/outcome.ts';
import { type Period, firstDay, lastDay, parsePeriod } from '../../model/period.ts';
import { definedIn } from '../check.ts';
import { WHOLE } from '../observation-rows.ts';
import { symbolOf } from '../symbols.ts';
import type { MetRows } from './met-rows.ts';
import { Pairs } from './pairs.ts';
import { plainNumberIn } from './plain-number.ts';
import { type RowsOf, isVersion } from './read-rows.ts';

/** The columns that are looked at, each with its place in `#at` below. */
const [MEASURE, FIGURE, PERIOD, BY, CELL, FIRST_DAY, LAST_DAY, AREA] = [0, 1, 2, 3, 4, 5, 6, 7];
const [VERSION, OUTCOME, VALUE, NUMERATOR, DENOMINATOR, SCALE] = [8, 9, 10, 11, 12, 13];
const [REASON, ORIGIN, FROM] = [14, 15, 16];
const COLUMNS = [
  ...['measure', 'figure', 'period', 'breakdown', 'breakdown_cell'],
  ...['period_first_day', 'period_last_day', 'area_code', 'definition_version', 'outcome'],
  ...['value', 'numerator', 'denominator', 'scale', 'reason', 'origin', 'denominator_source'],
];

/** What stands for a thing that is not as it should be, or is not known. */
const NONE = -1;
const [COUNT, AMOUNT, RATIO] = [kindPlace('count'), kindPlace('amount'), kindPlace('ratio')];

/** By the place of its kind, the symbol that stands in place of a figure. */
const SYMBOLS = OUTCOME_KINDS.map((kind) =>
  kind === 'ratio' || kind === 'count' || kind === 'amount'
    ? null
    : symbolOf(kind === 'withheld' ? { kind } : { kind, reason: '' }),
);

/**
 * Takes rows that are as they should be from their bytes to columns. It takes no row of which there might be anything to say: that
 * is left to `readRow`, and so what it takes is what `readRow` would give, without a remark.
 */
export class PlainRow {
  readonly #texts: FieldTexts;
  readonly #of: RowsOf;
  readonly #defined: ReadonlySet<string>;
  readonly #rows: ObservationRows;
  /** By column, its place in a record; none where the table does not have it. */
  readonly #places: readonly number[];
  /** Of the row at hand, the number of each column's text. The last row's is the likely one. */
  readonly #at = new Int32Array(COLUMNS.length);
  readonly #isUsual: boolean;
  /** What names a series, two by two: its figure, its days, its period, its cell, and these together. */
  readonly #pairs = Array.from({ length: 6 }, () => new Pairs());
  /** By the number of all that names it: the place of a series. */
  readonly #series: number[] = [];
  /** By the number of a text: what it stands for in its column. */
  readonly #areas: number[] = [];
  readonly #versions: number[] = [];
  readonly #kinds: number[] = [];
  readonly #placed: number[] = [];
  #bytes: Uint8Array = new Uint8Array(0);
  #bounds: Int32Array = new Int32Array(0);
  #fields = 0;
  readonly #numbers: [number, number, number] = [0, 0, 0];

  constructor(columns: readonly string[], texts: FieldTexts, of: RowsOf, rows: ObservationRows) {
    this.#texts = texts;
    this.#of = of;
    this.#defined = definedIn(of);
    this.#rows = rows;
    this.#places = COLUMNS.map((name) => columns.lastIndexOf(name));
    this.#isUsual = !columns.includes('symbol');
  }

  /** Takes a record and the rows that were met; tells whether it took the row. */
  take(bytes: Uint8Array, bounds: Int32Array, fields: number, met: MetRows): boolean {
    if (!this.#isUsual) return false;
    this.#bytes = bytes;
    this.#bounds = bounds;
    this.#fields = fields;
    const series = this.#seriesHere();
    const area = series === NONE ? NONE : this.#areaHere();
    const version = area === NONE ? NONE : this.#versionHere();
    const kind = version === NONE ? NONE : this.#kindHere();
    if (kind === NONE || !this.#hasOutcome(kind) || !met.add(series, area)) return false;
    const byHand = this.#texts.texts[this.#number(ORIGIN)] === 'entered by hand' ? 1 : 0;
    const reason = SYMBOLS[kind] === null || SYMBOLS[kind] === 'c' ? 0 : this.#textHere(REASON);
    this.#rows.outcomes.put(kind, this.#numbers, version, byHand, reason, this.#textHere(FROM));
    this.#rows.placed(series, area);
    return true;
  }

  #number(column: number): number {
    const place = this.#places[column] ?? NONE;
    const likely = this.#at[column] ?? 0;
    const found =
      place < 0 || place >= this.#fields
        ? 0
        : this.#texts.numberOf(
            this.#bytes,
            this.#bounds[2 * place] ?? 0,
            this.#bounds[2 * place + 1] ?? 0,
            likely,
          );
    this.#at[column] = found;
    return found;
  }

  #text(column: number): string {
    return this.#texts.texts[this.#number(column)] ?? '';
  }

  #seriesHere(): number {
    const figure = this.#pair(0, this.#number(MEASURE), this.#number(FIGURE));
    const days = this.#pair(1, this.#number(FIRST_DAY), this.#number(LAST_DAY));
    const period = this.#pair(2, this.#number(PERIOD), days);
    const cell = this.#pair(3, this.#number(BY), this.#number(CELL));
    const number = this.#pair(5, this.#pair(4, figure, period), cell);
    return (this.#series[number] ??= this.#opened());
  }

  #pair(place: number, one: number, other: number): number {
    return this.#pairs[place]?.numberOf(one, other) ?? NONE;
  }

  #opened(): number {
    const [measure, figure] = [this.#text(MEASURE), this.#text(FIGURE)];
    const [by, cell] = [this.#text(BY), this.#text(CELL)];
    const period = parsePeriod(this.#text(PERIOD));
    if (period === null || !this.#hasItsDays(period)) return NONE;
    if (!this.#defined.has(`${measure} ${figure}`)) return NONE;
    const isWhole = by === WHOLE && cell === WHOLE;
    if (!isWhole && !this.#defined.has(`${by} ${cell}`)) return NONE;
    return this.#rows.seriesPlace({ measure, figure, period, cell: isWhole ? null : { by, cell } });
  }

  #hasItsDays(period: Period): boolean {
    const [first, last] = [this.#text(FIRST_DAY), this.#text(LAST_DAY)];
    return (
      (first === '' || first === firstDay(period)) && (last === '' || last === lastDay(period))
    );
  }

  #areaHere(): number {
    const number = this.#number(AREA);
    return (this.#areas[number] ??= this.#areaOf(this.#texts.texts[number] ?? ''));
  }

  #areaOf(code: string): number {
    return this.#of.areas.has(code) ? this.#rows.areaPlace(code) : NONE;
  }

  #versionHere(): number {
    const number = this.#number(VERSION);
    const version = Number(this.#texts.texts[number]);
    return (this.#versions[number] ??= isVersion(version) ? version : NONE);
  }

  #kindHere(): number {
    const number = this.#number(OUTCOME);
    const text = this.#texts.texts[number];
    return (this.#kinds[number] ??= OUTCOME_KINDS.findIndex((kind) => kind === text));
  }

  #textHere(column: number): number {
    const number = this.#number(column);
    return (this.#placed[number] ??= this.#rows.outcomes.text(this.#texts.texts[number] ?? ''));
  }

  #hasOutcome(kind: number): boolean {
    const numbers = this.#numbers;
    const symbol = SYMBOLS[kind];
    if (typeof symbol === 'string') {
      numbers.fill(0);
      return (
        this.#text(VALUE) === symbol &&
        this.#isBare(NUMERATOR, symbol) &&
        this.#isBare(DENOMINATOR, symbol)
      );
    }
    if (kind === RATIO) return this.#hasRatio();
    const value = this.#plain(VALUE);
    [numbers[0], numbers[1], numbers[2]] = [value, 0, 0];
    return kind === AMOUNT ? value >= 0 : kind === COUNT && Number.isSafeInteger(value);
  }

  #isBare(column: number, symbol: string): boolean {
    const text = this.#text(column);
    return text === '' || text === symbol;
  }

  #hasRatio(): boolean {
    const numbers = this.#numbers;
    const [numerator, denominator, scale] = [
      this.#plain(NUMERATOR),
      this.#plain(DENOMINATOR),
      this.#plain(SCALE),
    ];
    [numbers[0], numbers[1], numbers[2]] = [numerator, denominator, scale];
    if (!(numerator >= 0 && denominator > 0 && scale > 0)) return false;
    const shown = roundHalfAway((numerator / denominator) * scale);
    if (shown === 0 && numerator > 0) return this.#text(VALUE) === 'low';
    return this.#plain(VALUE) === shown;
  }

  /** A number that is written in digits alone, a point among them; NaN where it is anything else. */
  #plain(column: number): number {
    const place = this.#places[column] ?? NONE;
    if (place < 0 || place >= this.#fields) return NaN;
    const [from = 0, to = 0] = [this.#bounds[2 * place], this.#bounds[2 * place + 1]];
    return plainNumberIn(this.#bytes, from, to);
  }
}
