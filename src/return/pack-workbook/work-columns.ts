import { columnName } from '../../files/sheet.ts';
import type { PackGrid } from './grid.ts';
import { SHEETS } from './sheets.ts';

const AUTHORITY = `'${SHEETS.authority}'!`;

/** The yellow cells, on the sheet of the authority. */
export const PICKED = {
  authority: `${AUTHORITY}$B$2`,
  period: `${AUTHORITY}$B$3`,
  total: `${AUTHORITY}$B$4`,
  figure: `${AUTHORITY}$B$5`,
} as const;

/** The columns of the workings, in their order. */
export const WORK_COLUMNS = [
  ...(['what', 'number', 'authorities', 'regions', 'periods', 'totals', 'figures'] as const),
  ...(['value', 'order', 'place', 'label', 'others', 'own'] as const),
  ...(['quarter', 'stands', 'ownThen', 'medianThen'] as const),
] as const;

export type WorkColumn = (typeof WORK_COLUMNS)[number];

/** How many quarters the chart over time shows. */
const MOST_QUARTERS = 12;

/** Where the columns of the workings stand, for formulas: the first row of each is the second of the sheet. */
export class WorkPlaces {
  /** The quarters of the chart over time, the oldest first, by their places among the periods. */
  readonly quarters: readonly number[];
  readonly #grid: PackGrid;

  constructor(grid: PackGrid) {
    this.#grid = grid;
    const latest = Math.min(grid.quarters, MOST_QUARTERS);
    this.quarters = Array.from({ length: latest }, (_, place) => latest - 1 - place);
  }

  /** Takes a column; gives its name: `A`. */
  name(column: WorkColumn): string {
    return columnName(WORK_COLUMNS.indexOf(column));
  }

  /** Takes a column; gives its cells, for formulas of the same sheet. */
  cells(column: WorkColumn): string {
    const name = this.name(column);
    return `$${name}$2:$${name}$${this.length(column) + 1}`;
  }

  /** Takes a column; gives its cells, for formulas and charts of other sheets. */
  range(column: WorkColumn): string {
    return `${SHEETS.workings}!${this.cells(column)}`;
  }

  /** Takes a column of a list or of a chart; gives how many cells it has. */
  length(column: WorkColumn): number {
    const { periods, totals, figures, authorities } = this.#grid;
    switch (column) {
      case 'periods':
        return periods.length;
      case 'totals':
        return Math.max(totals.length, 1);
      case 'figures':
        return figures.length;
      case 'quarter':
      case 'stands':
      case 'ownThen':
      case 'medianThen':
        return this.quarters.length;
      default:
        return authorities.length;
    }
  }
}
