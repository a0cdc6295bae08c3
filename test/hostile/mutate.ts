import fc from 'fast-check';
import { everyHostileText } from './texts.ts';

/** A place in something of any length: how far into it, from nought up to one. */
export const place = fc.nat({ max: 999_999 }).map((nat) => nat / 1_000_000);
export const hostile = fc.constantFrom(...everyHostileText());
const someText = fc.oneof(
  { weight: 3, arbitrary: hostile },
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.integer().map(String),
  fc.nat({ max: 9 }).map(String),
  fc.constantFrom('c', 'x', 'z', 'low', '', 'withheld', 'count', 'ratio', 'missing', '2025-26 Q1'),
);

/** One change of bytes, whatever they are. */
const byteMutation = fc.oneof(
  fc.record({ kind: fc.constant('flip'), at: place, bits: fc.integer({ min: 1, max: 255 }) }),
  fc.record({ kind: fc.constant('cut'), at: place }),
  fc.record({ kind: fc.constant('drop'), at: place, length: fc.integer({ min: 1, max: 64 }) }),
  fc.record({ kind: fc.constant('copy'), from: place, length: fc.nat({ max: 4096 }), at: place }),
  fc.record({ kind: fc.constant('insert'), at: place, bytes: fc.uint8Array({ maxLength: 16 }) }),
  fc.record({
    kind: fc.constant('fill'),
    at: place,
    length: fc.integer({ min: 1, max: 8 }),
    byte: fc.constantFrom(0, 0x7f, 0x80, 0xff),
  }),
);
type ByteMutation = typeof byteMutation extends fc.Arbitrary<infer T> ? T : never;

/** One change of text in lines and columns. */
const lineMutation = fc.oneof(
  fc.record({ kind: fc.constant('swap lines'), one: place, other: place }),
  fc.record({ kind: fc.constant('swap columns'), one: place, other: place }),
  fc.record({ kind: fc.constant('swap cells'), one: place, other: place, of: place }),
  fc.record({ kind: fc.constant('cell'), line: place, column: place, text: someText }),
  fc.record({ kind: fc.constant('heading'), column: place, text: someText }),
  fc.record({ kind: fc.constant('line again'), line: place }),
  fc.record({ kind: fc.constant('number'), at: place, text: someText }),
  fc.record({ kind: fc.constant('text'), at: place, text: someText }),
  fc.record({ kind: fc.constant('delimiter'), to: fc.constantFrom(';', '\t', '|', ',,') }),
);
type LineMutation = typeof lineMutation extends fc.Arbitrary<infer T> ? T : never;

/** One change of what a JSON holds. */
const nodeMutation = fc.oneof(
  fc.record({ kind: fc.constant('value'), at: place, value: fc.oneof(someText, fc.jsonValue()) }),
  fc.record({
    kind: fc.constant('raw number'),
    at: place,
    text: fc.constantFrom('1e999', '-0', '-1', '1e-7', '0.5', '99999999999999999999'),
  }),
  fc.record({ kind: fc.constant('take out'), at: place }),
  fc.record({ kind: fc.constant('again'), at: place }),
  fc.record({ kind: fc.constant('swap'), one: place, other: place }),
  fc.record({ kind: fc.constant('rename'), at: place, text: someText }),
  fc.record({ kind: fc.constant('add'), at: place, name: someText, value: fc.jsonValue() }),
  fc.record({ kind: fc.constant('deep'), at: place, levels: fc.constantFrom(3, 70, 100_000) }),
  fc.record({ kind: fc.constant('twice'), at: place, text: someText }),
);
type NodeMutation = typeof nodeMutation extends fc.Arbitrary<infer T> ? T : never;

const several = <T>(one: fc.Arbitrary<T>) => fc.array(one, { minLength: 1, maxLength: 4 });
export const byteMutations = several(byteMutation);
/** Of text: mostly of its lines and columns, now and then of its bytes. */
export const textMutations = fc.record({
  lines: fc.array(lineMutation, { maxLength: 4 }),
  bytes: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, several(byteMutation)),
});
export const jsonMutations = fc.record({
  nodes: fc.array(nodeMutation, { maxLength: 4 }),
  bytes: fc.oneof({ weight: 4, arbitrary: fc.constant([]) }, several(byteMutation)),
});
export type Of<A> = A extends fc.Arbitrary<infer T> ? T : never;

/** Takes text and changes; gives the bytes of the text with them. */
export function mutatedText(text: string, { lines, bytes }: Of<typeof textMutations>) {
  const changed = lines.reduce(withLine, text);
  return mutated(new TextEncoder().encode(changed), bytes);
}

/** Takes the text of a JSON and changes; gives the bytes of the text with them. */
export function mutatedJson(json: string, { nodes, bytes }: Of<typeof jsonMutations>) {
  return mutated(new TextEncoder().encode(nodes.reduce(withNode, json)), bytes);
}

/** Takes bytes and changes; gives others with them. */
export function mutated(
  bytes: Uint8Array<ArrayBuffer>,
  changes: readonly ByteMutation[],
): Uint8Array<ArrayBuffer> {
  return changes.reduce(withBytes, bytes);
}

function withBytes(bytes: Uint8Array<ArrayBuffer>, one: ByteMutation): Uint8Array<ArrayBuffer> {
  const at = Math.floor(('at' in one ? one.at : 0) * bytes.length);
  switch (one.kind) {
    case 'flip':
      return filled(bytes, at, Uint8Array.of((bytes[at] ?? 0) ^ one.bits));
    case 'cut':
      return bytes.slice(0, at);
    case 'drop':
      return joined(bytes.subarray(0, at), bytes.subarray(at + one.length));
    case 'copy': {
      const from = Math.floor(one.from * bytes.length);
      const part = bytes.subarray(from, from + one.length);
      return joined(bytes.subarray(0, at), part, bytes.subarray(at));
    }
    case 'insert':
      return joined(bytes.subarray(0, at), one.bytes, bytes.subarray(at));
    case 'fill':
      return filled(bytes, at, new Uint8Array(one.length).fill(one.byte));
  }
}

function filled(bytes: Uint8Array, at: number, part: Uint8Array): Uint8Array<ArrayBuffer> {
  const copy = new Uint8Array(bytes);
  copy.set(part.subarray(0, copy.length - at), at);
  return copy;
}

/** Takes parts; gives them one after the other. */
export function joined(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function withLine(text: string, one: LineMutation): string {
  const lines = text.split('\n');
  const lineAt = (share: number) => Math.floor(share * lines.length);
  const cellsOf = (line: number) => (lines[line] ?? '').split(',');
  switch (one.kind) {
    case 'swap lines': {
      const [a, b] = [lineAt(one.one), lineAt(one.other)];
      return lines.map((line, at) => lines[at === a ? b : at === b ? a : at] ?? line).join('\n');
    }
    case 'swap columns':
      return lines.map((line) => swapped(line.split(','), one.one, one.other)).join('\n');
    case 'swap cells': {
      const of = lineAt(one.of);
      return lines.with(of, swapped(cellsOf(of), one.one, one.other)).join('\n');
    }
    case 'cell': {
      const of = lineAt(one.line);
      return lines.with(of, withCell(cellsOf(of), one.column, one.text)).join('\n');
    }
    case 'heading':
      return lines.with(0, withCell(cellsOf(0), one.column, one.text)).join('\n');
    case 'line again': {
      const of = lineAt(one.line);
      return lines.toSpliced(of, 0, lines[of] ?? '').join('\n');
    }
    case 'number':
      return withNumber(text, one.at, one.text);
    case 'text': {
      const at = Math.floor(one.at * text.length);
      return text.slice(0, at) + one.text + text.slice(at);
    }
    case 'delimiter':
      return text.replaceAll(',', one.to);
  }
}

function swapped(cells: readonly string[], one: number, other: number): string {
  const [a, b] = [Math.floor(one * cells.length), Math.floor(other * cells.length)];
  return cells.map((cell, at) => cells[at === a ? b : at === b ? a : at] ?? cell).join(',');
}

/** As a spreadsheet would write it half of the time, else as it is. */
function withCell(cells: readonly string[], share: number, text: string): string {
  const at = Math.floor(share * cells.length);
  const written = text.length % 2 === 0 ? `"${text.replaceAll('"', '""')}"` : text;
  return cells.with(Math.min(at, cells.length - 1), written).join(',');
}

function withNumber(text: string, share: number, to: string): string {
  const from = Math.floor(share * text.length);
  const found = /\d+(\.\d+)?/.exec(text.slice(from));
  if (!found) return text;
  const at = from + found.index;
  return text.slice(0, at) + to + text.slice(at + found[0].length);
}

/** A member or an item, by what holds it. */
interface Node {
  readonly holder: unknown[] | Map<string, unknown>;
  readonly key: number | string;
}

function withNode(json: string, one: NodeMutation): string {
  if (one.kind === 'raw number') return withNumber(json, one.at, one.text);
  if (one.kind === 'twice') return withNameTwice(json, one.at, one.text);
  // What is so deep already cannot be walked through here either.
  if (json.includes('['.repeat(60))) return json;
  const root = asMaps(parsedOrNull(json));
  const nodes: Node[] = [];
  gather(root, nodes);
  if (nodes.length === 0) return json;
  const at = (share: number) => nodes[Math.floor(share * nodes.length)];
  const node = at('at' in one ? one.at : one.one);
  if (!node) return json;
  change(node, one, 'other' in one ? at(one.other) : undefined);
  return written(root);
}

function change(node: Node, one: NodeMutation, other: Node | undefined): void {
  const { holder, key } = node;
  switch (one.kind) {
    case 'value':
      return put(node, one.value);
    case 'take out':
      if (holder instanceof Map) holder.delete(String(key));
      else holder.splice(Number(key), 1);
      return;
    case 'again':
      if (Array.isArray(holder)) holder.splice(Number(key), 0, holder[Number(key)]);
      return;
    case 'swap': {
      if (!other) return;
      const [a, b] = [valueOf(node), valueOf(other)];
      // A part cannot hold the whole that it is of.
      if (holds(a, b) || holds(b, a)) return;
      put(node, b);
      return put(other, a);
    }
    case 'rename':
      if (holder instanceof Map) {
        const value = holder.get(String(key));
        holder.delete(String(key));
        holder.set(one.text, value);
      }
      return;
    case 'add': {
      if (holder instanceof Map) holder.set(one.name, asMaps(one.value));
      return;
    }
    case 'deep':
      return put(node, new Deep(one.levels));
    case 'raw number':
    case 'twice':
      return;
  }
}

/** Stands for lists in one another, as many as no program could build as values. */
class Deep {
  readonly levels: number;

  constructor(levels: number) {
    this.levels = levels;
  }
}

function valueOf({ holder, key }: Node): unknown {
  return holder instanceof Map ? holder.get(String(key)) : holder[Number(key)];
}

function put({ holder, key }: Node, value: unknown): void {
  if (holder instanceof Map) holder.set(String(key), value);
  else holder[Number(key)] = value;
}

function holds(whole: unknown, part: unknown): boolean {
  if (whole === part) return true;
  if (whole instanceof Map) return [...whole.values()].some((one) => holds(one, part));
  return Array.isArray(whole) && whole.some((one) => holds(one, part));
}

function parsedOrNull(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

function asMaps(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asMaps);
  if (typeof value !== 'object' || value === null) return value;
  return new Map(Object.entries(value).map(([name, inner]) => [name, asMaps(inner)]));
}

function gather(value: unknown, nodes: Node[]): void {
  const keys =
    value instanceof Map ? [...value.keys()] : Array.isArray(value) ? [...value.keys()] : [];
  for (const key of keys) {
    const holder = value instanceof Map || Array.isArray(value) ? value : [];
    nodes.push({ holder, key });
    gather(holder instanceof Map ? holder.get(key) : holder[Number(key)], nodes);
  }
}

function written(value: unknown): string {
  if (value instanceof Deep) return '['.repeat(value.levels) + ']'.repeat(value.levels);
  if (value instanceof Map) {
    const members = [...value].map(([name, inner]) => `${JSON.stringify(name)}:${written(inner)}`);
    return `{${members.join(',')}}`;
  }
  if (Array.isArray(value)) return `[${value.map(written).join(',')}]`;
  return JSON.stringify(value) ?? 'null';
}

/** A name that follows in the same text is written over by the one found here, or by a text. */
function withNameTwice(json: string, share: number, text: string): string {
  const names = [...json.matchAll(/"((?:[^"\\]|\\.)*)"\s*:/g)];
  const one = names[Math.floor(share * names.length)];
  if (!one) return json;
  const end = one.index + one[0].length;
  return `${json.slice(0, one.index)}${one[0]}${JSON.stringify(text)},${one[0]}${json.slice(end)}`;
}
