import type { Database } from '../engine/database.ts';
import { identifier, literal, numberFrom } from '../engine/sql.ts';
import type { SsdColumn, SsdTable } from '../spec/types.ts';
import { OTHER_WORD } from '../model/word.ts';
import { NATIONAL_CODES } from './tables.ts';

/** A vocabulary holds at most this many words, each on at least so many rows: what is rarer may be about one child. */
const MOST_WORDS = 300;
const FEWEST_ROWS = 3;

/**
 * A code and what it means in one cell, as `plain_word` gives it: `1a - individual`, `rc8: case closed`, `c2 full care order`,
 * `wbri (white british)`. A code without a digit (con, hand, none) could pass for the first word of a sentence, so that
 * more must stand between the two than a space or a hyphen.
 */
const CODE = String.raw`(?:([a-z]*\d[a-z0-9]*)(?: ?[-:.,=|/(] ?| )|([a-z]{1,5})(?: ?[:=|(] ?| - ))`;
const MEANING = String.raw`(.*)$`;

/**
 * Takes the engine, a loaded table and a column of words; makes its vocabulary one that may be kept and shown. A word of
 * the column's national list stays, however rare. A national code with its meaning becomes the code. What is rare, or more
 * than a vocabulary holds, becomes “other local text”; “None”, where the list has no such word, nothing.
 */
export async function foldWords(
  database: Database,
  table: SsdTable,
  column: SsdColumn,
): Promise<void> {
  const [name, from] = [identifier(column.name), identifier(table.name)];
  await database.run(
    `create or replace temp table folded as ${foldedSql(name, from, column.list ?? '')}`,
  );
  try {
    const folded = await database.rows('select count(*)::integer as words from folded');
    if (numberFrom(folded.at(0)['words']) > 0)
      await database.run(
        `update ${from} set ${name} = folded.kept from folded where ${name} = folded.word`,
      );
  } finally {
    await database.run('drop table folded');
  }
}

/** Words that do not stay as they are, and what becomes of them. */
function foldedSql(name: string, from: string, list: string): string {
  return `
    with listed as (select word, group_id from word_group where list = ${literal(list)}),
    met as (
      select ${name} as word, plain_word(${name}) as plain, count(*) as rows
      from ${from} where ${name} is not null group by ${name}
    ),
    ranked as (
      select *, row_number() over (order by rows desc, word) as rank,
        regexp_extract(plain, ${literal(`^${CODE}`)}, 1) || regexp_extract(plain, ${literal(`^${CODE}`)}, 2) as code,
        without_its_bracket(regexp_extract(plain, ${literal(`^${CODE}${MEANING}`)}, 3)) as meaning
      from met
    ),
    read as (
      select ranked.*, whole.group_id is not null as is_known, by_code.group_id as code_group, by_meaning.group_id as meaning_group
      from ranked
      left join listed whole on whole.word = ranked.plain
      left join ${NATIONAL_CODES} by_code on by_code.list = ${literal(list)} and by_code.code = ranked.code
      left join listed by_meaning on by_meaning.word = ranked.meaning
    ),
    decided as (
      select word,
        case
          when is_known then word
          when word = 'None' then null
          when ${CODE_TELLS} then upper(code)
          when rank <= ${MOST_WORDS} and rows >= ${FEWEST_ROWS} then word
          else ${literal(OTHER_WORD)}
        end as kept
      from read
    )
    select word, kept from decided where kept is distinct from word`;
}

/**
 * A code in front tells the group where what follows is not known to mean another. A number of one local list can be a
 * code of the national one (4 for the police, and for housing): it must be known to mean the same, as must a single letter.
 */
const CODE_TELLS = `code_group is not null
            and coalesce(meaning_group = code_group, regexp_matches(code, '[a-z]') and length(code) > 1)`;
