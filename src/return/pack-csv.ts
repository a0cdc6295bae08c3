import type { BenchmarkPack } from '../model/benchmark-pack.ts';
import { type CsvField, csvField } from '../model/csv-field.ts';
import { Problem } from '../model/problem.ts';
import { ABOUT_COLUMN, partsOf } from './csv.ts';
import { OBSERVATION_COLUMNS } from './observation-rows.ts';
import { TextParts, besideObservations, rowsInPieces } from './pack-text.ts';
import { MEDIA_TYPES } from './write.ts';

/** What each row says of the whole, after the columns of the tidy table: whoever has it open sees what it is. */
export const PACK_COLUMN = 'pack_title';

const COLUMNS = [...OBSERVATION_COLUMNS, PACK_COLUMN, 'made', ABOUT_COLUMN] as const;

/**
 * Takes a pack; gives it as one CSV, UTF-8 with a byte order mark for Excel: the tidy table, and a column that holds all the
 * rest as JSON in parts. Throws a Problem where the pack has no figure, or too many.
 */
export async function writePackCsv(pack: BenchmarkPack): Promise<Blob> {
  const parts = partsOf(await besideObservations(pack), rowsIn(pack));
  const text = new TextParts('CSV');
  text.add(`\uFEFF${COLUMNS.join(',')}\r\n`);
  let place = 0;
  for (const rows of rowsInPieces(pack)) {
    const lines = rows.map((row) => {
      const part = parts[place] ?? null;
      place += 1;
      return lineOf({ ...row, pack_title: pack.title, made: pack.made, about: part });
    });
    text.add(lines.join(''));
  }
  return text.content(MEDIA_TYPES.csv);
}

/** What the pack says of itself stands in its rows: without any, nothing could say what it is. */
function rowsIn({ observations }: BenchmarkPack): number {
  if (observations.length > 0) return observations.length;
  throw new Problem(
    'The pack holds no figure, and a CSV holds nothing else.',
    'Save it as a package (.zip) or as JSON.',
  );
}

function lineOf(row: Readonly<Record<(typeof COLUMNS)[number], CsvField>>): string {
  return `${COLUMNS.map((column) => csvField(row[column])).join(',')}\r\n`;
}
