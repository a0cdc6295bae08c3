import type { Cell, Sheet, SheetRow } from '../../files/sheet.ts';
import { ChartColumns } from './chart-columns.ts';
import type { Chosen } from './chosen.ts';
import { SHEETS } from './sheets.ts';
import { PICKED, WORK_COLUMNS, type WorkColumn, type WorkPlaces } from './work-columns.ts';

const HEADS: Readonly<Record<WorkColumn, readonly [head: string, width: number]>> = {
  what: ['Chosen', 14],
  number: ['As a number', 10],
  authorities: ['Authorities', 30],
  regions: ['Row of its region', 10],
  periods: ['Periods', 20],
  totals: ['Totals', 26],
  figures: ['Figures', 44],
  value: ['The chosen figure, by authority', 12],
  order: ['Its place', 8],
  place: ['By place: which authority', 10],
  label: ['By place: its name', 30],
  others: ['By place: the others', 12],
  own: ['By place: yours', 12],
  quarter: ['Quarter', 14],
  stands: ['The chosen figure, yours', 12],
  ownThen: ['Yours, for the chart', 12],
  medianThen: ['Median, for the chart', 12],
};

/** Takes what is chosen and where the columns stand; gives the sheet that finds rows and ranks, with the lists to choose from and the charts' numbers. */
export function workingSheet(chosen: Chosen, places: WorkPlaces): Sheet {
  const columns = columnsOf(chosen, places);
  const length = Math.max(...WORK_COLUMNS.map((column) => columns[column]?.length ?? 0));
  const rows = Array.from({ length }, (_, at): SheetRow => ({
    look: 'plain',
    cells: WORK_COLUMNS.map((column) => columns[column]?.[at] ?? null),
  }));
  return {
    name: SHEETS.workings,
    widths: WORK_COLUMNS.map((column) => HEADS[column][1]),
    rows: [{ look: 'head', cells: WORK_COLUMNS.map((column) => HEADS[column][0]) }, ...rows],
    isTable: false,
    frozenColumns: 0,
    live: { pickers: [], charts: [], wideRows: [], frozenRows: 1 },
  };
}

/** Takes the same; gives the names that formulas use, each with its cell. */
export function workingNames(chosen: Chosen, places: WorkPlaces): (readonly [string, string])[] {
  const column = places.name('number');
  return numbersOf(chosen, places).map(
    ([name], at) => [name, `${SHEETS.workings}!$${column}$${at + 2}`] as const,
  );
}

function columnsOf(
  chosen: Chosen,
  places: WorkPlaces,
): Partial<Record<WorkColumn, readonly Cell[]>> {
  const { lists } = chosen;
  const numbers = numbersOf(chosen, places);
  const charts = new ChartColumns(chosen, places);
  return {
    what: numbers.map(([name]) => name),
    number: numbers.map(([, formula, value]) => ({ formula, value, format: 'General' })),
    ...lists,
    regions: chosen.regions().map((at) => ({ value: (at ?? -1) + 1, format: 'General' })),
    ...charts.byAuthority(),
    ...charts.ranked(),
    ...charts.overTime(),
  };
}

/** What is chosen, as places from 1 on and rows of the figures: nought where nothing is, or no row. */
function numbersOf(
  chosen: Chosen,
  places: WorkPlaces,
): (readonly [name: string, formula: string, value: number])[] {
  const { choice, grid } = chosen;
  const [all, of] = [grid.areas.length, grid.authorities.length];
  const found = (cell: string, list: WorkColumn) => `MATCH(${cell},${places.cells(list)},0)`;
  const first = choice.period * all + 1;
  const region = chosen.regions()[choice.authority] ?? null;
  const total = chosen.total();
  const rowOf = (number: string) => `IF(AND(ready=1,${number}>0),first_row+${number}-1,0)`;
  const row = (area: number | null) => (area === null ? 0 : first + area);
  const beside = grid.totals.length > 0 ? `IFERROR(${of}+${found(PICKED.total, 'totals')},0)` : '0';
  return [
    ['own_no', `IFERROR(${found(PICKED.authority, 'authorities')},0)`, choice.authority + 1],
    ['period_no', `IFERROR(${found(PICKED.period, 'periods')},0)`, choice.period + 1],
    ['beside_no', beside, (total ?? -1) + 1],
    ['figure_no', `IFERROR(${found(PICKED.figure, 'figures')},0)`, choice.figure + 1],
    ['region_no', `IF(own_no>0,INDEX(${places.cells('regions')},own_no),0)`, (region ?? -1) + 1],
    ['ready', 'IF(AND(own_no>0,period_no>0),1,0)', 1],
    ['first_row', `IF(period_no>0,(period_no-1)*${all}+1,1)`, first],
    ['last_row', `first_row+${of - 1}`, first + of - 1],
    ['own_row', 'first_row+IF(own_no>0,own_no-1,0)', first + choice.authority],
    ['region_row', rowOf('region_no'), row(region)],
    ['beside_row', rowOf('beside_no'), row(total)],
  ];
}
