import {
  BlobReader,
  type Entry,
  type FileEntry,
  TextWriter,
  ZipReader,
  configure,
} from '@zip.js/zip.js';
import { LIMITS } from '../model/limits.ts';
import type { OnShare } from './share.ts';

// This already runs in a worker; no worker starts another.
configure({ useWebWorkers: false });

/**
 * A zip that could be opened: a workbook, another kind of document, files that were put together, or one that goes beyond what is
 * tried.
 */
export type Zip =
  | { readonly kind: 'workbook' | 'document' | 'too large a workbook' | 'too many files' }
  | { readonly kind: 'files'; readonly entries: readonly ZippedFile[] };

export interface ZippedFile {
  /** With its folders. */
  readonly name: string;
  readonly modified: number;
  /** In bytes, as the zip says. */
  readonly size: number;
  readonly packedSize: number;
  readonly isProtected: boolean;
  /** Unpacks it. Throws when it is broken, or larger than the zip says. */
  readonly content: (on: OnShare) => Promise<Blob>;
  /** Unpacks it piece by piece, for what is too large for one. Throws when it is broken or larger than the zip says, and what `take` throws. */
  readonly pieces: (take: (piece: Uint8Array) => void) => Promise<void>;
}

/** What was opened, as long as anyone holds it: who asks what a file is opens it, and so does who reads it then. */
const opened = new WeakMap<Blob, Promise<Zip>>();

/** Takes a zip; gives what is in it, without unpacking it. Throws when it is none, or broken. */
export function openZip(file: Blob): Promise<Zip> {
  const known = opened.get(file) ?? openOnce(file);
  opened.set(file, known);
  return known;
}

async function openOnce(file: Blob): Promise<Zip> {
  // No name becomes a place on a disk: one that points out of its folder is a name like any other.
  const reader = new ZipReader(new BlobReader(file), { filenameValidation: 'tolerant' });
  try {
    const entries = await entriesIn(reader);
    if (entries === null) return { kind: 'too many files' };
    const kind = await kindOf(entries);
    if (kind === 'workbook') {
      const size = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0);
      if (size > LIMITS.workbook.most) return { kind: 'too large a workbook' };
      await checkWhole(entries);
    }
    return kind === 'files' ? { kind, entries: entries.map(zipped) } : { kind };
  } finally {
    await reader.close();
  }
}

/** Null where there are more than are looked at. */
async function entriesIn(reader: ZipReader<Blob>): Promise<FileEntry[] | null> {
  const entries: FileEntry[] = [];
  let met = 0;
  for await (const entry of reader.getEntriesGenerator()) {
    met += 1;
    if (met > LIMITS.zipEntries.most) return null;
    if (isFile(entry)) entries.push(entry);
  }
  return entries;
}

async function kindOf(entries: readonly FileEntry[]): Promise<'files' | 'workbook' | 'document'> {
  const named = (name: string) => entries.find((entry) => entry.filename === name);
  const type = named('mimetype');
  if (type && !type.encrypted && type.uncompressedSize < 200) {
    const text = await type.getData(new TextWriter());
    if (text.includes('opendocument.spreadsheet')) return 'workbook';
    if (text.includes('application/')) return 'document';
  }
  if (!named('[Content_Types].xml')) return 'files';
  return entries.some((entry) => entry.filename.startsWith('xl/')) ? 'workbook' : 'document';
}

/** The reader of workbooks does not look whether what it unpacks is what was packed. */
async function checkWhole(entries: readonly FileEntry[]): Promise<void> {
  for (const entry of entries) {
    await takePieces(entry, () => undefined);
  }
}

function zipped(entry: FileEntry): ZippedFile {
  return {
    // Older Windows programs part folders by a backslash.
    name: entry.filename.replaceAll('\\', '/'),
    modified: entry.lastModDate.getTime(),
    size: entry.uncompressedSize,
    packedSize: entry.compressedSize,
    isProtected: entry.encrypted,
    content: async (on) => {
      const kept = new KeptPieces();
      await takePieces(entry, (piece) => kept.take(piece), on);
      return kept.content();
    },
    pieces: (take) => takePieces(entry, take),
  };
}

/** About how many bytes are held before they are put away. */
const PART = 8_000_000;

/** Pieces on their way to a file: the browser may keep its parts out of memory. */
class KeptPieces {
  readonly #parts: Blob[] = [];
  #pieces: Uint8Array<ArrayBuffer>[] = [];
  #size = 0;

  take(piece: Uint8Array): void {
    this.#pieces.push(new Uint8Array(piece));
    this.#size += piece.length;
    if (this.#size >= PART) this.#putAway();
  }

  content(): Blob {
    this.#putAway();
    return new Blob(this.#parts);
  }

  #putAway(): void {
    this.#parts.push(new Blob(this.#pieces));
    this.#pieces = [];
    this.#size = 0;
  }
}

/** A zip may say less than what it unpacks to: what goes beyond is never unpacked. */
async function takePieces(
  entry: FileEntry,
  take: (piece: Uint8Array) => void,
  on: OnShare = () => undefined,
): Promise<void> {
  const refused: unknown[] = [];
  let taken = 0;
  const write = (piece: Uint8Array) => {
    try {
      taken += piece.length;
      if (taken > entry.uncompressedSize) throw new RangeError('it is larger than its zip says');
      take(piece);
      on(taken / entry.uncompressedSize);
    } catch (thrown) {
      refused.push(thrown);
      throw thrown;
    }
  };
  try {
    await entry.getData(new WritableStream({ write }), { checkSignature: true });
  } catch (thrown) {
    throw refused.length > 0 ? refused[0] : thrown;
  }
}

function isFile(entry: Entry): entry is FileEntry {
  return !entry.directory && !entry.filename.endsWith('\\');
}
