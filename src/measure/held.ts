import type { TableReport } from '../model/extract.ts';
import type { ColumnRef } from '../model/measure.ts';
import type { SsdTable } from '../spec/types.ts';

/** The tables of another system, and whether the ids of its persons are those of social care too, as far as is known. */
export interface Elsewhere {
  readonly tables: readonly SsdTable[];
  readonly ids: { readonly shared: boolean; readonly settled: boolean };
}

const NOT_JOINED =
  'the early help system has its own ids for children, so its rows cannot be joined to those of social care';
const NOT_SETTLED =
  'it is not settled whether the early help system knows children by the same ids as social care; answer this on the page Extract';

/**
 * What the extract holds: which tables, with rows or none, and which of their columns. For measures of early help, what
 * another system gave too.
 */
export class Held {
  readonly #tables: ReadonlyMap<string, TableReport>;
  readonly #elsewhere: Elsewhere | null;

  constructor(tables: readonly TableReport[], elsewhere: Elsewhere | null = null) {
    this.#tables = new Map(tables.map((table) => [table.table, table]));
    this.#elsewhere = elsewhere;
  }

  /** Takes a column; tells whether the extract has it. */
  has(column: ColumnRef): boolean {
    return this.whyNot(column) === null;
  }

  /** Takes a column; tells whether its dates can be read in two ways, and nobody has said which is meant. */
  isUnsettled(column: ColumnRef): boolean {
    const [table = '', name = ''] = column.split('.');
    return this.#tables.get(table)?.columnsUnsettled.includes(name) === true;
  }

  /** Takes a column; gives why it is not there, to follow “Not available:”, or null where it is. */
  whyNot(column: ColumnRef): string | null {
    const [first] = this.lacking(column);
    return first === undefined ? null : this.#why(first);
  }

  /**
   * Takes a column; gives those of the extract that should tell it and are not there. Rows of all tables that are put
   * together must tell it; of a person it is enough that some do.
   */
  lacking(column: ColumnRef): ColumnRef[] {
    const columns = this.columnsOf(column);
    const lacking = columns.filter((one) => this.#why(one) !== null);
    const some = this.#tellingPersons(column).length > 0;
    return some && lacking.length < columns.length ? [] : lacking;
  }

  /** Takes a column of the specification; gives the columns of the extract that it is read from, none where it is not looked at. */
  columnsOf(column: ColumnRef): ColumnRef[] {
    const [table, name] = inTwo(column);
    if (this.#elsewhereTable(table)?.standsFor && !this.#hasRows(table)) return [];
    const persons = this.#tellingPersons(column);
    if (persons.length > 0) return [column, ...persons];
    return this.sourcesOf(table).flatMap((source): ColumnRef[] =>
      source === table ? [`${table}.${name}`] : this.#counterparts(source, column),
    );
  }

  /** Takes a table; gives those whose rows are counted for it. */
  sourcesOf(table: string): string[] {
    const others = this.#standingFor(table);
    const replaced = others.some(({ standsFor }) => standsFor?.how === 'in place of');
    const names = others.map(({ name }) => name);
    if (names.length === 0) return [table];
    return replaced || !this.#hasRows(table) ? names : [table, ...names];
  }

  /** Takes a table; tells whether its rows are looked at: not where others are counted in its place. */
  isInUse(table: string): boolean {
    if (this.#elsewhereTable(table)?.standsFor) return this.#hasRows(table);
    return !this.#standingFor(table).some(({ standsFor }) => standsFor?.how === 'in place of');
  }

  /** Takes tables of the extract; tells whether all of them know a person by the same id. */
  joins(sources: readonly string[]): boolean {
    if (!this.#elsewhere || this.#elsewhere.ids.shared) return true;
    const others = this.#elsewhere.tables.filter(({ name }) => sources.includes(name));
    return others.length === 0 || others.length === sources.length;
  }

  /** Takes the columns that a figure needs; gives why the tables they are in cannot be joined by their persons, if so. */
  whyNotJoined(columns: readonly ColumnRef[]): string | null {
    const tables = [...new Set(columns.map((column) => inTwo(column)[0]))];
    if (!this.#elsewhere || tables.length < 2) return null;
    const sources = tables.flatMap((table) => this.sourcesOf(table));
    if (this.joins(sources)) return null;
    return this.#elsewhere.ids.settled ? NOT_JOINED : NOT_SETTLED;
  }

  #standingFor(table: string): SsdTable[] {
    return (this.#elsewhere?.tables ?? []).filter(
      ({ name, standsFor }) => standsFor?.table === table && this.#hasRows(name),
    );
  }

  /** Columns of early help from another system that tell the same of a person. */
  #tellingPersons(column: ColumnRef): ColumnRef[] {
    const [table] = inTwo(column);
    return (this.#elsewhere?.tables ?? [])
      .filter(({ name, standsFor }) => standsFor?.table !== table && this.#hasRows(name))
      .flatMap(({ name }) => this.#counterparts(name, column));
  }

  #counterparts(table: string, column: ColumnRef): ColumnRef[] {
    return (this.#elsewhereTable(table)?.columns ?? [])
      .filter(({ as }) => as === column)
      .map(({ name }): ColumnRef => `${table}.${name}`);
  }

  #elsewhereTable(table: string): SsdTable | undefined {
    return this.#elsewhere?.tables.find(({ name }) => name === table);
  }

  #hasRows(table: string): boolean {
    return this.#tables.get(table)?.state === 'read';
  }

  #why(column: ColumnRef): string | null {
    const [table, name] = inTwo(column);
    const report = this.#tables.get(table);
    if (!report || report.state === 'absent') return `the extract has no table ${table}`;
    if (report.columnsMissing.includes(name)) return `the extract’s ${table} has no column ${name}`;
    if (this.isUnsettled(column))
      return `the dates in ${name} of the extract’s ${table} can be read in two ways, and which is meant must be settled first`;
    if (report.state === 'empty') return `the extract’s ${table} has no rows`;
    return null;
  }
}

function inTwo(column: ColumnRef): [table: string, name: string] {
  const [table = '', name = ''] = column.split('.');
  return [table, name];
}
