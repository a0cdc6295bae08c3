import {
  BlobReader,
  BlobWriter,
  type Entry,
  type FileEntry,
  TextWriter,
  ZipReader,
  configure,
} from '@zip.js/zip.js';
import type { OnShare } from './share.ts';

// This already runs in a worker; no worker starts another.
configure({ useWebWorkers: false });

/** A zip that could be opened: a workbook, another kind of document, or files that were put together. */
export type Zip =
  | { readonly kind: 'workbook' | 'document' }
  | { readonly kind: 'files'; readonly entries: readonly ZippedFile[] };

export interface ZippedFile {
  /** With its folders. */
  readonly name: string;
  readonly modified: number;
  /** In bytes, as the zip says. */
  readonly size: number;
  readonly packedSize: number;
  readonly isProtected: boolean;
  /** Unpacks it. Throws when it is broken. */
  readonly content: (on: OnShare) => Promise<Blob>;
  /** Unpacks it piece by piece, for what is too large for one. Throws when it is broken, and what `take` throws. */
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
  const reader = new ZipReader(new BlobReader(file));
  try {
    const entries = (await reader.getEntries()).filter(isFile);
    const kind = await kindOf(entries);
    if (kind === 'workbook') await checkWhole(entries);
    return kind === 'files' ? { kind, entries: entries.map(zipped) } : { kind };
  } finally {
    await reader.close();
  }
}

async function kindOf(entries: readonly FileEntry[]): Promise<Zip['kind']> {
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
    await entry.getData(new WritableStream(), { checkSignature: true });
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
    content: (on) =>
      entry.getData(new BlobWriter(), {
        checkSignature: true,
        onprogress: async (done, all) => on(all > 0 ? done / all : 1),
      }),
    pieces: (take) => takePieces(entry, take),
  };
}

async function takePieces(entry: FileEntry, take: (piece: Uint8Array) => void): Promise<void> {
  const refused: unknown[] = [];
  const write = (piece: Uint8Array) => {
    try {
      take(piece);
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
