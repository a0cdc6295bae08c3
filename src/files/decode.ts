import type { OnShare } from './share.ts';
import { evenEnds, withoutNuls } from './lines.ts';
import { Survey } from './survey.ts';

/** A file's text, and what was done to its bytes that a person should know. */
export interface Decoded {
  /** UTF-8 without a byte order mark, its lines ending alike. */
  readonly content: Blob;
  /** Characters that no text has and were taken out. */
  readonly nuls: number;
  /** Whether it says it is UTF-8, and holds bytes that are not. */
  readonly spoilt: boolean;
}

/** How much is looked at to tell UTF-16 that has no mark. */
const SAMPLE = 4096;
/** The end of a file, as old systems write it. */
const END_OF_FILE = 0x1a;

/**
 * Takes a file's bytes; gives them as UTF-8 with one kind of line end: as it is where its lines all end alike in LF or
 * CRLF, and otherwise each of its line ends as LF (a reader settles on one kind by the first line, and stumbles over the
 * others). A byte order mark decides the encoding; without one the whole is tried as UTF-8, and is Windows-1252 when it is not.
 */
export async function decode(file: Blob, on: OnShare = () => undefined): Promise<Decoded> {
  const mark = markOf(new Uint8Array(await file.slice(0, SAMPLE).arrayBuffer()));
  const bare = file.slice(mark.length, await endOf(file));
  const whole = bare.size === file.size ? file : bare;
  const text = mark.encoding.startsWith('utf-16') ? await recoded(whole, mark.encoding) : whole;
  const survey = await surveyed(text, on);
  const encoding = survey.isUtf8 ? null : mark.length === 3 ? 'utf-8' : 'windows-1252';
  if (encoding === null && survey.isEven && survey.nuls === 0) {
    return { content: text, nuls: 0, spoilt: false };
  }
  let stream = text.stream();
  if (survey.nuls > 0) stream = stream.pipeThrough(withoutNuls());
  if (!survey.isEven) stream = stream.pipeThrough(evenEnds());
  const content =
    encoding === null ? new Response(stream).blob() : recoded(new Response(stream), encoding);
  return { content: await content, nuls: survey.nuls, spoilt: encoding === 'utf-8' };
}

interface Mark {
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be';
  readonly length: number;
}

function markOf(start: Uint8Array): Mark {
  if (start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf) {
    return { encoding: 'utf-8', length: 3 };
  }
  if (start[0] === 0xff && start[1] === 0xfe) return { encoding: 'utf-16le', length: 2 };
  if (start[0] === 0xfe && start[1] === 0xff) return { encoding: 'utf-16be', length: 2 };
  return { encoding: withoutMark(start), length: 0 };
}

/** Without a mark, a heading in UTF-16 has a nul in every other byte, always on the same side. */
function withoutMark(start: Uint8Array): Mark['encoding'] {
  const pairs = start.length >> 1;
  const nuls = [0, 0];
  for (let at = 0; at < pairs * 2; at += 1) {
    if (start[at] === 0) nuls[at & 1] = (nuls[at & 1] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = nuls;
  if (odd * 2 > pairs && even * 20 <= pairs) return 'utf-16le';
  if (even * 2 > pairs && odd * 20 <= pairs) return 'utf-16be';
  return 'utf-8';
}

async function endOf(file: Blob): Promise<number> {
  const [last] = new Uint8Array(await file.slice(-1).arrayBuffer());
  return last === END_OF_FILE ? file.size - 1 : file.size;
}

async function surveyed(text: Blob, on: OnShare): Promise<Survey> {
  const survey = new Survey();
  const reader = text.stream().getReader();
  let seen = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    survey.take(part.value);
    seen += part.value.length;
    on(seen / text.size);
  }
  survey.finish();
  return survey;
}

function recoded(content: Blob | Response, encoding: string): Promise<Blob> {
  const bytes = content instanceof Blob ? content.stream() : content.body;
  if (bytes === null) return Promise.resolve(new Blob([]));
  const text = bytes.pipeThrough(new TextDecoderStream(encoding));
  return new Response(text.pipeThrough(new TextEncoderStream())).blob();
}
