import { literal } from '../engine/sql.ts';
import { LONGEST_WORD, OTHER_WORD } from '../model/word.ts';
import type { CodeList } from '../spec/types.ts';
import { DATE_MACROS } from './clean-dates.ts';
import { OUTCOME_MACROS } from './clean-outcomes.ts';

/** What stands for nothing, whatever the column: it is no word that anybody would use. */
const NOTHING = [
  ...['', 'NULL', '(NULL)', '<NULL>', '\\N', 'NA', '<NA>', 'N/A', '#N/A', '#NULL!'],
  ...['NAT', 'SSD_PH', 'PLACEHOLDER_DATA'],
];
/**
 * What programs write for nothing, and in this way alone. Among words “None” is left for later: it is a national code for
 * disability; and a nan may have made the referral, but no NaN.
 */
const NOTHING_AS_WRITTEN = ['nan', 'NaN'];

/** What is longer is something, without a look at each of its letters. */
const LONGEST_NOTHING = Math.max(...NOTHING.map((text) => text.length));

/** Spaces that are written as such, or are none to be seen. */
const SPACES = [' ', '\t', '\r', '\n', '\u00a0', '\u202f', '\u200b', '\ufeff'];

const YES = ['Y', 'YES', 'T', 'TRUE', '1', '1.0', '-1', '✓', '✔', '☑', '✅'];
const NO = ['N', 'NO', 'F', 'FALSE', '0', '0.0', '✗', '✘', '☐', '❌'];

/** Not all that is typed as ' or - is one, and names in systems are joined by underscores. */
const [TYPED, PLAIN] = ['’‘ʼ´`‐‑‒–—−_\u00a0\u202f', "'''''------   "];

const list = (texts: readonly string[]) => texts.map(literal).join(', ');
/** A long IN is made a join, which works its left side out for every row, whatever CASE it stands in: this is not. */
const among = (value: string, texts: readonly string[]) =>
  `list_contains([${list([...new Set(texts)])}]::varchar[], ${value})`;
const ends = SPACES.map((space) => `suffix(x, ${literal(space)})`).join(' or ');

/**
 * The macros that cleaning goes by; run once before the first table is loaded. Those of `x` take text as the file has it,
 * those of `t` clean text.
 */
export const CLEANING_MACROS = [
  // Most text has no space about it, and looking at both ends costs a third of trimming.
  `create or replace macro trimmed(x) as
     case when ascii(x) between 33 and 126 and not (${ends}) then x else trim(x, ${literal(SPACES.join(''))}) end`,
  // No number is any of them: ids and dates are mostly passed by at their first digit.
  `create or replace macro some_text(t) as
     case when ascii(t) between 48 and 57 then t when not (${among('upper(t)', NOTHING)} or ${among('t', [...NOTHING_AS_WRITTEN, 'None'])}) then t end`,
  `create or replace macro some_word(t) as
     case
       when strlen(t) > ${LONGEST_NOTHING} then t
       when not (${among('upper(t)', NOTHING)} or ${among('t', NOTHING_AS_WRITTEN)}) then t
     end`,

  // Excel writes an id of twelve digits and more as 1.23457E+11: what it rounded cannot be told from others.
  `create or replace macro is_rounded_id(t) as
     case
       when contains(t, '+') and regexp_full_match(t, '\\d(\\.\\d+)?[Ee]\\+\\d{1,3}')
         then strlen(regexp_extract(t, '\\.(\\d+)', 1)) < cast(regexp_extract(t, '\\+(\\d+)', 1) as integer)
       else false
     end`,
  // By the digits alone: a number in between would round those of more than fifteen.
  `create or replace macro written_out(t) as
     case
       when is_rounded_id(t) then null
       when regexp_matches(replace(t, '.', '')[cast(regexp_extract(t, '\\+(\\d+)$', 1) as integer) + 2:], '^0*[Ee]')
         then replace(t, '.', '')[:cast(regexp_extract(t, '\\+(\\d+)$', 1) as integer) + 1]
       else t
     end`,
  `create or replace macro whole_id(t) as
     case
       when not (starts_with(t, '0') or contains(t, '.') or contains(t, '+') or contains(t, '-')) then t
       when regexp_full_match(t, '\\d(\\.\\d+)?[Ee]\\+\\d{1,3}') then written_out(t)
       when regexp_full_match(t, '\\d+(\\.0*)?') then regexp_replace(t, '^0*(\\d+)(\\.0*)?$', '\\1')
       when regexp_full_match(t, '\\{?[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\\}?') then upper(trim(t, '{}'))
       else t
     end`,
  `create or replace macro clean_id(x) as whole_id(some_text(trimmed(x)))`,

  `create or replace macro clean_flag(t) as
     case when ${among('upper(t)', YES)} then true when ${among('upper(t)', NO)} then false end`,
  // A word as the code lists hold it. Most are typed plainly, and take a sixth of the time.
  `create or replace macro plain_word(x) as
     case
       when regexp_full_match(x, '[!-^a-~]+( [!-^a-~]+)*') then lower(x)
       else lower(trim(regexp_replace(translate(x, ${literal(TYPED)}, ${literal(PLAIN)}), '\\s+', ' ', 'g')))
     end`,
  `create or replace macro clean_word(t) as
     case
       when regexp_matches(t, '[{}]') or (length(t) > ${LONGEST_WORD} and not is_long_national_word(plain_word(t)))
         then ${literal(OTHER_WORD)}
       else t
     end`,
  // Of `wbri (white british)` what follows the bracket has its end; `general practitioner (gp)` has a bracket of its own.
  `create or replace macro without_its_bracket(t) as case when contains(t, '(') then t else rtrim(t, ')') end`,
  ...DATE_MACROS,
  ...OUTCOME_MACROS,
] as const;

/** Takes the code lists; gives the macro that knows those of their words that are longer than a vocabulary's may be: they are nobody's narrative. */
export function longWordsMacro(lists: readonly CodeList[]): string {
  const words = lists.flatMap(({ groups }) => groups.flatMap((group) => group.words));
  const long = words.filter((word) => word.length > LONGEST_WORD);
  return `create or replace macro is_long_national_word(plain) as ${among('plain', long)}`;
}
