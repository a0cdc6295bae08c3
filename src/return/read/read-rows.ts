import { parseDay } from '../../model/day.ts';
import { type BreakdownCell, type Observation, observationKey } from '../../model/observation.ts';
import { type Period, firstDay, lastDay, oncePerPeriod, parsePeriod } from '../../model/period.ts';
import type { ReturnDocument } from '../../model/return-document.ts';
import { definedIn } from '../check.ts';
import { OBSERVATION_COLUMNS, WHOLE } from '../observation-rows.ts';
import { type CellOf, type RawRow, type RawTable, cellsOf } from './raw-table.ts';
import { readOutcome } from './read-outcome.ts';
import type { Remarks } from './remarks.ts';
import { quoted, refusal } from './shape.ts';

const PUT_RIGHT = 'Put it back as it was, or ask for the file again.';
/** Columns that only repeat what others say. */
const REPEATED: readonly string[] = [
  'status',
  'release',
  'period_first_day',
  'period_last_day',
  'period_kind',
  'area_kind',
  'area_name',
  'numerator',
  'denominator',
  'scale',
  'reason',
  'denominator_source',
];

const daysOf = oncePerPeriod((period) => ({ first: firstDay(period), last: lastDay(period) }));

/** What rows are read against. */
export interface RowsOf extends Pick<ReturnDocument, 'definitions' | 'breakdowns'> {
  readonly areas: ReadonlySet<string>;
}

/** A row that is looked at. */
export interface At {
  readonly table: RawTable;
  readonly cell: CellOf;
  readonly row: RawRow;
  readonly remarks: Remarks;
  readonly of: RowsOf;
  readonly defined: ReadonlySet<string>;
}

/** An observation and the row it was read from. */
export interface RowRead {
  readonly observation: Observation;
  readonly row: RawRow;
}

/** Takes a table of observations and what it is read against; gives them, and remarks on each that is not as it should be. */
export function readRows(table: RawTable, of: RowsOf, remarks: Remarks): RowRead[] {
  checkColumns(table);
  const cell = cellsOf(table);
  const defined = definedIn(of);
  const met = new Set<string>();
  return table.rows.flatMap((row) => {
    const at = { table, cell, row, remarks, of, defined };
    const observation = readRow(at);
    if (!observation) return [];
    const { measure, figure, period, area } = observation;
    const key = `${area} ${measure} ${observationKey(figure, period, observation.cell)}`;
    if (met.has(key)) return thereTwice(at);
    met.add(key);
    return [{ observation, row }];
  });
}

function checkColumns({ columns }: RawTable): void {
  const missing = missingColumn(columns);
  if (missing !== null) throw refusal('the table of observations', `has no column ${missing}`);
}

/** Takes the names of a table's columns; gives one without which no observations can be read, or null where all are there. */
export function missingColumn(columns: readonly string[]): string | null {
  const missing = OBSERVATION_COLUMNS.find(
    (column) => !REPEATED.includes(column) && !columns.includes(column),
  );
  return missing ?? null;
}

/** Takes a row that is there once more; remarks on it. */
export function thereTwice(at: Pick<At, 'remarks' | 'row'>): [] {
  return leftOut(at, 'The row is there twice: the first was kept', 'Ask which of them is meant.');
}

/** Takes a row; gives its observation, or null where it cannot be read, and remarks on all that is not as it should be. */
export function readRow(at: At): Observation | null {
  const { cell, row } = at;
  const [measure, figure] = [cell(row, 'measure'), cell(row, 'figure')];
  const [period, area, broken] = [readPeriod(at), readArea(at), readCell(at)];
  if (!at.defined.has(`${measure} ${figure}`)) {
    leftOut(at, `The return does not define the figure ${quoted(`${measure} ${figure}`)}`);
    return null;
  }
  const version = Number(cell(row, 'definition_version'));
  const outcome = readOutcome(at);
  if (!period || !area || !broken || !outcome) return null;
  return {
    measure,
    version: isVersion(version) ? version : noVersion(at, measure),
    figure,
    period,
    area,
    cell: broken === WHOLE ? null : broken,
    outcome,
    origin: cell(row, 'origin') === 'entered by hand' ? 'entered by hand' : 'extract',
    denominatorFrom: cell(row, 'denominator_source') || null,
  };
}

function readPeriod(at: At): Period | null {
  const { cell, row, remarks } = at;
  const written = cell(row, 'period');
  const period = parsePeriod(written);
  if (!period) {
    leftOut(at, `The period is ${quoted(written)}, which is none such as 2025-26 Q1`);
    return null;
  }
  const days = [
    [cell(row, 'period_first_day'), daysOf(period).first],
    [cell(row, 'period_last_day'), daysOf(period).last],
  ] as const;
  if (days.some(([text, day]) => text !== '' && text !== day)) {
    const turned = days.every(
      ([text, day]) => text === '' || parseDay(text) === null || text === day,
    );
    remarks.add(
      'changed',
      turned
        ? 'Days were turned into another form, as Excel does when it opens a CSV. They were taken from the period.'
        : 'The days do not belong to the period beside them. The period was kept.',
      turned ? 'Nothing to do.' : PUT_RIGHT,
      row.place,
    );
  }
  return period;
}

function readArea(at: At): string | null {
  const { cell, row, remarks, of } = at;
  const written = cell(row, 'area_code');
  if (of.areas.has(written)) return written;
  const padded = written.padStart(3, '0');
  if (/^\d{1,2}$/.test(written) && of.areas.has(padded)) {
    remarks.add(
      'changed',
      `The area code lost its leading nought, as Excel does when it opens a CSV. It was read as ${padded}.`,
      'Nothing to do.',
      row.place,
    );
    return padded;
  }
  leftOut(at, `The area ${quoted(written)} is not the one that the file is of`);
  return null;
}

function readCell(at: At): BreakdownCell | typeof WHOLE | null {
  const [by, cell] = [at.cell(at.row, 'breakdown'), at.cell(at.row, 'breakdown_cell')];
  if (by === WHOLE && cell === WHOLE) return WHOLE;
  if (at.defined.has(`${by} ${cell}`)) return { by, cell };
  leftOut(at, `The return does not define the breakdown cell ${quoted(`${by} ${cell}`)}`);
  return null;
}

/** What is higher has no place in a column, and was never given. */
export function isVersion(version: number): boolean {
  return Number.isSafeInteger(version) && version > 0 && version <= 65_535;
}

function noVersion(at: At, measure: string): number {
  const found = at.of.definitions.find(({ id }) => id === measure)?.version ?? 1;
  at.remarks.add(
    'changed',
    `The version of a definition is ${quoted(at.cell(at.row, 'definition_version'))}, which is none. That of the return was taken.`,
    PUT_RIGHT,
    at.row.place,
  );
  return found;
}

function leftOut(
  { remarks, row }: Pick<At, 'remarks' | 'row'>,
  says: string,
  todo = PUT_RIGHT,
): [] {
  remarks.add('not read', `${says}. The row was left out.`, todo, row.place);
  return [];
}
