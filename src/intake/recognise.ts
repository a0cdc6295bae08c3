import type { Spec, SsdColumn, SsdTable } from '../spec/types.ts';

/** The table a file holds, or that it is a known one which no measure needs, or that it cannot be told. */
export type Recognised =
  | { readonly kind: 'table'; readonly table: SsdTable }
  | { readonly kind: 'not needed'; readonly name: string }
  | { readonly kind: 'unknown' };

/** Of a file's columns, those that are read: the specification's column and the place of its heading in the file. */
export interface MappedColumns {
  readonly read: readonly { readonly column: SsdColumn; readonly place: number }[];
  readonly missing: readonly SsdColumn[];
  /** Headings that are not read. */
  readonly left: readonly string[];
}

/** Takes the tables, a file's path and its headings; gives the table: by its name, else by its headings. */
export function recognise(
  spec: Pick<Spec, 'tables' | 'tablesNotNeeded'>,
  path: string,
  headings: readonly string[],
): Recognised {
  const name = nameIn(path);
  const byName = spec.tables.find((table) => named(table.name, name));
  if (byName) return { kind: 'table', table: byName };
  const notNeeded = spec.tablesNotNeeded.find((table) => named(table, name));
  if (notNeeded) return { kind: 'not needed', name: notNeeded };
  const byHeadings = spec.tables.find((table) => holds(table, headings));
  return byHeadings ? { kind: 'table', table: byHeadings } : { kind: 'unknown' };
}

/** Takes a table and a file's headings; gives which are read, which the table lacks, and which are left in the file. */
export function mapColumns(table: SsdTable, headings: readonly string[]): MappedColumns {
  const plain = headings.map(plainHeading);
  const places = table.columns.map((column) => ({
    column,
    place: plain.findIndex((heading) => [column.name, ...column.also].includes(heading)),
  }));
  const read = places.filter(({ column, place }) => place >= 0 && column.used);
  const taken = new Set(read.map(({ place }) => place));
  return {
    read,
    missing: places
      .filter(({ column, place }) => place < 0 && column.used)
      .map(({ column }) => column),
    left: headings.filter((_, place) => !taken.has(place)),
  };
}

/** `Dbo.SSD_Contacts_20250714.csv` is `ssd_contacts`: without folders, endings, the schema's name and the date. */
function nameIn(path: string): string {
  const file = path.split('/').at(-1) ?? '';
  const stem = file
    .toLowerCase()
    .replace(/(\.(csv|txt|tsv|psv|dat|tab|rpt|parquet|xlsx|xlsm|xlsb|xls|ods))+$/, '');
  const bare = stem.replace(
    /[ _.-]*(\d{4}[-_.]?\d{2}[-_.]?\d{2}|\d{2}[-_.]\d{2}[-_.]\d{4}).*$/,
    '',
  );
  return (bare.split('.').at(-1) ?? '').replace(/[^a-z0-9]+/g, '_').replace(/^_+|_+$/g, '');
}

/** With or without `ssd_` in front, in the singular or the plural. */
function named(table: string, name: string): boolean {
  const forms = [table, table.replace(/^ssd_/, '')];
  const plurals = (form: string) => [`${form}s`, `${form}es`, form.replace(/y$/, 'ies')];
  return forms.some((form) => [form, ...plurals(form), form.replace(/s$/, '')].includes(name));
}

/** A file holds a table when it has the table's key and at least half of its columns. */
function holds(table: SsdTable, headings: readonly string[]): boolean {
  const plain = headings.map(plainHeading);
  const met = table.columns.filter((column) => plain.includes(column.name));
  return (
    met.length * 2 >= table.columns.length && (table.key === null || plain.includes(table.key))
  );
}

function plainHeading(heading: string): string {
  return heading.trim().toLowerCase();
}
