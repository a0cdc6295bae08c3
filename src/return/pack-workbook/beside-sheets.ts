import { type Cell, type Sheet, numberCell, tableSheet } from '../../files/sheet.ts';
import type { BenchmarkPack } from '../../model/benchmark-pack.ts';
import { type AreaTotal } from '../../model/collation.ts';
import { inFull } from '../../model/outcome.ts';
import { isYear } from '../../model/period.ts';
import { shownNumber, symbolOf } from '../symbols.ts';
import type { PackGrid } from './grid.ts';
import { SHEETS } from './sheets.ts';

/** Takes a pack and its grid; gives what each total of the latest quarter covers, or null where nothing is said of totals. */
export function totalSheet({ totals }: BenchmarkPack, grid: PackGrid): Sheet | null {
  const places = new Map(grid.figures.map((one, at) => [`${one.measure} ${one.figure}`, at]));
  const names = new Map(grid.totals.map(({ code, name }) => [code, name]));
  const rows = totals.flatMap((total) => {
    const { at, area } = total;
    const place = places.get(`${at.measure} ${at.figure}`);
    const figure = grid.figures[place ?? -1];
    if (!figure || at.cell !== null || at.period !== grid.periods[0]) return [];
    return [[names.get(area) ?? area, figure.title, figure.unit, ...numbersOf(total)]];
  });
  return rows.length === 0 ? null : tableSheet(SHEETS.totals, TOTAL_HEADS, rows, 2);
}

const TOTAL_HEADS = [
  ['Total', 26],
  ['Figure', 44],
  ['Unit', 20],
  ['Value', 11],
  ['Members', 10],
  ['Shown', 10],
  ['Withheld', 10],
  ['Without', 10],
  ['Other version', 10],
  ['Least that it can be', 11],
  ['Most that it can be', 11],
  ['Mean', 10],
  ['Lower quartile', 10],
  ['Median', 10],
  ['Upper quartile', 10],
] as const;

function numbersOf({ outcome, coverage, range, spread }: AreaTotal): Cell[] {
  const { of, shown, withheld, without, otherVersion } = coverage;
  const format = outcome.kind === 'count' ? '#,##0' : '#,##0.0';
  const value = shownNumber(outcome);
  const lying = [spread?.mean, spread?.lowerQuartile, spread?.median, spread?.upperQuartile];
  return [
    value === null ? { symbol: symbolOf(outcome) ?? inFull(outcome) } : { value, format },
    ...[of, shown, withheld, without, otherVersion].map((one) => numberCell(one, '#,##0')),
    ...[range?.least, range?.most].map((one) => numberCell(one ?? null, '#,##0')),
    ...lying.map((one) => numberCell(one ?? null, '#,##0.0')),
  ];
}

/** Takes a pack; gives the remarks that were accepted, or null where there are none. */
export function remarkSheet({ remarks, areas, definitions }: BenchmarkPack): Sheet | null {
  const names = new Map(areas.map(({ code, name }) => [code, name]));
  const titles = new Map(definitions.map(({ id, title }) => [id, title]));
  const rows = remarks.map(({ area, measure, period, says, note }) => [
    ...[names.get(area) ?? area, measure, titles.get(measure) ?? null, period, says, note],
  ]);
  const heads = [
    ['Authority', 26],
    ['Id', 9],
    ['Item', 30],
    ['Period', 16],
    ['What looked odd', 60],
    ['Why it was accepted', 50],
  ] as const;
  return rows.length === 0 ? null : tableSheet(SHEETS.remarks, heads, rows, 1);
}

/** Takes a grid; gives of which quarters each authority has figures, the newest first. */
export function whoIsInSheet(grid: PackGrid): Sheet {
  const quarters = grid.periods.filter((period) => !isYear(period));
  return tableSheet(
    SHEETS.whoIsIn,
    [
      ['Code', 10],
      ['Authority', 30],
      ['Region', 24],
      ['Quarters', 10],
      ...quarters.map((quarter) => [quarter, 9] as const),
    ],
    grid.authorities.map(({ code, name, region }, area) => {
      const there = quarters.map((_, period) => grid.has(period, area));
      return [
        ...[code, name, region, numberCell(there.filter((one) => one).length)],
        ...there.map((one) => (one ? 'In' : 'No return')),
      ];
    }),
    2,
  );
}
