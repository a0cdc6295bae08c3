import { type CellStyle, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import {
  type Book,
  type Cell,
  type Look,
  type Sheet,
  type SheetRow,
  columnName,
  contentOf,
} from './sheet.ts';
import { withForm } from './write-form.ts';
import { withLive } from './write-live.ts';
import { zipAgain } from './write-zip.ts';

const FONT = { name: 'Arial', size: 10 } as const;
const BLUE = '1D70B8';
const RED = 'D4351C';
const WASH = 'F3F2F1';

const LOOKS: Readonly<Record<Look, CellStyle>> = {
  title: { font: { ...FONT, size: 16, bold: true } },
  alarm: {
    font: { ...FONT, size: 12, bold: true, color: { rgb: 'FFFFFF' } },
    fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: RED } },
  },
  section: {
    font: { ...FONT, size: 11, bold: true },
    border: { bottom: { style: 'thin', color: { rgb: '0B0C0C' } } },
  },
  head: {
    font: { ...FONT, bold: true },
    fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: WASH } },
    border: { bottom: { style: 'medium', color: { rgb: BLUE } } },
  },
  plain: { font: FONT },
};

/** Takes a workbook; gives its bytes as .xlsx, the same for the same workbook on whichever machine. */
export async function writeWorkbook(book: Book): Promise<Uint8Array<ArrayBuffer>> {
  const made = new Date(book.made);
  const bytes = await writeXlsx({
    sheets: book.sheets.map((sheet) => sheetOf(sheet, book)),
    properties: { title: book.title, creator: 'Quarterlight', created: made, modified: made },
    defaultFont: FONT,
    namedRanges: [
      ...(book.names ?? []).map(([name, range]) => ({ name, range })),
      ...book.sheets.filter(({ isTable }) => isTable).map(repeatedHead),
    ],
  });
  // The library packs by the platform's own compression, which differs between browsers, and by the clock.
  return zipAgain(new Uint8Array(bytes), book.made);
}

/** On every page that is printed. The library has a way of its own, and leaves out the quotes without which Excel takes such a file for broken. */
function repeatedHead({ name }: Sheet) {
  const range = `'${name.replaceAll("'", "''")}'!$1:$1`;
  return { name: '_xlnm.Print_Titles', range, scope: name };
}

function sheetOf(sheet: Sheet, book: Book): WriteSheet {
  const { name, rows, widths, isTable, frozenColumns } = sheet;
  const head = isTable ? 1 : (sheet.live?.frozenRows ?? 0);
  const cells = stylesOf(rows, widths.length);
  return {
    name,
    columns: widths.map((width) => ({ width })),
    rows: rows.map(({ cells }) => cells.map(valueOf)),
    cells,
    rowDefs: heightsOf(rows, shownWidths(sheet), mergedIn(sheet)),
    ...(sheet.form && withForm(sheet.form, sheet, cells)),
    ...(sheet.live && withLive(sheet.live, widths.length, cells)),
    ...(head + frozenColumns > 0 && { freezePane: { rows: head, columns: frozenColumns } }),
    ...(isTable && { autoFilter: { range: rangeOf(rows.length, widths.length) } }),
    pageSetup: {
      paperSize: 'a4',
      orientation: isTable || sheet.live ? 'landscape' : 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: { top: 0.75, right: 0.4, bottom: 0.6, left: 0.4, header: 0.3, footer: 0.3 },
    },
    headerFooter: {
      oddHeader: `&C${plain(book.header)}`,
      oddFooter: `&L${plain(book.footer)}&C&A&RPage &P of &N`,
    },
    view: { showGridLines: isTable, ...(book.isMarked && { tabColor: { rgb: RED } }) },
  };
}

function stylesOf(rows: readonly SheetRow[], width: number): NonNullable<WriteSheet['cells']> {
  const styles: NonNullable<WriteSheet['cells']> = new Map();
  for (const [at, { look, cells }] of rows.entries()) {
    // A row that stands out does so over the whole width.
    const columns = look === 'plain' ? cells.length : Math.max(width, cells.length);
    for (let column = 0; column < columns; column += 1) {
      const cell = cells[column] ?? null;
      const isFormula = cell !== null && typeof cell === 'object' && 'formula' in cell;
      styles.set(`${at},${column}`, {
        style: styleOf(look, cell),
        ...(isFormula && { formula: cell.formula, formulaResult: valueOf(cell), type: 'formula' }),
      });
    }
  }
  return styles;
}

const kept = new Map<string, CellStyle>();

/** Few styles are shared by all cells: the one who writes looks each up by what it is. */
function styleOf(look: Look, cell: Cell): CellStyle {
  const inCell = cell !== null && typeof cell === 'object' ? cell : null;
  const numFmt = inCell && 'format' in inCell ? inCell.format : null;
  const isNumber = inCell !== null && (numFmt !== null || 'symbol' in inCell);
  const key = `${look} ${isNumber} ${numFmt ?? ''}`;
  const style = kept.get(key) ?? {
    ...LOOKS[look],
    alignment: {
      vertical: 'top',
      wrapText: look === 'plain' || look === 'head',
      ...(isNumber && { horizontal: 'right', indent: 1 }),
    },
    ...(numFmt !== null && { numFmt }),
  };
  kept.set(key, style);
  return style;
}

/**
 * Text is always a text cell, whatever it begins with: a cell is a formula only where it is given as one. Excel takes
 * `_x0041_` for the character of that number, unless its first line is written so itself.
 */
function valueOf(cell: Cell): string | number | null {
  const content = contentOf(cell);
  if (typeof content !== 'string') return content;
  return content === '' ? null : content.replaceAll(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_');
}

/** In points: one line, and the most that a row may have. */
const LINE = 13;
const TALLEST = 400;

/** Not every program makes a row as high as its text. */
function heightsOf(
  rows: readonly SheetRow[],
  widths: readonly number[],
  merged: ReadonlySet<string>,
): NonNullable<WriteSheet['rowDefs']> {
  const heights = rows.map(({ look, cells }, at) => {
    if (look === 'title' || look === 'alarm') return [at, { height: 24 }] as const;
    if (look === 'section') return [at, { height: LINE + 5 }] as const;
    const lines = cells.map((cell, column) => {
      const { length } = merged.has(`${at},${column}`) ? '' : String(contentOf(cell) ?? '');
      // Words do not fill a line to its end.
      return Math.ceil((length * 1.06) / (widths[column] ?? length + 1));
    });
    const height = LINE * Math.max(1, ...lines) + 3;
    return [at, { height: Math.min(height, TALLEST) }] as const;
  });
  return new Map(heights);
}

/** Cells that run over others beside them, and need no second line. */
function mergedIn({ live }: Sheet): ReadonlySet<string> {
  return new Set([
    ...(live?.pickers ?? []).map(({ from }) => `${from.row},${from.column}`),
    ...(live?.wideRows ?? []).map((row) => `${row},0`),
  ]);
}

/** What nobody sees needs no room. */
function shownWidths({ widths, form }: Sheet): readonly number[] {
  return widths.map((width, at) => (form?.hiddenColumns.includes(at) ? Infinity : width));
}

function rangeOf(rows: number, columns: number): string {
  return `A1:${columnName(columns - 1)}${Math.max(rows, 1)}`;
}

/** In a header & begins a code. */
function plain(text: string): string {
  return text.replaceAll('&', '&&');
}
