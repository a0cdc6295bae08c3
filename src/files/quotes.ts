import { LIMITS } from '../model/limits.ts';

const [LF, CR, QUOTE, SPACE] = [0x0a, 0x0d, 0x22, 0x20];

/** What is longer is no record, but a quote that was never closed. The engine's own limit for a line. */
const LONGEST_RECORD = LIMITS.record.most;

export interface Mended {
  readonly content: Blob;
  /** The numbers of the lines that were emptied. */
  readonly emptied: readonly number[];
}

/**
 * Takes UTF-8 content with a heading; gives it with each line emptied that opens a quote which is not closed as it
 * should be. By the letter of the format such a quote takes the following lines with it, to the end if need be: here
 * they are lines of their own again.
 */
export async function withoutBrokenQuotes(content: Blob, delimiter: string): Promise<Mended> {
  const bytes = new Uint8Array(await content.arrayBuffer());
  const kept: Blob[] = [];
  const emptied: number[] = [];
  let keptTo = 0;
  let line = 1;
  for (let start = 0; start < bytes.length;) {
    const lineEnd = endOf(bytes, LF, start);
    const recordEnd = endOfRecord(bytes, start, lineEnd, delimiter.charCodeAt(0));
    // The heading was read already, whatever its quotes.
    if (recordEnd === null && start > 0) {
      kept.push(content.slice(keptTo, start));
      keptTo = lineEnd;
      emptied.push(line);
    }
    const end = recordEnd ?? lineEnd;
    line += countIn(bytes, LF, start, end + 1);
    start = end + 1;
  }
  return { content: new Blob([...kept, content.slice(keptTo)]), emptied };
}

/** Where the record ends that starts here: at a line's end outside quotes; null when its quotes are broken. */
function endOfRecord(
  bytes: Uint8Array,
  start: number,
  lineEnd: number,
  delimiter: number,
): number | null {
  let end = lineEnd;
  for (let at = start; at < end; at += 1) {
    if (bytes[at] === QUOTE) {
      const close = closingQuote(bytes, at + 1, start + LONGEST_RECORD);
      if (close === null) return null;
      for (at = close + 1; bytes[at] === SPACE || bytes[at] === CR; at += 1);
      if (at < bytes.length && bytes[at] !== delimiter && bytes[at] !== LF) return null;
      if (at > end) end = endOf(bytes, LF, at);
    } else {
      while (at < end && bytes[at] !== delimiter) at += 1;
    }
  }
  return end;
}

/** Where the quoted value closes that opened before; a doubled quote is one of its characters. */
function closingQuote(bytes: Uint8Array, from: number, limit: number): number | null {
  for (let at = bytes.indexOf(QUOTE, from); at >= 0 && at < limit; at = bytes.indexOf(QUOTE, at)) {
    if (bytes[at + 1] !== QUOTE) return at;
    at += 2;
  }
  return null;
}

function endOf(bytes: Uint8Array, byte: number, from: number): number {
  const place = bytes.indexOf(byte, from);
  return place < 0 ? bytes.length : place;
}

function countIn(bytes: Uint8Array, byte: number, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at += 1) if (bytes[at] === byte) count += 1;
  return count;
}
