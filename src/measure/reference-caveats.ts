import type { FormMeasure, RecordsMeasure } from '../model/measure.ts';
import type { Caveat } from '../model/observation.ts';
import { type Period, lastDay } from '../model/period.ts';
import { type ReferenceTable, pastInWords } from '../model/reference.ts';
import type { Spec, StagingView } from '../spec/types.ts';

/**
 * Takes a measure, its periods and the spec; gives what must be said beside the figures that lean on a reference table
 * in periods that end after its last day: rates on the population, working days on the bank holidays.
 */
export function referenceCaveats(
  measure: RecordsMeasure | FormMeasure,
  periods: readonly Period[],
  { reference: { tables }, staging }: Pick<Spec, 'reference' | 'staging'>,
): Caveat[] {
  const rates = measure.figures.filter(({ kind }) => kind === 'rate').map(({ id }) => id);
  const counted = measure.figures.filter(({ kind }) => kind !== 'rate').map(({ id }) => id);
  return [
    ...outOfDate(tables.population, rates, periods),
    ...(countsWorkingDays(measure, staging)
      ? outOfDate(tables.bankHolidays, counted, periods)
      : []),
  ];
}

function outOfDate(
  table: ReferenceTable,
  figures: readonly string[],
  periods: readonly Period[],
): Caveat[] {
  const past = periods.filter((period) => lastDay(period) > table.coversTo);
  if (figures.length === 0 || past.length === 0) return [];
  const says = pastInWords(table);
  return [{ kind: 'reference out of date', says, sent: says, figures, periods: past }];
}

/** A SELECT counts working days by the calendar that the bank holidays are in; a form by its part of that name. */
function countsWorkingDays(
  measure: RecordsMeasure | FormMeasure,
  staging: readonly StagingView[],
): boolean {
  if (measure.kind === 'form') {
    return measure.figures.some(
      (figure) => figure.kind === 'ratio' && figure.of.includes('working_days'),
    );
  }
  const readsCalendar = (sql: string) => /\b(?:from|join)\s+calendar\b/i.test(sql);
  const viewReads = (id: string): boolean => {
    const view = staging.find((candidate) => candidate.id === id);
    return view !== undefined && (readsCalendar(view.sql) || view.reads.some(viewReads));
  };
  return readsCalendar(measure.sql) || measure.reads.some(viewReads);
}
