import { identifier, literal } from '../engine/sql.ts';
import type { TextTable } from '../files/found.ts';
import type { SsdColumn, SsdTable } from '../spec/types.ts';
import { MARKS } from './clean-dates.ts';
import { flagColumn } from './clean-outcomes.ts';
import type { MappedColumns } from './map-columns.ts';

/**
 * One file's rows, cleaned, until it is decided in which order its dates name day and month. Beside a column stands what is
 * to be said of each value (its mark), never the text that was in the file.
 */
export const INCOMING = 'incoming';

/** Takes a column; gives the name of the one that holds the marks of its values. */
export function markOf({ name }: SsdColumn): string {
  return identifier(`${name} mark`);
}

/** Takes a key; gives the name of the column that holds how many noughts were taken off its front. */
export function noughtsOf(key: string): string {
  return identifier(`${key} noughts`);
}

/** Takes the path of a file that was lent, the file, its table and columns; gives the SQL that reads and cleans it. */
export function incomingSql(
  path: string,
  file: TextTable,
  table: SsdTable,
  { read, hasHeading }: MappedColumns,
): string {
  const names = file.headings.map((_, place) => `c${place}`);
  const steps = read.map(({ column, place }, nth) => [
    [`trimmed(${names[place] ?? ''}) as t${nth}`],
    ...stepsOf(table, column, nth),
  ]);
  let from = `read_csv(${literal(path)}, auto_detect = false, header = ${hasHeading}, delim = ${literal(file.delimiter)},
      quote = '"', escape = '"', all_varchar = true, store_rejects = true,
      columns = {${names.map((name) => `${literal(name)}: 'VARCHAR'`).join(', ')}})`;
  for (let step = 0; step < STEPS; step += 1) {
    from = `(select ${steps.flatMap((each) => each[step] ?? []).join(', ')} from ${from})`;
  }
  return `create or replace temp table ${INCOMING} as ${from.slice(1, -1)}`;
}

const STEPS = 6;

/**
 * From trimmed text to what is kept, in steps that each name what the next one looks at. In one expression the engine would
 * work out the same more than once: a macro's argument is put wherever its name stands.
 */
function stepsOf(table: SsdTable, column: SsdColumn, nth: number): string[][] {
  const [t, keys] = [`t${nth}`, `keys${nth}`];
  const name = identifier(column.name);
  const text = [`some_text(${t}) as ${t}`];
  const word = [`some_word(${t}) as ${t}`];
  switch (column.type) {
    case 'date':
      return [text, ...dateSteps(column, nth)];
    case 'id':
      return [text, [t], [t], [t], idParts(table, column, t)];
    case 'flag': {
      const flag = `clean_flag(${t}) as ${name}`;
      return [
        text,
        [t],
        [t],
        [t, flag],
        [name, unread(column, `${t} is not null and ${name} is null`)],
      ];
    }
    case 'word':
      return [word, [t], [t], [t], [`clean_word(${t}) as ${name}`]];
    case 'outcome':
      return outcomeSteps(column, word, t, keys);
  }
}

/** Of an outcome told as JSON only the flags are taken; what is no JSON is a word. */
function outcomeSteps(
  { name, flags }: SsdColumn,
  word: readonly string[],
  t: string,
  keys: string,
): string[][] {
  const isWord = `case when not is_coded_outcome(${t}) then clean_word(${t}) end as ${identifier(name)}`;
  if (flags.length === 0) return [[...word], [t], [t], [t], [isWord]];
  const told = flags.map(
    (flag) => `outcome_flag(${keys}, ${literal(flag)}) as ${identifier(flagColumn(name, flag))}`,
  );
  return [[...word], [t, `outcome_keys(${t}) as ${keys}`], [t, keys], [t, keys], [isWord, ...told]];
}

function dateSteps(column: SsdColumn, nth: number): string[][] {
  const [t, form, plain, day] = [`t${nth}`, `form${nth}`, `plain${nth}`, `day${nth}`];
  return [
    [t, `date_form(${t}) as ${form}`],
    [t, form, `plain_date(${t}, ${form}) as ${plain}`],
    [t, form, `read_date(${plain}) as ${day}`],
    [
      `clean_day(${day}) as ${identifier(column.name)}`,
      `date_mark(${t}, ${form}, ${day})::utinyint as ${markOf(column)}`,
    ],
  ];
}

function idParts(table: SsdTable, column: SsdColumn, t: string): string[] {
  const whole = `whole_id(${t}) as ${identifier(column.name)}`;
  const noughts = `least(strlen(${t}) - strlen(ltrim(${t}, '0')), 255)::utinyint as ${noughtsOf(column.name)}`;
  return [
    whole,
    unread(column, `is_rounded_id(${t})`),
    ...(column.name === table.key ? [noughts] : []),
  ];
}

function unread(column: SsdColumn, when: string): string {
  return `case when ${when} then ${MARKS.unread} else 0 end::utinyint as ${markOf(column)}`;
}
