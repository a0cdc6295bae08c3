import type { CodeList } from '../spec/types.ts';

/** Words that turn a meaning: a text that has one, and a known word that has none, mean different things. */
const TURNING = /^(not|no|non|never|without|partly|partial|partially|unmet|un)$/;
/** Words that tell nothing by themselves. */
const EMPTY = new Set('a an and by for from in of on or other servic team the to'.split(' '));
const CODE_IN_FRONT = /^\(?([a-z]{0,2}\d{1,2}[a-z]?|[a-z]\d{1,3})\)?\s*[-–—:.)/]\s*(.+)$/;
/** How much of their words two texts must share. */
const ENOUGH = 0.5;

type Group = CodeList['groups'][number];

/** A text, or a word of a list, as it is compared. */
interface Told {
  readonly stems: readonly string[];
  /** The stems that tell something. */
  readonly telling: readonly string[];
  readonly turns: boolean;
}

interface Likeness {
  readonly group: string;
  readonly known: Told;
  readonly like: number;
}

/**
 * Takes a code list, a word that it does not have and what the extract says that it means; gives the group that it is likely
 * to belong to, or null where none is likelier than the others. A person decides: it is never applied by itself.
 */
export function suggestGroup(
  list: CodeList,
  word: string,
  described: string | null,
): string | null {
  const byWord = suggested(list, word);
  if (byWord !== null || described === null) return byWord;
  return suggested(list, described.toLowerCase());
}

function suggested({ groups }: CodeList, written: string): string | null {
  const [, code, rest] = CODE_IN_FRONT.exec(written) ?? [];
  const byCode = groups.find(({ words }) => code !== undefined && words.includes(code));
  if (byCode) return byCode.id;
  const text = told(rest ?? written);
  const [best, next] = alike(groups, text);
  if (!best || best.like === next?.like) return null;
  const others = groups.filter(({ id }) => id !== best.group);
  const besides = text.telling.filter((stem) => !best.known.stems.includes(stem));
  const another = alike(others, { ...text, stems: besides, telling: besides });
  return another.some(({ like }) => like >= 1) ? null : best.group;
}

/** The groups that a text is like, each by the word of it that is most alike, the likeliest first. */
function alike(groups: readonly Group[], text: Told): Likeness[] {
  return groups
    .flatMap(({ id, title, words }) => {
      const known = [title.toLowerCase(), ...words].map(told);
      const all = known.map((one) => ({ group: id, known: one, like: likeness(text, one) }));
      return all.sort((one, other) => other.like - one.like).slice(0, 1);
    })
    .filter(({ like }) => like > 0)
    .sort((one, other) => other.like - one.like);
}

/** Up to 1 by the words that they share; above it where the text has the known word within it, the longer the more. */
function likeness(text: Told, known: Told): number {
  if (text.stems.length === 0 || known.stems.length === 0 || text.turns !== known.turns) return 0;
  const [whole, within] = [` ${text.stems.join(' ')} `, ` ${known.stems.join(' ')} `];
  if (whole === within) return 100;
  if (known.telling.length === 0) return 0;
  if (whole.includes(within)) return 1 + within.length / 100;
  const shared = known.telling.filter((stem) => text.telling.includes(stem)).length;
  const share = shared / new Set([...known.telling, ...text.telling]).size;
  return share >= ENOUGH ? share * 0.99 : 0;
}

function told(text: string): Told {
  const words = text
    .replaceAll('&', ' and ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  const stems = words.map(stem);
  return {
    stems,
    telling: stems.filter((one) => one.length > 1 && !EMPTY.has(one)),
    turns: words.some((word) => TURNING.test(word)),
  };
}

/** A word without its ending, so that “achieved outcomes” and “outcome achieved” are alike. */
function stem(word: string): string {
  return word.length > 4 ? word.replace(/(ies|es|s|ing|ed|d|y|e)$/, '') : word;
}
