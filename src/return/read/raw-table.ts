import { firstRecords } from '../../files/records.ts';
import { visible } from '../../model/shown-text.ts';
import { textOfField } from '../csv-text.ts';
import { refusal } from './shape.ts';

/** A table as it was read: every value as text, under the names of its columns. */
export interface RawTable {
  readonly columns: readonly string[];
  readonly rows: readonly RawRow[];
  /** How its numbers mark their decimals. */
  readonly decimals: '.' | ',';
}

export interface RawRow {
  readonly values: readonly string[];
  /** Where it stands, in words: `line 14`. */
  readonly place: string;
}

/** Gives what a row holds in a column: empty where there is no such column. */
export type CellOf = (row: RawRow, column: string) => string;

/** Takes a table; gives how its cells are found. */
export function cellsOf({ columns }: RawTable): CellOf {
  const places = new Map(columns.map((name, place) => [name, place]));
  return (row, column) => {
    const place = places.get(column);
    return place === undefined ? '' : (row.values[place] ?? '');
  };
}

/** Takes CSV, its delimiter and how many lines stand above it; gives its table. */
export function tableOfCsv(csv: string, delimiter: string, linesAbove = 0): RawTable {
  const [heading, ...records] = firstRecords(csv, delimiter, Number.POSITIVE_INFINITY);
  if (!heading) throw refusal('the table', 'is empty');
  return {
    columns: heading.values.map((name) => name.toLowerCase()),
    rows: records
      .map(({ values }, place) => ({
        values: values.map((value) => visible(textOfField(value))),
        place: `line ${place + linesAbove + 2}`,
      }))
      .filter(({ values }) => values.some((value) => value !== '')),
    decimals: delimiter === ';' ? ',' : '.',
  };
}

/** Takes the rows of a sheet, the heading first, and its name; gives its table. */
export function tableOfSheet(rows: readonly (readonly string[])[], sheet: string): RawTable {
  const [heading, ...records] = rows;
  if (!heading) throw refusal(`the sheet ${sheet}`, 'is empty');
  return {
    columns: heading.map((name) => name.trim().toLowerCase()),
    rows: records
      .map((values, place) => ({
        values: values.map((value) => visible(value.trim())),
        place: `sheet ${sheet}, row ${place + 2}`,
      }))
      .filter(({ values }) => values.some((value) => value !== '')),
    decimals: '.',
  };
}

/** Takes a list of objects that was read from JSON; gives its table. */
export function tableOfObjects(read: unknown, name: string): RawTable {
  if (!Array.isArray(read)) throw refusal(`‘${name}’`, 'is not a list');
  const columns = new Map<string, number>();
  const rows = read.map((one: unknown, place) => {
    if (typeof one !== 'object' || one === null || Array.isArray(one)) {
      throw refusal(`entry ${place + 1} of ‘${name}’`, 'is not an object of names and values');
    }
    const values: string[] = [];
    for (const [column, value] of Object.entries(one)) {
      const at = columns.get(column) ?? columns.size;
      columns.set(column, at);
      values[at] = textIn(value, `‘${column.slice(0, 40)}’ in entry ${place + 1} of ‘${name}’`);
    }
    return {
      values: Array.from(values, (value) => value ?? ''),
      place: `entry ${place + 1} of ‘${name}’`,
    };
  });
  return { columns: [...columns.keys()], rows, decimals: '.' };
}

/** A list or an object is no value: what it says of itself as text is its own affair. */
function textIn(value: unknown, at: string): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'object') throw refusal(at, 'is no single value');
  return visible(String(value));
}
