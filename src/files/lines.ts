const [NUL, LF, CR] = [0x00, 0x0a, 0x0d];

type Bytes = Uint8Array<ArrayBuffer>;

/** Gives what makes every line end of a stream of bytes, be it CRLF, CR or LF, an LF. */
export function evenEnds(): TransformStream<Bytes, Bytes> {
  let afterCr = false;
  return new TransformStream({
    transform: (part, out) => {
      const kept = new Uint8Array(part.length);
      let length = 0;
      let from = afterCr && part[0] === LF ? 1 : 0;
      for (let at = part.indexOf(CR, from); at >= 0; at = part.indexOf(CR, from)) {
        kept.set(part.subarray(from, at), length);
        length += at - from;
        kept[length++] = LF;
        from = part[at + 1] === LF ? at + 2 : at + 1;
      }
      kept.set(part.subarray(from), length);
      length += part.length - from;
      if (part.length > 0) afterCr = part.at(-1) === CR;
      out.enqueue(kept.subarray(0, length));
    },
  });
}

/** Gives what takes the nuls out of a stream of bytes. */
export function withoutNuls(): TransformStream<Bytes, Bytes> {
  return new TransformStream({
    transform: (part, out) => out.enqueue(part.filter((byte) => byte !== NUL)),
  });
}

/** Takes content and places of bytes in it, in any order; gives the number of the line that each stands in, from 1. */
export async function lineNumbers(content: Blob, places: readonly number[]): Promise<number[]> {
  const awaited = [...new Set(places)].sort((a, b) => a - b);
  const numbers = new Map<number, number>();
  const reader = content
    .slice(0, awaited.at(-1) ?? 0)
    .stream()
    .getReader();
  let line = 1;
  let before = 0;
  let next = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const bytes = part.value;
    let from = 0;
    for (let place = awaited[next]; place !== undefined && place < before + bytes.length;) {
      line += breaksIn(bytes, from, place - before);
      from = place - before;
      numbers.set(place, line);
      place = awaited[++next];
    }
    line += breaksIn(bytes, from, bytes.length);
    before += bytes.length;
  }
  return places.map((place) => numbers.get(place) ?? line);
}

function breaksIn(bytes: Uint8Array, from: number, to: number): number {
  let count = 0;
  for (let at = bytes.indexOf(LF, from); at >= 0 && at < to; at = bytes.indexOf(LF, at + 1)) {
    count += 1;
  }
  return count;
}
