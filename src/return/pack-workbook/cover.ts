import type { Cell, Look, Sheet, SheetRow } from '../../files/sheet.ts';
import type { BenchmarkPack } from '../../model/benchmark-pack.ts';
import { periodInWords } from '../../model/period.ts';
import { momentInWords } from '../cover-sheet.ts';
import { GRID_SYMBOLS, type PackGrid } from './grid.ts';
import { SHEETS } from './sheets.ts';
import type { Theme } from './theme-sheets.ts';

/** Takes a pack, its grid and themes, and the names of the sheets; gives the cover: what it is, who is in, how small numbers were treated, the key to the symbols. */
export function packCover(
  pack: BenchmarkPack,
  grid: PackGrid,
  themes: readonly Theme[],
  sheets: readonly string[],
): Sheet {
  return {
    name: SHEETS.cover,
    widths: [26, 76],
    rows: [
      row('title', 'Benchmarking workbook'),
      ...marks(pack),
      row('plain'),
      ...summary(pack, grid).map((cells) => row('plain', ...cells)),
      row('plain'),
      row('section', 'How small numbers were treated'),
      ...treatment(pack).map((cells) => row('plain', ...cells)),
      row('plain'),
      row('section', 'Symbol', 'What it stands for'),
      ...GRID_SYMBOLS.map(({ symbol, means }) => row('plain', symbol, means)),
      row('plain'),
      row('section', 'Sheet', 'What it holds'),
      ...contents(themes)
        .filter(([name]) => sheets.includes(name))
        .map((cells) => row('plain', ...cells)),
    ],
    isTable: false,
    frozenColumns: 0,
  };
}

function row(look: Look, ...cells: Cell[]): SheetRow {
  return { look, cells };
}

function marks({ treatment: { kind }, areas }: BenchmarkPack): SheetRow[] {
  const madeUp = areas.filter(({ synthetic }) => synthetic).length;
  return [
    ...(kind === 'full' ? [row('alarm', 'NEVER TO BE PUBLISHED')] : []),
    ...(madeUp > 0 ? [row('alarm', 'MADE UP: figures in it were made up by a program')] : []),
  ];
}

function summary(pack: BenchmarkPack, grid: PackGrid): string[][] {
  const { authorities, totals, periods, quarters } = grid;
  const [latest, first] = [periods[0], periods[quarters - 1]];
  const now = authorities.filter((_, area) => grid.has(0, area)).length;
  return [
    ['Pack', pack.title],
    ['Authorities', `${authorities.length}, of which ${now} have figures of the latest quarter`],
    ['Totals', totals.map(({ name }) => name).join(', ') || 'None'],
    ...(latest && first && quarters > 0
      ? [
          ['Latest quarter', `${periodInWords(latest)} (${latest})`],
          ['Quarters', `${quarters}: ${first} to ${latest}`],
        ]
      : []),
    ['Made', momentInWords(pack.made)],
    ['Made with', `Quarterlight ${pack.appVersion}`],
    [
      'What is in it',
      'Of each measure its headline, its shares and its first rate, whole. Breakdowns and all other figures are in the package (.zip) of this pack, which Quarterlight opens. This workbook is for reading, and is not read back.',
    ],
  ];
}

function treatment({ treatment: treated }: BenchmarkPack): string[][] {
  if (treated.kind === 'full') {
    return [
      ['Which pack', 'Full pack: complete, no number withheld. NEVER TO BE PUBLISHED.'],
      ['Agreement', treated.agreement],
    ];
  }
  return [
    ['Which pack', 'Shareable pack: small numbers are withheld.'],
    ['Policy', treated.policy.title],
    ['What it does', treated.policy.says],
    [
      'Totals',
      'No total adds up more than is shown: where a member’s figure is withheld, so is the total.',
    ],
  ];
}

function contents(themes: readonly Theme[]): [string, string][] {
  return [
    [
      SHEETS.authority,
      'Choose an authority, a period and a figure in the yellow cells: the table and the charts follow',
    ],
    ...themes.map(({ name }): [string, string] => [name, 'The latest quarter, a row an area']),
    [
      SHEETS.totals,
      'What each total of the latest quarter covers, and how its members’ numbers lie',
    ],
    [SHEETS.remarks, 'Figures that looked odd and were accepted, with the reason'],
    [SHEETS.whoIsIn, 'Of which quarters each authority has figures'],
    [SHEETS.definitions, 'What each measure counts and leaves out'],
    [SHEETS.figures, 'All that the workbook shows, of every period: what its formulas read'],
    [SHEETS.workings, 'How the table and the charts are worked out, and their numbers as a table'],
  ];
}
