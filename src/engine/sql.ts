import type { Rows, Value } from './database.ts';

/** Takes any text; gives it as an SQL identifier. */
export function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** Takes any text; gives it as an SQL literal. For text of the project's own; what a person gave is bound. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** Takes rows; gives all of them as an array. For small results. */
export function all(rows: Rows): Readonly<Record<string, Value>>[] {
  return Array.from({ length: rows.length }, (_, index) => rows.at(index));
}

/** Takes a row's value; gives it as a number. Throws where it is none: the SQL promised one. */
export function numberFrom(value: Value | undefined): number {
  if (typeof value !== 'number') throw new TypeError(`a number was expected, not ${typeof value}`);
  return value;
}

/** Takes a row's value; gives it as text. Throws where it is none: the SQL promised it. */
export function textFrom(value: Value | undefined): string {
  if (typeof value !== 'string') throw new TypeError(`text was expected, not ${typeof value}`);
  return value;
}
