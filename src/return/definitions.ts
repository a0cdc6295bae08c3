import type { Breakdown, Figure, Measure } from '../model/measure.ts';
import { type DefinedMeasure, type Terms, unitInWords } from './terms.ts';

/** A measure's definition as a return carries it. Null stands where a measure is the breakdown of another, with no figures of its own. */
export interface Definition {
  readonly id: string;
  readonly title: string;
  readonly collection: Measure['collection'];
  readonly theme: string;
  readonly version: number | null;
  readonly validFrom: string | null;
  readonly period: DefinedMeasure['period'] | null;
  readonly polarity: DefinedMeasure['polarity'] | null;
  readonly breakdownOf: { readonly measure: string; readonly by: string } | null;
  readonly figures: readonly DefinedFigure[];
  readonly counts: readonly string[];
  readonly leavesOut: readonly string[];
  readonly differs: readonly string[];
  readonly source: string;
  readonly notes: readonly string[];
}

interface DefinedFigure {
  readonly id: string;
  readonly title: string;
  readonly headline: boolean;
  readonly kind: Figure['kind'];
  readonly unit: string;
  readonly numerator: string | null;
  readonly denominator: string | null;
}

/** Takes the terms of a return; gives every measure's definition, in their order. */
export function definitions({ measures, breakdowns }: Terms): Definition[] {
  return measures.map((measure) =>
    measure.kind === 'breakdown' ? breakdownDefinition(measure, breakdowns) : definition(measure),
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
  breakdowns: readonly Breakdown[],
): Definition {
  const by = breakdowns.find(({ id }) => id === measure.by)?.title ?? measure.by;
  return {
    id: measure.id,
    title: measure.title,
    collection: measure.collection,
    theme: measure.theme,
    version: null,
    validFrom: null,
    period: null,
    polarity: null,
    breakdownOf: { measure: measure.of, by: measure.by },
    figures: [],
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
