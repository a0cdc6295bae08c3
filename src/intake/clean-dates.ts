import { literal } from '../engine/sql.ts';

/** What is said of one date beside its day; 0 where there is nothing to say. */
export const MARKS = { unread: 1, onlyDayFirst: 2, onlyMonthFirst: 3, both: 4 } as const;

/** A time after a date is looked at, so that a sentence does not pass for one, and let go. */
const TIME = String.raw`(Z|[T ]+\d{1,2}[:.]\d{2}([:.]\d{2}([:.,]\d+)?)?( ?(AM|PM|am|pm))?( ?(Z|UTC|GMT|BST|[+-]\d{2}(:?\d{2})?))?)?`;
const MONTH = String.raw`(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?\.?`;

const ISO = String.raw`\d{4}-\d{2}-\d{2}`;
const YEAR_FIRST = String.raw`(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})`;
const DIGITS = String.raw`(?:19|20)\d{6}`;
const SERIAL = String.raw`\d{5}(?:\.\d*)?`;
/** Some forms have all their parts in the same places: those are taken from there, in a tenth of the time. */
const PADDED = String.raw`\d{2}[-/.]\d{2}[-/.]\d{4}`;
const NUMBERS = String.raw`(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})`;
const SQL_SERVER = String.raw`(?i)(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec) [ \d]\d \d{4}`;
const ORACLE = String.raw`(?i)\d{2}-(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)-\d{2}`;
const DAY_AND_NAME = String.raw`(?i)(\d{1,2})(?:st|nd|rd|th)?[-/. ]*${MONTH}[-/., ]*(\d{4}|\d{2})`;
const NAME_AND_DAY = String.raw`(?i)${MONTH} *(\d{1,2})(?:st|nd|rd|th)?,? *(\d{4})`;
/** The second of two numbers, where it can be no month. */
const NO_MONTH = String.raw`\d{1,2}[-/.](?:1[3-9]|[2-9]\d)[-/.].*`;

/** Two-digit years up to this are of this century, as Oracle and SQL Server have it: nobody in an extract was born in 1949. */
const LAST_SHORT_YEAR = 49;

/** Excel counts days from 30 December 1899. Numbers outside the days of 1930 to 2100 are no dates. */
const [FIRST_SERIAL, LAST_SERIAL] = [10_959, 73_415];

/** What systems write for no day: the first day that each can write, and noughts. */
const NO_DAYS = ['1900-01-01', '1899-12-31', '1899-12-30', '1753-01-01', '0001-01-01'];
const NO_DAY = String.raw`[01](\.0*)?|(0{1,2}/0?[01]/1900|1900-01-00|0000-00-00|0?0/0?0/0000)( .*)?`;

const is = (pattern: string) => `regexp_full_match(t, ${literal(pattern)})`;
const part = (pattern: string, group: number) => `regexp_extract(t, ${literal(pattern)}, ${group})`;
const dashed = (year: string, month: string, day: string) =>
  `concat(${year}, '-', ${month}, '-', ${day})`;
const [first, second] = ['left(t, 2)', 'substring(t, 4, 2)'];

/**
 * From clean text to a day, in steps so that none is worked out twice: the text's form, the date with the year in front, the
 * day, and what is to be said of it. Two numbers are read with the day first, unless that cannot be.
 */
export const DATE_MACROS = [
  `create or replace macro date_form(t) as
     case
       when t is null then null
       when ${is(ISO + TIME)} then 'iso'
       when ${is(PADDED + TIME)} then case when ${second} > '12' then 'padded, month first' else 'padded' end
       when ${is(NUMBERS + TIME)} then case when ${is(NO_MONTH)} then 'numbers, month first' else 'numbers' end
       when ${is(ORACLE + TIME)} then 'oracle'
       when ${is(SQL_SERVER + TIME)} then 'sql server'
       when ${is(DAY_AND_NAME + TIME)} then 'day, name'
       when ${is(NAME_AND_DAY + TIME)} then 'name, day'
       when ${is(YEAR_FIRST + TIME)} then 'year first'
       when ${is(DIGITS + TIME)} then 'digits'
       when ${is(SERIAL)} then 'serial'
     end`,
  `create or replace macro month_named(name) as
     (instr('janfebmaraprmayjunjulaugsepoctnovdec', lower(name)) + 2) // 3`,
  `create or replace macro plain_date(t, form) as
     case form
       when 'iso' then left(t, 10)
       when 'padded' then ${dashed('substring(t, 7, 4)', second, first)}
       when 'padded, month first' then ${dashed('substring(t, 7, 4)', first, second)}
       when 'numbers' then ${dashed(part(NUMBERS, 3), part(NUMBERS, 2), part(NUMBERS, 1))}
       when 'numbers, month first' then ${dashed(part(NUMBERS, 3), part(NUMBERS, 1), part(NUMBERS, 2))}
       when 'oracle' then ${dashed('substring(t, 8, 2)', 'month_named(substring(t, 4, 3))', first)}
       when 'sql server' then
         ${dashed('substring(t, 8, 4)', 'month_named(left(t, 3))', 'ltrim(substring(t, 5, 2))')}
       when 'day, name' then
         ${dashed(part(DAY_AND_NAME, 3), `month_named(${part(DAY_AND_NAME, 2)})`, part(DAY_AND_NAME, 1))}
       when 'name, day' then
         ${dashed(part(NAME_AND_DAY, 3), `month_named(${part(NAME_AND_DAY, 1)})`, part(NAME_AND_DAY, 2))}
       when 'year first' then ${dashed(part(YEAR_FIRST, 1), part(YEAR_FIRST, 2), part(YEAR_FIRST, 3))}
       when 'digits' then ${dashed('left(t, 4)', 'substring(t, 5, 2)', 'substring(t, 7, 2)')}
       when 'serial' then
         case when left(t, 5) between '${FIRST_SERIAL}' and '${LAST_SERIAL}'
           then (date '1899-12-30' + cast(left(t, 5) as integer))::varchar end
     end`,
  `create or replace macro read_date(plain) as try_cast(
     case
       when substring(plain, 3, 1) <> '-' then plain
       when left(plain, 2) <= '${LAST_SHORT_YEAR}' then concat('20', plain)
       else concat('19', plain)
     end as date)`,
  `create or replace macro clean_day(d) as case when d > date '1900-01-01' then d end`,
  `create or replace macro date_mark(t, form, d) as
     case
       when t is null then 0
       when d is null then case when ${is(NO_DAY)} then 0 else ${MARKS.unread} end
       when d <= date '1900-01-01' then
         case when d in (${NO_DAYS.map((none) => `date '${none}'`).join(', ')}) then 0 else ${MARKS.unread} end
       when form in ('padded', 'numbers') then
         case when day(d) > 12 then ${MARKS.onlyDayFirst} when day(d) <> month(d) then ${MARKS.both} else 0 end
       when suffix(form, 'month first') then ${MARKS.onlyMonthFirst}
       else 0
     end`,
  // The same two numbers read with the month first.
  `create or replace macro month_first(d) as make_date(year(d), day(d), month(d))`,
] as const;
