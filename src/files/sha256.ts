import { Sha256Stream } from './sha256-stream.ts';

/** Takes what is to be JSON; gives it as JSON with the members of every object in the order of their names, so that the same says the same. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  );
}

/** Takes bytes or text; gives the SHA-256 in hexadecimal digits. */
export async function sha256(content: Uint8Array<ArrayBuffer> | string): Promise<string> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  // A page that is served by plain http has no cryptography of the browser's.
  if (!('subtle' in crypto)) {
    const stream = new Sha256Stream();
    stream.take(bytes);
    return stream.digest();
  }
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
