import { ByteText } from '../files/byte-text.ts';
import { csvField } from '../model/csv-field.ts';
import type { ObservationColumns } from '../model/observation-columns.ts';
import { outcomeAt } from '../model/outcome-columns.ts';
import type { Outcome } from '../model/outcome.ts';
import {
  OBSERVATION_COLUMNS,
  type RowsAbout,
  WHOLE,
  periodRow,
  shownOf,
} from './observation-rows.ts';
import { shownNumber, symbolOf } from './symbols.ts';

/** About how many bytes are given at a time. */
const PIECE = 250_000;

/**
 * Takes observations in columns and what their file says of all; gives the tidy table as CSV in UTF-8, piece by piece: the text
 * that `csvText` makes of their rows, which are never there at once.
 */
export function* observationLines(
  columns: ObservationColumns,
  about: RowsAbout,
): Iterable<Uint8Array<ArrayBuffer>> {
  const text = new ByteText();
  text.add(encoded(`${OBSERVATION_COLUMNS.join(',')}\r\n`));
  const areas = areaFields(columns, about);
  const found = new FoundFields(columns);
  for (const [place, { measure, figure, period, cell }] of columns.series.entries()) {
    const days = Object.values(periodRow(period)).map(csvField).join(',');
    const before = encoded(`${about.status},${about.release},${csvField(measure)},`);
    const named = encoded(`,${csvField(figure)},${days},`);
    const within = encoded(`,${csvField(cell?.by ?? WHOLE)},${csvField(cell?.cell ?? WHOLE)},`);
    const hasParts = about.ratios.has(`${measure} ${figure}`);
    const end = columns.starts[place + 1] ?? 0;
    for (let row = columns.starts[place] ?? 0; row < end; row += 1) {
      text.add(before);
      text.number(columns.outcomes.version[row] ?? 0);
      text.add(named);
      text.add(areas[columns.area[row] ?? -1] ?? NOTHING);
      text.add(within);
      found.add(text, row, hasParts);
    }
    if (text.length > PIECE) yield text.taken();
  }
  yield text.taken();
}

const NOTHING = new Uint8Array(0);

function encoded(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** What stands in a row from its outcome on. All but numbers is the same in many rows, and is made once. */
class FoundFields {
  readonly #columns: ObservationColumns;
  readonly #known = new Map<number, Uint8Array>();

  constructor(columns: ObservationColumns) {
    this.#columns = columns;
  }

  add(text: ByteText, row: number, hasParts: boolean): void {
    const outcome = outcomeAt(this.#columns.outcomes, row);
    switch (outcome.kind) {
      case 'count':
      case 'amount':
        text.add(outcome.kind === 'count' ? COUNT : AMOUNT);
        text.number(outcome.value);
        text.add(NO_PARTS);
        return text.add(this.#fields(row, null, hasParts));
      case 'ratio':
        addRatio(text, outcome);
        return text.add(this.#fields(row, null, hasParts));
      case 'withheld':
      case 'missing':
      case 'not applicable':
      case 'not available':
        return text.add(this.#fields(row, outcome, hasParts));
    }
  }

  /** Of a figure (null) what stands behind its numbers, of any other outcome all of it. */
  #fields(row: number, outcome: Outcome | null, hasParts: boolean): Uint8Array {
    const { kind, reason, from, byHand, texts } = this.#columns.outcomes;
    const of = (outcome ? 1 + (kind[row] ?? 0) : 0) * 4 + (hasParts ? 2 : 0) + (byHand[row] ?? 0);
    const key = (of * texts.length + (reason[row] ?? 0)) * texts.length + (from[row] ?? 0);
    const known = this.#known.get(key);
    if (known) return known;
    const fields = encoded(this.#textOf(row, outcome, hasParts));
    this.#known.set(key, fields);
    return fields;
  }

  #textOf(row: number, outcome: Outcome | null, hasParts: boolean): string {
    const { byHand, from, texts } = this.#columns.outcomes;
    const origin = byHand[row] === 1 ? 'entered by hand' : 'extract';
    const end = `${origin},${csvField(texts[from[row] ?? 0] ?? '')}\r\n`;
    if (!outcome) return `,,${end}`;
    const { value, numerator, denominator, scale, reason } = shownOf(outcome, hasParts);
    const parts = [outcome.kind, value, numerator, denominator, scale, reason].map(csvField);
    return `${parts.join(',')},${end}`;
  }
}

function addRatio(text: ByteText, ratio: Extract<Outcome, { kind: 'ratio' }>): void {
  text.add(RATIO);
  const shown = shownNumber(ratio);
  if (shown === null) text.add(encoded(symbolOf(ratio) ?? ''));
  else text.number(shown);
  text.add(COMMA);
  text.number(ratio.numerator);
  text.add(COMMA);
  text.number(ratio.denominator);
  text.add(COMMA);
  text.number(ratio.scale);
}

const [COUNT, AMOUNT, RATIO] = [encoded('count,'), encoded('amount,'), encoded('ratio,')];
const [COMMA, NO_PARTS] = [encoded(','), encoded(',,,')];

/** By the place of an area: its kind, code and name. */
function areaFields({ areas: codes }: ObservationColumns, { areas }: RowsAbout): Uint8Array[] {
  const named = new Map(areas.map((area) => [area.code, area]));
  return codes.map((code) => {
    const area = named.get(code);
    if (!area) throw new RangeError(`nothing says what area ${code} is`);
    return encoded(`${area.kind},${csvField(area.code)},${csvField(area.name)}`);
  });
}
