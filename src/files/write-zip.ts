import {
  Uint8ArrayReader,
  Uint8ArrayWriter,
  ZipReader,
  ZipWriter,
  configure,
} from '@zip.js/zip.js';

// This already runs in a worker; no worker starts another.
configure({ useWebWorkers: false });

/** What goes into a zip: bytes, or bytes that come in pieces, and how many they are. */
export type ZipContent = Uint8Array<ArrayBuffer> | BytesInPieces;

/** Bytes that are never there at once. The pieces can be had again, and are the same each time. */
interface BytesInPieces {
  readonly size: number;
  readonly pieces: () => Iterable<Uint8Array<ArrayBuffer>>;
}

/**
 * Takes files by path and a moment as ISO text in UTC; gives their zip. Whichever machine and time zone it is made in, the
 * same files give the same bytes: the platform's own compression is not used, and the moment is written as it is told.
 */
export async function writeZip(
  files: readonly (readonly [path: string, content: ZipContent])[],
  moment: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const zip = new ZipWriter(new Uint8ArrayWriter(), {
    useCompressionStream: false,
    extendedTimestamp: false,
    lastModDate: new Date(moment),
    rawLastModDate: dosTime(moment),
  });
  for (const [path, content] of files) {
    if ('pieces' in content) {
      await zip.add(path, streamOf(content.pieces()), { uncompressedSize: content.size });
    } else await zip.add(path, new Uint8ArrayReader(content));
  }
  return zip.close();
}

function streamOf(pieces: Iterable<Uint8Array<ArrayBuffer>>): ReadableStream<Uint8Array> {
  const left = pieces[Symbol.iterator]();
  return new ReadableStream({
    pull: (to) => {
      const next = left.next();
      if (next.done) to.close();
      else to.enqueue(next.value);
    },
  });
}

/** Takes a zip and a moment; gives one of the same files that has the same bytes wherever it is made. */
export async function zipAgain(
  bytes: Uint8Array<ArrayBuffer>,
  moment: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const reader = new ZipReader(new Uint8ArrayReader(bytes));
  const files: [string, Uint8Array<ArrayBuffer>][] = [];
  for (const entry of await reader.getEntries()) {
    if (!entry.directory) files.push([entry.filename, await entry.getData(new Uint8ArrayWriter())]);
  }
  await reader.close();
  return writeZip(files, moment);
}

/** A zip's own clock: from 1980 on, in steps of two seconds. */
function dosTime(moment: string): number {
  const [year = 1980, month = 1, day = 1, hour = 0, minute = 0, second = 0] = moment
    .split(/\D/)
    .filter((part) => part !== '')
    .map(Number);
  const date = ((Math.max(year, 1980) - 1980) << 9) | (month << 5) | day;
  const time = (hour << 11) | (minute << 5) | (second >> 1);
  return ((date << 16) | time) >>> 0;
}
