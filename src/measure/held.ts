import type { TableReport } from '../model/extract.ts';
import type { ColumnRef, Figure, RecordsMeasure } from '../model/measure.ts';

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

  /** Takes a column; gives why it is not there, to follow “Not available:”, or null where it is. */
  whyNot(column: ColumnRef): string | null {
    const [table = '', name = ''] = column.split('.');
    const report = this.#tables.get(table);
    if (!report || report.state === 'absent') return `the extract has no table ${table}`;
    if (report.columnsMissing.includes(name)) return `the extract’s ${table} has no column ${name}`;
    if (report.state === 'empty') return `the extract’s ${table} has no rows`;
    return null;
  }
}

/** Takes a measure and what the extract holds; gives why a figure of it is not available, by the figure's id. */
export function unavailableFigures(measure: RecordsMeasure, held: Held): Map<string, string> {
  const why = (figure: Figure): string | undefined => {
    const of =
      figure.kind === 'rate' ? measure.figures.find((other) => other.id === figure.of) : undefined;
    const needs = [...measure.needs, ...figure.needs, ...(of?.needs ?? [])];
    return (
      needs.map((column) => held.whyNot(column)).find((reason) => reason !== null) ?? undefined
    );
  };
  const reasons = new Map<string, string>();
  for (const figure of measure.figures) {
    const reason = why(figure);
    if (reason !== undefined) reasons.set(figure.id, reason);
  }
  return reasons;
}
