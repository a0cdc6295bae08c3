import { type Cell, type Sheet, columnName } from '../files/sheet.ts';
import { writeWorkbook } from '../files/write-workbook.ts';
import { type Authority, whyNotThere } from '../model/authority.ts';
import type { Day } from '../model/day.ts';
import type { AskedNumber } from '../model/given.ts';
import type { Breakdown, FormMeasure, Measure, RecordsMeasure } from '../model/measure.ts';
import { lastEndedBy, stepQuarter } from '../model/period.ts';
import { type AskedBreakdown, askedBreakdowns, askedWholes } from './asked.ts';
import { coverSheet } from './cover.ts';
import {
  BREAKDOWN_SHEET,
  COLLECTION_SHEETS,
  COLUMNS,
  HEADS,
  LISTS_SHEET,
  MARK,
  MARK_SHEET,
} from './layout.ts';
import { NumberRows } from './number-rows.ts';

/** How many quarters can be chosen, the one that ended last and those before it. */
const QUARTERS = 12;

const PARTS = {
  count: '',
  denominator: ': out of how many',
  numerator: ': how many of those',
} as const;

/** What a template is written from. */
export interface TemplateOf {
  readonly measures: readonly Measure[];
  readonly breakdowns: readonly Breakdown[];
  readonly authorities: readonly Authority[];
  readonly appVersion: string;
  readonly today: Day;
}

/** Takes what a template is written from; gives the blank template as the bytes of an Excel workbook. */
export function writeTemplate(of: TemplateOf): Promise<Uint8Array<ArrayBuffer>> {
  const names = of.authorities
    .filter((one) => whyNotThere(one, of.today) === null)
    .map(({ code, name }) => `${name} (${code})`)
    .sort((one, other) => one.localeCompare(other, 'en-GB'));
  const last = lastEndedBy(of.today);
  const quarters = Array.from({ length: QUARTERS }, (_, place) => stepQuarter(last, -place));
  const wholes = askedWholes(of.measures);
  const collections = (['riia', 'early-help'] as const).map((collection) => ({
    collection,
    rows: collectionRows(of.measures, wholes, collection),
  }));
  const rowsOf = new Map(collections.map(({ collection, rows }) => [collection, rows]));
  return writeWorkbook({
    title: 'Template for figures entered by hand',
    header: 'Figures entered by hand: totals only, nothing about one child',
    footer: `Quarterlight ${of.appVersion}`,
    isMarked: false,
    made: `${of.today}T00:00:00Z`,
    sheets: [
      coverSheet(names.length, quarters.length),
      ...collections.map(({ collection, rows }) => sheetOf(COLLECTION_SHEETS[collection], rows)),
      sheetOf(BREAKDOWN_SHEET, breakdownRows(askedBreakdowns(of.measures, of.breakdowns), rowsOf)),
      hiddenSheet(LISTS_SHEET, listRows(names, quarters)),
      hiddenSheet(MARK_SHEET, [[MARK]]),
    ],
  });
}

function collectionRows(
  measures: readonly Measure[],
  wholes: readonly AskedNumber[],
  collection: Measure['collection'],
): NumberRows {
  const rows = new NumberRows(HEADS.map(([head]) => head));
  let theme = '';
  for (const measure of measures) {
    if (measure.kind === 'breakdown' || measure.collection !== collection) continue;
    if (measure.theme !== theme) rows.addHead([measure.theme.replaceAll('-', ' ')]);
    theme = measure.theme;
    const own = wholes.filter(({ at }) => at.measure === measure.id);
    rows.add(own, guidanceOf(measure));
  }
  return rows;
}

function guidanceOf({ counts, leavesOut, figures, period }: RecordsMeasure | FormMeasure): string {
  const rates = figures.some(({ kind }) => kind === 'rate');
  return [
    period === 'snapshot' ? 'The position on the last day of the quarter.' : '',
    ...counts,
    leavesOut.length > 0 ? `Leave out: ${leavesOut.join(' ')}` : '',
    rates ? 'Rates by population are worked out for you.' : '',
  ]
    .filter((line) => line !== '')
    .join(' ');
}

/** A heading a breakdown, which says whether what stands below it adds up, then a row a cell. */
function breakdownRows(
  asked: readonly AskedBreakdown[],
  wholes: ReadonlyMap<Measure['collection'], NumberRows>,
): NumberRows {
  const rows = new NumberRows(HEADS.map(([head]) => head));
  for (const { measure, by, sums } of asked) {
    const first = rows.rows.length;
    for (const [place, { whole, cells }] of sums.entries()) {
      const from = first + place * (cells.length + 1) + 2;
      const to = from + cells.length - 1;
      const ref = `'${COLLECTION_SHEETS[measure.collection]}'!`;
      const row = (wholes.get(measure.collection)?.rowOf(whole.key) ?? 0) + 1;
      for (const column of whole.hasYear ? [COLUMNS.quarter, COLUMNS.year] : [COLUMNS.quarter]) {
        const name = columnName(column);
        rows.addFormula(column, addsUp(`${name}${from}:${name}${to}`, `${ref}${name}${row}`));
      }
      rows.addHead(headOf(measure, by, whole));
      rows.add(cells, whole.label);
    }
  }
  return rows;
}

function headOf(measure: RecordsMeasure, by: Breakdown, whole: AskedNumber): Cell[] {
  const part = whole.at.kind === 'figure' ? PARTS[whole.at.part] : '';
  return [measure.id, measure.title, `By ${by.title.toLowerCase()}${part}`];
}

function addsUp(cells: string, whole: string): string {
  const off = `ABS(SUM(${cells})-${whole})`;
  return `IF(COUNT(${cells})=0,"",IF(NOT(ISNUMBER(${whole})),"The whole is not filled in",IF(SUM(${cells})=${whole},"Adds up","Off by "&${off})))`;
}

function sheetOf(name: string, { rows, form }: NumberRows): Sheet {
  const widths = HEADS.map(([, width]) => width);
  return { name, widths, rows, isTable: true, frozenColumns: 3, form };
}

function listRows(names: readonly string[], quarters: readonly string[]): Cell[][] {
  return names.map((name, place) => [name, quarters[place] ?? null]);
}

function hiddenSheet(name: string, rows: readonly (readonly Cell[])[]): Sheet {
  return {
    name,
    widths: [40, 14],
    rows: rows.map((cells) => ({ look: 'plain', cells })),
    isTable: false,
    frozenColumns: 0,
    form: { entries: [], formulas: [], isHidden: true, hiddenColumns: [] },
  };
}
