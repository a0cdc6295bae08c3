import { formOf } from '../files/form.ts';
import { type Grid, readGrids, sheetNames } from '../files/grids.ts';
import { columnName } from '../files/sheet.ts';
import type { Authority } from '../model/authority.ts';
import type { AskedNumber, ReadTemplate, WrittenNumber, WrittenProblem } from '../model/given.ts';
import { type Quarter, parseQuarter } from '../model/period.ts';
import { Problem } from '../model/problem.ts';
import { askedByKey } from './asked.ts';
import { AUTHORITY_AT, COLUMNS, COVER_SHEET, MARK, MARK_SHEET, QUARTER_AT } from './layout.ts';
import { type TakenBy, takeNumbers } from './take.ts';

/** What a filled-in template is read by. */
export interface TemplateReadBy extends TakenBy {
  readonly authorities: readonly Authority[];
}

const WHY = {
  protected: 'is protected by a password',
  broken: 'cannot be opened',
  'too large': 'is too large to be one',
} as const;

const PUT_RIGHT = 'Put it right in the template, save it, and drop it again.';

/** Takes a workbook; tells whether it is a template, whatever it is called. What cannot be opened is none. */
export async function isTemplate(content: Blob): Promise<boolean> {
  const form = await formOf(content);
  if (form !== 'zip' && form !== 'compound' && form !== 'xml workbook') return false;
  return (await sheetNames(content)).includes(MARK_SHEET);
}

/** Takes a filled-in template; gives what was written in it. Throws a Problem where it cannot be read, or does not say whose it is. */
export async function readTemplate(content: Blob, by: TemplateReadBy): Promise<ReadTemplate> {
  const grids = await readGrids(content);
  if (typeof grids === 'string') {
    const why = WHY[grids];
    throw new Problem(
      `The template ${why}.`,
      'Save it anew, without a password, and drop it again.',
    );
  }
  checkMark(grids);
  const authority = readAuthority(grids, by.authorities);
  const quarter = readQuarter(grids);
  const known = askedByKey(by.measures, by.breakdowns);
  const reading = new Reading(known);
  for (const grid of grids) reading.read(grid);
  const taken = takeNumbers(quarter, reading.written, by);
  const problems = [...reading.problems, ...taken.problems];
  return { ...taken, problems, authority, written: reading.written };
}

function checkMark(grids: readonly Grid[]): void {
  const mark = textAt(grids, MARK_SHEET, { row: 0, column: 0 });
  if (mark === MARK) return;
  throw new Problem(
    'This template was made by another version of Quarterlight.',
    'Save a template anew from the first page, and copy the numbers over.',
  );
}

function readAuthority(grids: readonly Grid[], authorities: readonly Authority[]): string {
  const text = textAt(grids, COVER_SHEET, AUTHORITY_AT);
  const code = /(?:^|\()(\d{3})\)?$/.exec(text)?.[1];
  const found = authorities.find(
    (one) => one.code === code || one.name.toLowerCase() === text.toLowerCase(),
  );
  if (found) return found.code;
  const wrong = text === '' ? 'names no local authority' : 'names an authority that is not known';
  throw new Problem(
    `The template ${wrong}: sheet ${COVER_SHEET}, cell ${nameOf(AUTHORITY_AT)}.`,
    'Choose the authority from the list in that cell, save it, and drop it again.',
  );
}

function readQuarter(grids: readonly Grid[]): Quarter {
  const text = textAt(grids, COVER_SHEET, QUARTER_AT);
  const quarter = parseQuarter(text);
  if (quarter) return quarter;
  const wrong = text === '' ? 'names no quarter' : 'names a quarter that is none';
  throw new Problem(
    `The template ${wrong}: sheet ${COVER_SHEET}, cell ${nameOf(QUARTER_AT)}.`,
    'Choose the quarter from the list in that cell, or write it like 2025-26 Q1, save it, and drop it again.',
  );
}

function textAt(
  grids: readonly Grid[],
  sheet: string,
  { row, column }: { readonly row: number; readonly column: number },
): string {
  return grids.find(({ name }) => name === sheet)?.rows[row]?.[column]?.trim() ?? '';
}

function nameOf({ row, column }: { readonly row: number; readonly column: number }): string {
  return `${columnName(column)}${row + 1}`;
}

/** What stands in the sheets: a row is known by its key, so that rows may be sorted, hidden or taken out. */
class Reading {
  readonly written: WrittenNumber[] = [];
  readonly problems: WrittenProblem[] = [];
  readonly #known: ReadonlyMap<string, AskedNumber>;
  readonly #met = new Set<string>();

  constructor(known: ReadonlyMap<string, AskedNumber>) {
    this.#known = known;
  }

  read({ name, rows }: Grid): void {
    for (const [row, cells] of rows.entries()) {
      const key = cells[COLUMNS.key]?.trim() ?? '';
      const asked = this.#known.get(key);
      if (!asked) continue;
      const why = cells[COLUMNS.why] ?? '';
      for (const period of ['quarter', 'year'] as const) {
        const text = cells[COLUMNS[period]]?.trim() ?? '';
        const at = nameOf({ row, column: COLUMNS[period] });
        const place = `sheet ${name}, cell ${at}`;
        this.#add(asked, { key, period, text: period === 'year' ? bare(text) : text, why, place });
      }
    }
  }

  #add(asked: AskedNumber, one: WrittenNumber): void {
    if (one.period === 'year' && !asked.hasYear) {
      if (one.text !== '') this.#problem(one, 'This figure has no year.', 'Take the number out.');
      return;
    }
    if (this.#met.has(`${one.key} ${one.period}`)) {
      if (one.text !== '') {
        this.#problem(one, 'The row is there twice, and the first was read.', PUT_RIGHT);
      }
      return;
    }
    this.#met.add(`${one.key} ${one.period}`);
    this.written.push(one);
  }

  #problem({ key, period, place }: WrittenNumber, says: string, todo: string): void {
    this.problems.push({ key, period, place, says, todo, isLeftOut: true });
  }
}

/** A dash stands where there is no year. */
function bare(text: string): string {
  return text === '–' ? '' : text;
}
