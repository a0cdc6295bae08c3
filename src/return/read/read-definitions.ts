import type { DefinedFigure, Definition } from '../../model/return-document.ts';
import {
  type Shape,
  listOf,
  object,
  oneOf,
  orNull,
  quarter,
  text,
  whole,
  yesOrNo,
} from './shape.ts';

export const COLLECTIONS = ['riia', 'early-help'] as const;
export const PERIODS = ['activity', 'snapshot'] as const;
export const POLARITIES = ['high', 'low', 'neutral'] as const;
export const KINDS = ['count', 'ratio', 'rate'] as const;

const figure: Shape<DefinedFigure> = object((m) => ({
  id: m.of('id', text),
  title: m.of('title', text),
  headline: m.of('headline', yesOrNo),
  kind: m.of('kind', oneOf(...KINDS)),
  unit: m.of('unit', text),
  numerator: m.of('numerator', orNull(text)),
  denominator: m.of('denominator', orNull(text)),
}));

const definition: Shape<Definition> = object((m) => ({
  id: m.of('id', text),
  title: m.of('title', text),
  collection: m.of('collection', oneOf(...COLLECTIONS)),
  theme: m.of('theme', text),
  version: m.of('version', whole),
  validFrom: m.of('validFrom', quarter),
  period: m.of('period', oneOf(...PERIODS)),
  polarity: m.of('polarity', oneOf(...POLARITIES)),
  breakdownOf: m.of(
    'breakdownOf',
    orNull(object((one) => ({ measure: one.of('measure', text), by: one.of('by', text) }))),
  ),
  figures: m.of('figures', listOf(figure)),
  counts: m.of('counts', listOf(text)),
  leavesOut: m.of('leavesOut', listOf(text)),
  differs: m.of('differs', listOf(text)),
  source: m.of('source', text),
  notes: m.of('notes', listOf(text)),
}));

/** Definitions as a document of JSON has them. */
export const definitionList: Shape<Definition[]> = listOf(definition);
