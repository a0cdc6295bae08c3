import type { Database, Value } from '../engine/database.ts';
import { all, identifier, literal, numberFrom, textFrom } from '../engine/sql.ts';
import type { ColumnRef } from '../model/measure.ts';
import { visible } from '../model/shown-text.ts';
import { type LocalWord, type MappedWord, OTHER_WORD } from '../model/word.ts';
import type { Spec, StagingView } from '../spec/types.ts';
import { movedBy } from './moved-by.ts';
import { suggestGroup } from './suggest-group.ts';

/** A word on fewer rows may be about one child. */
const FEWEST_ROWS = 3;

/** Columns of one table that tell the same thing, and the list they are read by. */
interface Vocabulary {
  readonly list: string;
  readonly table: string;
  readonly columns: readonly string[];
  /** Ids of the measures that the words in them move. */
  readonly moves: readonly string[];
}

/** What SQL gives of one word in one vocabulary. */
type Met = Omit<LocalWord, 'group' | 'suggested'> & { readonly group: string | null };

/**
 * Takes the engine with an extract loaded, the spec and the authority's words; gives every word in columns that are read by a
 * code list, those first on which the most rows wait for a group. Nothing is changed: what is staged stands.
 */
export async function listWords(
  database: Database,
  spec: Spec,
  own: readonly MappedWord[],
): Promise<LocalWord[]> {
  const met = new Map<string, Met>();
  for (const vocabulary of vocabulariesIn(spec)) {
    for (const word of await wordsIn(database, vocabulary, own)) {
      const key = `${word.list} ${word.word}`;
      met.set(key, together(met.get(key), word));
    }
  }
  return [...met.values()]
    .map((word) => finished(word, spec, own))
    .sort(
      (one, other) =>
        other.waiting - one.waiting || other.rows - one.rows || (one.word < other.word ? -1 : 1),
    );
}

function vocabulariesIn(spec: Spec): Vocabulary[] {
  return spec.staging.flatMap((view: StagingView) =>
    view.words.flatMap(({ group, list, columns }) => {
      const moves = movedBy(spec, view, group);
      return [...byTable(columns)].map(([table, names]) => ({
        ...{ list, table, moves },
        columns: names,
      }));
    }),
  );
}

function byTable(columns: readonly ColumnRef[]): Map<string, string[]> {
  const tables = new Map<string, string[]>();
  for (const column of columns) {
    const [table = '', name = ''] = column.split('.');
    tables.set(table, [...(tables.get(table) ?? []), name]);
  }
  return tables;
}

async function wordsIn(
  database: Database,
  vocabulary: Vocabulary,
  own: readonly MappedWord[],
): Promise<Met[]> {
  const { list, table, columns, moves } = vocabulary;
  const ours = own.filter((word) => word.list === list);
  const bound: Value[] = ours.flatMap(({ word, group }) => [word, group]);
  const found = all(await database.rows(wordsSql(vocabulary, ours.length), bound));
  return found.map((row) => ({
    list,
    word: textFrom(row['word']),
    written: visible(textFrom(row['written'])),
    described: row['described'] === null ? null : visible(textFrom(row['described'])),
    columns: columns
      .filter((_, place) => numberFrom(row[`in_${place}`]) > 0)
      .map((column): ColumnRef => `${table}.${column}`),
    rows: numberFrom(row['rows']),
    waiting: numberFrom(row['waiting']),
    group: row['group_id'] === null ? null : textFrom(row['group_id']),
    moves,
  }));
}

/**
 * A row waits for one word alone: for its description where it has one, since that is what a person can tell the meaning
 * of, else for the first of its words. A word that stands in two columns of a row stands on one row.
 */
function wordsSql({ list, table, columns }: Vocabulary, own: number): string {
  const places = columns.map((_, place) => place);
  const each = (sql: (place: number) => string, between = ', ') => places.map(sql).join(between);
  const isWord = (place: number) => `w${place} is not null and w${place} <> ${literal(OTHER_WORD)}`;
  const asked = [...places].sort((one, other) => rank(columns, one) - rank(columns, other));
  const values = Array.from({ length: own }, () => '(?::varchar, ?::varchar)').join(', ');
  return `
    with own as (${own > 0 ? `select plain_word(column0) as word, column1 as group_id from (values ${values}) as v (column0, column1)` : `select word, group_id from own_word where false`}),
    meaning as (
      from own union all
      select n.word, n.group_id from national_word n anti join own o on o.word = n.word where n.list = ${literal(list)}
    ),
    held as (
      select ${each((place) => `${identifier(columns[place] ?? '')} as w${place}`)}, count(*)::integer as rows
      from ${identifier(table)} group by all
    ),
    plain as (select *, ${each((place) => `plain_word(w${place}) as p${place}`)} from held),
    told as (
      select plain.*, ${each((place) => `g${place}.group_id as g${place}`)},
        case ${asked.map((place) => `when ${isWord(place)} then ${place}`).join(' ')} end as asked
      from plain ${each((place) => `left join meaning g${place} on g${place}.word = p${place}`, ' ')}
    ),
    stands as (${each((place) => standsSql(columns, place, asked, isWord), ' union all ')})
    select
      word, arg_max(written, rows) as written, any_value(group_id) as group_id,
      case when count(distinct described) = 1 then any_value(described) end as described,
      sum(rows)::integer as rows, coalesce(sum(rows) filter (where waits), 0)::integer as waiting,
      ${each((place) => `coalesce(sum(rows) filter (where p${place} = word), 0)::integer as in_${place}`)}
    from stands group by word having sum(rows) >= ${FEWEST_ROWS}`;
}

function standsSql(
  columns: readonly string[],
  place: number,
  asked: readonly number[],
  isWord: (place: number) => string,
): string {
  const before = asked.slice(0, asked.indexOf(place));
  const all = (letter: string) => columns.map((_, each) => `${letter}${each}`).join(', ');
  const describing = columns.findIndex((_, other) => describes(columns, other, place));
  const described =
    describing < 0 ? 'null::varchar' : `case when ${isWord(describing)} then w${describing} end`;
  return `
    select ${all('p')}, w${place} as written, p${place} as word, g${place} as group_id, rows,
      coalesce(${all('g')}, null) is null and asked = ${place} as waits, ${described} as described
    from told
    where ${isWord(place)} ${before.map((earlier) => `and p${place} is distinct from p${earlier}`).join(' ')}`;
}

/** The specification names the description of `x_code` `x_desc`. */
function describes(columns: readonly string[], place: number, code: number): boolean {
  return (
    columns[place] !== columns[code] && columns[place] === columns[code]?.replace(/_code$/, '_desc')
  );
}

function rank(columns: readonly string[], place: number): number {
  const isDescription = columns.some((_, code) => describes(columns, place, code));
  return isDescription ? -1 : place;
}

/** A word met in two vocabularies of one list, such as the sources of contacts and of referrals. */
function together(one: Met | undefined, other: Met): Met {
  if (!one) return other;
  return {
    ...one,
    written: one.rows >= other.rows ? one.written : other.written,
    described: one.described === other.described ? one.described : null,
    columns: [...new Set([...one.columns, ...other.columns])],
    rows: one.rows + other.rows,
    waiting: one.waiting + other.waiting,
    moves: [...new Set([...one.moves, ...other.moves])],
  };
}

function finished(met: Met, spec: Spec, own: readonly MappedWord[]): LocalWord {
  const { group, ...word } = met;
  const isOwn = own.some((one) => one.list === met.list && one.word === met.word);
  const list = spec.codeLists.find(({ id }) => id === met.list);
  return {
    ...word,
    moves: spec.measures.map(({ id }) => id).filter((id) => met.moves.includes(id)),
    group: group === null ? null : { id: group, by: isOwn ? 'you' : 'the national list' },
    suggested: group === null && list ? suggestGroup(list, met.word, met.described) : null,
  };
}
