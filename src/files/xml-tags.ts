/** One tag of an XML text, and where it stands. */
export interface Tag {
  /** Without its prefix. */
  readonly name: string;
  /** With its colon; empty where it has none. */
  readonly prefix: string;
  readonly kind: 'opens' | 'closes' | 'stands alone';
  /** As they are written, the space before them included. */
  readonly attributes: string;
  readonly from: number;
  readonly to: number;
}

/** A comment, a part that is text whatever is in it, an instruction, or a tag. */
const ANY =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<(\/?)([\w.-]+:)?([\w.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>/g;

/** Takes an XML text; gives its tags in their order. Nothing is looked up or expanded. */
export function* tagsOf(xml: string): Generator<Tag> {
  for (const found of xml.matchAll(ANY)) {
    const [whole, closes, prefix = '', name, attributes = '', alone] = found;
    if (name === undefined) continue;
    const kind = closes ? 'closes' : alone ? 'stands alone' : 'opens';
    yield { name, prefix, kind, attributes, from: found.index, to: found.index + whole.length };
  }
}

/** Takes a tag and the name of an attribute, its prefix included; gives its value, or null where it has none. */
export function attributeOf({ attributes }: Pick<Tag, 'attributes'>, name: string): string | null {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  const value = found?.[1] ?? found?.[2];
  return value === undefined ? null : plainOf(value);
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);
const LAST_CHARACTER = 0x10ffff;

/** Takes the text of an attribute; gives what it stands for. */
function plainOf(text: string): string {
  return text.replaceAll(/&(#x?[0-9a-f]+|\w+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES.get(name) ?? whole;
    const hex = /^#x/i.test(name);
    const code = parseInt(name.slice(hex ? 2 : 1), hex ? 16 : 10);
    return code <= LAST_CHARACTER ? String.fromCodePoint(code) : whole;
  });
}

/** Takes text; gives it as XML holds it. */
export function xmlText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
