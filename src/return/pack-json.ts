import type { BenchmarkPack } from '../model/benchmark-pack.ts';
import { jsonRow } from './json.ts';
import { TextParts, besideObservations, rowsInPieces } from './pack-text.ts';
import { MEDIA_TYPES } from './write.ts';

/**
 * Takes a pack; gives it as one JSON, keys always in one order: what its descriptor says, its tables, and its observations,
 * one a line. Throws a Problem where it has too many.
 */
export async function writePackJson(pack: BenchmarkPack): Promise<Blob> {
  const text = new TextParts('JSON');
  const beside = JSON.stringify(await besideObservations(pack), null, 1);
  // The object is left open: what comes last in it is many, and written piece by piece.
  text.add(beside.replace(/\n\}$/, ',\n "observations": ['));
  let before = '\n';
  for (const rows of rowsInPieces(pack)) {
    text.add(before + rows.map((row) => `  ${JSON.stringify(jsonRow(row))}`).join(',\n'));
    before = ',\n';
  }
  text.add('\n ]\n}\n');
  return text.content(MEDIA_TYPES.json);
}
