import { firstRecords } from '../files/records.ts';
import { readText } from '../files/text.ts';
import type { Authority } from '../model/authority.ts';
import { LIMITS, limitInWords } from '../model/limits.ts';
import { Problem } from '../model/problem.ts';
import type { PublishedTerms } from '../model/published.ts';

/** What an EES file is read by. */
export interface EesTerms {
  readonly terms: PublishedTerms;
  readonly authorities: readonly Authority[];
}

/** A file of Explore education statistics as text: its columns by name, and its rows. */
export interface EesFile {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly EesRow[];
}

export interface EesRow {
  /** Takes a column's name; gives what stands in it, empty where there is no such column. */
  readonly cell: (column: string) => string;
  /** Where it stands, in words: `line 14`. */
  readonly place: string;
}

/** The columns that every such file has, and that say of what period and place a row is. */
export const STANDARD_COLUMNS = [
  'time_period',
  'time_identifier',
  'geographic_level',
  'country_code',
  'country_name',
  'region_code',
  'region_name',
  'old_la_code',
  'new_la_code',
  'la_name',
] as const;

const NEEDED = ['time_period', 'time_identifier', 'geographic_level'] as const;

/** In bytes: a heading is not longer. */
const HEADING = 8192;

/** Takes a file and its name; tells by its first line whether it may be a file of Explore education statistics. */
export async function isEesFile(content: Blob, name: string): Promise<boolean> {
  if (!/\.(csv|txt)$/i.test(name)) return false;
  const [heading = ''] = (await content.slice(0, HEADING).text()).split(/\r?\n/, 1);
  return NEEDED.every((column) => heading.toLowerCase().includes(column));
}

/** Takes a file and its name; gives its rows. Throws a Problem where it is no file of Explore education statistics. */
export async function readEesFile(content: Blob, name: string): Promise<EesFile> {
  if (content.size > LIMITS.published.most)
    throw noSuchFile(name, `it is larger than ${limitInWords(LIMITS.published)}`);
  const found = await readText({ path: name, modified: 0, content }, () => undefined);
  if (found.kind === 'left') throw noSuchFile(name, `it ${found.reason.replace(/\.$/, '')}`);
  const text = await found.content.text();
  const [heading, ...records] = firstRecords(text, found.delimiter, Number.POSITIVE_INFINITY);
  const columns = (heading?.values ?? []).map((column) => column.trim().toLowerCase());
  const missing = NEEDED.filter((column) => !columns.includes(column));
  if (missing.length > 0) throw noSuchFile(name, `it has no column ${missing.join(' and none ')}`);
  const places = new Map(columns.map((column, place) => [column, place]));
  const rows = records.flatMap(({ values }, at): EesRow[] => {
    if (values.every((value) => value === '')) return [];
    const cell = (column: string) => values[places.get(column) ?? -1] ?? '';
    return [{ cell, place: `line ${at + found.linesAbove + 2}` }];
  });
  return { name, columns, rows };
}

function noSuchFile(name: string, why: string): Problem {
  return new Problem(
    `${name} is not a file of Explore education statistics: ${why}.`,
    'Give a data file as its site offers it for download: a CSV with the columns time_period, time_identifier and geographic_level.',
  );
}
