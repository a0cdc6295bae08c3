import type { TextTable } from '../files/found.ts';
import type { CodeList, Holds, Spec, SpecificationTable } from '../spec/types.ts';
import { hasKnownHeading, tablesNamed } from './recognise.ts';

/** What a file without a heading may hold. */
export type Opened =
  /** Its order of columns and what stands in them fit this table, and no other. */
  | { readonly kind: 'fits'; readonly table: SpecificationTable }
  | { readonly kind: 'unsettled'; readonly offered: readonly SpecificationTable[] };

/**
 * Takes the spec, a file and the table that its name was settled to be, if it was; gives what it may hold where its first line
 * is no heading but a record, and null where the line is a heading, of ours or not. Several tables are alike in their columns:
 * where a file's name says which it is, it is that one or none.
 */
export function withoutHeading(
  spec: Pick<Spec, 'tables' | 'tablesNotNeeded' | 'specification'>,
  file: TextTable,
  settled: string | null,
): Opened | null {
  if (hasKnownHeading(spec, file.headings)) return null;
  const rows = openingOf(file);
  const named = settled === null ? tablesNamed(spec, file.path) : [settled];
  const wide = spec.specification.filter(({ columns }) => columns.length === file.headings.length);
  const asked = named.length > 0 ? wide.filter(({ name }) => named.includes(name)) : wide;
  const fitting = asked.filter((table) => fits(table, rows));
  const [only, ...others] = fitting;
  if (only && others.length === 0) return { kind: 'fits', table: only };
  const offered = fitting.length > 0 ? fitting : named.length > 0 ? asked : [];
  return offered.length > 0 ? { kind: 'unsettled', offered } : null;
}

/** Takes a file without a heading; gives its first records. */
export function openingOf({ headings, opening = [] }: TextTable): (readonly string[])[] {
  return [headings, ...opening];
}

/**
 * Takes the code lists and first records; gives them as they may be shown: days, numbers and codes as they are; of any other
 * text, which may be a name, how long it is.
 */
export function masked(
  lists: readonly CodeList[],
  rows: readonly (readonly string[])[],
): string[][] {
  const known = new Set(lists.flatMap(({ groups }) => groups.flatMap(({ words }) => words)));
  const isCode = (value: string) =>
    value.length <= LONGEST_CODE &&
    (value.length === 1 || /\d/.test(value) || known.has(value.toLowerCase()));
  const isNothing = (value: string) => /^(null|\\n)?$/i.test(value);
  return rows.map((row) =>
    row.map((value) =>
      isNothing(value) || isDay(value) || /^[\d.]+$/.test(value) || isCode(value)
        ? value
        : `${value.length} characters`,
    ),
  );
}

/** Takes a file's first line; tells whether it can be no record: each value a name of its own, and none with a number in it. */
export function isSurelyHeading(line: readonly string[]): boolean {
  return (
    new Set(line).size === line.length &&
    line.every((value) => /^\p{L}/u.test(value) && !/\d{3}/.test(value) && !isDay(value))
  );
}

const LONGEST_CODE = 4;

const NOTHING = /^(null|\\n|ssd_ph|placeholder_data)?$/i;
const DAY =
  /^(\d{4}-\d{2}-\d{2}|\d{1,2}[/-]\d{1,2}[/-]\d{2,4}|\d{1,2}[- ][a-z]{3}[- ]\d{2,4}|[a-z]{3} {1,2}\d{1,2} \d{4})([t ].*)?$/i;
/** What Excel makes of a day of 1900 to 2064. */
const SERIAL = /^[1-5]\d{4}(\.\d+)?$/;

const isDay = (value: string) => DAY.test(value);

const MAY_HOLD: Readonly<Record<Holds, (value: string) => boolean>> = {
  key: isId,
  id: isId,
  day: (value) => isDay(value) || SERIAL.test(value),
  flag: (value) => /^[a-z]{1,5}$|^[01]$/i.test(value),
  number: (value) => /^-?[\d.]+$/.test(value),
  text: (value) => !isDay(value),
};

/**
 * Every value may stand where it does, each record has a key of its own, and some day stands in a day's place: a table
 * without days has too little to be known by.
 */
function fits({ columns }: SpecificationTable, rows: readonly (readonly string[])[]): boolean {
  const at = (place: number) => rows.map((row) => row[place]?.trim() ?? '');
  const given = (place: number) => at(place).filter((value) => !NOTHING.test(value));
  return (
    rows.every((row) => row.length === columns.length) &&
    columns.every(({ holds }, place) => given(place).every(MAY_HOLD[holds])) &&
    columns.every(
      ({ holds }, place) => holds !== 'key' || new Set(given(place)).size === rows.length,
    ) &&
    columns.some(({ holds }, place) => holds === 'day' && given(place).some(isDay))
  );
}

function isId(value: string): boolean {
  return /^[\w.+/:|-]{1,60}$/.test(value) && !isDay(value);
}
