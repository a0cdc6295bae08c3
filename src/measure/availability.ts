import { type Day, daysBetween } from '../model/day.ts';
import type { Figure, RecordsMeasure } from '../model/measure.ts';
import { type Period, type Quarter, lastDay, lastEndedBy } from '../model/period.ts';
import type { Held } from './held.ts';

/** How long after the end of a quarter, in days, a table that holds only the position on the extract's day may stand for it. */
const NEAR_ENOUGH = 62;

/** Why a figure cannot be given: in any period, or in one; undefined where it can. */
export interface Availability {
  readonly inAny: (figure: Figure) => string | undefined;
  readonly inPeriod: (figure: Figure, period: Period) => string | undefined;
}

/** Takes a measure, what the extract holds and its day; gives what of the measure is available, and when. */
export function availabilityOf(measure: RecordsMeasure, held: Held, extractDay: Day): Availability {
  const first = (needs: RecordsMeasure['needs']) => firstNotHeld(needs, held);
  const main = first(measure.needs);
  const standsIn = isStoodInFor(measure, held);
  const asAtExtract = standsIn ? measure.instead?.asAtExtract : measure.asAtExtract;
  const nearest = quarterNearest(extractDay);
  const inAny = (figure: Figure): string | undefined => {
    const of =
      figure.kind === 'rate' ? measure.figures.find((other) => other.id === figure.of) : undefined;
    const own = [...figure.needs, ...(of?.needs ?? [])];
    return (
      (standsIn ? undefined : main) ??
      first(own) ??
      held.whyNotJoined([...measure.needs, ...own]) ??
      undefined
    );
  };
  return {
    inAny,
    inPeriod: (figure, period) =>
      inAny(figure) ??
      (asAtExtract && period !== nearest
        ? 'the Standard Safeguarding Dataset holds this only as at the day of the extract'
        : undefined),
  };
}

/** Takes a measure and what the extract holds; tells whether what stands in for the columns that it needs is counted. */
export function isStoodInFor({ needs, instead }: RecordsMeasure, held: Held): boolean {
  return (
    instead !== null &&
    firstNotHeld(needs, held) !== undefined &&
    firstNotHeld(instead.needs, held) === undefined
  );
}

function firstNotHeld(needs: RecordsMeasure['needs'], held: Held): string | undefined {
  return needs.map((column) => held.whyNot(column)).find((reason) => reason !== null) ?? undefined;
}

/** Takes the day of an extract; gives the last quarter that had ended on it, or null where that is too long ago. */
export function quarterNearest(day: Day): Quarter | null {
  const ended = lastEndedBy(day);
  return daysBetween(lastDay(ended), day) <= NEAR_ENOUGH ? ended : null;
}
