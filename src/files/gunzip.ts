/**
 * Takes a file packed by gzip and how large it may get, in bytes; gives the file in it, or null when it is larger. Throws
 * when it is broken.
 */
export async function gunzip(file: Blob, largest: number): Promise<Blob | null> {
  let size = 0;
  const counted = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform: (part, out) => {
      size += part.length;
      if (size > largest) out.terminate();
      else out.enqueue(part);
    },
  });
  const unpacked = file.stream().pipeThrough(new DecompressionStream('gzip')).pipeThrough(counted);
  const content = await new Response(unpacked).blob();
  return size > largest ? null : content;
}
