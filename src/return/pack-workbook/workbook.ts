import type { Sheet } from '../../files/sheet.ts';
import { writeWorkbook } from '../../files/write-workbook.ts';
import type { BenchmarkPack } from '../../model/benchmark-pack.ts';
import { Problem } from '../../model/problem.ts';
import { definitionSheet } from '../reference-sheets.ts';
import { authoritySheet } from './authority-sheet.ts';
import { remarkSheet, totalSheet, whoIsInSheet } from './beside-sheets.ts';
import { type Choice, Chosen } from './chosen.ts';
import { packCover } from './cover.ts';
import { figureSheet } from './figure-sheet.ts';
import { PackGrid } from './grid.ts';
import { themeSheet, themesOf } from './theme-sheets.ts';
import { WorkPlaces } from './work-columns.ts';
import { workingNames, workingSheet } from './workings.ts';

/**
 * Takes a pack, and what is first chosen in it where that is not the first of each; gives the bytes of its benchmarking
 * workbook, the same for the same pack. Throws a Problem where the pack has no figure of an authority to show.
 */
export async function writePackWorkbook(
  pack: BenchmarkPack,
  choice: Partial<Choice> = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const grid = new PackGrid(pack);
  if (grid.periods.length === 0 || grid.authorities.length === 0) throw nothingToShow();
  const chosen = new Chosen(grid, choice);
  const places = new WorkPlaces(grid);
  const isFull = pack.treatment.kind === 'full';
  const mark = isFull ? ['NEVER TO BE PUBLISHED'] : [];
  return writeWorkbook({
    title: [pack.title, ...mark].join(', '),
    header: [pack.title, ...mark].join(', '),
    footer: `Quarterlight ${pack.appVersion}`,
    isMarked: isFull,
    made: pack.made,
    names: workingNames(chosen, places),
    sheets: sheetsOf(pack, chosen, places),
  });
}

function sheetsOf(pack: BenchmarkPack, chosen: Chosen, places: WorkPlaces): Sheet[] {
  const { grid } = chosen;
  const themes = themesOf(grid);
  const sheets = [
    authoritySheet(pack, chosen, themes, places),
    ...themes.map((theme) => themeSheet(grid, theme)),
    ...[totalSheet(pack, grid), remarkSheet(pack)].filter((sheet) => sheet !== null),
    whoIsInSheet(grid),
    definitionSheet(pack),
    figureSheet(grid),
    workingSheet(chosen, places),
  ];
  const names = sheets.map(({ name }) => name);
  return [packCover(pack, grid, themes, names), ...sheets];
}

function nothingToShow(): Problem {
  return new Problem(
    'The pack holds no whole figure of any authority, and a workbook shows nothing else.',
    'Save it as a package (.zip).',
  );
}
