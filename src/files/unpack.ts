import {
  BlobReader,
  BlobWriter,
  type Entry,
  type FileEntry,
  ZipReader,
  configure,
} from '@zip.js/zip.js';
import type { GivenFile } from '../model/extract.ts';
import type { OnProgress } from '../model/progress.ts';
import { asUtf8 } from './decode.ts';
import type { FoundFile, LeftFile } from './found.ts';
import { readHeading } from './heading.ts';
import { withEvenEnds } from './lines.ts';

// This already runs in a worker; no worker starts another.
configure({ useWebWorkers: false });

const TEXT = /\.(csv|txt|tsv|psv)$/i;
const WORKBOOK = /\.(xlsx|xlsb|xlsm|xls|ods|parquet)$/i;
/** What systems leave in folders and zips beside the files that people put there. */
const LITTER = /(^|\/)(__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$|~\$)/i;

/** Takes files as given, zips among them; gives each file in them as what it is. Nothing is left out in silence but system litter. */
export async function unpack(given: readonly GivenFile[], on: OnProgress): Promise<FoundFile[]> {
  const found: FoundFile[] = [];
  for (const [place, { path, file }] of given.entries()) {
    on({ step: `Opening ${path}`, share: place / given.length });
    if (LITTER.test(path)) continue;
    if (/\.zip$/i.test(path)) found.push(...(await unzip(path, file, on)));
    else found.push(await look(path, file, file.lastModified));
  }
  return found;
}

async function unzip(path: string, file: Blob, on: OnProgress): Promise<FoundFile[]> {
  const found: FoundFile[] = [];
  const reader = new ZipReader(new BlobReader(file));
  try {
    const entries = (await reader.getEntries()).filter(isFile);
    for (const [place, entry] of entries.entries()) {
      const inside = `${path}/${entry.filename}`;
      on({ step: `Unpacking ${entry.filename}`, share: place / entries.length });
      if (!LITTER.test(inside)) found.push(await lookInside(inside, entry));
    }
    if (found.length === 0)
      found.push(left(path, 0, 'empty file', 'is a zip with nothing in it.', CHECK_EXPORT));
  } catch {
    found.push(left(path, 0, 'broken zip', BROKEN, AGAIN));
  } finally {
    await reader.close();
  }
  return found;
}

const BROKEN = 'is not a zip that can be opened, or is broken.';
const AGAIN = 'Make the zip again and give it once more.';
const CHECK_EXPORT = 'Check the export, and give the file again.';

async function lookInside(path: string, entry: FileEntry): Promise<FoundFile> {
  const modified = entry.lastModDate.getTime();
  if (entry.encrypted) {
    return left(
      path,
      modified,
      'unreadable file',
      'is protected by a password.',
      'Make the zip without a password: it does not leave this computer.',
    );
  }
  if (!TEXT.test(path)) return other(path, modified);
  try {
    return await look(
      path,
      await entry.getData(new BlobWriter(), { checkSignature: true }),
      modified,
    );
  } catch {
    // The other files of the zip are not the worse for it.
    return left(path, modified, 'broken zip', 'is broken in its zip.', AGAIN);
  }
}

async function look(path: string, file: Blob, modified: number): Promise<FoundFile> {
  if (file.size === 0) return left(path, modified, 'empty file', 'is empty.', CHECK_EXPORT);
  if (!TEXT.test(path)) return other(path, modified);
  const content = await withEvenEnds(await asUtf8(file));
  const heading = await readHeading(content);
  if (heading.headings.every((text) => text === '')) {
    return left(path, modified, 'empty file', 'has no heading in its first line.', CHECK_EXPORT);
  }
  return { kind: 'table', path, modified, content, ...heading };
}

function other(path: string, modified: number): LeftFile {
  return WORKBOOK.test(path)
    ? left(
        path,
        modified,
        'not recognised',
        'is a workbook or a Parquet file, which are not read yet.',
        'Save each table as a CSV file and give those.',
      )
    : left(
        path,
        modified,
        'not recognised',
        'is not a CSV file.',
        'Nothing to do, if it was not meant to be read.',
      );
}

function left(
  path: string,
  modified: number,
  rule: LeftFile['rule'],
  reason: string,
  todo: string,
): LeftFile {
  return { kind: 'left', path, modified, rule, reason, todo };
}

function isFile(entry: Entry): entry is FileEntry {
  return !entry.directory;
}
