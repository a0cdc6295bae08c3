import { type Figure, headlineOf } from '../model/measure.ts';
import type { Breakdown, Measure } from '../model/measure.ts';
import type { DefinedFigure, Definition } from '../model/return-document.ts';
import { type DefinedMeasure, type Terms, definedMeasures, unitInWords } from './terms.ts';

/** Takes the terms of a return; gives every measure's definition, in their order. */
export function definitions({ measures, breakdowns }: Terms): Definition[] {
  return measures.map((measure) =>
    measure.kind === 'breakdown'
      ? breakdownDefinition(measure, measures, breakdowns)
      : definition(measure),
  );
}

function definition(measure: DefinedMeasure): Definition {
  return {
    id: measure.id,
    title: measure.title,
    collection: measure.collection,
    theme: measure.theme,
    version: measure.version,
    validFrom: measure.validFrom,
    period: measure.period,
    polarity: measure.polarity,
    breakdownOf: null,
    figures: measure.figures.map((figure) => definedFigure(figure, measure.figures)),
    counts: measure.counts,
    leavesOut: measure.leavesOut,
    differs: measure.differs,
    source: measure.source,
    notes: measure.notes,
  };
}

function breakdownDefinition(
  measure: Extract<Measure, { kind: 'breakdown' }>,
  measures: readonly Measure[],
  breakdowns: readonly Breakdown[],
): Definition {
  const by = breakdowns.find(({ id }) => id === measure.by)?.title ?? measure.by;
  const of = definedMeasures(measures).find(({ id }) => id === measure.of);
  if (!of) throw new RangeError(`${measure.id} breaks down ${measure.of}, which is not defined`);
  return {
    ...definition(of),
    id: measure.id,
    title: measure.title,
    collection: measure.collection,
    theme: measure.theme,
    breakdownOf: { measure: measure.of, by: measure.by },
    figures: [definedFigure(headlineOf(of), of.figures)],
    counts: [`${measure.of}, by ${by.toLowerCase()}.`],
    leavesOut: [],
    differs: [],
    source: measure.source,
    notes: measure.notes,
  };
}

function definedFigure(figure: Figure, siblings: readonly Figure[]): DefinedFigure {
  return {
    id: figure.id,
    title: figure.title,
    headline: figure.headline,
    kind: figure.kind,
    unit: unitInWords(figure),
    ...partsInWords(figure, siblings),
  };
}

function partsInWords(
  figure: Figure,
  siblings: readonly Figure[],
): Pick<DefinedFigure, 'numerator' | 'denominator'> {
  switch (figure.kind) {
    case 'count':
      return { numerator: null, denominator: null };
    case 'ratio':
      return { numerator: figure.numerator, denominator: figure.denominator };
    case 'rate': {
      const counted = siblings.find(({ id }) => id === figure.of)?.title ?? figure.of;
      return { numerator: counted, denominator: 'The population that the observation names.' };
    }
  }
}
