import type { DefinedFigure, Definition } from '../model/return-document.ts';

/** One row of the table of measures, its keys in the order of spec/return/measures.yaml. */
export interface MeasureRow {
  readonly measure: string;
  readonly title: string;
  readonly collection: string;
  readonly theme: string;
  readonly definition_version: number;
  readonly valid_from: string;
  readonly period: string;
  readonly polarity: string;
  readonly breakdown_of: string | null;
  readonly breakdown_by: string | null;
  readonly figure: string;
  readonly figure_title: string;
  readonly headline: boolean;
  readonly kind: string;
  readonly unit: string;
  readonly numerator: string | null;
  readonly denominator: string | null;
  readonly counts: string;
  readonly leaves_out: string;
  readonly differs: string;
  readonly source: string;
  readonly notes: string;
}

/** The columns of the table of measures, in their order. */
export const MEASURE_COLUMNS = [
  'measure',
  'title',
  'collection',
  'theme',
  'definition_version',
  'valid_from',
  'period',
  'polarity',
  'breakdown_of',
  'breakdown_by',
  'figure',
  'figure_title',
  'headline',
  'kind',
  'unit',
  'numerator',
  'denominator',
  'counts',
  'leaves_out',
  'differs',
  'source',
  'notes',
] as const satisfies readonly (keyof MeasureRow)[];

/** Takes definitions; gives them as rows, one a figure. */
export function measureRows(definitions: readonly Definition[]): MeasureRow[] {
  return definitions.flatMap((definition) =>
    definition.figures.map((figure) => rowOf(definition, figure)),
  );
}

function rowOf(definition: Definition, figure: DefinedFigure): MeasureRow {
  return {
    measure: definition.id,
    title: definition.title,
    collection: definition.collection,
    theme: definition.theme,
    definition_version: definition.version,
    valid_from: definition.validFrom,
    period: definition.period,
    polarity: definition.polarity,
    breakdown_of: definition.breakdownOf?.measure ?? null,
    breakdown_by: definition.breakdownOf?.by ?? null,
    figure: figure.id,
    figure_title: figure.title,
    headline: figure.headline,
    kind: figure.kind,
    unit: figure.unit,
    numerator: figure.numerator,
    denominator: figure.denominator,
    counts: definition.counts.join('\n'),
    leaves_out: definition.leavesOut.join('\n'),
    differs: definition.differs.join('\n'),
    source: definition.source,
    notes: definition.notes.join('\n'),
  };
}
