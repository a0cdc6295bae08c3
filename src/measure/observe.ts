import type { Row } from '../engine/database.ts';
import { numberFrom } from '../engine/sql.ts';
import type { Authority } from '../model/authority.ts';
import type { Figure, RecordsMeasure } from '../model/measure.ts';
import type { BreakdownCell, Observation } from '../model/observation.ts';
import type { Outcome } from '../model/outcome.ts';
import { type Period, isYear } from '../model/period.ts';
import type { SpecBreakdown } from '../spec/types.ts';
import { populationFor } from './population.ts';

/** What a measure's observations are made of. */
export interface Counts {
  readonly measure: RecordsMeasure;
  readonly breakdowns: readonly SpecBreakdown[];
  readonly periods: readonly Period[];
  readonly authority: Authority;
  /** Why a figure is not available, by its id. */
  readonly unavailable: ReadonlyMap<string, string>;
  /** The rows of the measure's one statement. */
  readonly rows: readonly Row[];
}

/** Takes what was counted; gives every observation, cells and periods where nothing was counted as zero. */
export function observationsOf(counts: Counts): Observation[] {
  const byKey = new Map(
    counts.rows.map((row) => [`${row['period']}|${row['by'] ?? ''}|${row['cell'] ?? ''}`, row]),
  );
  const cells: (BreakdownCell | null)[] = [
    null,
    ...counts.breakdowns.flatMap((by) => by.cells.map((cell) => ({ by: by.id, cell: cell.id }))),
  ];
  return counts.measure.figures.flatMap((figure) =>
    counts.periods.flatMap((period) =>
      cellsOf(figure, period, cells, counts).map((cell) => {
        const row = byKey.get(`${period}|${cell?.by ?? ''}|${cell?.cell ?? ''}`);
        return observation(counts, figure, period, cell, row);
      }),
    ),
  );
}

/** Rates are of the whole alone, yearly rates of quarters alone; what is not available is said once a period. */
function cellsOf(
  figure: Figure,
  period: Period,
  cells: (BreakdownCell | null)[],
  counts: Counts,
): (BreakdownCell | null)[] {
  if (figure.kind === 'rate') return figure.times !== 1 && isYear(period) ? [] : [null];
  return counts.unavailable.has(figure.id) ? [null] : cells;
}

function observation(
  counts: Counts,
  figure: Figure,
  period: Period,
  cell: BreakdownCell | null,
  row: Row | undefined,
): Observation {
  const why = counts.unavailable.get(figure.kind === 'rate' ? figure.of : figure.id);
  const found: Pick<Observation, 'outcome' | 'denominatorFrom'> = why
    ? { outcome: { kind: 'not available', reason: why }, denominatorFrom: null }
    : figure.kind === 'rate'
      ? rate(figure, period, counts.authority, row)
      : { outcome: counted(figure, row), denominatorFrom: null };
  const { id, version } = counts.measure;
  return {
    measure: id,
    version,
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
