import type { SpecificationTable, SsdColumn, SsdTable } from '../spec/types.ts';
import { nearest, stepsTo } from './near.ts';
import { compact, plainHeading } from './plain-name.ts';

/** Of a file's columns, those that are read: the specification's column and the place of its heading in the file. */
export interface MappedColumns {
  readonly read: readonly { readonly column: SsdColumn; readonly place: number }[];
  readonly missing: readonly SsdColumn[];
  /** Headings that are not read. */
  readonly left: readonly string[];
  /** Of those, the headings that are no column of the table, and that nobody has settled. */
  readonly unknown: readonly string[];
  /** Columns that several headings name: the first of them is read. */
  readonly doubled: readonly { readonly column: SsdColumn; readonly headings: readonly string[] }[];
  /** Headings that nobody knows, each close to the name of a column that is missing. */
  readonly near: readonly { readonly column: SsdColumn; readonly heading: string }[];
  /** Whether the file's first line is its heading. */
  readonly hasHeading: boolean;
}

/** By heading: the column that a person said it is; null for none of ours. */
export type SettledColumns = Readonly<Record<string, string | null>>;

/** Takes a table, a file's headings and what was settled of them; gives which are read, which the table lacks, and the rest. */
export function mapColumns(
  table: SsdTable,
  headings: readonly string[],
  settled: SettledColumns = {},
): MappedColumns {
  const named = headings.map((heading) => columnNamed(table, heading, settled));
  const found = table.columns.map((column) => ({
    column,
    places: [...named.keys()]
      .filter((place) => named[place]?.column === column)
      // The column's own name before another that it is met under.
      .sort((one, next) => (named[one]?.rank ?? 0) - (named[next]?.rank ?? 0) || one - next),
  }));
  const used = found.filter(({ column }) => column.used);
  const read = used.flatMap(({ column, places: [place] }) =>
    place === undefined ? [] : [{ column, place }],
  );
  const taken = new Set(read.map(({ place }) => place));
  const missing = used.filter(({ places }) => places.length === 0).map(({ column }) => column);
  const unknown = headings.filter(
    (heading, place) => named[place] === null && !isKnown(table, heading, settled),
  );
  return {
    read,
    missing,
    left: headings.filter((_, place) => !taken.has(place)),
    unknown,
    doubled: used
      .filter(({ places }) => places.length > 1)
      .map(({ column, places }) => ({
        column,
        headings: places.map((place) => headings[place] ?? ''),
      })),
    near: nearTo(missing, unknown),
    hasHeading: true,
  };
}

/** Takes a table and its columns as the specification has them in order; gives which are read from a file without a heading. */
export function mapInOrder(table: SsdTable, order: SpecificationTable): MappedColumns {
  const names = order.columns.map(({ name }) => name);
  return { ...mapColumns(table, names), hasHeading: false };
}

/** Takes a table and headings; gives how many of them it knows, whether they are read or not. */
export function knownAmong(table: SsdTable, headings: readonly string[]): number {
  return headings.filter((heading) => isKnown(table, heading, {})).length;
}

/** What a heading names: settled by a person, the column's own name, or another that it is met under. */
function columnNamed(
  table: SsdTable,
  heading: string,
  settled: SettledColumns,
): { column: SsdColumn; rank: number } | null {
  const plain = plainHeading(heading);
  const said = saidOf(heading, settled);
  if (said !== undefined) {
    const column = table.columns.find(({ name }) => name === said);
    return column ? { column, rank: 0 } : null;
  }
  const own = table.columns.find(({ name }) => compact(name) === plain);
  if (own) return { column: own, rank: 1 };
  const other = table.columns.find(({ also }) => also.some((name) => compact(name) === plain));
  return other ? { column: other, rank: 2 } : null;
}

function isKnown(table: SsdTable, heading: string, settled: SettledColumns): boolean {
  const plain = plainHeading(heading);
  return (
    saidOf(heading, settled) !== undefined ||
    columnNamed(table, heading, {}) !== null ||
    table.left.some((name) => compact(name) === plain)
  );
}

function saidOf(heading: string, settled: SettledColumns): string | null | undefined {
  const plain = plainHeading(heading);
  return Object.entries(settled).find(([name]) => plainHeading(name) === plain)?.[1];
}

/** Each missing column with the one heading near to it that is near to no other: misspelt, or without the table's prefix. */
function nearTo(
  missing: readonly SsdColumn[],
  headings: readonly string[],
): { column: SsdColumn; heading: string }[] {
  const wanted = missing.map((column) => ({ column, name: column.name, forms: formsOf(column) }));
  return wanted.flatMap((one) => {
    const near = headings
      .filter((heading) => nearest(plainHeading(heading), wanted).join() === one.name)
      .map((heading) => ({ heading, steps: stepsTo(plainHeading(heading), one) }))
      .sort((first, second) => first.steps - second.steps);
    const [first, second] = near;
    return first && first.steps !== second?.steps
      ? [{ column: one.column, heading: first.heading }]
      : [];
  });
}

/** `cont_contact_date` is met as `contact_date` too. */
function formsOf({ name }: SsdColumn): string[] {
  const [, ...rest] = name.split('_');
  return rest.length > 1 ? [compact(name), compact(rest.join('_'))] : [compact(name)];
}
