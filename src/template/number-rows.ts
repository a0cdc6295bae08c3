import type { Allowed, Entries, SheetForm } from '../files/sheet-form.ts';
import type { Cell, SheetRow } from '../files/sheet.ts';
import type { AskedNumber } from '../model/given.ts';
import { COLUMNS } from './layout.ts';

const GREY = '–';
const SAYS =
  'Write a whole number (0 is a number), x for not available or z for not applicable, or leave it empty. What is out of a number cannot be more than it.';
const SAYS_ANY = 'Write a number (0 is a number, and so is 12.5), x or z, or leave it empty.';

/** The rows of one sheet that is filled in, as they are put together. */
export class NumberRows {
  readonly rows: SheetRow[];
  readonly #entries: Entries[] = [];
  readonly #formulas: SheetForm['formulas'][number][] = [];
  readonly #places = new Map<string, number>();

  constructor(head: readonly string[]) {
    this.rows = [{ look: 'head', cells: head }];
  }

  get form(): SheetForm {
    return {
      entries: this.#entries,
      formulas: this.#formulas,
      isHidden: false,
      hiddenColumns: [COLUMNS.key],
    };
  }

  /** Takes the key of a number that was added; gives its row, from 0 on. */
  rowOf(key: string): number {
    const row = this.#places.get(key);
    if (row === undefined) throw new RangeError(`${key} has no row`);
    return row;
  }

  addHead(cells: readonly Cell[]): void {
    this.rows.push({ look: 'section', cells });
  }

  addFormula(column: number, formula: string): void {
    this.#formulas.push({ row: this.rows.length, column, formula });
  }

  /** Takes numbers, those that make one figure beside each other, and what stands beside the first; adds a row a number. */
  add(numbers: readonly AskedNumber[], guidance: string): void {
    for (const [place, asked] of numbers.entries()) {
      this.#places.set(asked.key, this.rows.length);
      const cells: Cell[] = [asked.at.measure, asked.title, asked.label, null];
      cells.push(asked.hasYear ? null : GREY, null, null, place === 0 ? guidance : asked.hint);
      this.rows.push({ look: 'plain', cells: [...cells, asked.key] });
    }
    for (const asked of numbers) {
      this.#addEntries(asked);
      this.#addCheck(asked);
    }
  }

  #addEntries(asked: AskedNumber): void {
    const row = this.rowOf(asked.key);
    const last = asked.hasYear ? COLUMNS.year : COLUMNS.quarter;
    this.#entries.push({
      from: { row, column: COLUMNS.quarter },
      to: { row, column: last },
      allowed: this.#allowed(asked),
    });
    const why = { row, column: COLUMNS.why };
    this.#entries.push({ from: why, to: why, allowed: { kind: 'text' } });
  }

  #allowed(asked: AskedNumber): Allowed {
    const at = `D${this.rowOf(asked.key) + 1}`;
    const whole = asked.whole ? `${at}=INT(${at}),` : '';
    const { part, of } = this.#pairOf(asked);
    const pair =
      part === null || of === null
        ? ''
        : `,OR(NOT(ISNUMBER(D${part})),NOT(ISNUMBER(D${of})),D${part}<=D${of})`;
    return {
      kind: 'formula',
      formula: `OR(${at}="x",${at}="z",IF(ISNUMBER(${at}),AND(${at}>=0,${whole}${at}<=${asked.max}${pair}),FALSE))`,
      says: asked.whole ? SAYS : SAYS_ANY,
    };
  }

  /** Rows as the sheet counts them, from 1 on: of a part, and of what it is a part of. */
  #pairOf({ at, key }: AskedNumber): { readonly part: number | null; readonly of: number | null } {
    const none = { part: null, of: null };
    if (at.kind === 'part' || at.part === 'count') return none;
    const row = this.rowOf(key) + 1;
    const other = key.replace(
      ` ${at.part}`,
      at.part === 'numerator' ? ' denominator' : ' numerator',
    );
    const place = this.#places.get(other);
    if (place === undefined) return none;
    return at.part === 'numerator' ? { part: row, of: place + 1 } : { part: place + 1, of: row };
  }

  #addCheck(asked: AskedNumber): void {
    const at = this.rowOf(asked.key) + 1;
    const marked = `OR(D${at}="x",D${at}="z",E${at}="x",E${at}="z")`;
    const { part, of } = this.#pairOf(asked);
    const share =
      part === at
        ? `IF(AND(ISNUMBER(D${part}),ISNUMBER(D${of})),IF(D${part}>D${of},"More than what it is a part of",IF(D${of}=0,"Out of none",TEXT(D${part}/D${of},"0.0%"))),IF(ISNUMBER(D${part}),"Say out of how many",""))`
        : '""';
    const year = `IF(AND(ISNUMBER(D${at}),ISNUMBER(E${at}),D${at}>E${at}),"More than in the whole year",${share})`;
    const formula = `IF(AND(${marked},F${at}=""),"Say why, in a few words",${asked.hasYear ? year : share})`;
    this.#formulas.push({ row: at - 1, column: COLUMNS.check, formula });
  }
}
