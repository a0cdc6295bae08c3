import type { Measure } from '../model/measure.ts';
import { type DefinitionGround, definitionRows } from './definition-rows.ts';

/** A measure, and all the words that it can be found by. */
export interface Findable {
  readonly measure: Measure;
  readonly words: readonly string[];
}

/** Takes measures and what is beside them; gives each with its id, name, theme and definition to be found by. */
export function findable(ground: DefinitionGround): Findable[] {
  return ground.measures.map((measure) => {
    const rows = definitionRows(measure, ground).flatMap(({ says }) => says);
    const text = [measure.id, measure.title, measure.theme, ...rows].join(' ');
    return { measure, words: [...new Set(wordsIn(text))] };
  });
}

/** Takes what can be found and what a person typed; gives the measures that have, for each word of it, one that begins so. */
export function findMeasures(among: readonly Findable[], typed: string): Measure[] {
  const asked = wordsIn(typed);
  return among
    .filter(({ words }) => asked.every((begin) => words.some((word) => word.startsWith(begin))))
    .map(({ measure }) => measure);
}

function wordsIn(text: string): string[] {
  return text.toLowerCase().match(/[a-z0-9-]+/g) ?? [];
}
