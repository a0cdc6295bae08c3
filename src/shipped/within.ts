import type { Bring } from './shipped.ts';

/**
 * Brings a part that stands in the page itself, as base64 of gzip in an element that no browser runs. It is unpacked
 * when it is asked for: what is never used costs its letters and no more.
 */
export const bringWithin: Bring = async (address, { on, stop } = {}) => {
  stop?.throwIfAborted();
  const name = address.replace(/^\.\//, '');
  const text = document.querySelector(`script[data-part="${CSS.escape(name)}"]`)?.textContent;
  if (!text) throw new Error(`${name} is not in this file`);
  on?.(null);
  const unpacked = packedOf(text).stream().pipeThrough(new DecompressionStream('gzip'));
  const part = await new Response(unpacked).blob();
  stop?.throwIfAborted();
  return part;
};

/** Letters at a time: a multiple of four, and so few that they take no noticeable time each. */
const AT_A_TIME = 1 << 20;

function packedOf(text: string): Blob {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for (let from = 0; from < text.length; from += AT_A_TIME) {
    const letters = atob(text.slice(from, from + AT_A_TIME));
    parts.push(Uint8Array.from(letters, (letter) => letter.charCodeAt(0)));
  }
  return new Blob(parts);
}
