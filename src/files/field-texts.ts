const FIRST = 1024;
/** More different texts than these no table of ours has. */
const MOST = 1_000_000;

/** A field whose bytes are not of the encoding that was supposed. */
export class OtherEncoding extends Error {}

/** The different texts of a table's fields, each decoded once, and known again by its bytes. */
export class FieldTexts {
  /** By number. The first is empty. */
  readonly texts: string[] = [''];
  readonly #read: (text: string) => string;
  readonly #decoder: TextDecoder;
  readonly #ends: number[] = [0];
  #bytes = new Uint8Array(FIRST);
  /** By hash: the number of a text and 1, or 0. */
  #slots = new Int32Array(FIRST);

  /** Takes the encoding, and how a field's text is read. */
  constructor(encoding: 'utf-8' | 'windows-1252', read: (text: string) => string) {
    this.#decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
    this.#read = read;
  }

  /** Takes where a field stands, and the number of a text that it may well be; gives its number. Throws OtherEncoding where it is none, a RangeError where there are too many. */
  numberOf(bytes: Uint8Array, from: number, to: number, likely: number): number {
    if (from === to) return 0;
    if (this.#is(likely, bytes, from, to)) return likely;
    let hash = 0x811c9dc5;
    for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
    const last = this.#slots.length - 1;
    for (let slot = (hash ^ (hash >>> 15)) & last; ; slot = (slot + 1) & last) {
      const found = this.#slots[slot] ?? 0;
      if (found === 0) return this.#add(bytes.subarray(from, to), slot);
      if (this.#is(found - 1, bytes, from, to)) return found - 1;
    }
  }

  /** Takes a record's fields, as they stand; gives the text of each. */
  all(bytes: Uint8Array, bounds: Int32Array, fields: number): string[] {
    return Array.from({ length: fields }, (_, field) => {
      const [from = 0, to = 0] = [bounds[2 * field], bounds[2 * field + 1]];
      return from === to ? '' : this.#read(this.#decoded(bytes.subarray(from, to)));
    });
  }

  #is(number: number, bytes: Uint8Array, from: number, to: number): boolean {
    const start = number === 0 ? 0 : (this.#ends[number - 1] ?? 0);
    if ((this.#ends[number] ?? 0) - start !== to - from) return false;
    for (let at = from, own = start; at < to; at += 1, own += 1) {
      if (this.#bytes[own] !== bytes[at]) return false;
    }
    return true;
  }

  #add(field: Uint8Array, slot: number): number {
    const number = this.texts.length;
    if (number === MOST) throw new RangeError('there are too many different texts');
    this.texts.push(this.#read(this.#decoded(field)));
    const start = this.#ends[number - 1] ?? 0;
    while (start + field.length > this.#bytes.length) {
      const longer = new Uint8Array(this.#bytes.length * 2);
      longer.set(this.#bytes);
      this.#bytes = longer;
    }
    this.#bytes.set(field, start);
    this.#ends.push(start + field.length);
    this.#slots[slot] = number + 1;
    if (number * 2 > this.#slots.length) this.#spread();
    return number;
  }

  #decoded(field: Uint8Array): string {
    try {
      return this.#decoder.decode(field);
    } catch {
      throw new OtherEncoding();
    }
  }

  #spread(): void {
    const length = this.#slots.length * 2;
    this.#slots = new Int32Array(length);
    for (let number = 1; number < this.texts.length; number += 1) {
      let hash = 0x811c9dc5;
      const end = this.#ends[number] ?? 0;
      for (let at = this.#ends[number - 1] ?? 0; at < end; at += 1) {
        hash = Math.imul(hash ^ (this.#bytes[at] ?? 0), 0x01000193);
      }
      let slot = (hash ^ (hash >>> 15)) & (length - 1);
      while (this.#slots[slot] !== 0) slot = (slot + 1) & (length - 1);
      this.#slots[slot] = number + 1;
    }
  }
}
