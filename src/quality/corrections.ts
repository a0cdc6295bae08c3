import type { Database } from '../engine/database.ts';
import { literal, textFrom } from '../engine/sql.ts';
import type { SpecCheck } from '../spec/types.ts';
import { foundIn } from './find.ts';

const HEADING = ['finding', 'table', 'record', 'child', 'date', 'detail', 'put_right', 'handling'];
const HANDLING = 'About individual children: keep inside the local authority';

// What Excel, LibreOffice and Sheets may take for the start of a formula, as in the return.
const STARTS_FORMULA = "^'*([\\t\\r\\n]|\\s*[=+\\-@＝＋－＠])";

/**
 * Takes the engine and checks that were made; gives the rows they found as CSV, a line a row and finding, with how to put
 * it right. It names records and children by their ids: it is for the authority's own staff alone.
 */
export async function writeCorrections(
  database: Database,
  checks: readonly SpecCheck[],
): Promise<string> {
  const lines = checks.map(
    (check, place) =>
      `select ${place}::integer as place, "table", day, id, "row", ${lineOf(check)} as line from ${foundIn(check)}`,
  );
  const rows = await database.rows(
    `select coalesce(string_agg(line, chr(13) || chr(10) order by place, "table", day, id, "row"), '') as text
     from (${lines.join('\nunion all\n')})`,
  );
  return `\uFEFF${[HEADING.join(','), textFrom(rows.at(0)['text'])].filter((text) => text !== '').join('\r\n')}\r\n`;
}

/** The SQL of one line; every field is in quotes, and what could start a formula has an apostrophe before it. */
function lineOf({ title, putRight }: SpecCheck): string {
  const fields = [
    literal(title),
    '"table"',
    'id',
    'person_id',
    "strftime(day, '%Y-%m-%d')",
    'detail',
    literal(putRight),
    literal(HANDLING),
  ];
  return fields.map(fieldOf).join(` || ',' || `);
}

function fieldOf(text: string): string {
  const harmless = `case when regexp_matches(${text}, ${literal(STARTS_FORMULA)}) then '''' || ${text} else ${text} end`;
  return `'"' || coalesce(replace(${harmless}, '"', '""'), '') || '"'`;
}
