import type { Measure } from '../model/measure.ts';
import type { LocalWord, MappedWord, WordList } from '../model/word.ts';
import { counted } from '../model/words.ts';

/** How many titles of measures a row names before it says how many more there are. */
const FEW = 3;

/** A list, and the words of it that the extract holds or the authority maps. */
export interface ListedWords {
  readonly list: WordList;
  readonly words: readonly LocalWord[];
}

/** Takes a word; gives what tells it from every other. */
export function keyOf({ list, word }: Pick<MappedWord, 'list' | 'word'>): string {
  return `${list} ${word}`;
}

/**
 * Takes the words of the extract, the authority's own, the lists and what is searched for; gives the words that stand for a
 * group, by list: what the authority maps and the extract does not hold among them.
 */
export function mappedByList(
  words: readonly LocalWord[],
  own: readonly MappedWord[],
  lists: readonly WordList[],
  searched: string,
): ListedWords[] {
  const held = new Set(words.map(keyOf));
  const all = [
    ...words.filter(({ group }) => group !== null),
    ...own.filter((one) => !held.has(keyOf(one))).map(notHeld),
  ];
  return lists
    .map((list) => ({
      list,
      words: all.filter((word) => word.list === list.id && isFound(word, list, searched)),
    }))
    .filter(({ words: found }) => found.length > 0);
}

/** Takes a word and the measures; gives in words what it moves. */
export function movesInWords({ moves }: LocalWord, measures: readonly Measure[]): string {
  const titles = moves.flatMap((id) => measures.find((one) => one.id === id)?.title ?? []);
  if (titles.length === 0) return 'Moves no figure.';
  const more = titles.length - FEW;
  const first = titles.slice(0, more > 1 ? FEW : titles.length).join('; ');
  return `Moves: ${first}${more > 1 ? `; and ${more} other measures` : ''}.`;
}

/** Takes a word; gives in words on how many rows it stands. */
export function rowsInWords({ rows }: LocalWord): string {
  return rows === 0 ? 'Not in this extract' : `On ${counted(rows, ['row', 'rows'])}`;
}

/** A word that the authority maps, where the extract does not hold it. */
function notHeld({ list, word, group }: MappedWord): LocalWord {
  return {
    list,
    word,
    written: word,
    described: null,
    columns: [],
    rows: 0,
    waiting: 0,
    group: { id: group, by: 'you' },
    suggested: null,
    moves: [],
  };
}

function isFound({ written, described, group }: LocalWord, list: WordList, searched: string) {
  const title = list.groups.find(({ id }) => id === group?.id)?.title ?? '';
  const texts = [written, described ?? '', title, list.title];
  const wanted = searched.trim().toLowerCase();
  return texts.some((text) => text.toLowerCase().includes(wanted));
}
