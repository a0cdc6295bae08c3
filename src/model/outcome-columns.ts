import { OUTCOME_KINDS, type OutcomeColumns } from './collation.ts';
import type { Outcome } from './outcome.ts';

const PLACES = new Map(OUTCOME_KINDS.map((kind, place) => [kind, place]));
const FIRST = 1024;
const HIGHEST_VERSION = 65_535;

/** Numbers of one row: the value or the numerator, the denominator, the scale. */
type Numbers = readonly [value: number, denominator: number, scale: number];

/** Takes a kind of outcome; gives its place in OUTCOME_KINDS. */
export function kindPlace(kind: Outcome['kind']): number {
  return PLACES.get(kind) ?? 0;
}

/** Takes columns and a row of them; gives its outcome. Throws a RangeError where there is no such row. */
export function outcomeAt(columns: OutcomeColumns, row: number): Outcome {
  const kind = OUTCOME_KINDS[columns.kind[row] ?? -1];
  const value = columns.value[row] ?? NaN;
  if (kind === undefined) throw new RangeError(`there is no row ${row}`);
  switch (kind) {
    case 'count':
    case 'amount':
      return { kind, value };
    case 'ratio': {
      const [denominator = NaN, scale = NaN] = [columns.denominator[row], columns.scale[row]];
      return { kind, numerator: value, denominator, scale };
    }
    case 'withheld':
      return { kind };
    case 'missing':
    case 'not applicable':
    case 'not available':
      return { kind, reason: columns.texts[columns.reason[row] ?? 0] ?? '' };
  }
}

/** Outcomes on their way into columns, row after row. */
export class OutcomeRows {
  readonly #texts = new Map<string, number>([['', 0]]);
  #length = 0;
  #kind = new Uint8Array(FIRST);
  #value = new Float64Array(FIRST);
  #denominator = new Float64Array(FIRST);
  #scale = new Float64Array(FIRST);
  #version = new Uint16Array(FIRST);
  #byHand = new Uint8Array(FIRST);
  #reason = new Uint32Array(FIRST);
  #from = new Uint32Array(FIRST);

  get length(): number {
    return this.#length;
  }

  /** Takes a text; gives its place among the texts. */
  text(text: string): number {
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    const place = this.#texts.size;
    this.#texts.set(text, place);
    return place;
  }

  /** Takes what a row found, its version, whether it was entered by hand and where its denominator comes from. */
  add(outcome: Outcome, version: number, byHand: boolean, from: string | null): void {
    const reason = 'reason' in outcome ? this.text(outcome.reason) : 0;
    const numbers = numbersOf(outcome);
    this.put(kindPlace(outcome.kind), numbers, version, byHand ? 1 : 0, reason);
    this.#from[this.#length - 1] = this.text(from ?? '');
  }

  /** Takes a row of other columns; adds it here. */
  copy(columns: OutcomeColumns, row: number): void {
    const [reason, from] = [columns.reason[row] ?? 0, columns.from[row] ?? 0];
    this.put(
      columns.kind[row] ?? 0,
      [columns.value[row] ?? 0, columns.denominator[row] ?? 0, columns.scale[row] ?? 0],
      columns.version[row] ?? 0,
      columns.byHand[row] ?? 0,
      reason === 0 ? 0 : this.text(columns.texts[reason] ?? ''),
      from === 0 ? 0 : this.text(columns.texts[from] ?? ''),
    );
  }

  /** Takes a row as columns hold it, with places of its texts. Throws a RangeError where its version is none. */
  put(
    kind: number,
    [value, denominator, scale]: Numbers,
    version: number,
    byHand: number,
    reason: number,
    from = 0,
  ): void {
    if (version < 0 || version > HIGHEST_VERSION) throw new RangeError(`${version} is no version`);
    const row = this.#length;
    if (row === this.#kind.length) this.#grow();
    this.#kind[row] = kind;
    this.#value[row] = value;
    this.#denominator[row] = denominator;
    this.#scale[row] = scale;
    this.#version[row] = version;
    this.#byHand[row] = byHand;
    this.#reason[row] = reason;
    this.#from[row] = from;
    this.#length = row + 1;
  }

  /** Gives the rows that were added, in the order of the places given, or as they were added. */
  columns(order: Uint32Array | null = null): OutcomeColumns {
    const length = order?.length ?? this.#length;
    return {
      kind: taken(this.#kind, new Uint8Array(length), order),
      value: taken(this.#value, new Float64Array(length), order),
      denominator: taken(this.#denominator, new Float64Array(length), order),
      scale: taken(this.#scale, new Float64Array(length), order),
      version: taken(this.#version, new Uint16Array(length), order),
      byHand: taken(this.#byHand, new Uint8Array(length), order),
      reason: taken(this.#reason, new Uint32Array(length), order),
      from: taken(this.#from, new Uint32Array(length), order),
      texts: [...this.#texts.keys()],
    };
  }

  #grow(): void {
    const length = this.#length * 2;
    this.#kind = grown(this.#kind, new Uint8Array(length));
    this.#value = grown(this.#value, new Float64Array(length));
    this.#denominator = grown(this.#denominator, new Float64Array(length));
    this.#scale = grown(this.#scale, new Float64Array(length));
    this.#version = grown(this.#version, new Uint16Array(length));
    this.#byHand = grown(this.#byHand, new Uint8Array(length));
    this.#reason = grown(this.#reason, new Uint32Array(length));
    this.#from = grown(this.#from, new Uint32Array(length));
  }
}

/** Takes columns and some of their rows; gives columns of these alone, with the texts that they have. */
export function rowsTaken(columns: OutcomeColumns, rows: Uint32Array): OutcomeColumns {
  const texts = new Map([[0, 0]]);
  const placed = (from: Uint32Array) =>
    taken(from, new Uint32Array(rows.length), rows).map((text) => {
      const place = texts.get(text) ?? texts.size;
      texts.set(text, place);
      return place;
    });
  return {
    kind: taken(columns.kind, new Uint8Array(rows.length), rows),
    value: taken(columns.value, new Float64Array(rows.length), rows),
    denominator: taken(columns.denominator, new Float64Array(rows.length), rows),
    scale: taken(columns.scale, new Float64Array(rows.length), rows),
    version: taken(columns.version, new Uint16Array(rows.length), rows),
    byHand: taken(columns.byHand, new Uint8Array(rows.length), rows),
    reason: placed(columns.reason),
    from: placed(columns.from),
    texts: [...texts.keys()].map((text) => columns.texts[text] ?? ''),
  };
}

interface Column {
  readonly length: number;
  [place: number]: number;
}

/** Takes a column, an empty one and an order; gives the empty one with the numbers of the other in that order. */
export function taken<T extends Column>(from: Column, to: T, order: Uint32Array | null): T {
  for (let place = 0; place < to.length; place += 1) {
    to[place] = from[order ? (order[place] ?? 0) : place] ?? 0;
  }
  return to;
}

/** Takes a column that is full and a longer, empty one; gives the longer with its numbers. */
export function grown<T extends Column & { set(from: ArrayLike<number>): void }>(
  full: T,
  longer: T,
): T {
  longer.set(full);
  return longer;
}

function numbersOf(outcome: Outcome): Numbers {
  if (outcome.kind === 'count' || outcome.kind === 'amount') return [outcome.value, 0, 0];
  if (outcome.kind !== 'ratio') return [0, 0, 0];
  return [outcome.numerator, outcome.denominator, outcome.scale];
}
