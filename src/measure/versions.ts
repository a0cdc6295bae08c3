import { type FormMeasure, type RecordsMeasure, versionAt } from '../model/measure.ts';
import type { MeasureResult } from '../model/observation.ts';
import { type Period, type Quarter, quarterIn, yearTo } from '../model/period.ts';
import type { Spec } from '../spec/types.ts';

/** One version of a measure's definition, with the quarters and years that it is valid for. */
export interface VersionFor<M extends FormMeasure | RecordsMeasure> {
  readonly measure: M;
  readonly quarters: readonly Quarter[];
  readonly years: readonly Period[];
}

/**
 * Takes a measure, the spec and quarters; gives the versions that are valid for any of them, the newest first. A year
 * goes by the version of the quarter that it ends with.
 */
export function versionsFor<M extends FormMeasure | RecordsMeasure>(
  measure: M,
  { earlier }: Spec,
  quarters: readonly Quarter[],
): VersionFor<M>[] {
  const valid = (period: Period) => versionAt(measure, earlier, quarterIn(period));
  const years = quarters.slice(3).map(yearTo);
  const found = [...new Set(quarters.map(valid))];
  return found
    .sort((one, other) => other.version - one.version)
    .map((version) => ({
      measure: version,
      quarters: quarters.filter((quarter) => valid(quarter) === version),
      years: years.filter((year) => valid(year) === version),
    }));
}

/** Takes a measure's id and what came of each of its versions; gives it as one, what two of them say alike said once. */
export function merged(measure: string, results: readonly MeasureResult[]): MeasureResult {
  const caveats = new Map(
    results.flatMap((result) => result.caveats).map((caveat) => [JSON.stringify(caveat), caveat]),
  );
  return {
    measure,
    observations: results.flatMap(({ observations }) => observations),
    caveats: [...caveats.values()],
    failed: null,
  };
}
