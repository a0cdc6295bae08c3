import type { FigureAsked, Shown } from '../model/comparison.ts';
import { type Candidate, candidatesIn } from './candidates.ts';
import type { Compared } from './compared.ts';
import type { SlicedSource } from './slice.ts';

/** A cell of a breakdown: the authority's, and its peers'. */
export interface CellShares {
  readonly cell: string;
  readonly title: string;
  /** A count's cell is a share of the whole; a percentage's has a percentage of its own. */
  readonly kind: 'share' | 'percent';
  readonly own: Shown | null;
  readonly members: readonly Shown[];
}

/** The sources, the one that stands before the others first, and the authorities that are asked for. */
interface SharesOf {
  readonly sources: readonly SlicedSource[];
  readonly areas: ReadonlySet<string>;
}

/**
 * Takes a figure's cell, what it is compared by and the sources; gives each authority's share of its own whole,
 * both from the first source that has the cell.
 */
export function sharesOf(
  asked: FigureAsked,
  compared: Compared,
  { sources, areas }: SharesOf,
): ReadonlyMap<string, Shown> {
  const found = new Map<string, Shown>();
  for (const source of sources) {
    const cells = candidatesIn(source, asked, compared).filter(
      ({ area }) => areas.has(area.code) && !found.has(area.code),
    );
    if (cells.length === 0) continue;
    const wholes = wholesIn(source, asked, compared);
    for (const one of cells) {
      const shown = compared.basis.kind === 'percent' ? percentOf(one) : shareOf(one, wholes);
      if (shown) found.set(one.area.code, shown);
    }
  }
  return found;
}

function percentOf({ has }: Candidate): Shown | null {
  if (has.kind === 'symbol') return { kind: 'symbol', symbol: has.symbol, says: has.says };
  if (has.kind !== 'parts') return null;
  const { numerator, denominator, scale } = has;
  const parts = { numerator, denominator, estimated: false };
  return { kind: 'number', value: (numerator / denominator) * scale, parts, flag: null };
}

function shareOf({ area, has }: Candidate, wholes: ReadonlyMap<string, Candidate>): Shown | null {
  const whole = wholes.get(area.code)?.has;
  for (const one of [has, whole]) {
    if (one?.kind === 'symbol') return { kind: 'symbol', symbol: one.symbol, says: one.says };
  }
  if (has.kind !== 'count' || whole?.kind !== 'count') return null;
  if (whole.count === 0)
    return { kind: 'symbol', symbol: 'z', says: 'Not applicable: there are none' };
  const parts = { numerator: has.count, denominator: whole.count, estimated: false };
  return { kind: 'number', value: (has.count / whole.count) * 100, parts, flag: null };
}

function wholesIn(
  source: SlicedSource,
  asked: FigureAsked,
  compared: Compared,
): ReadonlyMap<string, Candidate> {
  const wholes = candidatesIn(source, { ...asked, cell: null }, compared);
  return new Map(wholes.map((one) => [one.area.code, one]));
}
