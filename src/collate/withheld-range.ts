import { seriesKey } from '../model/collation.ts';
import { type CollatedFigures, type HeldFigure, type Series, heldOutcome } from './figures.ts';
import { isRounded } from './plausible/sums.ts';

/** From the least to the most that a number can be; null where nothing tells. */
export interface Range {
  readonly least: number;
  readonly most: number | null;
}

/**
 * What a reader knows of withheld counts. A withheld number need not be a small one: it may be withheld so that another
 * cannot be worked out. So its most is what its whole leaves of it, not the policy's.
 */
export class WithheldRanges {
  readonly #figures: CollatedFigures;
  readonly #cells = new Map<string, number[]>();

  constructor(figures: CollatedFigures) {
    this.#figures = figures;
    for (const [place, { key, cell }] of figures.series.entries()) {
      if (!cell) continue;
      const group = groupOf(key);
      const own = this.#cells.get(group) ?? [];
      own.push(place);
      this.#cells.set(group, own);
    }
  }

  /** Takes a series and the place of an area in which its count is withheld; gives what it can be. */
  of(series: Series, area: number): Range {
    const cells = series.cell ? this.#heldOf(groupOf(series.key), area) : [];
    const withheld = cells.filter((cell) => heldOutcome(cell).kind === 'withheld').length;
    // A nought is shown, unless every cell of its breakdown is withheld.
    const least = series.cell && withheld === cells.length ? 0 : 1;
    const at = this.#figures.seriesPlace(seriesKey({ ...series, cell: null }));
    const whole = at === null || !series.cell ? null : this.#figures.at(at, area);
    const total = whole && !isRounded(whole) ? heldOutcome(whole) : null;
    if (total?.kind !== 'count') return { least, most: null };
    const shown = cells.reduce((sum, cell) => sum + countIn(cell), 0);
    const most = total.value - shown - least * (withheld - 1);
    return { least, most: Math.max(least, most) };
  }

  #heldOf(group: string, area: number): HeldFigure[] {
    return (this.#cells.get(group) ?? []).flatMap((place) => this.#figures.at(place, area) ?? []);
  }
}

function groupOf(key: string): string {
  return key.slice(0, key.lastIndexOf('|'));
}

function countIn(held: HeldFigure): number {
  const outcome = heldOutcome(held);
  return outcome.kind === 'count' ? outcome.value : 0;
}
