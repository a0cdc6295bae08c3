import { LIMITS } from '../../model/limits.ts';

const MOST_ROWS = LIMITS.packRows.most;
const MOST_SERIES = 500_000;
const FIRST = 4096;

/** Which rows were met, by the places of their series and area: a bit each. */
export class MetRows {
  readonly #areas: number;
  #bits = new Uint8Array(FIRST);
  #rows = 0;

  /** Takes how many areas there are. */
  constructor(areas: number) {
    this.#areas = areas;
  }

  /** Takes the places of a row; tells whether it is met for the first time. Throws a RangeError where there are too many. */
  add(series: number, area: number): boolean {
    if (series >= MOST_SERIES) throw tooMany(MOST_SERIES, 'figures and cells of periods');
    const at = series * this.#areas + area;
    const [byte, bit] = [Math.floor(at / 8), 1 << (at % 8)];
    if (byte >= this.#bits.length) {
      const longer = new Uint8Array(Math.max(byte + 1, this.#bits.length * 2));
      longer.set(this.#bits);
      this.#bits = longer;
    }
    const held = this.#bits[byte] ?? 0;
    if ((held & bit) !== 0) return false;
    this.#bits[byte] = held | bit;
    this.#rows += 1;
    if (this.#rows > MOST_ROWS) throw tooMany(MOST_ROWS, 'rows');
    return true;
  }
}

function tooMany(most: number, what: string): RangeError {
  return new RangeError(`it has more than ${most.toLocaleString('en-GB')} ${what}`);
}
