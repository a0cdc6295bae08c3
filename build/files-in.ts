import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** Takes a folder; gives the path of every file under it, with `/` between, in one order wherever it is read. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}
