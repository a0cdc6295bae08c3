import type { ComparedSource, Comparison } from '../model/comparison.ts';

/** Takes sources; gives each once, in one line, with its licence, and whether it is made up. */
export function sourceLine(sources: readonly ComparedSource[]): string {
  const once = [...new Map(sources.map((source) => [source.id, source])).values()];
  const words = once.map(({ title, licence, synthetic }) =>
    [title, ...(synthetic ? ['made up'] : []), ...(licence ? [licence] : [])].join(', '),
  );
  return words.length === 0 ? '' : `${words.join('; ')}.`;
}

/** Takes a comparison; gives the line of where its figures come from, the authority's own first. */
export function sourcesOf({ own, numbers, everyone, total }: Comparison): string {
  const placed = [...(own ? [own] : []), ...numbers, ...everyone, ...(total ? [total] : [])];
  return sourceLine(placed.map(({ source }) => source));
}
