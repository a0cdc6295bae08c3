import { type BookType, type WorkBook, utils, write } from '@e965/xlsx';
import type { FoundFile, TextTable } from '../../../src/files/found.ts';
import { unpack } from '../../../src/files/unpack.ts';

/** Takes a path and bytes; gives what is found in them. */
export async function opened(path: string, content: BlobPart): Promise<FoundFile[]> {
  const file = new File([content], path, { lastModified: 1_752_490_800_000 });
  return unpack([{ path, file }], () => undefined);
}

/** Takes a workbook and its kind; gives its bytes. */
export const bytesOf = (book: WorkBook, bookType: BookType): Uint8Array<ArrayBuffer> =>
  new Uint8Array(write(book, { type: 'array', bookType }));

/** Takes what was found; gives the tables. */
export function tables(found: readonly FoundFile[]): TextTable[] {
  return found.filter((file) => file.kind === 'table');
}

/** Takes what was found; gives the text of each table by its path. */
export async function texts(found: readonly FoundFile[]): Promise<Record<string, string>> {
  const read = tables(found).map(
    async ({ path, content }) => [path, await content.text()] as const,
  );
  return Object.fromEntries(await Promise.all(read));
}

/** What a cell may hold. */
export type Value = string | number | boolean | null;

/** Takes the rows of each sheet; gives their workbook. */
export function bookOf(sheets: Readonly<Record<string, readonly (readonly Value[])[]>>): WorkBook {
  const book = utils.book_new();
  for (const [name, rows] of Object.entries(sheets)) {
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), name);
  }
  return book;
}
