import type { Comparison, ComparedFigure, PlacedNumber } from '../model/comparison.ts';
import { numberOf } from './figure-words.ts';
import { ACCENT, OTHER, PEER } from './ink.ts';

/** Whose number a mark is. */
export type Whose = 'own' | 'peer' | 'other';

export const COLOURS: Readonly<Record<Whose, string>> = { own: ACCENT, peer: PEER, other: OTHER };

/** One number among those that are ranked. */
export interface Bar {
  readonly placed: PlacedNumber;
  readonly whose: Whose;
}

/** What a chart of bars is laid out from. */
export interface Bars {
  readonly figure: ComparedFigure;
  /** Highest first, then by name. */
  readonly bars: readonly Bar[];
  readonly median: { readonly value: number; readonly words: string } | null;
}

/** Up to so many peers are named in the chart. */
export const NAMED = 10;

/** Takes a comparison; gives every number there is as a bar, highest first, the authority's own among them. */
export function barsOf({ own, peers, everyone, summary, figure }: Comparison): Bars {
  const mine = numberOf(own);
  const members = new Set(peers.members);
  const others = everyone.filter(({ area }) => area !== mine?.area);
  const bars = [...(mine ? [mine] : []), ...others]
    .map((placed): Bar => ({ placed, whose: whoseIs(placed.area, mine?.area ?? null, members) }))
    .sort((a, b) => b.placed.shown.value - a.placed.shown.value || byName(a, b));
  const median = summary && { value: summary.median, words: `Median of ${peers.title}` };
  return { figure, bars, median };
}

/** Takes bars; tells which are named in the chart: the authority's own, and its peers where they are few. */
export function namedBars(bars: readonly Bar[]): (bar: Bar) => boolean {
  const few = bars.filter(({ whose }) => whose === 'peer').length <= NAMED;
  return ({ whose }) => whose === 'own' || (few && whose === 'peer');
}

/** Takes an area's code, the authority's own and the peers'; gives whose its number is. */
export function whoseIs(area: string, own: string | null, peers: ReadonlySet<string>): Whose {
  if (area === own) return 'own';
  return peers.has(area) ? 'peer' : 'other';
}

function byName(a: Bar, b: Bar): number {
  return a.placed.name.localeCompare(b.placed.name, 'en-GB');
}
