import {
  BlobWriter,
  TextReader,
  Uint8ArrayReader,
  ZipWriter,
  type ZipWriterConstructorOptions,
} from '@zip.js/zip.js';

/** Takes texts or bytes by their path (a path that ends in a slash is a folder); gives their zip. */
export async function zipOf(
  texts: Readonly<Record<string, string | Uint8Array>>,
  options: ZipWriterConstructorOptions = {},
): Promise<Blob> {
  const writer = new ZipWriter(new BlobWriter('application/zip'), {
    useWebWorkers: false,
    lastModDate: new Date(2025, 6, 14, 12),
    ...options,
  });
  for (const [path, text] of Object.entries(texts)) {
    if (path.endsWith('/')) await writer.add(path, undefined, { directory: true });
    else if (typeof text === 'string') await writer.add(path, new TextReader(text));
    else await writer.add(path, new Uint8ArrayReader(text));
  }
  return writer.close();
}

/** Takes a zip and the name of a file in it of more than 200 bytes; gives the zip with a byte of that file changed. */
export async function spoilt(zip: Blob, name: string): Promise<Blob> {
  const bytes = new Uint8Array(await zip.arrayBuffer());
  // The name stands before the content first, and once more in the list at the zip's end.
  const place = Buffer.from(bytes.buffer).indexOf(name) + 150;
  bytes[place] = (bytes[place] ?? 0) ^ 0xff;
  return new Blob([bytes]);
}
