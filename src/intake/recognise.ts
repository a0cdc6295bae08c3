import type { Spec, SsdTable } from '../spec/types.ts';
import { knownAmong } from './map-columns.ts';
import { type Named, nearest } from './near.ts';
import { compact, cutName, nameOfTable, plainHeading, plainName } from './plain-name.ts';

/** What tables are told by. */
export type Tables = Pick<Spec, 'tables' | 'tablesNotNeeded' | 'specification'>;

/** The table a file holds, or why it is not read as one. */
export type Recognised =
  | { readonly kind: 'table'; readonly table: SsdTable }
  | { readonly kind: 'not needed'; readonly name: string }
  /** A person said that it is none of ours. */
  | { readonly kind: 'none' }
  /** Named for one table, and with the columns of another that no measure needs. */
  | { readonly kind: 'misnamed'; readonly named: string; readonly holds: string }
  | {
      readonly kind: 'unsettled';
      readonly why: 'near name' | 'several tables' | 'name and columns differ';
      readonly offered: readonly SsdTable[];
    }
  | { readonly kind: 'unknown' };

/** By the plain name of a file: the table that a person said it holds, or null. */
export type SettledTables = Readonly<Record<string, string | null>>;

/**
 * Takes the tables, a file's path and headings and what was settled of names; gives the table: as it was settled, else by the
 * name, else by the columns. What is only close to a name, or could be either of two, is never guessed.
 */
export function recognise(
  spec: Tables,
  path: string,
  headings: readonly string[],
  settled: SettledTables = {},
): Recognised {
  const name = plainName(path);
  if (Object.hasOwn(settled, name)) {
    const table = spec.tables.find((one) => one.name === settled[name]);
    return table ? { kind: 'table', table } : { kind: 'none' };
  }
  const byColumns = tablesHeld(spec, headings);
  const byName = tablesNamed(spec, path);
  const [named, ...others] = byName;
  if (named !== undefined)
    return others.length === 0 ? agreed(spec, named, byColumns) : oneOf(spec, byName);
  if (byColumns.length > 0) return oneOf(spec, byColumns);
  const offered = nearestTables(spec, path);
  return offered.length > 0
    ? { kind: 'unsettled', why: 'near name', offered }
    : { kind: 'unknown' };
}

/** Takes the tables and a file's path; gives the names of those that the file's own name says it is. */
export function tablesNamed(spec: Tables, path: string): string[] {
  const name = compact(nameOfTable(path));
  const exact = formsOfAll(spec).filter(({ forms }) => forms.includes(name));
  const cut = cutName(path);
  const found =
    exact.length > 0 || cut === null
      ? exact
      : formsOfAll(spec).filter(({ forms }) =>
          forms.some((form) => form.startsWith(compact(cut)) && form.length > compact(cut).length),
        );
  return found.map((one) => one.name);
}

/** Takes the tables and a line; tells whether any of its values is the name of a column of any table. */
export function hasKnownHeading(spec: Tables, line: readonly string[]): boolean {
  const plain = new Set(line.map(plainHeading));
  return (
    spec.tables.some((table) => knownAmong(table, line) > 0) ||
    spec.specification.some(({ columns }) => columns.some(({ name }) => plain.has(compact(name))))
  );
}

/** What the name says, unless the columns are those of another table, and not of this one. */
function agreed(spec: Tables, named: string, held: readonly string[]): Recognised {
  const [other] = held;
  if (other === undefined || held.includes(named)) return oneOf(spec, [named]);
  if (tablesOf(spec, held).length > 0)
    return {
      kind: 'unsettled',
      why: 'name and columns differ',
      offered: tablesOf(spec, [...held, named]),
    };
  return { kind: 'misnamed', named, holds: other };
}

function oneOf(spec: Tables, names: readonly string[]): Recognised {
  const offered = tablesOf(spec, names);
  const [first = ''] = names;
  const [table] = offered;
  if (!table) return { kind: 'not needed', name: first };
  return names.length === 1
    ? { kind: 'table', table }
    : { kind: 'unsettled', why: 'several tables', offered };
}

function tablesOf(spec: Tables, names: readonly string[]): SsdTable[] {
  return names.flatMap((name) => spec.tables.filter((table) => table.name === name));
}

/** The names of the tables whose key and at least half of whose columns a file has. */
function tablesHeld(spec: Tables, headings: readonly string[]): string[] {
  const plain = new Set(headings.map(plainHeading));
  const has = (names: readonly string[]) => names.some((name) => plain.has(compact(name)));
  // Headings as plain as episode_id and start_date may be those of any table.
  const read = spec.tables.filter(({ columns, key, standsFor }) => {
    if (standsFor) return false;
    const met = columns.filter(({ name, also }) => has([name, ...also]));
    return (
      met.length * 2 >= columns.length && (key === null || met.some(({ name }) => name === key))
    );
  });
  const unread = spec.specification.filter(({ name, columns }) => {
    const met = columns.filter((column) => has([column.name]));
    return (
      spec.tablesNotNeeded.includes(name) &&
      met.length * 2 >= columns.length &&
      columns.every(({ holds, name: key }) => holds !== 'key' || has([key]))
    );
  });
  return [...read, ...unread].map(({ name }) => name);
}

/** The tables whose name the file's is close to; none where it is as close to one that is not read. */
function nearestTables(spec: Tables, path: string): SsdTable[] {
  const near = nearest(compact(nameOfTable(path)), formsOfAll(spec));
  const tables = tablesOf(spec, near);
  return tables.length === near.length ? tables : [];
}

/** Each table with all the names it is met under: with or without `ssd_` in front, in the singular or the plural. */
function formsOfAll(spec: Tables): Named[] {
  return [
    ...spec.tables.map(({ name, also }) => ({ name, forms: formsOf([name, ...also]) })),
    ...spec.tablesNotNeeded.map((name) => ({ name, forms: formsOf([name]) })),
  ];
}

function formsOf(names: readonly string[]): string[] {
  return names
    .flatMap((name) => [name, name.replace(/^ssd_/, '')])
    .flatMap((name) => [
      name,
      `${name}s`,
      `${name}es`,
      name.replace(/y$/, 'ies'),
      name.replace(/s$/, ''),
    ])
    .map(compact);
}
