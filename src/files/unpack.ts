import type { GivenFile } from '../model/extract.ts';
import { LIMITS } from '../model/limits.ts';
import { isUnreadable } from '../model/problem.ts';
import type { OnProgress } from '../model/progress.ts';
import { shownPath } from '../model/shown-text.ts';
import { formOf } from './form.ts';
import { CHECK_EXPORT, type FoundFile, type Source, left } from './found.ts';
import { gunzip } from './gunzip.ts';
import * as leaving from './leaving.ts';
import { isReadable } from './readable.ts';
import { sharesOf, within } from './share.ts';
import { readText } from './text.ts';
import { type Zip, type ZippedFile, openZip } from './zip.ts';

const WORKBOOK = /\.(xlsx|xlsb|xlsm|xls|ods)$/i;
const READ = /\.(csv|txt|tsv|psv|dat|tab|rpt|xlsx|xlsb|xlsm|xls|ods|parquet|zip|gz)$/i;
/** An ending has up to five letters: what follows the dot in `dbo.ssd_contacts` is none. */
const ENDING = /\.[a-z][a-z0-9]{0,4}$/i;
/** What systems leave in folders and zips beside the files that people put there. */
const LITTER = /(^|\/)(__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$|~\$)/i;

interface Opening {
  readonly on: OnProgress;
  /** In how many packed files it stands. */
  readonly depth: number;
  /** Counted over all files. */
  readonly unpacked: { bytes: number };
}

/**
 * Takes files as given, zips and workbooks among them; gives each table in them, and each file that holds none, with the
 * reason. What a file is, its first bytes decide, then its ending. Nothing is left out in silence but system litter.
 */
export async function unpack(given: readonly GivenFile[], on: OnProgress): Promise<FoundFile[]> {
  const found: FoundFile[] = [];
  const unpacked = { bytes: 0 };
  const all = given.reduce((sum, { file }) => sum + file.size, 0) || 1;
  let done = 0;
  for (const { path, file } of given) {
    const told = within(on, done / all, (done + file.size) / all);
    told({ step: `Opening ${shownPath(path)}`, share: 0 });
    const source = { path, modified: file.lastModified, content: file };
    if (!LITTER.test(path))
      found.push(...(await openWhole(source, { on: told, depth: 0, unpacked })));
    done += file.size;
  }
  return apart(found);
}

/** Of a file that changes or goes away while it is read, nothing is taken: it would be half a file. */
async function openWhole(source: Source, opening: Opening): Promise<FoundFile[]> {
  try {
    const found = await open(source, opening);
    return (await isReadable(source.content)) ? found : [leaving.gone(source)];
  } catch (thrown) {
    if (!isUnreadable(thrown)) throw thrown;
    const isThere = await isReadable(source.content);
    return [isThere ? leaving.noRoom(source) : leaving.gone(source)];
  }
}

async function open(source: Source, opening: Opening): Promise<FoundFile[]> {
  const { path, content } = source;
  if (content.size === 0) return [left(source, 'empty file', 'is empty.', CHECK_EXPORT)];
  if (content.size > LIMITS.file.most) return [leaving.tooLarge(source)];
  const form = await formOf(content);
  switch (form) {
    case 'zip':
      return openZipped(source, opening);
    case 'gzip':
      return openGzipped(source, opening);
    case 'xml workbook':
      return openWorkbook(source, opening);
    case 'broken xml workbook':
      return [leaving.brokenWorkbook(source)];
    case 'compound':
      return isRead(path) ? openWorkbook(source, opening) : [leaving.other(source)];
    case 'closed parquet':
      return [leaving.lockedParquet(source)];
    case 'parquet': {
      // Rarely needed, and large: loaded when it is.
      const { readParquet } = await import('./parquet.ts');
      return [await readParquet(source, sharesOf(opening.on, `Opening ${shownPath(path)}`))];
    }
    case 'text':
      return [await openText(source, opening)];
  }
}

async function openText(source: Source, { on }: Opening): Promise<FoundFile> {
  const { path } = source;
  if (!isRead(path)) return leaving.other(source);
  if (/\.(zip|gz)$/i.test(path)) return leaving.brokenZip(source);
  if (/\.parquet$/i.test(path)) return leaving.brokenParquet(source);
  const found = await readText(source, sharesOf(on, `Opening ${shownPath(path)}`));
  // Some systems give text the ending of a workbook; others give it a web page.
  const isTable = found.kind === 'table' && found.headings.length > 1;
  if (!WORKBOOK.test(path)) return found;
  const isText = isTable && !found.headings[0]?.startsWith('<') && !(await holdsZip(source));
  return isText ? found : leaving.brokenWorkbook(source);
}

/** A workbook with something before it, which is text with parts of a zip in it. */
async function holdsZip({ content }: Source): Promise<boolean> {
  const opening = await content.slice(0, 65_536).arrayBuffer();
  return new TextDecoder('latin1').decode(opening).includes('PK\x03\x04');
}

async function openWorkbook(source: Source, { on }: Opening): Promise<FoundFile[]> {
  if (source.content.size > LIMITS.workbook.most) return [leaving.tooLargeWorkbook(source)];
  const { readWorkbook } = await import('./workbook.ts');
  return readWorkbook(source, sharesOf(on, `Opening ${shownPath(source.path)}`));
}

async function openGzipped(source: Source, opening: Opening): Promise<FoundFile[]> {
  const { path } = source;
  if (opening.depth >= LIMITS.zipDepth.most) return [leaving.tooDeep(source)];
  const name = (path.split('/').at(-1) ?? '').replace(/\.gz$/i, '');
  try {
    const room = Math.min(LIMITS.file.most, LIMITS.unpacked.most - opening.unpacked.bytes);
    const content = await gunzip(source.content, room);
    if (content === null) return [leaving.tooLarge(source)];
    opening.unpacked.bytes += content.size;
    return open({ ...source, path: `${path}/${name}`, content }, deeper(opening));
  } catch {
    return [leaving.brokenZip(source)];
  }
}

async function openZipped(source: Source, opening: Opening): Promise<FoundFile[]> {
  let zip: Zip;
  try {
    zip = await openZip(source.content);
  } catch {
    return [
      WORKBOOK.test(source.path) ? leaving.brokenWorkbook(source) : leaving.brokenZip(source),
    ];
  }
  switch (zip.kind) {
    case 'workbook':
      return openWorkbook(source, opening);
    case 'document':
      return [leaving.other(source)];
    case 'too large a workbook':
      return [leaving.tooLargeWorkbook(source)];
    case 'too many files':
      return [leaving.tooManyFiles(source)];
    case 'files':
      return openEach(source, zip.entries, opening);
  }
}

async function openEach(
  source: Source,
  entries: readonly ZippedFile[],
  opening: Opening,
): Promise<FoundFile[]> {
  if (opening.depth >= LIMITS.zipDepth.most) return [leaving.tooDeep(source)];
  const found: FoundFile[] = [];
  const all = entries.reduce((sum, { packedSize }) => sum + packedSize, 0) || 1;
  let done = 0;
  for (const entry of entries) {
    const on = within(opening.on, done / all, (done + entry.packedSize) / all);
    const path = `${source.path}/${entry.name}`;
    if (!LITTER.test(path)) found.push(...(await openEntry(path, entry, { ...opening, on })));
    done += entry.packedSize;
  }
  return found.length > 0 ? found : [leaving.emptyZip(source)];
}

async function openEntry(path: string, entry: ZippedFile, opening: Opening): Promise<FoundFile[]> {
  const { on, unpacked } = opening;
  on({ step: `Unpacking ${shownPath(entry.name)}`, share: 0 });
  const source = { path, modified: entry.modified };
  if (entry.name.length > LIMITS.path.most) return [leaving.tooLongPath(source)];
  if (entry.isProtected) return [leaving.locked(source)];
  if (!isRead(path)) return [leaving.other(source)];
  if (entry.size > LIMITS.file.most || unpacked.bytes + entry.size > LIMITS.unpacked.most) {
    return [leaving.tooLarge(source)];
  }
  unpacked.bytes += entry.size;
  let content: Blob;
  try {
    content = await entry.content(
      sharesOf(within(on, 0, 0.5), `Unpacking ${shownPath(entry.name)}`),
    );
  } catch {
    // The other files of the zip are not the worse for it.
    return [leaving.brokenInZip(source)];
  }
  return open({ ...source, content }, deeper({ ...opening, on: within(on, 0.5, 1) }));
}

function deeper(opening: Opening): Opening {
  return { ...opening, depth: opening.depth + 1 };
}

function isRead(path: string): boolean {
  const name = path.split('/').at(-1) ?? '';
  return READ.test(name) || !ENDING.test(name);
}

/** Two files of one path are told apart, as if the second stood in a folder of its own. */
function apart(found: readonly FoundFile[]): FoundFile[] {
  const met = new Map<string, number>();
  return found.map((file) => {
    const times = (met.get(file.path) ?? 0) + 1;
    met.set(file.path, times);
    const path = shownPath(times === 1 ? file.path : `(${times})/${file.path}`);
    return { ...file, path };
  });
}
