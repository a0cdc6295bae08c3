import { Sha256Stream } from '../files/sha256-stream.ts';
import { OUTCOME_KINDS, seriesKey } from '../model/collation.ts';
import type { ObservationColumns } from '../model/observation-columns.ts';

const KINDS = OUTCOME_KINDS.map((kind) => JSON.stringify(kind));

/**
 * Takes a pack's observations; gives the SHA-256 of them as lines of JSON, the same whatever the order that their rows stood in:
 * for each figure, period and cell in the order of their names a line that names them, then one for each area in the order of
 * the codes. What a row only says again of its area, its period or its definition is not in it.
 */
export function digestOfColumns(columns: ObservationColumns): string {
  const digest = new Sha256Stream();
  const [encoder, keys] = [new TextEncoder(), columns.series.map(seriesKey)];
  const inOrder = [...keys.keys()].sort((a, b) => ((keys[a] ?? '') < (keys[b] ?? '') ? -1 : 1));
  const areas = columns.areas.map((code) => JSON.stringify(code));
  const texts = columns.outcomes.texts.map((text) => JSON.stringify(text));
  for (const place of inOrder) {
    const series = columns.series[place];
    if (!series) continue;
    const { measure, figure, period, cell } = series;
    const named = [measure, figure, period, cell?.by ?? null, cell?.cell ?? null];
    let lines = `${JSON.stringify(named)}\n`;
    const end = columns.starts[place + 1] ?? 0;
    for (let row = columns.starts[place] ?? 0; row < end; row += 1) {
      const area = areas[columns.area[row] ?? -1] ?? '""';
      lines += `[${area},${foundIn(columns, row, texts)}]\n`;
    }
    digest.take(encoder.encode(lines));
  }
  return digest.digest();
}

/** What a row found, with null for each number and text that it has none of. */
function foundIn({ outcomes }: ObservationColumns, row: number, texts: readonly string[]): string {
  const { kind, value, denominator, scale, version, byHand, reason, from } = outcomes;
  const named = OUTCOME_KINDS[kind[row] ?? -1];
  const isFigure = named === 'count' || named === 'amount' || named === 'ratio';
  const parts = named === 'ratio' ? `${denominator[row]},${scale[row]}` : 'null,null';
  const numbers = `${isFigure ? value[row] : null},${parts}`;
  const [why, whence] = [reason[row] ?? 0, from[row] ?? 0];
  const told = `${why === 0 ? null : texts[why]},${byHand[row]},${whence === 0 ? null : texts[whence]}`;
  return `${version[row]},${KINDS[kind[row] ?? -1]},${numbers},${told}`;
}
