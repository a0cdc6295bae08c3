import type { FormMeasure } from '../model/measure.ts';
import type { MeasureResult, Observation } from '../model/observation.ts';
import type { Outcome } from '../model/outcome.ts';
import type { Quarter } from '../model/period.ts';
import type { HandEntry, Question } from '../model/question.ts';

/** Takes a measure that is entered by hand, the quarters and what was entered; gives its observations, missing where nothing was. */
export function byHand(
  measure: FormMeasure,
  quarters: readonly Quarter[],
  question: Question,
): MeasureResult {
  const observations = measure.figures.flatMap((figure) =>
    quarters.map((quarter): Observation => {
      const entry = question.handEntered.find(
        (e) => e.measure === measure.id && e.quarter === quarter,
      );
      return {
        measure: measure.id,
        version: measure.version,
        figure: figure.id,
        period: quarter,
        area: question.la,
        cell: null,
        outcome: entered(measure, figure.id, entry),
        origin: 'entered by hand',
        denominatorFrom: null,
      };
    }),
  );
  return { measure: measure.id, observations, caveats: [], failed: null };
}

const NOT_ENTERED: Outcome = { kind: 'missing', reason: 'not yet entered' };

function entered(measure: FormMeasure, id: string, entry: HandEntry | undefined): Outcome {
  const figure = measure.figures.find((candidate) => candidate.id === id);
  if (!entry || !figure || figure.kind === 'rate') return NOT_ENTERED;
  const numerator = entry.parts[figure.where];
  if (numerator === undefined) return NOT_ENTERED;
  if (figure.kind === 'count') {
    const whole = measure.parts.find((part) => part.id === figure.where)?.whole ?? true;
    return { kind: whole ? 'count' : 'amount', value: numerator };
  }
  const denominator = entry.parts[figure.of];
  if (denominator === undefined) return NOT_ENTERED;
  if (denominator === 0)
    return { kind: 'not applicable', reason: `there were no ${figure.unit[1]}` };
  return { kind: 'ratio', numerator, denominator, scale: figure.scale };
}
