import type { Cell, CellStyle, WriteSheet } from 'hucre/xlsx';
import { columnName } from './sheet.ts';
import type { At } from './sheet-form.ts';
import type { Picker, SheetChart, SheetLive } from './sheet-live.ts';
import { LOCK, TO_FILL } from './write-form.ts';

type HucreChart = NonNullable<WriteSheet['charts']>[number];

const FONT_SIZE = 8;
const TITLE_SIZE = 11;
const PICKED: CellStyle = { ...TO_FILL, font: { name: 'Arial', size: 11, bold: true } };

/** Takes what a sheet works out by itself, how many columns it has, and its cells as they are written; gives what else the sheet needs. */
export function withLive(
  { pickers, charts, wideRows }: SheetLive,
  width: number,
  cells: ReadonlyMap<string, Partial<Cell>>,
): Pick<WriteSheet, 'cells' | 'dataValidations' | 'merges' | 'charts' | 'protection'> {
  const all = new Map(cells);
  for (const { from, to } of pickers)
    for (let column = from.column; column <= to.column; column += 1) {
      const at = `${from.row},${column}`;
      all.set(at, { ...all.get(at), style: PICKED });
    }
  return {
    cells: all,
    dataValidations: pickers.map(validationOf),
    merges: [
      ...pickers.map(({ from, to }) => ({
        ...{ startRow: from.row, startCol: from.column },
        ...{ endRow: to.row, endCol: to.column },
      })),
      ...wideRows.map((row) => ({ startRow: row, startCol: 0, endRow: row, endCol: width - 1 })),
    ],
    charts: charts.map(chartOf),
    protection: LOCK,
  };
}

function validationOf({
  from,
  range,
  says,
}: Picker): NonNullable<WriteSheet['dataValidations']>[number] {
  return {
    ...{ range: nameOf(from), type: 'list', formula1: range, allowBlank: false },
    ...{ showErrorMessage: true, errorTitle: 'Not in the list', errorMessage: says },
    ...{ errorStyle: 'stop', showInputMessage: true, inputTitle: 'Choose', inputMessage: says },
  };
}

function chartOf({ kind, title, says, from, to, series }: SheetChart): HucreChart {
  const axis = { labelFontSize: FONT_SIZE, majorTickMark: 'none', minorTickMark: 'none' } as const;
  return {
    ...{ type: kind, title, titleFontSize: TITLE_SIZE, titleBold: true, altText: says },
    anchor: { from: { row: from.row, col: from.column }, to: { row: to.row, col: to.column } },
    series: series.map((one) => seriesOf(kind, one)),
    ...{ legend: 'bottom', legendFontSize: FONT_SIZE, roundedCorners: false, varyColors: false },
    // An error is a gap: what is withheld is no nought.
    dispBlanksAs: 'gap',
    ...(kind === 'column' && { barGrouping: 'clustered', overlap: 100, gapWidth: 30 }),
    axes: {
      x: { ...axis, labelRotation: kind === 'column' ? -90 : -45 },
      y: { ...axis, gridlines: { major: true }, scale: { min: 0 } },
    },
  };
}

function seriesOf(
  kind: SheetChart['kind'],
  { name, values, categories, colour, isDashed = false }: SheetChart['series'][number],
): HucreChart['series'][number] {
  const own = { name, values, categories, color: colour };
  if (kind === 'column') return own;
  return {
    ...own,
    smooth: false,
    stroke: { width: 2, dash: isDashed ? 'dash' : 'solid' },
    marker: { symbol: isDashed ? 'diamond' : 'circle', size: 6, fill: colour, line: colour },
  };
}

function nameOf({ row, column }: At): string {
  return `${columnName(column)}${row + 1}`;
}
