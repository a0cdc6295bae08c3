const [LF, CR] = [0x0a, 0x0d];

/**
 * Takes UTF-8 content; gives it with one kind of line end: as it is where its lines all end alike in LF or CRLF, and
 * otherwise each of its line ends as LF. A reader settles on one kind by the first line, and stumbles over the others.
 */
export async function withEvenEnds(content: Blob): Promise<Blob> {
  const ends = { lf: false, crlf: false, cr: false };
  await eachByte(content, (byte, before) => {
    if (byte === LF) ends[before === CR ? 'crlf' : 'lf'] = true;
    else if (before === CR) ends.cr = true;
  });
  if (!ends.cr && !(ends.lf && ends.crlf)) return content;
  return new Response(content.stream().pipeThrough(endsAsLf())).blob();
}

/** Takes content and places of bytes in it, in any order; gives the number of the line that each stands in, from 1. */
export async function lineNumbers(content: Blob, places: readonly number[]): Promise<number[]> {
  const numbers = new Map<number, number>();
  const awaited = [...places].sort((a, b) => a - b);
  const end = awaited.at(-1);
  if (end === undefined) return [];
  let line = 1;
  let next = 0;
  let at = 0;
  await eachByte(content.slice(0, end), (byte) => {
    for (; awaited[next] === at; next += 1) numbers.set(at, line);
    if (byte === LF) line += 1;
    at += 1;
  });
  return places.map((place) => numbers.get(place) ?? line);
}

/** Calls for each byte with the one before it, and once more with null for the end. */
async function eachByte(
  content: Blob,
  on: (byte: number | null, before: number | null) => void,
): Promise<void> {
  const reader = content.stream().getReader();
  let before: number | null = null;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    for (const byte of part.value) {
      on(byte, before);
      before = byte;
    }
  }
  on(null, before);
}

function endsAsLf(): TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>> {
  let before: number | null = null;
  return new TransformStream({
    transform: (part, out) => {
      const kept = new Uint8Array(part.length);
      let length = 0;
      for (const byte of part) {
        if (byte !== LF || before !== CR) kept[length++] = byte === CR ? LF : byte;
        before = byte;
      }
      out.enqueue(kept.subarray(0, length));
    },
  });
}
