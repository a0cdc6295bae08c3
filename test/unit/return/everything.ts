import type { BreakdownCell, Observation } from '../../../src/model/observation.ts';
import { definedMeasures } from '../../../src/return/terms.ts';
import type { Spec } from '../../../src/spec/types.ts';
import { QUARTER, YEAR } from './observations.ts';

/** Takes the spec; gives an observation of every figure, whole and in every cell, for a quarter and its year: the largest return there is. */
export function everything({ measures, breakdowns }: Spec): Observation[] {
  return definedMeasures(measures).flatMap((measure) => {
    const cells: BreakdownCell[] = breakdowns
      .filter(({ id }) => measure.kind === 'records' && measure.breakdowns.includes(id))
      .flatMap(({ id: by, cells: own }) => own.map(({ id: cell }) => ({ by, cell })));
    return measure.figures.flatMap((figure) =>
      ([QUARTER, YEAR] as const).flatMap((period) =>
        [null, ...cells].map((cell): Observation => ({
          ...{ measure: measure.id, version: measure.version, figure: figure.id },
          ...{ period, area: '000', cell, origin: 'extract', denominatorFrom: null },
          outcome:
            figure.kind === 'count'
              ? { kind: 'count', value: 100 }
              : { kind: 'ratio', numerator: 30, denominator: 160, scale: 100 },
        })),
      ),
    );
  });
}
