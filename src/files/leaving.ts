import { LIMITS, type Limit, limitInWords } from '../model/limits.ts';
import { CHECK_EXPORT, type LeftFile, type Source, left } from './found.ts';

type Named = Pick<Source, 'path' | 'modified'>;

const AGAIN = 'Make the zip again and give it once more.';

/** Takes a file of a kind that is not read; gives it as left. */
export function other(file: Named): LeftFile {
  return left(
    file,
    'not recognised',
    'is not a CSV file.',
    'Nothing to do, if it was not meant to be read.',
  );
}

/** Takes a file that was changed or went away while it was read; gives it as left. */
export function gone(file: Named): LeftFile {
  return left(
    file,
    'unreadable file',
    'can no longer be read: it was changed, moved or taken away after it was chosen, or its drive is gone. None of it was read.',
    'Look whether it is still there and no other program is writing to it, then give the files again.',
  );
}

/** Takes a file for whose content the browser found no room; gives it as left. */
export function noRoom(file: Named): LeftFile {
  return left(
    file,
    'unreadable file',
    'could not be unpacked: the browser has no more room for it, in memory or on the disk. None of it was read.',
    'Close other pages, or make room on the disk. Or unpack it yourself, and give what it holds.',
  );
}

/** Takes a zip that cannot be opened; gives it as left. */
export function brokenZip(file: Named): LeftFile {
  return left(file, 'broken zip', 'is not a zip that can be opened, or is broken.', AGAIN);
}

/** Takes a file of a zip that cannot be unpacked; gives it as left. */
export function brokenInZip(file: Named): LeftFile {
  return left(file, 'broken zip', 'is broken in its zip.', AGAIN);
}

/** Takes a zip without files; gives it as left. */
export function emptyZip(file: Named): LeftFile {
  return left(file, 'empty file', 'is a zip with nothing in it.', CHECK_EXPORT);
}

/** Takes a packed file in two others; gives it as left. */
export function tooDeep(file: Named): LeftFile {
  return left(
    file,
    'unreadable file',
    'is packed inside two other packed files.',
    'Unpack it, and give what it holds.',
  );
}

/** Takes a file that a password protects; gives it as left. */
export function locked(file: Named): LeftFile {
  return left(
    file,
    'unreadable file',
    'is protected by a password.',
    'Make the zip without a password: it does not leave this computer.',
  );
}

/** Takes a workbook that a password protects; gives it as left. */
export function lockedWorkbook(file: Named): LeftFile {
  return left(
    file,
    'unreadable file',
    'is protected by a password.',
    'Open it in Excel, take the password off (File, Info, Protect Workbook, Encrypt with Password: empty the box), save it and give it again. It does not leave this computer.',
  );
}

/** Takes a Parquet file that is encrypted; gives it as left. */
export function lockedParquet(file: Named): LeftFile {
  return left(
    file,
    'unreadable file',
    'is encrypted.',
    'Write it without encryption: it does not leave this computer.',
  );
}

/** Takes what is named or begins as a workbook and cannot be opened; gives it as left. */
export function brokenWorkbook(file: Named): LeftFile {
  return left(
    file,
    'unreadable file',
    'is not a workbook that can be opened, or is broken.',
    'Open it in Excel, save it as an Excel workbook (.xlsx) and give that.',
  );
}

/** Takes a sheet that cannot be read; gives it as left. */
export function brokenSheet(file: Named): LeftFile {
  return left(
    file,
    'unreadable file',
    'is a sheet that could not be read: it is broken, or too large.',
    'Give this table as a CSV file.',
  );
}

/** Takes what is named or begins as a Parquet file and cannot be opened; gives it as left. */
export function brokenParquet(file: Named): LeftFile {
  return left(
    file,
    'unreadable file',
    'is not a Parquet file that can be opened, or is broken.',
    'Write it again, or give the table as CSV.',
  );
}

/** Takes a file that is larger than the page can open; gives it as left. */
export function tooLarge(file: Named): LeftFile {
  const { file: one, unpacked: all } = LIMITS;
  const reason = `is too large: the page opens files of up to ${limitInWords(one)}, and zips that hold up to ${limitInWords(all)} in all.`;
  return left(file, 'unreadable file', reason, one.todo);
}

/** Takes a zip of more files than are looked at; gives it as left. */
export function tooManyFiles(file: Named): LeftFile {
  return beyond(
    file,
    LIMITS.zipEntries,
    'is a zip of more than',
    'which is more than the page opens at once',
  );
}

/** Takes a workbook that unpacks to more than is tried; gives it as left. */
export function tooLargeWorkbook(file: Named): LeftFile {
  return beyond(
    file,
    LIMITS.workbook,
    'is a workbook that unpacks to more than',
    'which is too large',
  );
}

/** Takes a sheet that reaches over more cells than are read; gives it as left. */
export function tooLargeSheet(file: Named): LeftFile {
  return beyond(
    file,
    LIMITS.sheetCells,
    'is a sheet that reaches over more than',
    'which is too many',
  );
}

/** Takes a table of more columns than are read; gives it as left. */
export function tooManyColumns(file: Named): LeftFile {
  return beyond(file, LIMITS.columns, 'has more than', 'which no table of an extract has');
}

/** Takes a file of a zip whose path is longer than any; gives it as left, by the beginning of its path. */
export function tooLongPath({ path, modified }: Named): LeftFile {
  const file = { path: `${path.slice(0, 100)}…`, modified };
  return beyond(file, LIMITS.path, 'has a path of more than', 'which is no name of a file');
}

function beyond(file: Named, limit: Limit, before: string, after: string): LeftFile {
  const reason = `${before} ${limitInWords(limit)}, ${after}.`;
  return left(file, 'unreadable file', reason, limit.todo);
}
