import { type FigureTable, seriesKey } from '../model/collation.ts';
import type { ObservationAt } from '../model/disclosure.ts';
import type { Observation } from '../model/observation.ts';
import { OutcomeRows, outcomeAt } from '../model/outcome-columns.ts';
import { parsePeriod } from '../model/period.ts';

/** Takes the observations of one area; gives them in columns. */
export function tableOf(observations: readonly Observation[]): FigureTable {
  const rows = new OutcomeRows();
  for (const { outcome, version, origin, denominatorFrom } of observations) {
    rows.add(outcome, version, origin === 'entered by hand', denominatorFrom);
  }
  return { series: observations.map(seriesKey), ...rows.columns() };
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
