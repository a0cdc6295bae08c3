import { parseDay } from './calendar.ts';
import type { Day } from './calendar.ts';
import type { Cell, Extract, Row } from './extract.ts';

/** A row with a person and a start (or the one date of an event), and an end where it has one. */
export type Span = {
  readonly id: string;
  readonly person: string;
  readonly start: Day;
  readonly end: Day | null;
  readonly row: Row;
};

export type Assessment = {
  readonly id: string;
  readonly person: string;
  readonly started: Day | null;
  readonly completed: Day | null;
  readonly row: Row;
};

export type SpanColumns = {
  readonly table: string;
  readonly key: string;
  readonly person: string;
  readonly start: string;
  readonly end: string | null;
};

export type Births = ReadonlyMap<string, Day>;

const LONGEST_PREGNANCY = 280;

export function cell(row: Row, column: string): Cell {
  return row[column] ?? null;
}

export function dateIn(row: Row, column: string | null): Day | null {
  const iso = column === null ? null : cell(row, column);
  return iso === null ? null : parseDay(iso);
}

export function hasRows(extract: Extract, table: string): boolean {
  return (extract.tables[table] ?? []).length > 0;
}

/** The rows by key: none without one, and of those that share one only the first. */
export function rowsByKey(extract: Extract, table: string, key: string): Map<string, Row> {
  const rows = new Map<string, Row>();
  for (const row of extract.tables[table] ?? []) {
    const id = cell(row, key);
    if (id !== null && !rows.has(id)) rows.set(id, row);
  }
  return rows;
}

export function birthsIn(extract: Extract): Births {
  const births = new Map<string, Day>();
  for (const [person, row] of rowsByKey(extract, 'ssd_person', 'pers_person_id')) {
    const born = dateIn(row, 'pers_dob');
    if (born !== null) births.set(person, born);
  }
  return births;
}

/** null where the dates are missing or impossible; an end after the extract is no end yet. */
export function possibleDates(
  start: Day | null,
  end: Day | null,
  extractDay: Day,
): { readonly start: Day; readonly end: Day | null } | null {
  if (start === null || start > extractDay) return null;
  if (end !== null && end < start) return null;
  return { start, end: end !== null && end > extractDay ? null : end };
}

function longBeforeBirth(births: Births, person: string, day: Day): boolean {
  const born = births.get(person);
  return born !== undefined && day < born - LONGEST_PREGNANCY;
}

export function spansIn(extract: Extract, births: Births, columns: SpanColumns): Span[] {
  const extractDay = parseDay(extract.extractDate);
  const spans: Span[] = [];
  for (const [id, row] of rowsByKey(extract, columns.table, columns.key)) {
    const person = cell(row, columns.person);
    const start = dateIn(row, columns.start);
    const dates = possibleDates(start, dateIn(row, columns.end), extractDay);
    if (person === null || dates === null) continue;
    if (longBeforeBirth(births, person, dates.start)) continue;
    spans.push({ id, person, start: dates.start, end: dates.end, row });
  }
  return spans;
}

function assessmentDates(
  started: Day | null,
  completed: Day | null,
  extractDay: Day,
): Pick<Assessment, 'started' | 'completed'> | null {
  if (started === null && completed === null) return null;
  if (started !== null && started > extractDay) return null;
  if (started !== null && completed !== null && completed < started) return null;
  return { started, completed: completed !== null && completed > extractDay ? null : completed };
}

/** An assessment may lack its start and still have been completed. */
export function assessmentsIn(
  extract: Extract,
  births: Births,
  columns: SpanColumns,
): Assessment[] {
  const extractDay = parseDay(extract.extractDate);
  const assessments: Assessment[] = [];
  for (const [id, row] of rowsByKey(extract, columns.table, columns.key)) {
    const person = cell(row, columns.person);
    const started = dateIn(row, columns.start);
    const dates = assessmentDates(started, dateIn(row, columns.end), extractDay);
    if (person === null || dates === null) continue;
    const first = dates.started ?? dates.completed;
    if (first !== null && longBeforeBirth(births, person, first)) continue;
    assessments.push({ id, person, row, ...dates });
  }
  return assessments;
}
