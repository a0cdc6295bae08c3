import type { Figure, Measure } from '../model/measure.ts';
import type { MappedPart } from '../model/workbook-map.ts';

/** A number that can go into a cell. */
export interface Mappable {
  readonly id: string;
  readonly measure: string;
  readonly figure: string;
  readonly part: MappedPart;
  readonly title: string;
}

/** Takes a measure; gives every number of it that can go into a cell. */
export function mappableOf(measure: Measure): Mappable[] {
  if (measure.kind === 'breakdown') return [];
  return measure.figures.flatMap((figure) =>
    partsOf(figure).map(([part, says]) => ({
      id: `${measure.id} ${figure.id} ${part}`,
      measure: measure.id,
      figure: figure.id,
      part,
      title: says === '' ? figure.title : `${figure.title}: ${says}`,
    })),
  );
}

function partsOf(figure: Figure): readonly (readonly [MappedPart, string])[] {
  if (figure.kind === 'count') return [['value', '']];
  if (figure.kind === 'rate') return [['value', '']];
  return [
    ['numerator', 'how many'],
    ['denominator', 'out of how many'],
    ['value', 'the percentage, as 19.2'],
    ['share', 'the percentage, for a cell that shows 0.192 as 19.2%'],
  ];
}
