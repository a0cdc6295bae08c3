import { ByteText } from '../files/byte-text.ts';
import { Sha256Stream } from '../files/sha256-stream.ts';
import { OUTCOME_KINDS, seriesKey } from '../model/collation.ts';
import type { ObservationColumns } from '../model/observation-columns.ts';

const encoder = new TextEncoder();
const encoded = (text: string) => encoder.encode(text);
const NOTHING = new Uint8Array(0);
const KINDS = OUTCOME_KINDS.map((kind) => encoded(`,${JSON.stringify(kind)},`));
const [COMMA, NULL, NO_PARTS] = [encoded(','), encoded('null'), encoded(',null,null')];

/**
 * Takes a pack's observations; gives the SHA-256 of them as lines of JSON, the same whatever the order that their rows stood in:
 * for each figure, period and cell in the order of their names a line that names them, then one for each area in the order of
 * the codes. What a row only says again of its area, its period or its definition is not in it.
 */
export function digestOfColumns(columns: ObservationColumns): string {
  const digest = new Sha256Stream();
  const text = new ByteText();
  const keys = columns.series.map(seriesKey);
  const inOrder = [...keys.keys()].sort((a, b) => ((keys[a] ?? '') < (keys[b] ?? '') ? -1 : 1));
  const areas = columns.areas.map((code) => encoded(`[${JSON.stringify(code)},`));
  const found = new FoundBytes(columns);
  for (const place of inOrder) {
    const series = columns.series[place];
    if (!series) continue;
    const { measure, figure, period, cell } = series;
    const named = [measure, figure, period, cell?.by ?? null, cell?.cell ?? null];
    text.add(encoded(`${JSON.stringify(named)}\n`));
    const end = columns.starts[place + 1] ?? 0;
    for (let row = columns.starts[place] ?? 0; row < end; row += 1) {
      text.add(areas[columns.area[row] ?? -1] ?? NOTHING);
      found.add(text, row);
    }
    digest.take(text.taken());
  }
  return digest.digest();
}

/** What a row found, with null for each number and text that it has none of. */
class FoundBytes {
  readonly #columns: ObservationColumns;
  /** By the places of its texts and whether it was entered by hand: the end of a line. It is made once. */
  readonly #ends = new Map<number, Uint8Array>();

  constructor(columns: ObservationColumns) {
    this.#columns = columns;
  }

  add(text: ByteText, row: number): void {
    const { kind, value, denominator, scale, version } = this.#columns.outcomes;
    const named = OUTCOME_KINDS[kind[row] ?? -1];
    text.number(version[row] ?? 0);
    text.add(KINDS[kind[row] ?? -1] ?? NOTHING);
    if (named === 'count' || named === 'amount' || named === 'ratio') text.number(value[row] ?? 0);
    else text.add(NULL);
    if (named === 'ratio') {
      text.add(COMMA);
      text.number(denominator[row] ?? 0);
      text.add(COMMA);
      text.number(scale[row] ?? 0);
    } else text.add(NO_PARTS);
    text.add(this.#endOf(row));
  }

  #endOf(row: number): Uint8Array {
    const { reason, from, byHand, texts } = this.#columns.outcomes;
    const [why, whence, hand] = [reason[row] ?? 0, from[row] ?? 0, byHand[row] ?? 0];
    const key = (hand * texts.length + why) * texts.length + whence;
    const known = this.#ends.get(key);
    if (known) return known;
    const told = (place: number) => (place === 0 ? 'null' : JSON.stringify(texts[place]));
    const end = encoded(`,${told(why)},${hand},${told(whence)}]\n`);
    this.#ends.set(key, end);
    return end;
  }
}
