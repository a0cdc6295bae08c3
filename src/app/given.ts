import type { GivenFile } from '../model/extract.ts';
import { shownPath } from '../model/shown-text.ts';

/** Takes the files of a file input; gives them with their folders' paths. */
export function fromInput(files: FileList | null): GivenFile[] {
  return Array.from(files ?? [], (file) => ({
    path: shownPath(file.webkitRelativePath || file.name),
    file,
  }));
}

/** Takes what was dropped; gives every file in it, folders within folders too. */
export async function fromDrop(dropped: DataTransfer): Promise<GivenFile[]> {
  // The entries must be asked for before the first await: after it the browser has emptied the list.
  const entries = Array.from(dropped.items, (item) => item.webkitGetAsEntry()).filter(
    (entry) => entry !== null,
  );
  if (entries.length === 0) return fromInput(dropped.files);
  return (await Promise.all(entries.map(filesIn))).flat();
}

async function filesIn(entry: FileSystemEntry): Promise<GivenFile[]> {
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    return [{ path: shownPath(entry.fullPath.replace(/^\//, '')), file }];
  }
  if (!isFolder(entry)) return [];
  return (await Promise.all((await entriesIn(entry)).map(filesIn))).flat();
}

async function entriesIn(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const found: FileSystemEntry[] = [];
  // A reader gives at most a hundred at a time, and none when it has given all.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return found;
    found.push(...some);
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}
