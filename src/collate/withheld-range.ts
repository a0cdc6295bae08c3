import { seriesKey } from '../model/collation.ts';
import { type CollatedFigures, type HeldFigure, heldOutcome } from './figures.ts';
import { isRounded } from './plausible/sums.ts';

/** From the least to the most that a number can be; null where nothing tells. */
export interface Range {
  readonly least: number;
  readonly most: number | null;
}

/** The cells of a breakdown, and their whole, by the places of their series. */
interface Breakdown {
  readonly whole: number | null;
  readonly cells: number[];
  /** By the place of an area: what each withheld cell of it can be. It is the same for all of them. */
  readonly ranges: Map<number, Range>;
}

/** Of a whole nothing more is known: a nought is shown. */
const OPEN: Range = { least: 1, most: null };

/**
 * What a reader knows of withheld counts. A withheld number need not be a small one: it may be withheld so that another
 * cannot be worked out. So its most is what its whole leaves of it, not the policy's.
 */
export class WithheldRanges {
  readonly #figures: CollatedFigures;
  /** By the place of a cell’s series. */
  readonly #breakdowns = new Map<number, Breakdown>();

  constructor(figures: CollatedFigures) {
    this.#figures = figures;
    const groups = new Map<string, Breakdown>();
    for (const [place, at] of figures.series.entries()) {
      if (!at.cell) continue;
      const group = groupOf(at.key);
      const whole = figures.seriesPlace(seriesKey({ ...at, cell: null }));
      const one = groups.get(group) ?? { whole, cells: [], ranges: new Map<number, Range>() };
      one.cells.push(place);
      groups.set(group, one);
      this.#breakdowns.set(place, one);
    }
  }

  /** Takes the places of a series and of an area in which its count is withheld; gives what it can be. */
  of(series: number, area: number): Range {
    const breakdown = this.#breakdowns.get(series);
    if (!breakdown) return OPEN;
    const known = breakdown.ranges.get(area);
    if (known) return known;
    const range = this.#rangeIn(breakdown, area);
    breakdown.ranges.set(area, range);
    return range;
  }

  #rangeIn({ whole: place, cells: places }: Breakdown, area: number): Range {
    const cells = places.flatMap((cell) => this.#figures.at(cell, area) ?? []);
    const withheld = cells.filter((cell) => heldOutcome(cell).kind === 'withheld').length;
    // A nought is shown, unless every cell of its breakdown is withheld.
    const least = withheld === cells.length ? 0 : 1;
    const whole = place === null ? null : this.#figures.at(place, area);
    const total = whole && !isRounded(whole) ? heldOutcome(whole) : null;
    if (total?.kind !== 'count') return { least, most: null };
    const shown = cells.reduce((sum, cell) => sum + countIn(cell), 0);
    const most = total.value - shown - least * (withheld - 1);
    return { least, most: Math.max(least, most) };
  }
}

function groupOf(key: string): string {
  return key.slice(0, key.lastIndexOf('|'));
}

function countIn(held: HeldFigure): number {
  const outcome = heldOutcome(held);
  return outcome.kind === 'count' ? outcome.value : 0;
}
