const [LF, CR, QUOTE] = [0x0a, 0x0d, 0x22];

/** Fields beyond these are passed over: no table of ours is so wide. */
const MOST_FIELDS = 256;

/** Where the fields of one record stand: field `i` from `bounds[2 * i]` to `bounds[2 * i + 1]`, as they were written. */
export type OnRecord = (bytes: Uint8Array, bounds: Int32Array, fields: number) => void;

/**
 * Finds the records of a text that comes in pieces of bytes, by RFC 4180 and as `firstRecords` does, without making a text of
 * any: it is for tables of hundreds of megabytes, in an encoding in which a delimiter is one byte.
 */
export class RecordScanner {
  readonly #delimiter: number;
  readonly #longest: number;
  readonly #on: OnRecord;
  readonly #bounds = new Int32Array(2 * MOST_FIELDS);
  #rest = new Uint8Array(0);
  #fields = 0;

  /** Takes the delimiter's byte, how long a record may be at most, and who is told of each. */
  constructor(delimiter: number, longest: number, on: OnRecord) {
    this.#delimiter = delimiter;
    this.#longest = longest;
    this.#on = on;
  }

  /** Takes the next bytes; tells of every record that is whole. Throws a RangeError where one does not end. */
  take(part: Uint8Array): void {
    const bytes = joined(this.#rest, part);
    this.#rest = bytes.slice(this.#scan(bytes, false));
    if (this.#rest.length > this.#longest) throw new RangeError('a record does not end');
  }

  /** Tells of what is left once all bytes were taken. */
  finish(): void {
    this.#scan(this.#rest, true);
    this.#rest = new Uint8Array(0);
  }

  #scan(bytes: Uint8Array, isEnd: boolean): number {
    let start = 0;
    while (start < bytes.length) {
      const end = this.#record(bytes, start, isEnd);
      if (end < 0) break;
      this.#on(bytes, this.#bounds, this.#fields);
      start = end;
    }
    return start;
  }

  /** Gives where the next record starts, or -1 where this one is not whole yet. */
  #record(bytes: Uint8Array, start: number, isEnd: boolean): number {
    const bounds = this.#bounds;
    const delimiter = this.#delimiter;
    const highest = Math.max(delimiter, CR);
    let fields = 0;
    for (let from = start; ;) {
      let at = from;
      if (bytes[at] === QUOTE) at = endOfQuoted(bytes, at, delimiter);
      else {
        for (; at < bytes.length; at += 1) {
          const byte = bytes[at] ?? 0;
          // Most are letters and digits, which stand above all of these.
          if (byte <= highest && (byte === delimiter || byte === LF || byte === CR)) break;
        }
      }
      if (at >= bytes.length && !isEnd) return -1;
      if (fields < MOST_FIELDS) {
        bounds[2 * fields] = from;
        bounds[2 * fields + 1] = Math.min(at, bytes.length);
        fields += 1;
      }
      if (at < bytes.length && bytes[at] === delimiter) {
        from = at + 1;
        continue;
      }
      this.#fields = fields;
      if (bytes[at] !== CR) return at + 1;
      // What follows may be the other half of the line's end.
      if (at + 1 >= bytes.length && !isEnd) return -1;
      return bytes[at + 1] === LF ? at + 2 : at + 1;
    }
  }
}

/** Where a field ends that begins with a quote: at a delimiter or a line's end outside quotes, or beyond the bytes. */
function endOfQuoted(bytes: Uint8Array, start: number, delimiter: number): number {
  let [isQuoted, isEmpty] = [true, true];
  let at = start + 1;
  for (; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (isQuoted && byte === QUOTE && bytes[at + 1] === QUOTE) {
      isEmpty = false;
      at += 1;
    } else if (byte === QUOTE && (isQuoted || isEmpty)) {
      isQuoted = !isQuoted;
    } else if (!isQuoted && (byte === delimiter || byte === LF || byte === CR)) {
      return at;
    } else isEmpty = false;
  }
  return at;
}

function joined(rest: Uint8Array, part: Uint8Array): Uint8Array {
  if (rest.length === 0) return part;
  const whole = new Uint8Array(rest.length + part.length);
  whole.set(rest);
  whole.set(part, rest.length);
  return whole;
}
