import { type ControlLimits, controlLimits, liesOutside } from '../model/control-limits.ts';
import { type Figure, type Measure, headlineOf } from '../model/measure.ts';
import type { Observation } from '../model/observation.ts';
import { type Outcome, roundHalfAway, valueOf } from '../model/outcome.ts';
import { type Quarter, quartersBetween, stepQuarter } from '../model/period.ts';
import type { Answered } from './answered.ts';

/** A headline figure that lies outside of what its own history leads one to expect. */
export interface MovedFigure {
  readonly measure: Measure;
  readonly figure: Figure;
  readonly now: Observation;
  readonly before: Observation | null;
  readonly limits: ControlLimits;
}

/** How many quarters before the one shown make its history. */
const HISTORY = 12;

/** Takes an answer and a quarter of it; gives the headline figures that moved by more than their own twelve quarters before lead one to expect. */
export function movedFigures(
  answered: Answered,
  quarter: Quarter,
  measures: readonly Measure[],
): MovedFigure[] {
  const history = quartersBetween(stepQuarter(quarter, -HISTORY), stepQuarter(quarter, -1));
  return measures.flatMap((measure) => {
    if (measure.kind === 'breakdown') return [];
    const figure = headlineOf(measure);
    const at = (period: Quarter) => answered.observation(measure.id, figure.id, period);
    const now = at(quarter);
    const value = now && valueOf(now.outcome);
    if (!now || value === null) return [];
    const earlier = history.map((period) => {
      const observation = at(period);
      // A figure by another definition is no history of this one.
      if (!observation || observation.version !== now.version) return null;
      return valueOf(observation.outcome);
    });
    const limits = controlLimits(earlier);
    if (!limits || !liesOutside(value, limits)) return [];
    return [{ measure, figure, now, before: at(stepQuarter(quarter, -1)), limits }];
  });
}

/** Takes limits and the figure's outcome; gives where it is expected, as it is shown: `between 310 and 420`. */
export function expectedInWords({ low, high }: ControlLimits, outcome: Outcome): string {
  const whole = outcome.kind === 'count';
  const shown = (value: number) => roundHalfAway(value).toLocaleString('en-GB');
  const from = Math.max(0, low);
  return `between ${shown(whole ? Math.ceil(from) : from)} and ${shown(whole ? Math.floor(high) : high)}`;
}
