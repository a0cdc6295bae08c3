import type { Authority } from '../model/authority.ts';
import type { Measure } from '../model/measure.ts';
import { type Period, type Quarter, yearTo } from '../model/period.ts';
import type { Return, SafeObservations } from '../model/return.ts';
import type { Answered } from './answered.ts';

/** Takes an answer, a quarter of it and its observations once they are safe; gives the return, made now. */
export function returnOf(
  answered: Answered,
  quarter: Quarter,
  authority: Pick<Authority, 'code' | 'name'>,
  observations: SafeObservations,
  measures: readonly Measure[],
): Return {
  const { question, answer } = answered;
  const periods: readonly Period[] = [quarter, yearTo(quarter)];
  return {
    authority: { code: authority.code, name: authority.name },
    quarter,
    extractDate: question.extractDate,
    made: `${new Date().toISOString().slice(0, 19)}Z`,
    observations,
    caveats: answer.results.flatMap(({ measure, caveats }) =>
      caveats
        .filter((one) => one.periods.length === 0 || one.periods.some((p) => periods.includes(p)))
        .map((caveat) => ({ measure, caveat })),
    ),
    settings: measures.flatMap((measure) =>
      measure.kind === 'records'
        ? measure.settings.map(({ id, default: usual }) => ({
            measure: measure.id,
            id,
            value: question.settings[id] ?? usual,
          }))
        : [],
    ),
  };
}
