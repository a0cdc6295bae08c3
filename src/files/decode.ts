/**
 * Takes a file's bytes; gives them as UTF-8 without a byte order mark. A mark decides; without one the whole is tried
 * as UTF-8, and is Windows-1252 when it is not. Nothing is guessed from a part of the file.
 */
export async function asUtf8(content: Blob): Promise<Blob> {
  const start = new Uint8Array(await content.slice(0, 3).arrayBuffer());
  if (start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf) return content.slice(3);
  if (start[0] === 0xff && start[1] === 0xfe) return recoded(content.slice(2), 'utf-16le');
  if (start[0] === 0xfe && start[1] === 0xff) return recoded(content.slice(2), 'utf-16be');
  return (await isUtf8(content)) ? content : recoded(content, 'windows-1252');
}

async function isUtf8(content: Blob): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const reader = content.stream().getReader();
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      decoder.decode(part.value, { stream: true });
    }
    decoder.decode();
    return true;
  } catch (thrown) {
    if (thrown instanceof TypeError) return false;
    throw thrown;
  }
}

function recoded(content: Blob, encoding: string): Promise<Blob> {
  const text = content.stream().pipeThrough(new TextDecoderStream(encoding));
  return new Response(text.pipeThrough(new TextEncoderStream())).blob();
}
