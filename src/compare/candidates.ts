import type { FigureAsked } from '../model/comparison.ts';
import type { FigureSource, SourceArea } from './columns.ts';
import { type Content, seriesKey } from './columns.ts';
import type { Compared } from './compared.ts';
import type { Sliced, SlicedSource } from './slice.ts';

/** What a source has of an area, on its way to being made like the others'. */
export interface Candidate {
  readonly area: SourceArea;
  readonly source: FigureSource;
  /** Of our definition; null of a published figure, which is by its publisher's. */
  readonly version: number | null;
  readonly has: Has;
}

/** A flag is a symbol that stands beside a number. */
type Has =
  | { readonly kind: 'count'; readonly count: number; readonly flag: string | null }
  | {
      readonly kind: 'parts';
      readonly numerator: number;
      readonly denominator: number;
      readonly scale: number;
      readonly flag: string | null;
    }
  | Extract<Content, { kind: 'bare' | 'symbol' }>;

/**
 * Takes the sources, the one that stands before the others first, what is asked and what it is compared by, and the symbols
 * that say nothing; gives each area's figure. A symbol stands, unless it says nothing and a later source has more.
 */
export function candidatesOf(
  sources: readonly SlicedSource[],
  asked: FigureAsked,
  compared: Compared,
  nothing: ReadonlySet<string>,
): ReadonlyMap<string, Candidate> {
  const found = new Map<string, Candidate>();
  for (const source of sources) {
    for (const candidate of candidatesIn(source, asked, compared)) {
      const before = found.get(candidate.area.code);
      const leaves = before?.has.kind === 'symbol' && nothing.has(before.has.symbol);
      const gives = !(candidate.has.kind === 'symbol' && nothing.has(candidate.has.symbol));
      if (!before || (leaves && gives)) found.set(candidate.area.code, candidate);
    }
  }
  return found;
}

/** Takes a source, what is asked and what it is compared by; gives what it has of each area. */
export function candidatesIn(
  source: SlicedSource,
  asked: FigureAsked,
  compared: Compared,
): Candidate[] {
  const found = new Map<string, Candidate>();
  for (const figure of figuresOf(compared)) {
    const at = { measure: compared.measure.id, figure, period: asked.period, cell: asked.cell };
    for (const sliced of source.slice(seriesKey(at))) {
      const before = found.get(sliced.area.code)?.has.kind;
      // A count is worth more than a rate, and a rate more than a symbol.
      if (before !== undefined && before !== 'symbol') continue;
      const has = hasOf(sliced, compared);
      if (before === 'symbol' && has.kind === 'symbol') continue;
      const version = sliced.version === 0 ? null : sliced.version;
      found.set(sliced.area.code, {
        ...{ area: sliced.area, source: source.columns.source, version, has },
      });
    }
  }
  return [...found.values()];
}

/** Takes what a figure is compared by; gives the ids of the figures that tell it, the best first. */
export function figuresOf({ basis }: Compared): readonly string[] {
  return basis.kind === 'rate' ? [basis.count, ...basis.rates] : [basis.figure];
}

function hasOf({ content }: Sliced, { basis }: Compared): Has {
  switch (content.kind) {
    case 'count':
    case 'amount':
      return { kind: 'count', count: content.value, flag: content.flag };
    case 'ratio':
      return basis.kind === 'rate'
        ? { kind: 'count', count: content.numerator, flag: content.flag }
        : { ...content, kind: 'parts' };
    case 'bare':
      return content;
    case 'symbol':
      return content;
  }
}
