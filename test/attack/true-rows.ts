import type { Figure, RecordsMeasure } from '../../src/model/measure.ts';
import type { BreakdownCell, Observation } from '../../src/model/observation.ts';
import type { Outcome } from '../../src/model/outcome.ts';
import type { Period, Quarter } from '../../src/model/period.ts';
import type { Count } from './counting.ts';
import { type Definitions, placesIn } from './numbers.ts';
import { quarterAfter, quartersOfYear } from './quarters.ts';
import { type CountedRecord, recordsIn } from './records.ts';

const CHILDREN = 60_000;

/** What true rows are made of: how each measure counts, and the quarter that is the first. */
export interface Authority {
  readonly counts: Readonly<Record<string, Count>>;
  readonly definitions: Definitions;
  readonly first: Quarter;
}

/** Takes an authority and a quarter, counted from the first; gives the rows of its return, as they are before any is withheld. */
export function trueRows(
  { counts, definitions, first }: Authority,
  quarter: number,
): Observation[] {
  const now = quarterAfter(first, quarter);
  return definitions.measures.flatMap((measure) => {
    const count = counts[measure.id];
    if (measure.kind !== 'records' || !count) return [];
    const year: Period = `year to ${now}`;
    const periods = measure.period === 'snapshot' ? [now] : [now, year];
    return periods.flatMap((period) => {
      const steps = quartersOfYear(period) ? [3, 2, 1, 0] : [0];
      const records = recordsIn(
        count,
        steps.map((step) => quarter - step),
      );
      return measure.figures.flatMap((figure) =>
        rowsOf({ measure, figure, period }, records, definitions),
      );
    });
  });
}

interface About {
  readonly measure: RecordsMeasure;
  readonly figure: Figure;
  readonly period: Period;
}

function rowsOf(
  { measure, figure, period }: About,
  records: readonly CountedRecord[],
  definitions: Definitions,
): Observation[] {
  const isRate = figure.kind === 'rate';
  if (isRate && figure.times !== 1 && quartersOfYear(period)) return [];
  const why = whyUnsure(figure, records);
  const cells = isRate || why !== null ? [null] : placesIn(definitions, measure.breakdowns);
  return cells.map((cell) => ({
    ...{ measure: measure.id, version: measure.version, figure: figure.id, period, cell },
    ...{ area: '000', origin: 'extract', denominatorFrom: isRate ? 'an estimate' : null },
    outcome: why ?? outcomeOf(figure, measure, inCell(records, cell)),
  }));
}

function inCell(
  records: readonly CountedRecord[],
  cell: BreakdownCell | null,
): readonly CountedRecord[] {
  return cell ? records.filter(({ cells }) => cells[cell.by] === cell.cell) : records;
}

function outcomeOf(
  figure: Figure,
  measure: RecordsMeasure,
  records: readonly CountedRecord[],
): Outcome {
  if (figure.kind === 'count') return { kind: 'count', value: meeting(records, [figure.where]) };
  if (figure.kind === 'rate') {
    const of = measure.figures.find(({ id }) => id === figure.of);
    const numerator = of?.kind === 'count' ? meeting(records, [of.where]) : 0;
    const scale = figure.scale * figure.times;
    return { kind: 'ratio', numerator, denominator: CHILDREN, scale };
  }
  const denominator = meeting(records, [figure.of]);
  if (denominator === 0) return { kind: 'not applicable', reason: 'there were none' };
  const numerator = meeting(records, [figure.of, figure.where]);
  return { kind: 'ratio', numerator, denominator, scale: figure.scale };
}

function whyUnsure(figure: Figure, records: readonly CountedRecord[]): Outcome | null {
  if (!figure.unsure) return null;
  const { where, of, over, says } = figure.unsure;
  if (meeting(records, [where]) <= meeting(records, [of]) * over) return null;
  return { kind: 'not available', reason: says };
}

function meeting(records: readonly CountedRecord[], conditions: readonly string[]): number {
  const asked = conditions.filter((condition) => condition !== 'all');
  return records.filter(({ meets }) => asked.every((condition) => meets.has(condition))).length;
}
