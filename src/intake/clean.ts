import { identifier, literal } from '../engine/sql.ts';
import { LONGEST_WORD, OTHER_WORD } from '../model/word.ts';
import type { SsdColumn } from '../spec/types.ts';

/** Day-first and ISO forms that extracts hold. Month-first is never guessed. */
const DATE_FORMATS = [
  '%Y-%m-%d',
  '%Y-%m-%d %H:%M:%S',
  '%Y-%m-%d %H:%M',
  '%Y-%m-%d %H:%M:%S.%f',
  '%Y-%m-%d %H:%M:%S.%n',
  '%Y-%m-%dT%H:%M:%S',
  '%Y-%m-%dT%H:%M:%S.%f',
  '%Y-%m-%dT%H:%M:%SZ',
  '%d-%m-%Y',
  '%d/%m/%Y',
  '%d/%m/%Y %H:%M',
  '%d/%m/%Y %H:%M:%S',
  // The two digits first: four would take 25 for the year 25.
  '%d-%b-%y',
  '%d-%b-%Y',
  '%b %d %Y %I:%M%p',
];

const NOTHING = ['', 'NULL', '\\N', 'SSD_PH', 'PLACEHOLDER_DATA'];

const list = (texts: readonly string[]) => texts.map(literal).join(', ');

/** The macros that cleaning goes by; run once before the first table is loaded. */
export const CLEANING_MACROS = [
  `create or replace macro clean_text(x) as
     case when upper(trim(x)) in (${list(NOTHING)}) then null else trim(x) end`,
  `create or replace macro clean_id(x) as regexp_replace(clean_text(x), '^(\\d+)\\.0+$', '\\1')`,
  `create or replace macro read_date(x) as cast(try_strptime(x, [${list(DATE_FORMATS)}]) as date)`,
  // 1900-01-01 stands for no date in several systems; nothing before 1900 is a date about a child.
  `create or replace macro clean_date(x) as
     case when read_date(clean_text(x)) > date '1900-01-01' then read_date(clean_text(x)) end`,
  `create or replace macro is_unread_date(x) as
     clean_text(x) is not null
     and (read_date(clean_text(x)) is null or read_date(clean_text(x)) < date '1900-01-01')`,
  `create or replace macro clean_flag(x) as
     case
       when upper(clean_text(x)) in ('Y', 'YES', 'T', 'TRUE', '1') then true
       when upper(clean_text(x)) in ('N', 'NO', 'F', 'FALSE', '0') then false
     end`,
  // Braces are those of JSON, which may hold narrative, and is no word.
  `create or replace macro clean_word(x) as
     case when length(clean_text(x)) > ${LONGEST_WORD} or regexp_matches(x, '[{}]') then ${literal(OTHER_WORD)} else clean_text(x) end`,
  // A word as the code lists hold it.
  `create or replace macro plain_word(x) as lower(regexp_replace(trim(x), '\\s+', ' ', 'g'))`,
] as const;

const TYPES = { id: 'varchar', word: 'varchar', date: 'date', flag: 'boolean' } as const;

/** Takes a column of the specification; gives its SQL type once it is clean. */
export function sqlType(column: SsdColumn): string {
  return TYPES[column.type];
}

/** Takes a column and the heading it has in the file; gives the SQL that cleans it. */
export function cleanExpression(column: SsdColumn, heading: string): string {
  return `clean_${column.type}(${identifier(heading)})`;
}
