import { LONGEST_WORD, type MappedWord, OTHER_WORD, plainWord } from '../model/word.ts';
import type { CodeList } from '../spec/types.ts';
import { itemsOf, membersOf, quoted, refusal, textOf, textUpTo } from './written.ts';

const MEMBERS = ['list', 'word', 'group'] as const;

/** Takes the section `words` as it was read and the code lists; gives the words. Throws a Problem that says which is wrong. */
export function readWords(read: unknown, lists: readonly CodeList[]): MappedWord[] {
  const seen = new Set<string>();
  return itemsOf(read, '‘words’').map((item, index) => {
    const where = `entry ${index + 1} of ‘words’`;
    const mapped = readWord(item, where, lists);
    const name = `${mapped.list} ${mapped.word}`;
    if (seen.has(name))
      throw refusal(
        where,
        `maps ${quoted(mapped.word)}, which an earlier entry maps`,
        'Keep one of the two.',
      );
    seen.add(name);
    return mapped;
  });
}

function readWord(read: unknown, where: string, lists: readonly CodeList[]): MappedWord {
  const members = membersOf(read, where, MEMBERS);
  const id = textOf(members.get('list'), `‘list’ in ${where}`);
  const list = lists.find((candidate) => candidate.id === id);
  if (!list)
    throw refusal(
      where,
      `names ${quoted(id)}, which is no list of words`,
      `Write one of ${lists.map((one) => one.id).join(', ')}.`,
    );
  const word = plainWord(textUpTo(members.get('word'), `‘word’ in ${where}`, LONGEST_WORD));
  if (word === OTHER_WORD)
    throw refusal(
      where,
      `maps ${quoted(OTHER_WORD)}, which stands for many words`,
      'Take the entry out: such text is never mapped.',
    );
  const group = textOf(members.get('group'), `‘group’ in ${where}`);
  if (!list.groups.some((one) => one.id === group))
    throw refusal(
      where,
      `names ${quoted(group)}, which is no group of ${id}`,
      `Write one of ${list.groups.map((one) => one.id).join(', ')}.`,
    );
  return { list: id, word, group };
}

/** Takes the code lists; gives what JSON Schema can say of the section: all but that no word may come twice. */
export function wordsSchema(lists: readonly CodeList[]) {
  const entries = lists.map((list) => ({
    title: list.title,
    type: 'object',
    properties: {
      list: { const: list.id },
      word: {
        type: 'string',
        minLength: 1,
        maxLength: LONGEST_WORD,
        pattern: `^(?!${OTHER_WORD}$)`,
      },
      group: { enum: list.groups.map(({ id }) => id) },
    },
    required: [...MEMBERS],
    additionalProperties: false,
  }));
  return { type: 'array', items: { oneOf: entries } } as const;
}
