import type { Compressors, FileMetaData } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { LIMITS } from '../model/limits.ts';

/**
 * Takes a file's description, how many columns it has and the file's size in bytes; throws a RangeError where it says of itself what
 * cannot be: room is made by what it says, before anything is read.
 */
export function checkFooter(
  { row_groups: groups, num_rows: all }: FileMetaData,
  columns: number,
  size: number,
): void {
  let rows = 0n;
  for (const group of groups) {
    if (group.num_rows < 0n) throw new RangeError('a group has less than no rows');
    if (Number(group.num_rows) * columns > LIMITS.parquetGroup.most)
      throw new RangeError('a group has more values than are read at once');
    rows += group.num_rows;
    for (const { meta_data: chunk } of group.columns) {
      if (!chunk) throw new RangeError('a column is in another file');
      if (chunk.total_compressed_size < 0n || chunk.total_compressed_size > BigInt(size))
        throw new RangeError('a column is larger than its file');
    }
  }
  if (rows !== all) throw new RangeError('not all rows are there');
}

/** As those of the library, for pages of a size that may be. */
export const BOUNDED: Compressors = Object.fromEntries(
  Object.entries(compressors).map(([codec, decompress]) => [
    codec,
    (input: Uint8Array, length: number) => {
      if (!(length >= 0 && length <= LIMITS.parquetPage.most))
        throw new RangeError('a page is larger than may be');
      return decompress(input, length);
    },
  ]),
);
