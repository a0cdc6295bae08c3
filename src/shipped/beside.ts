import { NotServed } from './not-served.ts';
import type { Bring } from './shipped.ts';

/** Brings a part that is hosted beside the page. */
export const bringBeside: Bring = async (address, { on, stop } = {}) => {
  const response = await fetch(new URL(address, document.baseURI), { signal: stop ?? null });
  if (!response.ok || !response.body) throw new NotServed(address, response.status);
  const encoded = response.headers.has('content-encoding');
  const size = encoded ? 0 : Number(response.headers.get('content-length'));
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let got = 0;
  const reader = response.body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    parts.push(part.value);
    got += part.value.byteLength;
    on?.(size > 0 ? Math.min(1, got / size) : null);
  }
  return new Blob(parts);
};
