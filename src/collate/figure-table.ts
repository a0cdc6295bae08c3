import { type FigureTable, OUTCOME_KINDS, seriesKey } from '../model/collation.ts';
import type { ObservationAt } from '../model/disclosure.ts';
import type { Observation } from '../model/observation.ts';
import type { Outcome } from '../model/outcome.ts';
import { parsePeriod } from '../model/period.ts';

const KINDS = new Map(OUTCOME_KINDS.map((kind, place) => [kind, place]));

/** Takes the observations of one area; gives them in columns. */
export function tableOf(observations: readonly Observation[]): FigureTable {
  const length = observations.length;
  const texts = new Map([['', 0]]);
  const placeOf = (text: string) => {
    const known = texts.get(text) ?? texts.size;
    texts.set(text, known);
    return known;
  };
  const table = {
    series: observations.map(seriesKey),
    kind: new Uint8Array(length),
    value: new Float64Array(length),
    denominator: new Float64Array(length),
    scale: new Float64Array(length),
    version: new Uint16Array(length),
    byHand: new Uint8Array(length),
    reason: new Uint32Array(length),
    from: new Uint32Array(length),
  };
  observations.forEach(({ outcome, version, origin, denominatorFrom }, row) => {
    table.kind[row] = KINDS.get(outcome.kind) ?? 0;
    const [value, denominator, scale] = numbersOf(outcome);
    table.value[row] = value;
    table.denominator[row] = denominator;
    table.scale[row] = scale;
    table.version[row] = version;
    table.byHand[row] = origin === 'entered by hand' ? 1 : 0;
    table.reason[row] = placeOf('reason' in outcome ? outcome.reason : '');
    table.from[row] = placeOf(denominatorFrom ?? '');
  });
  return { ...table, texts: [...texts.keys()] };
}

function numbersOf(outcome: Outcome): readonly [number, number, number] {
  if (outcome.kind === 'count' || outcome.kind === 'amount') return [outcome.value, 0, 0];
  if (outcome.kind !== 'ratio') return [0, 0, 0];
  return [outcome.numerator, outcome.denominator, outcome.scale];
}

/** Takes a table and a row of it; gives its outcome. */
export function outcomeAt(table: FigureTable, row: number): Outcome {
  const kind = OUTCOME_KINDS[table.kind[row] ?? -1];
  const value = table.value[row] ?? NaN;
  if (kind === undefined) throw new RangeError(`there is no row ${row}`);
  switch (kind) {
    case 'count':
    case 'amount':
      return { kind, value };
    case 'ratio': {
      const [denominator = NaN, scale = NaN] = [table.denominator[row], table.scale[row]];
      return { kind, numerator: value, denominator, scale };
    }
    case 'withheld':
      return { kind };
    case 'missing':
    case 'not applicable':
    case 'not available':
      return { kind, reason: table.texts[table.reason[row] ?? 0] ?? '' };
  }
}

/** Takes a table, a row of it and whose it is; gives the observation. */
export function observationAt(table: FigureTable, row: number, area: string): Observation {
  return {
    ...placeIn(table.series[row] ?? ''),
    version: table.version[row] ?? 0,
    area,
    outcome: outcomeAt(table, row),
    origin: table.byHand[row] === 1 ? 'entered by hand' : 'extract',
    denominatorFrom: table.texts[table.from[row] ?? 0] || null,
  };
}

/** Takes the key of a series; gives what it names. Throws a RangeError where it names nothing. */
export function placeIn(key: string): ObservationAt {
  const [measure = '', figure = '', written = '', by = '', cell = ''] = key.split('|');
  const period = parsePeriod(written);
  if (!period) throw new RangeError(`${key} is no series`);
  return { measure, figure, period, cell: by === '' ? null : { by, cell } };
}
