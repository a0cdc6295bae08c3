import type { Row } from '../engine/database.ts';
import { numberFrom } from '../engine/sql.ts';
import type { Authority } from '../model/authority.ts';
import type { Figure, RecordsMeasure } from '../model/measure.ts';
import type { BreakdownCell, Observation } from '../model/observation.ts';
import type { Outcome } from '../model/outcome.ts';
import { type Period, isYear } from '../model/period.ts';
import type { SpecBreakdown } from '../spec/types.ts';
import type { Availability } from './availability.ts';
import { populationFor } from './population.ts';

/** What a measure's observations are made of. */
export interface Counts {
  readonly measure: RecordsMeasure;
  readonly breakdowns: readonly SpecBreakdown[];
  readonly periods: readonly Period[];
  readonly authority: Authority;
  readonly available: Availability;
  /** The rows of the measure's one statement. */
  readonly rows: readonly Row[];
}

/** Takes what was counted; gives every observation, cells and periods where nothing was counted as zero. */
export function observationsOf(counts: Counts): Observation[] {
  const byKey = new Map(
    counts.rows.map((row) => [`${row['period']}|${row['by'] ?? ''}|${row['cell'] ?? ''}`, row]),
  );
  const wholes = new Map(
    counts.rows.filter((row) => row['by'] === null).map((row) => [row['period'], row]),
  );
  const cells: (BreakdownCell | null)[] = [
    null,
    ...counts.breakdowns.flatMap((by) => by.cells.map((cell) => ({ by: by.id, cell: cell.id }))),
  ];
  return counts.measure.figures.flatMap((figure) =>
    counts.periods.flatMap((period) => {
      const why =
        counts.available.inPeriod(figure, period) ?? unsureOf(counts, figure, wholes.get(period));
      return cellsOf(figure, period, why === undefined ? cells : [null]).map((cell) => {
        const row = byKey.get(`${period}|${cell?.by ?? ''}|${cell?.cell ?? ''}`);
        return observation(counts, figure, { period, cell, why, row });
      });
    }),
  );
}

/** Why too much is not known in a period to give a figure; of a rate, the figure that it is made of. */
function unsureOf(counts: Counts, figure: Figure, whole: Row | undefined): string | undefined {
  if (figure.kind === 'rate') {
    const of = counts.measure.figures.find((other) => other.id === figure.of);
    return of && of.kind !== 'rate' ? unsureOf(counts, of, whole) : undefined;
  }
  if (!figure.unsure || !whole) return undefined;
  const among = numberFrom(whole[`${figure.id} unsure of`]);
  return numberFrom(whole[`${figure.id} unsure`]) > among * figure.unsure.over
    ? figure.unsure.says
    : undefined;
}

/** Rates are of the whole alone, yearly rates of quarters alone. */
function cellsOf(
  figure: Figure,
  period: Period,
  cells: (BreakdownCell | null)[],
): (BreakdownCell | null)[] {
  if (figure.kind !== 'rate') return cells;
  return figure.times !== 1 && isYear(period) ? [] : [null];
}

/** Where an observation stands, what was counted there, and why it cannot be given. */
interface Found {
  readonly period: Period;
  readonly cell: BreakdownCell | null;
  readonly why: string | undefined;
  readonly row: Row | undefined;
}

function observation(
  counts: Counts,
  figure: Figure,
  { period, cell, why, row }: Found,
): Observation {
  const found: Pick<Observation, 'outcome' | 'denominatorFrom'> =
    why !== undefined
      ? { outcome: { kind: 'not available', reason: why }, denominatorFrom: null }
      : figure.kind === 'rate'
        ? rate(figure, period, counts.authority, row)
        : { outcome: counted(figure, row), denominatorFrom: null };
  return {
    measure: counts.measure.id,
    version: counts.measure.version,
    figure: figure.id,
    period,
    area: counts.authority.code,
    cell,
    origin: 'extract',
    ...found,
  };
}

function counted(figure: Exclude<Figure, { kind: 'rate' }>, row: Row | undefined): Outcome {
  const numerator = row ? numberFrom(row[`${figure.id} numerator`]) : 0;
  if (figure.kind === 'count') return { kind: 'count', value: numerator };
  const denominator = row ? numberFrom(row[`${figure.id} denominator`]) : 0;
  if (denominator === 0)
    return { kind: 'not applicable', reason: `there were no ${figure.unit[1]}` };
  return { kind: 'ratio', numerator, denominator, scale: figure.scale };
}

function rate(
  figure: Extract<Figure, { kind: 'rate' }>,
  period: Period,
  authority: Authority,
  row: Row | undefined,
): Pick<Observation, 'outcome' | 'denominatorFrom'> {
  const population = populationFor(authority, period);
  if (!population) {
    const reason = `no child population of ${authority.name} is held for the period`;
    return { outcome: { kind: 'not available', reason }, denominatorFrom: null };
  }
  const numerator = row ? numberFrom(row[`${figure.of} numerator`]) : 0;
  const scale = figure.scale * figure.times;
  return {
    outcome: { kind: 'ratio', numerator, denominator: population.children, scale },
    denominatorFrom: `children aged 0 to 17, mid-${population.year} estimate`,
  };
}
