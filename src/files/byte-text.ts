const FIRST = 65_536;
const NOUGHT = 0x30;
/** A whole number below this is written digit by digit. */
const SMALL = 1_000_000_000;

/** A text in UTF-8 on its way, of parts that are bytes already: for what is written a million times. */
export class ByteText {
  #bytes = new Uint8Array(FIRST);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** Takes bytes; adds them. */
  add(part: Uint8Array): void {
    const end = this.#length + part.length;
    if (end > this.#bytes.length) this.#grow(end);
    const bytes = this.#bytes;
    // Parts are short: to set them one by one is faster than to ask for it.
    for (let at = 0, to = this.#length; at < part.length; at += 1, to += 1)
      bytes[to] = part[at] ?? 0;
    this.#length = end;
  }

  /** Takes a number; adds it as `String` writes it. */
  number(value: number): void {
    if (!Number.isInteger(value) || value < 0 || value >= SMALL) return this.#ascii(String(value));
    let digits = 1;
    for (let power = 10; power <= value; power *= 10) digits += 1;
    const end = this.#length + digits;
    if (end > this.#bytes.length) this.#grow(end);
    let left = value;
    for (let at = end - 1; at >= this.#length; at -= 1) {
      const rest = Math.floor(left / 10);
      this.#bytes[at] = NOUGHT + left - rest * 10;
      left = rest;
    }
    this.#length = end;
  }

  /** Gives what was added, and begins anew. */
  taken(): Uint8Array<ArrayBuffer> {
    const bytes = this.#bytes.slice(0, this.#length);
    this.#length = 0;
    return bytes;
  }

  #ascii(text: string): void {
    const end = this.#length + text.length;
    if (end > this.#bytes.length) this.#grow(end);
    for (let at = 0; at < text.length; at += 1) {
      this.#bytes[this.#length + at] = text.charCodeAt(at);
    }
    this.#length = end;
  }

  #grow(needed: number): void {
    const longer = new Uint8Array(Math.max(needed, this.#bytes.length * 2));
    longer.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = longer;
  }
}
