import { quantile } from '../../model/quantile.ts';
import { plainNumber } from '../plain.ts';
import type { PackGrid } from './grid.ts';
import { lookedUp } from './labels.ts';
import { FEWEST } from './theme-sheets.ts';

/** What stands where nothing can be given. */
const NONE = '–';

/** What is chosen in a workbook's yellow cells, each by its place: an authority, a period, a total, a figure. */
export interface Choice {
  readonly authority: number;
  readonly period: number;
  readonly total: number;
  readonly figure: number;
}

/** A figure of the chosen authority beside the others. */
interface Standing {
  readonly own: number | string;
  readonly rank: number | string;
  readonly of: number;
  readonly lower: number | string;
  readonly median: number | string;
  readonly upper: number | string;
  readonly region: number | string;
  readonly beside: number | string;
}

/** What is first chosen in a workbook: the formulas work out of it what is worked out here, which is shown where no formula is. */
export class Chosen {
  readonly grid: PackGrid;
  readonly choice: Choice;
  /** What the yellow cells offer. */
  readonly lists: Readonly<
    Record<'authorities' | 'periods' | 'totals' | 'figures', readonly string[]>
  >;

  /** Takes a grid and what differs from the first authority, the latest quarter, England or the first group, and the first rate. */
  constructor(grid: PackGrid, choice: Partial<Choice> = {}) {
    this.grid = grid;
    const rate = grid.figures.findIndex(({ isCount }) => !isCount);
    const total = grid.totals.findIndex(({ kind }) => kind !== 'region');
    this.choice = {
      authority: 0,
      period: 0,
      total: Math.max(total, 0),
      figure: Math.max(rate, 0),
      ...choice,
    };
    this.lists = {
      authorities: lookedUp(grid.authorities.map(({ name, code }) => `${name} (${code})`)),
      periods: grid.periods,
      totals: lookedUp(grid.totals.length > 0 ? grid.totals.map(({ name }) => name) : ['None']),
      figures: lookedUp(grid.figures.map(({ title }) => title)),
    };
  }

  /** Gives the place of the region of each authority among the areas; null where the pack has no total of it. */
  regions(): (number | null)[] {
    const { authorities, totals } = this.grid;
    return authorities.map(({ code }) => {
      const at = totals.findIndex((one) => one.kind === 'region' && one.members.includes(code));
      return at < 0 ? null : authorities.length + at;
    });
  }

  /** Gives the place of the chosen total among the areas; null where the pack has none. */
  total(): number | null {
    const { authorities, totals } = this.grid;
    return this.choice.total < totals.length ? authorities.length + this.choice.total : null;
  }

  /** Gives the name of the region that the chosen authority lies in, and of the total that is chosen. */
  names(): { readonly region: string; readonly beside: string } {
    const region = this.regions()[this.choice.authority] ?? null;
    return {
      region: this.grid.areas[region ?? -1]?.name ?? NONE,
      beside: this.grid.areas[this.total() ?? -1]?.name ?? NONE,
    };
  }

  /** Takes a figure's place; gives how the chosen authority stands in it. */
  standing(figure: number): Standing {
    const { authority, period } = this.choice;
    const { grid } = this;
    const numbers = grid.numbers(period, figure);
    const own = grid.at(period, authority, figure);
    const enough = numbers.length >= FEWEST;
    const lying = (share: number) => (enough ? plainNumber(quantile(numbers, share)) : NONE);
    const region = this.regions()[authority] ?? null;
    const valueOf = (area: number | null) => (area === null ? NONE : grid.at(period, area, figure));
    const isRanked = typeof own === 'number' && enough;
    return {
      own,
      rank: isRanked ? 1 + numbers.filter((one) => one > own).length : NONE,
      of: numbers.length,
      ...{ lower: lying(0.25), median: lying(0.5), upper: lying(0.75) },
      ...{ region: valueOf(region), beside: valueOf(this.total()) },
    };
  }

  /** Takes the place of a quarter; gives the chosen figure of the authority then, and the median; null where a chart has a gap. */
  then(period: number): { readonly own: number | null; readonly median: number | null } {
    const { authority, figure } = this.choice;
    const own = this.grid.at(period, authority, figure);
    const numbers = this.grid.numbers(period, figure);
    return {
      own: typeof own === 'number' ? own : null,
      median: numbers.length >= FEWEST ? plainNumber(quantile(numbers, 0.5)) : null,
    };
  }

  /** Gives the places of the authorities as the chart has them: the highest first, and those that show nothing last. */
  ranked(): number[] {
    const { period, figure } = this.choice;
    const values = this.grid.authorities.map((_, area) => this.grid.at(period, area, figure));
    const shown = [...values.keys()].filter((area) => typeof values[area] === 'number');
    const hidden = [...values.keys()].filter((area) => typeof values[area] !== 'number');
    shown.sort((a, b) => Number(values[b]) - Number(values[a]) || a - b);
    return [...shown, ...hidden];
  }
}
