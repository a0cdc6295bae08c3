import {
  type CellObject,
  type ParsingOptions,
  type WorkBook,
  type WorkSheet,
  read,
  utils,
} from '@e965/xlsx';
import { LIMITS, limitInWords } from '../model/limits.ts';
import { Problem } from '../model/problem.ts';
import type { BookSheet } from '../model/workbook-map.ts';
import { CellReader } from './cells.ts';
import { columnName } from './sheet.ts';
import { ZipParts } from './zip-parts.ts';
import { openZip } from './zip.ts';

/** More is not shown: no template that people fill in is so large. */
const ROWS = 400;
const COLUMNS = 60;

/** Takes an Excel workbook; gives its sheets as they are shown. Throws a Problem where it is none that can be filled in. */
export async function viewWorkbook(content: Blob): Promise<BookSheet[]> {
  if (content.size > LIMITS.collatorsBook.most) {
    throw new Problem(
      `The workbook is larger than ${limitInWords(LIMITS.collatorsBook)}.`,
      'Give the template itself, without what does not belong to it.',
    );
  }
  const bytes = new Uint8Array(await content.arrayBuffer());
  if (!new ZipParts(bytes).names.includes('xl/workbook.xml')) {
    throw new Problem(
      'This is not an Excel workbook (.xlsx).',
      'Open it in Excel or LibreOffice, save it as an Excel workbook (.xlsx), and give that.',
    );
  }
  const how = { dense: true, cellNF: true, cellText: false, cellHTML: false } as const;
  await checkWhole(content);
  // A formula that was never worked out has no value, and is a cell all the same.
  const book = opened(bytes, { ...how, sheetStubs: true });
  const reader = new CellReader(book.Workbook?.WBProps?.date1904 === true);
  return book.SheetNames.map((name) => {
    const sheet: WorkSheet = book.Sheets[name] ?? {};
    const cells: readonly (readonly CellObject[] | undefined)[] = sheet['!data'] ?? [];
    const shown = Array.from(cells.slice(0, ROWS), (row) => (row ?? []).slice(0, COLUMNS));
    return {
      name,
      rows: shown.map((row) => Array.from(row, (cell) => reader.text(cell))),
      formulas: shown.flatMap((row, at) => formulasIn(row, at)),
      covered: coveredIn(sheet),
    };
  });
}

async function checkWhole(content: Blob): Promise<void> {
  const zip = await openZip(content).catch((thrown: unknown) => {
    throw cannotBeOpened(thrown);
  });
  if (zip.kind === 'workbook') return;
  if (zip.kind !== 'too large a workbook') throw cannotBeOpened();
  const says = `The workbook unpacks to more than ${limitInWords(LIMITS.workbook)}.`;
  throw new Problem(says, LIMITS.collatorsBook.todo);
}

function opened(bytes: Uint8Array, how: ParsingOptions): WorkBook {
  try {
    return read(bytes, how);
  } catch (thrown) {
    throw cannotBeOpened(thrown);
  }
}

function cannotBeOpened(cause?: unknown): Problem {
  return new Problem(
    'The workbook cannot be opened, or is broken.',
    'Open it in Excel or LibreOffice, save it as an Excel workbook (.xlsx) without a password, and give that.',
    cause,
  );
}

function formulasIn(row: readonly (CellObject | undefined)[], at: number): string[] {
  return row.flatMap((cell, column) =>
    cell?.f === undefined && cell?.F === undefined ? [] : [`${columnName(column)}${at + 1}`],
  );
}

/** Every cell of a merged one but its first. A broken sheet may say so of the same cells a million times over. */
function coveredIn(sheet: WorkSheet): string[] {
  const covered = new Uint8Array((ROWS + 1) * (COLUMNS + 1));
  const shown = (sheet['!merges'] ?? []).filter(
    ({ s, e }) => s.r >= 0 && s.c >= 0 && s.r <= ROWS && s.c <= COLUMNS && e.c >= s.c,
  );
  for (const { s, e } of shown.slice(0, ROWS * COLUMNS)) {
    for (let row = s.r; row <= Math.min(e.r, ROWS); row += 1) {
      const from = row * (COLUMNS + 1);
      covered.fill(1, from + s.c + (row === s.r ? 1 : 0), from + Math.min(e.c, COLUMNS) + 1);
    }
  }
  return [...covered.keys()].flatMap((at) => {
    const [r, c] = [Math.floor(at / (COLUMNS + 1)), at % (COLUMNS + 1)];
    return covered[at] === 1 ? [utils.encode_cell({ r, c })] : [];
  });
}
