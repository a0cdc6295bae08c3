import type { BenchmarkPack } from '../model/benchmark-pack.ts';
import { LIMITS, limitInWords } from '../model/limits.ts';
import { Problem } from '../model/problem.ts';
import type { Observation } from '../model/observation.ts';
import { measureRows } from './measure-rows.ts';
import { type ObservationRow, observationRows } from './observation-rows.ts';
import { aboutPack, areaRow, provenanceRows, rowsAboutPack, sealOfPack } from './pack.ts';
import { remarkRow, totalRow } from './pack-tables.ts';

/** How many rows are in memory at once. */
const PIECE = 5000;

/** Takes a pack; gives all of it but its observations: what its descriptor says, and its tables by name. */
export async function besideObservations(pack: BenchmarkPack): Promise<object> {
  return {
    ...aboutPack(pack),
    seal: await sealOfPack(pack),
    measures: measureRows(pack.definitions),
    authorities: pack.areas.map(areaRow),
    provenance: provenanceRows(pack),
    totals: pack.totals.map(totalRow),
    remarks: pack.remarks.map(remarkRow),
  };
}

/** Takes a pack; gives its observations as rows of the tidy table, piece by piece: never all of them at once. */
export function* rowsInPieces(pack: BenchmarkPack): Generator<readonly ObservationRow[]> {
  const about = rowsAboutPack(pack);
  let piece: Observation[] = [];
  for (const observation of pack.observations) {
    piece.push(observation);
    if (piece.length < PIECE) continue;
    yield observationRows(piece, about);
    piece = [];
  }
  if (piece.length > 0) yield observationRows(piece, about);
}

/** Text on its way to a file, put away as bytes. */
export class TextParts {
  readonly #parts: Uint8Array<ArrayBuffer>[] = [];
  readonly #encoder = new TextEncoder();
  readonly #form: string;
  #length = 0;

  /** Takes what the form is called. */
  constructor(form: string) {
    this.#form = form;
  }

  /** Takes text. Throws a Problem where the file would be larger than can be read back. */
  add(text: string): void {
    const part = this.#encoder.encode(text);
    this.#length += part.length;
    if (this.#length > LIMITS.packText.most) throw tooLarge(this.#form);
    this.#parts.push(part);
  }

  /** Takes the media type; gives the file. */
  content(type: string): Blob {
    return new Blob(this.#parts, { type });
  }
}

function tooLarge(form: string): Problem {
  return new Problem(
    `The pack is too large to be one ${form}: it would be more than ${limitInWords(LIMITS.packText)}.`,
    'Save the package (.zip): it holds the same tables as CSV, packed.',
  );
}
