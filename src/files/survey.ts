const [NUL, LF, CR] = [0x00, 0x0a, 0x0d];

/** What the bytes of a text are like, seen in one pass. A county's extract is 140 MB: nothing here is done byte by byte. */
export class Survey {
  readonly #decoder = new TextDecoder('utf-8', { fatal: true });
  #utf8 = true;
  /** Whether a letter may have begun in the part before. */
  #inLetter = false;
  #afterCr = false;
  readonly #ends = { lf: false, crlf: false, cr: false };
  #nuls = 0;

  /** Takes the next part. */
  take(part: Uint8Array): void {
    if (part.length === 0) return;
    if (this.#utf8) this.#checkLetters(part);
    if (this.isEven) this.#lookForEnds(part);
    this.#afterCr = part.at(-1) === CR;
    for (let at = part.indexOf(NUL); at >= 0; at = part.indexOf(NUL, at + 1)) this.#nuls += 1;
  }

  /** Called after the last part. */
  finish(): void {
    if (this.#afterCr) this.#ends.cr = true;
    if (this.#utf8) this.#decode();
  }

  get isUtf8(): boolean {
    return this.#utf8;
  }

  /** Whether all lines end alike, in LF or in CRLF. */
  get isEven(): boolean {
    return !this.#ends.cr && !(this.#ends.lf && this.#ends.crlf);
  }

  get nuls(): number {
    return this.#nuls;
  }

  #checkLetters(part: Uint8Array): void {
    if (!this.#inLetter && isAscii(part)) return;
    this.#decode(part);
    this.#inLetter = (part.at(-1) ?? 0) > 0x7f;
  }

  #decode(part?: Uint8Array): void {
    try {
      this.#decoder.decode(part, { stream: part !== undefined });
    } catch (thrown) {
      if (!(thrown instanceof TypeError)) throw thrown;
      this.#utf8 = false;
    }
  }

  #lookForEnds(part: Uint8Array): void {
    if (this.#afterCr) this.#ends[part[0] === LF ? 'crlf' : 'cr'] = true;
    for (
      let at = part.indexOf(CR);
      at >= 0 && at + 1 < part.length;
      at = part.indexOf(CR, at + 1)
    ) {
      this.#ends[part[at + 1] === LF ? 'crlf' : 'cr'] = true;
      if (this.#ends.cr) return;
    }
    for (let at = part.indexOf(LF); at >= 0 && !this.#ends.lf; at = part.indexOf(LF, at + 1)) {
      if (at === 0 ? !this.#afterCr : part[at - 1] !== CR) this.#ends.lf = true;
    }
  }
}

function isAscii(part: Uint8Array): boolean {
  const skipped = -part.byteOffset & 3;
  const words = Math.max(0, part.length - skipped) >> 2;
  let seen = 0;
  for (const byte of part.subarray(0, skipped)) seen |= byte;
  if (words > 0) {
    const four = new Uint32Array(part.buffer, part.byteOffset + skipped, words);
    for (let at = 0; at < words; at += 1) seen |= four[at] ?? 0;
  }
  for (const byte of part.subarray(skipped + words * 4)) seen |= byte;
  return (seen & 0x80808080) === 0;
}
