import { LIMITS, limitInWords } from '../model/limits.ts';
import { Problem } from '../model/problem.ts';
import { shortly } from '../model/shown-text.ts';

/** One part of a zip: its name, and where it stands in the bytes. */
interface Part {
  readonly name: string;
  readonly method: number;
  readonly packedSize: number;
  /** Of its whole record, from its own header to the next one's. */
  readonly from: number;
  readonly to: number;
  /** Its entry in the directory at the end. */
  readonly entry: Uint8Array;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
/** The longest comment that a zip can end with, and what stands before it. */
const LONGEST_END = 65_557;

/**
 * A zip in which some parts can be changed and every other part stays as it is, byte by byte: neither unpacked nor packed
 * again. Changed parts are not compressed, so that the same change gives the same bytes everywhere.
 */
export class ZipParts {
  readonly #bytes: Uint8Array<ArrayBuffer>;
  readonly #parts: readonly Part[];

  /** Takes the bytes of a zip. Throws a Problem where they are none, or of a kind that is not read. */
  constructor(bytes: Uint8Array<ArrayBuffer>) {
    this.#bytes = bytes;
    this.#parts = partsOf(bytes);
  }

  get names(): readonly string[] {
    return this.#parts.map(({ name }) => name);
  }

  /** Takes the name of a part; gives its text, or null where there is none of the name. */
  async text(name: string): Promise<string | null> {
    const part = this.#parts.find((one) => one.name === name);
    if (!part) return null;
    const view = new DataView(this.#bytes.buffer, this.#bytes.byteOffset + part.from, 30);
    const start = part.from + 30 + view.getUint16(26, true) + view.getUint16(28, true);
    const packed = this.#bytes.slice(start, start + part.packedSize);
    if (part.method === 0) return new TextDecoder().decode(packed);
    if (part.method !== 8) throw broken(`${shortly(name)} is packed in a way that is not read`);
    return inflated(packed).catch((thrown: unknown) => {
      const large = thrown instanceof RangeError;
      throw broken(large ? thrown.message : `${shortly(name)} in it is broken`, thrown);
    });
  }

  /** Takes the new text of some parts; gives the zip with them. Throws a RangeError where there is no part of the name. */
  with(changed: ReadonlyMap<string, string>): Uint8Array<ArrayBuffer> {
    const missing = [...changed.keys()].find((name) => !this.names.includes(name));
    if (missing !== undefined) throw new RangeError(`there is no part ${missing}`);
    const pieces: Uint8Array[] = [];
    const entries: Uint8Array[] = [];
    let at = 0;
    for (const part of this.#parts) {
      const text = changed.get(part.name);
      const entry = part.entry.slice();
      let piece: Uint8Array = this.#bytes.subarray(part.from, part.to);
      if (text !== undefined) piece = stored(part, new TextEncoder().encode(text), entry);
      new DataView(entry.buffer).setUint32(42, at, true);
      pieces.push(piece);
      entries.push(entry);
      at += piece.length;
    }
    const size = entries.reduce((sum, { length }) => sum + length, 0);
    return joined([...pieces, ...entries, endOf(this.#parts.length, size, at)]);
  }
}

async function inflated(packed: Uint8Array<ArrayBuffer>): Promise<string> {
  let size = 0;
  const counted = new TransformStream<Uint8Array, Uint8Array>({
    transform: (piece, out) => {
      size += piece.length;
      if (size > LIMITS.workbook.most)
        throw new RangeError(`it unpacks to more than ${limitInWords(LIMITS.workbook)}`);
      out.enqueue(piece);
    },
  });
  const unpacked = new Blob([packed])
    .stream()
    .pipeThrough(new DecompressionStream('deflate-raw'))
    .pipeThrough(counted);
  return new Response(unpacked).text();
}

function partsOf(bytes: Uint8Array<ArrayBuffer>): Part[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endIn(view);
  const count = view.getUint16(end + 10, true);
  const directory = view.getUint32(end + 16, true);
  if (count > LIMITS.zipEntries.most || directory === 0xffffffff) throw broken('it is too large');
  const parts: Part[] = [];
  let at = directory;
  for (let place = 0; place < count; place += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== ENTRY)
      throw broken('its list of parts is broken');
    const lengths = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
    const size = 46 + lengths.reduce((sum, length) => sum + length, 0);
    const from = view.getUint32(at + 42, true);
    if (from + 30 > bytes.length || view.getUint32(from, true) !== LOCAL)
      throw broken('a part of it is not where it should be');
    if ((view.getUint16(at + 8, true) & 1) !== 0) throw broken('it is protected by a password');
    parts.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + (lengths[0] ?? 0))),
      method: view.getUint16(at + 10, true),
      packedSize: view.getUint32(at + 20, true),
      from,
      to: directory,
      entry: bytes.slice(at, at + size),
    });
    at += size;
  }
  const starts = parts.map(({ from }) => from).sort((a, b) => a - b);
  return parts.map((part) => ({
    ...part,
    to: starts.find((start) => start > part.from) ?? directory,
  }));
}

function endIn(view: DataView): number {
  const first = Math.max(0, view.byteLength - LONGEST_END);
  for (let at = view.byteLength - 22; at >= first; at -= 1)
    if (view.getUint32(at, true) === END) return at;
  throw broken('it is no zip, or is cut off');
}

/** A part that is not compressed; what its entry in the directory says of it is put right. */
function stored(part: Part, content: Uint8Array, entry: Uint8Array<ArrayBuffer>): Uint8Array {
  const name = new TextEncoder().encode(part.name);
  const listed = new DataView(entry.buffer);
  // Sizes are in the header, and not behind the content.
  listed.setUint16(8, listed.getUint16(8, true) & ~8, true);
  listed.setUint16(10, 0, true);
  listed.setUint32(16, crc32(content), true);
  listed.setUint32(20, content.length, true);
  listed.setUint32(24, content.length, true);
  const header = new Uint8Array(30);
  const own = new DataView(header.buffer);
  own.setUint32(0, LOCAL, true);
  // From the version that is needed to the sizes, both say the same in the same order.
  header.set(entry.subarray(6, 28), 4);
  own.setUint16(26, name.length, true);
  return joined([header, name, content]);
}

function endOf(count: number, size: number, at: number): Uint8Array {
  const end = new Uint8Array(22);
  const view = new DataView(end.buffer);
  view.setUint32(0, END, true);
  view.setUint16(8, count, true);
  view.setUint16(10, count, true);
  view.setUint32(12, size, true);
  view.setUint32(16, at, true);
  return end;
}

function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

function crc32(content: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of content) value = (TABLE[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}

function broken(why: string, cause?: unknown): Problem {
  return new Problem(
    `The workbook cannot be filled in: ${why}.`,
    'Open it in Excel or LibreOffice, save it as an Excel workbook (.xlsx) without a password, and drop it again.',
    cause,
  );
}
