import type { Breakdown, Measure } from '../model/measure.ts';
import { LONGEST_NAME } from '../model/profile.ts';
import {
  LONGEST_LABEL,
  MAPPED_PARTS,
  MAPPED_PERIODS,
  type MappedCell,
  type WorkbookMap,
} from '../model/workbook-map.ts';
import { cellSchema, figureSchemas, readCell, readFigure, only } from './figure-at.ts';
import { itemsOf, membersOf, oneOf, quoted, refusal, textOf, textUpTo } from './written.ts';

const MEMBERS = ['name', 'cells'] as const;
const CELL_MEMBERS = [
  ...['sheet', 'cell', 'label', 'measure', 'figure', 'of', 'part', 'period'],
] as const;
/** The longest that Excel lets a sheet's name be. */
const LONGEST_SHEET = 31;
const CELL = /^[A-Z]{1,3}[1-9]\d{0,6}$/;

/** Takes the section `maps` as it was read; gives the maps. Throws a Problem that says which is wrong. */
export function readMaps(
  read: unknown,
  measures: readonly Measure[],
  breakdowns: readonly Breakdown[],
): WorkbookMap[] {
  const names = new Set<string>();
  return itemsOf(read, '‘maps’').map((item, index) => {
    const where = `entry ${index + 1} of ‘maps’`;
    const members = membersOf(item, where, MEMBERS);
    const name = textUpTo(members.get('name'), `‘name’ in ${where}`, LONGEST_NAME);
    if (names.has(name))
      throw refusal(where, `is named ${quoted(name)}, as an earlier one is`, 'Rename one of them.');
    names.add(name);
    return { name, cells: readCells(members.get('cells'), where, measures, breakdowns) };
  });
}

function readCells(
  read: unknown,
  map: string,
  measures: readonly Measure[],
  breakdowns: readonly Breakdown[],
): MappedCell[] {
  const seen = new Set<string>();
  return itemsOf(read, `‘cells’ in ${map}`).map((item, index) => {
    const where = `cell ${index + 1} of ${map}`;
    const members = membersOf(item, where, CELL_MEMBERS);
    const sheet = textUpTo(members.get('sheet'), `‘sheet’ in ${where}`, LONGEST_SHEET);
    const cell = textOf(members.get('cell'), `‘cell’ in ${where}`);
    if (!CELL.test(cell))
      throw refusal(where, `is ${quoted(cell)}, which is no cell`, 'Write it as B7.');
    if (seen.has(`${sheet}!${cell}`))
      throw refusal(where, `names ${quoted(`${sheet}!${cell}`)} again`, 'Keep one of the two.');
    seen.add(`${sheet}!${cell}`);
    const label = textOf(members.get('label'), `‘label’ in ${where}`).slice(0, LONGEST_LABEL);
    const found = readFigure(members.get('measure'), members.get('figure'), where, measures);
    const of = readCell(members.get('of'), `‘of’ in ${where}`, found.measure, breakdowns);
    const part = oneOf(members.get('part'), `‘part’ in ${where}`, MAPPED_PARTS);
    const period = oneOf(members.get('period'), `‘period’ in ${where}`, MAPPED_PERIODS);
    const [measure, figure] = [found.measure.id, found.figure.id];
    return { sheet, cell, label, measure, figure, of, part, period };
  });
}

/** Takes the measures and breakdowns; gives what JSON Schema can say of the section. */
export function mapsSchema(measures: readonly Measure[], breakdowns: readonly Breakdown[]) {
  return {
    type: 'array',
    items: only({
      name: { type: 'string', minLength: 1, maxLength: LONGEST_NAME },
      cells: {
        type: 'array',
        items: only({
          sheet: { type: 'string', minLength: 1, maxLength: LONGEST_SHEET },
          cell: { type: 'string', pattern: CELL.source },
          label: { type: 'string', maxLength: LONGEST_LABEL },
          ...figureSchemas(measures),
          of: cellSchema(breakdowns),
          part: { enum: [...MAPPED_PARTS] },
          period: { enum: [...MAPPED_PERIODS] },
        }),
      },
    }),
  } as const;
}
