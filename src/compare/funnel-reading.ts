import type { ComparedFigure, Funnel } from '../model/comparison.ts';
import { valueInBrief } from './reading-words.ts';

/** Takes a funnel, its figure and an authority's code, or null; gives what the funnel says: of the authority, and of all together. */
export function funnelReading(funnel: Funnel, figure: ComparedFigure, own: string | null): string {
  const n = funnel.points.length;
  const outside = funnel.points.filter(({ lies }) => lies !== 'within').length;
  const expected = Math.round(n * 0.05);
  const all = `${outside === 0 ? 'None' : outside} of the ${n} authorities ${outside < 2 ? 'lies' : 'lie'} outside the 95% limits, where chance alone would put about ${expected}.`;
  const care =
    outside > 2 * expected ? ' Areas differ by more than chance, so ask why before you judge.' : '';
  const point = funnel.points.find(({ placed }) => placed.area === own);
  return `${point ? `${whereOf(point, funnel, figure)} ` : ''}${all}${care}`;
}

function whereOf(
  { placed, lies }: Funnel['points'][number],
  { baseline, points }: Funnel,
  figure: ComparedFigure,
): string {
  const value = `The figure for ${placed.name}, ${valueInBrief(placed.shown.value, figure)},`;
  const from = `${valueInBrief(baseline, figure)}, the figure of all ${points.length} authorities taken together`;
  switch (lies) {
    case 'within':
      return `${value} is within the funnel: in an authority of its size, chance alone can explain how far it is from ${from}.`;
    case 'above 95':
    case 'below 95':
      return `${value} is ${lies.slice(0, 5)} the 95% limits: in an authority of its size, chance alone would seldom take it so far from ${from}.`;
    case 'above 99.8':
    case 'below 99.8':
      return `${value} is ${lies.slice(0, 5)} the 99.8% limits: in an authority of its size, chance alone would hardly ever take it so far from ${from}.`;
  }
}
