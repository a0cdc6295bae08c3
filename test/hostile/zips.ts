import { Uint8ArrayReader, Uint8ArrayWriter, ZipReader, ZipWriter } from '@zip.js/zip.js';
import fc from 'fast-check';
import { type Of, hostile, joined, mutated, mutatedText, place, textMutations } from './mutate.ts';

/** Changes of one file of a zip, which is packed again as if nothing had happened. */
export const zipMutations = fc.record({
  of: place,
  kind: fc.constantFrom('lines', 'bytes', 'xml', 'take out', 'again', 'rename'),
  changes: textMutations,
  name: hostile,
});

/** Takes a zip and changes; gives the bytes of one that is whole, with them. */
export async function mutatedZip(
  zip: Uint8Array<ArrayBuffer>,
  { of, kind, changes, name }: Of<typeof zipMutations>,
): Promise<Uint8Array<ArrayBuffer>> {
  const parts = [...(await unzipped(zip))];
  const at = Math.floor(of * parts.length);
  const [path = '', bytes = new Uint8Array()] = parts[at] ?? [];
  const text = new TextDecoder().decode(bytes);
  const changed: readonly (readonly [string, Uint8Array<ArrayBuffer>])[] = {
    lines: [[path, mutatedText(text, changes)] as const],
    bytes: [[path, mutated(bytes, changes.bytes)] as const],
    xml: [[path, mutatedText(text.replaceAll('<', '\n<'), changes)] as const],
    'take out': [],
    again: [[path, bytes] as const, [`${path}.again`, bytes] as const],
    rename: [[name === '' ? path : name.slice(0, 200), bytes] as const],
  }[kind];
  return zipFrom([...parts.slice(0, at), ...changed, ...parts.slice(at + 1)]);
}

async function unzipped(
  zip: Uint8Array<ArrayBuffer>,
): Promise<Map<string, Uint8Array<ArrayBuffer>>> {
  const reader = new ZipReader(new Uint8ArrayReader(zip), { useWebWorkers: false });
  const parts = new Map<string, Uint8Array<ArrayBuffer>>();
  for (const entry of await reader.getEntries()) {
    if (entry.directory) continue;
    parts.set(entry.filename, new Uint8Array(await entry.getData(new Uint8ArrayWriter())));
  }
  return parts;
}

/** Takes files by their paths, which may be any text; gives their zip. */
export async function zipFrom(
  parts: readonly (readonly [path: string, bytes: Uint8Array])[],
): Promise<Uint8Array<ArrayBuffer>> {
  const writer = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false, level: 1 });
  const met = new Set<string>();
  for (const [path, bytes] of parts) {
    // The writer refuses to make a zip of two of one name, which readers meet all the same.
    if (path === '' || met.has(path)) continue;
    met.add(path);
    await writer.add(path, new Uint8ArrayReader(bytes));
  }
  return new Uint8Array(await writer.close());
}

/** Takes a zip and what each text in it becomes; gives one that is whole, with those. */
export async function mutatedParts(
  zip: Uint8Array<ArrayBuffer>,
  become: (path: string, text: string) => string,
): Promise<Uint8Array<ArrayBuffer>> {
  const parts = [...(await unzipped(zip))];
  const [decoder, encoder] = [new TextDecoder(), new TextEncoder()];
  return zipFrom(
    parts.map(([path, bytes]) => [path, encoder.encode(become(path, decoder.decode(bytes)))]),
  );
}

/** Takes names; gives a zip of empty files of these names, made at once however many they are. */
export function zipOfNames(names: readonly string[]): Uint8Array<ArrayBuffer> {
  const locals: Uint8Array[] = [];
  const listed: Uint8Array[] = [];
  let at = 0;
  for (const name of names) {
    const bytes = new TextEncoder().encode(name);
    const local = new Uint8Array(30 + bytes.length);
    const entry = new Uint8Array(46 + bytes.length);
    const [own, list] = [new DataView(local.buffer), new DataView(entry.buffer)];
    own.setUint32(0, 0x04034b50, true);
    own.setUint16(26, bytes.length, true);
    list.setUint32(0, 0x02014b50, true);
    list.setUint16(28, bytes.length, true);
    list.setUint32(42, at, true);
    local.set(bytes, 30);
    entry.set(bytes, 46);
    locals.push(local);
    listed.push(entry);
    at += local.length;
  }
  const end = new Uint8Array(22);
  const view = new DataView(end.buffer);
  view.setUint32(0, 0x06054b50, true);
  view.setUint16(8, names.length, true);
  view.setUint16(10, names.length, true);
  view.setUint32(
    12,
    listed.reduce((sum, { length }) => sum + length, 0),
    true,
  );
  view.setUint32(16, at, true);
  return joined(...locals, ...listed, end);
}
