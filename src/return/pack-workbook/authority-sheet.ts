import type { Cell, NumberFormat, Sheet, SheetRow } from '../../files/sheet.ts';
import type { SheetLive } from '../../files/sheet-live.ts';
import type { BenchmarkPack } from '../../model/benchmark-pack.ts';
import type { Chosen } from './chosen.ts';
import { figureRanges } from './figure-sheet.ts';
import { SHEETS } from './sheets.ts';
import { FEWEST, type Theme } from './theme-sheets.ts';
import type { WorkPlaces } from './work-columns.ts';

const WIDTHS = [46, 22, 12, 10, 10, 11, 11, 11, 16, 16] as const;
/** How many rows the charts cover, and what stands above them: title, yellow cells, a line that says what to know. */
const [CHART_ROWS, ROWS_ABOVE] = [23, 6] as const;
const [BLUE, GREY, DARK] = ['1D70B8', 'B1B4B6', '0B0C0C'] as const;
const NONE = '"–"';

/** Takes a pack, what is first chosen in it, its themes and the workings’ places; gives the sheet on which a person chooses an authority, and sees it beside the others. */
export function authoritySheet(
  { treatment }: BenchmarkPack,
  chosen: Chosen,
  themes: readonly Theme[],
  places: WorkPlaces,
): Sheet {
  const { lists, choice } = chosen;
  const title = 'Your authority beside the others';
  const isFull = treatment.kind === 'full';
  const above: SheetRow[] = [
    isFull ? row('alarm', `${title}. NEVER TO BE PUBLISHED`) : row('title', title),
    row('plain', 'Local authority', lists.authorities[choice.authority] ?? null),
    row('plain', 'Period', lists.periods[choice.period] ?? null),
    row('plain', 'Total to set beside it', lists.totals[choice.total] ?? null),
    row('plain', 'Figure of the charts', lists.figures[choice.figure] ?? null),
    row(
      'plain',
      'Choose in the yellow cells. Rank 1 is the highest number, not the best. Symbols: see Cover.',
    ),
  ];
  const table = new AuthorityTable(chosen);
  const space = Array.from({ length: CHART_ROWS }, () => row('plain'));
  const before = above.length + space.length;
  return {
    name: SHEETS.authority,
    widths: WIDTHS,
    rows: [...above, ...space, ...table.rows(themes, before)],
    ...{ isTable: false, frozenColumns: 0 },
    live: {
      ...{ pickers: pickersOf(places), charts: chartsOf(places) },
      ...{ wideRows: [above.length - 1], frozenRows: ROWS_ABOVE },
    },
  };
}

function row(look: SheetRow['look'], ...cells: Cell[]): SheetRow {
  return { look, cells };
}

function pickersOf(places: WorkPlaces): SheetLive['pickers'] {
  const lists = ['authorities', 'periods', 'totals', 'figures'] as const;
  const what = ['an authority', 'a period', 'a total', 'a figure'] as const;
  return lists.map((list, at) => ({
    from: { row: at + 1, column: 1 },
    to: { row: at + 1, column: 5 },
    range: places.range(list),
    says: `Choose ${what[at] ?? 'one'} of the list.`,
  }));
}

function chartsOf(places: WorkPlaces): SheetLive['charts'] {
  const [from, to] = [ROWS_ABOVE, ROWS_ABOVE + CHART_ROWS - 1];
  const label = places.range('label');
  const quarter = places.range('quarter');
  return [
    {
      kind: 'column',
      title: 'The chosen figure in the chosen period, the highest first',
      says: 'A column an authority, the highest first, the chosen one in blue. An authority without a column shows no number: its name says the symbol. The sheet Workings has the numbers.',
      ...{ from: { row: from, column: 0 }, to: { row: to, column: 5 } },
      series: [
        {
          name: 'Other authorities',
          ...{ values: places.range('others'), categories: label, colour: GREY },
        },
        { name: 'Your authority', values: places.range('own'), categories: label, colour: BLUE },
      ],
    },
    {
      kind: 'line',
      title: 'The chosen figure, quarter by quarter',
      says: 'Two lines over the last quarters: the chosen authority, and the median of all that show a number. A quarter without a mark has no number. The sheet Workings has the numbers.',
      ...{ from: { row: from, column: 5 }, to: { row: to, column: 10 } },
      series: [
        {
          name: 'Your authority',
          ...{ values: places.range('ownThen'), categories: quarter, colour: BLUE },
        },
        {
          name: 'Median',
          ...{ values: places.range('medianThen'), categories: quarter, colour: DARK },
          isDashed: true,
        },
      ],
    },
  ];
}

/** The table beneath: a row a figure, a head a theme. */
class AuthorityTable {
  readonly #chosen: Chosen;
  readonly #column: (figure: number) => string;

  constructor(chosen: Chosen) {
    this.#chosen = chosen;
    this.#column = figureRanges(chosen.grid).column;
  }

  /** Takes themes and how many rows stand above; gives the rows. */
  rows(themes: readonly Theme[], before: number): SheetRow[] {
    const rows: SheetRow[] = [];
    for (const { name, figures } of themes) {
      rows.push(row('head', ...this.#head(name)));
      for (const figure of figures) {
        rows.push(row('plain', ...this.#cells(figure, before + rows.length + 1)));
      }
    }
    return rows;
  }

  #head(theme: string): Cell[] {
    const { region, beside } = this.#chosen.names();
    const { areas } = this.#chosen.grid;
    const nameAt = (at: string) =>
      `IF(${at}>0,INDEX(${SHEETS.figures}!$C$2:$C$${areas.length + 1},${at}),${NONE})`;
    return [
      ...[theme, 'Unit', 'Yours', 'Rank, highest first', 'of how many'],
      ...['Lower quartile', 'Median', 'Upper quartile'],
      { formula: nameAt('region_no'), value: region, format: null },
      { formula: nameAt('beside_no'), value: beside, format: null },
    ];
  }

  #cells(figure: number, at: number): Cell[] {
    const { grid } = this.#chosen;
    const { title = '', unit = '' } = grid.figures[figure] ?? {};
    const column = this.#column(figure);
    const all = `INDEX(${column},first_row):INDEX(${column},last_row)`;
    const standing = this.#chosen.standing(figure);
    const format = grid.format(figure);
    const lying: NumberFormat = format === '#,##0' ? '#,##0.0' : format;
    const [own, of] = [`C${at}`, `E${at}`];
    const where = (test: string, then: string) => `IF(${test},${then},${NONE})`;
    const enough = `AND(ready=1,${of}>=${FEWEST})`;
    const isRanked = `AND(ready=1,ISNUMBER(${own}),${of}>=${FEWEST})`;
    const total = (name: string) => where(`${name}>0`, `INDEX(${column},${name})`);
    return [
      ...[title, unit],
      { formula: where('ready=1', `INDEX(${column},own_row)`), value: standing.own, format },
      {
        formula: where(isRanked, `RANK(${own},${all})`),
        ...{ value: standing.rank, format: '#,##0' },
      },
      { formula: where('ready=1', `COUNT(${all})`), value: standing.of, format: '#,##0' },
      { formula: where(enough, `QUARTILE(${all},1)`), value: standing.lower, format: lying },
      { formula: where(enough, `MEDIAN(${all})`), value: standing.median, format: lying },
      { formula: where(enough, `QUARTILE(${all},3)`), value: standing.upper, format: lying },
      { formula: total('region_row'), value: standing.region, format },
      { formula: total('beside_row'), value: standing.beside, format },
    ];
  }
}
