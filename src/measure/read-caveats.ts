import type { TableReport } from '../model/extract.ts';
import type { RecordsMeasure } from '../model/measure.ts';
import type { Caveat } from '../model/observation.ts';
import { counted } from '../model/words.ts';
import type { Held } from './held.ts';

/** Takes a measure and what the extract holds; gives the columns of the extract that the measure looks at. */
export function columnsRead(measure: RecordsMeasure, held: Held): ReadonlySet<string> {
  const columns = [
    ...measure.needs,
    ...measure.refines.map((loss) => loss.column),
    ...measure.figures.flatMap((figure) => figure.needs),
  ];
  return new Set(columns.flatMap((column) => held.columnsOf(column)));
}

/** Takes a measure and what became of the files; gives what was lost on the way in: lines and dates that could not be read. */
export function readingCaveats(
  measure: RecordsMeasure,
  { tables, held }: { readonly tables: readonly TableReport[]; readonly held: Held },
): Caveat[] {
  const columns = columnsRead(measure, held);
  const used = tables.filter((table) =>
    table.columnsRead.some((column) => columns.has(`${table.table}.${column}`)),
  );
  return [
    ...used.filter((table) => table.rejected > 0).map(linesNotRead),
    ...used.flatMap((table) =>
      table.unreadDates
        .filter(({ column }) => columns.has(`${table.table}.${column}`))
        .map(({ column, count }) => datesNotRead(table.table, column, count)),
    ),
  ];
}

function linesNotRead({ table, rejected }: TableReport): Caveat {
  return {
    kind: 'lines not read',
    says: `${counted(rejected, ['line', 'lines'])} of ${table} could not be read, and ${rejected === 1 ? 'is' : 'are'} not counted.`,
    sent: `Some lines of ${table} could not be read, and are not counted.`,
    figures: [],
    periods: [],
  };
}

function datesNotRead(table: string, column: string, count: number): Caveat {
  return {
    kind: 'dates not read',
    says: `${counted(count, ['date', 'dates'])} in ${column} of ${table} could not be read, and ${count === 1 ? 'is' : 'are'} taken as missing.`,
    sent: `Some dates in ${column} of ${table} could not be read, and are taken as missing.`,
    figures: [],
    periods: [],
  };
}
