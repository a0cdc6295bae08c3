import { type Cell, type Sheet, tableSheet } from '../../files/sheet.ts';
import type { PackArea } from '../../model/benchmark-pack.ts';
import { periodInWords } from '../../model/period.ts';
import { quantile } from '../../model/quantile.ts';
import { plainNumber } from '../plain.ts';
import type { PackGrid } from './grid.ts';
import { sheetNamesFor } from './labels.ts';
import { SHEETS } from './sheets.ts';
import { type ShownFigure } from './shown-figures.ts';

/** With fewer there is no middle to speak of, and one of two would know the other's number. */
export const FEWEST = 3;

const KINDS: Readonly<Record<PackArea['kind'], string>> = {
  england: 'England',
  region: 'Region',
  group: 'Group',
  authority: 'Authority',
};
const LYING = [
  ['Lower quartile', 0.25],
  ['Median', 0.5],
  ['Upper quartile', 0.75],
] as const;

/** The figures of one theme, by their places in the grid. */
export interface Theme {
  readonly name: string;
  readonly figures: readonly number[];
}

/** Takes a grid; gives its themes, each with a name that a sheet can have. */
export function themesOf({ figures }: PackGrid): Theme[] {
  const themes = new Map<string, number[]>();
  for (const [place, one] of figures.entries()) {
    const key = `${one.collection}|${one.theme}`;
    themes.set(key, [...(themes.get(key) ?? []), place]);
  }
  const names = sheetNamesFor(
    [...themes.keys()].map((key) => key.slice(key.indexOf('|') + 1)),
    Object.values(SHEETS),
  );
  return [...themes.values()].map((own, place) => ({ name: names[place] ?? '', figures: own }));
}

/** Takes a grid and a theme; gives its sheet: a row an area, a column a figure, of the latest quarter. Totals stand first, then how the authorities' numbers lie. */
export function themeSheet(grid: PackGrid, { name, figures }: Theme): Sheet {
  const [latest] = grid.periods;
  const when = latest ? `: ${periodInWords(latest)}` : '';
  return tableSheet(
    name,
    [
      ['What', 14],
      ['Code', 12],
      [`Area${when}`, 28],
      ['Region', 22],
      ...figures.map((figure) => [headOf(grid.figures[figure]), 16] as const),
    ],
    [
      ...grid.totals.map((area, place) =>
        rowOf(grid, area, grid.authorities.length + place, figures),
      ),
      ...lyingRows(grid, figures),
      ...grid.authorities.map((area, place) => rowOf(grid, area, place, figures)),
    ],
    3,
  );
}

/** Takes a figure; gives what its column is called: with its unit, where that is not said. */
export function headOf(figure: ShownFigure | undefined): string {
  if (!figure) return '';
  return figure.title.includes(figure.unit) ? figure.title : `${figure.title} (${figure.unit})`;
}

function rowOf(grid: PackGrid, area: PackArea, place: number, figures: readonly number[]): Cell[] {
  return [
    ...[KINDS[area.kind], area.code, area.name, area.kind === 'authority' ? area.region : null],
    ...figures.map((figure) => grid.cell(0, place, figure)),
  ];
}

function lyingRows(grid: PackGrid, figures: readonly number[]): Cell[][] {
  const numbers = figures.map((figure) => grid.numbers(0, figure));
  const lying = LYING.map(([title, share]) => [
    ...['Authorities', null, title, null],
    ...numbers.map((own, at) => quantileCell(own, share, grid.format(figures[at] ?? 0))),
  ]);
  const shown = numbers.map((own): Cell => ({ value: own.length, format: '#,##0' }));
  return [...lying, ['Authorities', null, 'How many show a figure', null, ...shown]];
}

function quantileCell(
  numbers: readonly number[],
  share: number,
  format: ReturnType<PackGrid['format']>,
): Cell {
  if (numbers.length < FEWEST) return { symbol: '–' };
  const value = plainNumber(quantile(numbers, share));
  return { value, format: format === '#,##0' ? '#,##0.0' : format };
}
