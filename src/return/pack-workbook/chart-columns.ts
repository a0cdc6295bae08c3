import type { Cell } from '../../files/sheet.ts';
import type { Chosen } from './chosen.ts';
import { figureRanges } from './figure-sheet.ts';
import { FEWEST } from './theme-sheets.ts';
import type { WorkColumn, WorkPlaces } from './work-columns.ts';

/** The numbers of the charts: each column of the workings that a chart is drawn from, or that is worked out on the way. */
export class ChartColumns {
  readonly #chosen: Chosen;
  readonly #places: WorkPlaces;
  readonly #ranked: readonly number[];
  readonly #all: string;

  constructor(chosen: Chosen, places: WorkPlaces) {
    this.#chosen = chosen;
    this.#places = places;
    this.#ranked = chosen.ranked();
    this.#all = figureRanges(chosen.grid).all;
  }

  /** The chosen figure in the chosen period, a row an authority: each one's number, and where it stands among them. */
  byAuthority(): Partial<Record<WorkColumn, Cell[]>> {
    const { grid, choice } = this.#chosen;
    const [value, values] = [this.#places.name('value'), this.#places.cells('value')];
    const rows = grid.authorities.map((_, place) => ({ place, row: place + 2 }));
    return {
      value: rows.map(({ place }) =>
        cell(
          `IF(AND(ready=1,figure_no>0),INDEX(${this.#all},first_row+${place},figure_no),"–")`,
          grid.at(choice.period, place, choice.figure),
        ),
      ),
      // Of those that tie, the first stands first; who shows no number stands last.
      order: rows.map(({ place, row }) => {
        const [own, before] = [`${value}${row}`, `${value}$2:${value}${row}`];
        const ranked = `RANK(${own},${values})+COUNTIF(${before},${own})-1`;
        const last = `COUNT(${values})+${place + 1}-COUNT(${before})`;
        return cell(`IF(ISNUMBER(${own}),${ranked},${last})`, this.#ranked.indexOf(place) + 1);
      }),
    };
  }

  /** The same as the chart has it: the highest first, the chosen authority apart from the others. */
  ranked(): Partial<Record<WorkColumn, Cell[]>> {
    const places = this.#places;
    const rows = this.#ranked.map((area, place) => {
      const at = `${places.name('place')}${place + 2}`;
      const shown = `INDEX(${places.cells('value')},${at})`;
      return { area, place, at, shown };
    });
    const bar = (sign: '=' | '<>') =>
      rows.map(({ area, at, shown }) =>
        cell(
          `IF(ISNUMBER(${shown}),IF(${at}${sign}own_no,${shown},""),"")`,
          this.#bar(area, sign === '='),
        ),
      );
    return {
      place: rows.map(({ area, place }) =>
        cell(`MATCH(${place + 1},${places.cells('order')},0)`, area + 1),
      ),
      label: rows.map(({ area, at, shown }) => ({
        formula: `INDEX(${places.cells('authorities')},${at})&IF(ISNUMBER(${shown}),"",": "&${shown})`,
        value: this.#label(area),
        format: null,
      })),
      others: bar('<>'),
      own: bar('='),
    };
  }

  /** The chosen figure over time: what stands there of the chosen authority, and the lines, which have a gap where no number is. */
  overTime(): Partial<Record<WorkColumn, Cell[]>> {
    const { grid, choice } = this.#chosen;
    const { quarters } = this.#places;
    const isChosen = 'AND(ready=1,figure_no>0)';
    const at = (row: string) => `INDEX(${this.#all},${row},figure_no)`;
    const rows = quarters.map((period, place) => {
      const before = period * grid.areas.length;
      return { period, before, stands: `${this.#places.name('stands')}${place + 2}` };
    });
    return {
      quarter: rows.map(({ period }) => grid.periods[period] ?? null),
      stands: rows.map(({ period, before }) =>
        cell(
          `IF(${isChosen},${at(`${before}+own_no`)},"–")`,
          grid.at(period, choice.authority, choice.figure),
        ),
      ),
      ownThen: rows.map(({ period, stands }) =>
        cell(`IF(ISNUMBER(${stands}),${stands},NA())`, this.#chosen.then(period).own),
      ),
      medianThen: rows.map(({ period, before }) => {
        const of = `${at(`${before + 1}`)}:${at(`${before + grid.authorities.length}`)}`;
        const median = `IF(COUNT(${of})>=${FEWEST},MEDIAN(${of}),NA())`;
        return cell(`IF(${isChosen},${median},NA())`, this.#chosen.then(period).median);
      }),
    };
  }

  #bar(area: number, isOwn: boolean): number | string {
    const { grid, choice } = this.#chosen;
    const value = grid.at(choice.period, area, choice.figure);
    return typeof value === 'number' && (area === choice.authority) === isOwn ? value : '';
  }

  #label(area: number): string {
    const { grid, lists, choice } = this.#chosen;
    const value = grid.at(choice.period, area, choice.figure);
    const name = lists.authorities[area] ?? '';
    return typeof value === 'number' ? name : `${name}: ${value}`;
  }
}

function cell(formula: string, value: number | string | null): Cell {
  return { formula, value, format: 'General' };
}
