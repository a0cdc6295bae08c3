import { type Tag, tagsOf } from './xml-tags.ts';

interface Cell {
  readonly tag: Tag;
  hasFormula: boolean;
  value: { readonly from: number; to: number } | null;
}

/**
 * Takes the XML of a sheet; gives it without what its formulas came to when it was saved. Not every program works them out
 * anew when it is told to: what is not there it must work out, and nobody takes an old result for a new one.
 */
export function withoutResults(xml: string): string {
  const cuts: { readonly from: number; readonly to: number }[] = [];
  let cell: Cell | null = null;
  for (const tag of tagsOf(xml)) {
    if (tag.name === 'c' && tag.kind === 'opens') cell = { tag, hasFormula: false, value: null };
    else if (tag.name === 'c') {
      if (cell?.hasFormula && cell.value) cuts.push(...typeIn(cell.tag, xml), cell.value);
      cell = null;
    } else if (cell && tag.name === 'f') cell.hasFormula = true;
    else if (cell && tag.name === 'v' && tag.kind !== 'closes') cell.value = spanOf(tag);
    else if (cell?.value && tag.name === 'v') cell.value.to = tag.to;
  }
  let at = 0;
  const pieces = cuts.map(({ from, to }) => {
    const piece = xml.slice(at, from);
    at = to;
    return piece;
  });
  return [...pieces, xml.slice(at)].join('');
}

function spanOf({ from, to }: Tag): { from: number; to: number } {
  return { from, to };
}

/** Of what kind the result was. */
function typeIn({ from, to }: Tag, xml: string): { readonly from: number; readonly to: number }[] {
  const found = /\st\s*=\s*("[^"]*"|'[^']*')/.exec(xml.slice(from, to));
  if (!found) return [];
  return [{ from: from + found.index, to: from + found.index + found[0].length }];
}
