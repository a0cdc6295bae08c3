import type { Database } from '../engine/database.ts';
import type { MappedWord } from '../model/word.ts';

/** How many words go with one statement. */
const AT_ONCE = 200;

/**
 * Takes the engine and an authority's words; makes the table of words that views are staged by: the national lists, but
 * where the authority maps a word of its own, in its group and in no other.
 */
export async function applyWords(database: Database, words: readonly MappedWord[]): Promise<void> {
  await database.run('delete from own_word');
  for (let from = 0; from < words.length; from += AT_ONCE) {
    const some = words.slice(from, from + AT_ONCE);
    await database.rows(
      `insert into own_word
       select list, plain_word(word), group_id from (${ownWords(some)}) as own (list, word, group_id)
       returning list`,
      some.flatMap(({ list, word, group }) => [list, word, group]),
    );
  }
  await database.run(`
    create or replace table word_group as
    select n.* from national_word n anti join own_word o on o.list = n.list and o.word = n.word
    union all
    select * from own_word`);
}

function ownWords(words: readonly MappedWord[]): string {
  return `values ${words.map(() => '(?::varchar, ?::varchar, ?::varchar)').join(', ')}`;
}
