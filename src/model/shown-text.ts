/**
 * What turns the order of the letters beside it, and what nobody sees: a name that holds such is read as another than it is. Emoji are
 * joined by one of them, and come apart.
 */
const UNSEEN = /\u034F|[\p{Default_Ignorable_Code_Point}\u2028\u2029\uFFF9-\uFFFB]/gu;
const CONTROL = /\p{Cc}/gu;
/** Letters that run from right to left, and take digits and signs beside them along. */
const RIGHT_TO_LEFT =
  /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/gu;
const [ISOLATE, END] = ['\u2068', '\u2069'];
const LONGEST = 40;

/** Takes text; gives it without what nobody sees. */
export function withoutUnseen(text: string): string {
  return text.replaceAll(UNSEEN, '');
}

/** Takes text of more than a few words; gives it with what nobody sees made visible: `[U+202E]`. */
export function visible(text: string): string {
  return text.replaceAll(UNSEEN, inWords);
}

/** Takes a name; gives it so that it cannot pass for another, nor reorder what stands beside it. */
export function visibleName(text: string): string {
  return visible(text).replaceAll(CONTROL, inWords).replaceAll(RIGHT_TO_LEFT, inWords);
}

/**
 * Takes the path of a file as it was given, or as this gave it; gives it as it can stand in a sentence: what nobody sees is visible, and
 * letters from right to left are kept apart from what stands beside them.
 */
export function shownPath(path: string): string {
  return path.split('/').map(shownPart).join('/');
}

/** The ending stays outside: by it, what a file holds is told. */
const ISOLATED = /^\u2068([^\u2066-\u2069]*)\u2069(\.\w+)?$/;

function shownPart(part: string): string {
  const [, inner, ending = ''] = ISOLATED.exec(part) ?? [];
  const plain = visible(inner === undefined ? part : inner + ending).replaceAll(CONTROL, inWords);
  if (plain.search(RIGHT_TO_LEFT) < 0) return plain;
  const [stem, end] = partsOf(plain);
  return `${ISOLATE}${stem}${END}${end}`;
}

function partsOf(name: string): readonly [stem: string, ending: string] {
  const at = name.search(/\.\w+$/);
  return at < 0 ? [name, ''] : [name.slice(0, at), name.slice(at)];
}

/** Takes text that a file holds; gives it as it can be quoted in a sentence: short, on one line, and visible. */
export function shortly(text: string): string {
  const line = text.slice(0, 10 * LONGEST).replaceAll(/\s+/g, ' ');
  const shown = visible(line).replaceAll(CONTROL, inWords);
  return shown.length > LONGEST ? `${shown.slice(0, LONGEST)}…` : shown;
}

function inWords(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`;
}
