import { TextWriter, Uint8ArrayReader, ZipReader } from '@zip.js/zip.js';

/** Takes a zip's bytes; gives the text of every file in it, by path. */
export async function unzip(bytes: Uint8Array): Promise<ReadonlyMap<string, string>> {
  const reader = new ZipReader(new Uint8ArrayReader(bytes));
  const texts = new Map<string, string>();
  for (const entry of await reader.getEntries()) {
    if (!entry.directory) texts.set(entry.filename, await entry.getData(new TextWriter()));
  }
  await reader.close();
  return texts;
}
