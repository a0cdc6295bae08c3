import { readFile } from 'node:fs/promises';
import { SAMPLE } from './page.ts';
import { unzip } from '../unit/return/unzip.ts';
import type { Sheet } from './whole-way.ts';

/** What is planted in the sample. */
export interface Marks {
  /** Stand before each id of a child. */
  readonly child: string;
  /** Local words: reasons and sources, each on rows enough to be kept and asked about. */
  readonly words: readonly string[];
  /** Headings of columns that no table has; what stands under them is read by nobody. */
  readonly headings: readonly string[];
}

/** The text columns before which no cell is quoted, by table. */
const WORDS_IN: Readonly<Record<string, readonly string[]>> = {
  ssd_early_help_episodes: ['earl_episode_end_reason'],
  ssd_cin_episodes: ['cine_referral_source_desc', 'cine_referral_source_code'],
  ssd_contacts: ['cont_contact_source_desc', 'cont_contact_source_code'],
};
const WITH_HEADINGS = 'ssd_early_help_episodes';
const ROWS_EACH = 4;

/** Takes what to plant; gives the files of the sample's extract with it, as a person would give them. */
export async function markedExtract({ child, words, headings }: Marks): Promise<Sheet[]> {
  const tables = await unzip(new Uint8Array(await readFile(SAMPLE)));
  return [...tables].flatMap(([path, text]) => {
    const table = /(ssd_\w+)\.csv$/.exec(path)?.[1];
    if (!table) return [];
    let marked = text.replace(/\bP(\d{6})\b/g, `${child}P$1`);
    for (const column of WORDS_IN[table] ?? []) marked = withWords(marked, column, words);
    if (table === WITH_HEADINGS) marked = withHeadings(marked, headings);
    return [sheet(`${table}_20250714.csv`, 'text/csv', marked)];
  });
}

/** Takes a name, a kind and a text; gives the file. */
export function sheet(name: string, mimeType: string, text: string | Uint8Array): Sheet {
  return { name, mimeType, buffer: Buffer.from(text) };
}

/** Takes a text; gives it as a cell of a CSV. */
export function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

function withWords(text: string, column: string, words: readonly string[]): string {
  const [heading = '', ...rows] = text.split('\n');
  const place = heading.split(',').indexOf(column);
  if (place < 0) throw new Error(`the sample has no column ${column}`);
  const marked = rows.map((row, at) => {
    const word = words[Math.floor(at / ROWS_EACH)];
    if (word === undefined || row === '') return row;
    const cells = row.split(',');
    return [...cells.slice(0, place), quoted(word), ...cells.slice(place + 1)].join(',');
  });
  return [heading, ...marked].join('\n');
}

function withHeadings(text: string, headings: readonly string[]): string {
  const [heading = '', ...rows] = text.split('\n');
  const more = headings.map((each) => `,${quoted(each)}`).join('');
  return [heading, ...rows].map((row) => (row === '' ? row : row + more)).join('\n');
}
