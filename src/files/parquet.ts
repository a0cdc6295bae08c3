import { type FileMetaData, parquetMetadataAsync, parquetRead } from 'hyparquet';
import { LIMITS } from '../model/limits.ts';
import { counted } from '../model/words.ts';
import { CsvRows } from './csv.ts';
import type { FoundFile, Remark, Source } from './found.ts';
import { brokenParquet, tooManyColumns } from './leaving.ts';
import { BOUNDED, checkFooter } from './parquet-check.ts';
import { PARSERS, type ValueReader, readersFor, withRawDecimals } from './parquet-values.ts';
import type { OnShare } from './share.ts';
import { asTable } from './text.ts';

/** Takes a Parquet file; gives its table, or why it cannot be read. One group of rows is held at a time. */
export async function readParquet(source: Source, on: OnShare): Promise<FoundFile> {
  try {
    return await readTable(source, on);
  } catch {
    return brokenParquet(source);
  }
}

async function readTable(source: Source, on: OnShare): Promise<FoundFile> {
  const file = {
    byteLength: source.content.size,
    slice: (start: number, end?: number) => source.content.slice(start, end).arrayBuffer(),
  };
  const written = await parquetMetadataAsync(file, { geoparquet: false });
  const readers = readersFor(written);
  if (readers.length > LIMITS.columns.most) return tooManyColumns(source);
  checkFooter(written, readers.length, source.content.size);
  const metadata = withRawDecimals(written);
  const csv = new CsvRows();
  csv.add(readers.map(({ name }) => name));
  let row = 0;
  for (const group of metadata.row_groups) {
    const end = row + Number(group.num_rows);
    const rows = await rowsOf(file, metadata, row, end);
    if (rows.length !== end - row) throw new RangeError('a group of rows is not whole');
    for (const values of rows) csv.add(textsOf(readers, values));
    row = end;
    on(row / Math.max(1, Number(metadata.num_rows)));
  }
  if (row !== Number(metadata.num_rows)) throw new RangeError('not all rows are there');
  return asTable({ ...source, content: csv.content() }, remarksOn(readers), ',');
}

async function rowsOf(
  file: Parameters<typeof parquetRead>[0]['file'],
  metadata: FileMetaData,
  rowStart: number,
  rowEnd: number,
): Promise<readonly (readonly unknown[])[]> {
  let rows: readonly (readonly unknown[])[] = [];
  await parquetRead({
    file,
    metadata,
    rowStart,
    rowEnd,
    compressors: BOUNDED,
    parsers: PARSERS,
    utf8: false,
    geoparquet: false,
    onComplete: (read) => (rows = read),
  });
  return rows;
}

function textsOf(readers: readonly ValueReader[], values: readonly unknown[]): string[] {
  return readers.map(({ text }, place) => text(values[place]));
}

function remarksOn(readers: readonly ValueReader[]): Remark[] {
  const inUtc = readers.filter(({ isInstant }) => isInstant).length;
  if (inUtc === 0) return [];
  return [
    {
      says: `has ${counted(inUtc, ['column', 'columns'])} of moments in universal time, which were read in UK time.`,
      todo: 'Nothing to do, if the days are right. If not, write the columns without a time zone.',
    },
  ];
}
