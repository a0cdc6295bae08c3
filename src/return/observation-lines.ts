import { csvField } from '../model/csv-field.ts';
import type { ObservationColumns } from '../model/observation-columns.ts';
import { outcomeAt } from '../model/outcome-columns.ts';
import {
  OBSERVATION_COLUMNS,
  type RowsAbout,
  WHOLE,
  periodRow,
  shownOf,
} from './observation-rows.ts';

/**
 * Takes observations in columns and what their file says of all; gives the tidy table as CSV, a piece for the heading and one for
 * each series: the text that `csvText` makes of their rows, which are never there at once.
 */
export function* observationLines(columns: ObservationColumns, about: RowsAbout): Iterable<string> {
  yield `${OBSERVATION_COLUMNS.join(',')}\r\n`;
  const areas = areaFields(columns, about);
  const marks = `${about.status},${about.release}`;
  for (const [place, { measure, figure, period, cell }] of columns.series.entries()) {
    const days = periodRow(period);
    const before = `${marks},${csvField(measure)},`;
    const named = `,${csvField(figure)},${Object.values(days).map(csvField).join(',')},`;
    const within = `,${csvField(cell?.by ?? WHOLE)},${csvField(cell?.cell ?? WHOLE)},`;
    const hasParts = about.ratios.has(`${measure} ${figure}`);
    const end = columns.starts[place + 1] ?? 0;
    let lines = '';
    for (let row = columns.starts[place] ?? 0; row < end; row += 1) {
      const area = areas[columns.area[row] ?? -1] ?? '';
      const version = columns.outcomes.version[row] ?? 0;
      lines += before + version + named + area + within + foundText(columns, row, hasParts);
    }
    yield lines;
  }
}

/** What stands in a row from its outcome on. */
function foundText({ outcomes }: ObservationColumns, row: number, hasParts: boolean): string {
  const outcome = outcomeAt(outcomes, row);
  const { value, numerator, denominator, scale, reason } = shownOf(outcome, hasParts);
  const origin = outcomes.byHand[row] === 1 ? 'entered by hand' : 'extract';
  const from = outcomes.texts[outcomes.from[row] ?? 0] ?? '';
  const parts = `${outcome.kind},${value ?? ''},${numerator ?? ''},${denominator ?? ''}`;
  return `${parts},${scale ?? ''},${csvField(reason)},${origin},${csvField(from)}\r\n`;
}

/** By the place of an area: its kind, code and name. */
function areaFields({ areas: codes }: ObservationColumns, { areas }: RowsAbout): string[] {
  const named = new Map(areas.map((area) => [area.code, area]));
  return codes.map((code) => {
    const area = named.get(code);
    if (!area) throw new RangeError(`nothing says what area ${code} is`);
    return `${area.kind},${csvField(area.code)},${csvField(area.name)}`;
  });
}
