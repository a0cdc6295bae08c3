import type { Database } from '../engine/database.ts';
import { all, literal, textFrom } from '../engine/sql.ts';
import { STARTS_FORMULA } from '../model/csv-field.ts';
import type { SpecCheck } from '../spec/types.ts';
import { foundIn } from './find.ts';

const NAME = 'child-level-do-not-send.csv';
const MARKED = 'Child-level. Do not send. For putting records right in the system only.';
const COLUMNS = ['check', 'table', 'id', 'person_id', 'day', 'detail', 'how_to_put_right'];

/** So many lines leave the engine as one text. */
const LINES_A_TEXT = 5_000;

const NEEDS_QUOTES = String.raw`[",\r\n]|^\s|\s$`;

/**
 * Takes the engine and checks that were made; gives what they found as CSV (RFC 4180, UTF-8 with a byte order mark for
 * Excel), marked in its name and first line as child-level. Text that could start a formula begins with an apostrophe.
 */
export async function writeCorrections(
  database: Database,
  checks: readonly SpecCheck[],
): Promise<{ readonly name: string; readonly content: Blob }> {
  const opening = `\uFEFF${MARKED}\r\n${COLUMNS.join(',')}\r\n`;
  const rows = checks.length === 0 ? [] : all(await database.rows(linesSql(checks)));
  const texts = rows.map((row) => textFrom(row['lines']));
  return { name: NAME, content: new Blob([opening, ...texts], { type: 'text/csv' }) };
}

function linesSql(checks: readonly SpecCheck[]): string {
  const found = checks.map(
    (check, place) =>
      `select ${place} as place, ${literal(check.title)} as "check", "table", id, person_id,
       strftime(day, '%Y-%m-%d') as day, detail, ${literal(check.putRight)} as how_to_put_right
       from ${foundIn(check)}`,
  );
  const line = COLUMNS.map((column) => cellSql(`"${column}"`)).join(` || ',' || `);
  return `with listed as (${found.join('\nunion all\n')}),
numbered as (
  select ${line} || chr(13) || chr(10) as line, row_number() over (order by place, "table", day, id, person_id) as nth
  from listed
)
select string_agg(line, '' order by nth) as lines
from numbered
group by (nth - 1) // ${LINES_A_TEXT}
order by min(nth)`;
}

function cellSql(column: string): string {
  const held = `coalesce(${column}, '')`;
  const harmless = `case when regexp_matches(${held}, ${literal(STARTS_FORMULA)}) then chr(39) || ${held} else ${held} end`;
  return `case when regexp_matches(${harmless}, ${literal(NEEDS_QUOTES)})
    then '"' || replace(${harmless}, '"', '""') || '"' else ${harmless} end`;
}
