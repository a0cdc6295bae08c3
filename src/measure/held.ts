import type { TableReport } from '../model/extract.ts';
import type { ColumnRef } from '../model/measure.ts';

/** What the extract holds: which tables, with rows or none, and which of their columns. */
export class Held {
  readonly #tables: ReadonlyMap<string, TableReport>;

  constructor(tables: readonly TableReport[]) {
    this.#tables = new Map(tables.map((table) => [table.table, table]));
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
    const [table = '', name = ''] = column.split('.');
    const report = this.#tables.get(table);
    if (!report || report.state === 'absent') return `the extract has no table ${table}`;
    if (report.columnsMissing.includes(name)) return `the extract’s ${table} has no column ${name}`;
    if (this.isUnsettled(column))
      return `the dates in ${name} of the extract’s ${table} can be read in two ways, and which is meant must be settled first`;
    if (report.state === 'empty') return `the extract’s ${table} has no rows`;
    return null;
  }
}
