import type { Measure } from '../model/measure.ts';
import { type DefinitionGround, definitionRows } from './definition-rows.ts';

/** Takes measures, what is beside them and what a person typed; gives those whose id, name, theme or definition has every word of it. */
export function findMeasures(
  measures: readonly Measure[],
  ground: DefinitionGround,
  typed: string,
): readonly Measure[] {
  const words = typed
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return measures;
  return measures.filter((measure) => {
    const text = textOf(measure, ground);
    return words.every((word) => text.includes(word));
  });
}

function textOf(measure: Measure, ground: DefinitionGround): string {
  const rows = definitionRows(measure, ground).flatMap(({ says }) => says);
  return [measure.id, measure.title, measure.theme, ...rows].join(' ').toLowerCase();
}
