import type { TableReport } from '../model/extract.ts';
import type { RecordsMeasure } from '../model/measure.ts';
import type { Spec, SsdTable } from '../spec/types.ts';

/** What became of a table, before it is known what the others hold. */
export type Read = Omit<TableReport, 'measures'>;

/**
 * Takes the spec and what became of each table; gives it with the ids of the measures that cannot be given, whole or in
 * part, without that table. Early help leans on what another system gave, where it gave it.
 */
export function withMeasures(spec: Spec, reports: readonly Read[]): TableReport[] {
  const given = new Set(reports.filter(({ state }) => state === 'read').map(({ table }) => table));
  return reports.map((report) => {
    const table = spec.tables.find(({ name }) => name === report.table);
    return { ...report, measures: table ? measuresOn(spec, table, given) : [] };
  });
}

function measuresOn(spec: Spec, table: SsdTable, given: ReadonlySet<string>): string[] {
  const others = spec.tables.filter(
    ({ name, standsFor }) => standsFor?.table === table.name && given.has(name),
  );
  const isReplaced =
    others.length > 0 &&
    (!given.has(table.name) || others.some(({ standsFor }) => standsFor?.how === 'in place of'));
  const leansOn = (measure: RecordsMeasure): boolean => {
    const isEarlyHelp = measure.collection === 'early-help';
    if (!table.standsFor) return needs(measure, table.name) && !(isEarlyHelp && isReplaced);
    return isEarlyHelp && given.has(table.name) && needs(measure, table.standsFor.table);
  };
  return spec.measures
    .filter((measure) => measure.kind === 'records')
    .filter(leansOn)
    .map(({ id }) => id);
}

function needs({ needs: whole, figures }: RecordsMeasure, table: string): boolean {
  return [...whole, ...figures.flatMap((figure) => figure.needs)].some((column) =>
    column.startsWith(`${table}.`),
  );
}
