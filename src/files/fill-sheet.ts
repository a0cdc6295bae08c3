import { type Tag, attributeOf, tagsOf, xmlText } from './xml-tags.ts';

/** A cell as `B7` names it, both from 1 on. */
interface Place {
  readonly row: number;
  readonly column: number;
}

/** What goes into one cell. */
export interface CellFill {
  readonly cell: string;
  readonly value: number | string;
}

/** A cell that was not filled in, and why, in words that follow “was not filled in:”. */
export interface NotFilled {
  readonly cell: string;
  readonly why: string;
}

export interface FilledSheet {
  readonly xml: string;
  readonly notFilled: readonly NotFilled[];
}

/** Takes the name of a cell; gives its place, or null where it is none. */
function placeOfCell(name: string): Place | null {
  const [, letters, digits] = /^([A-Z]{1,3})([1-9]\d{0,6})$/.exec(name) ?? [];
  if (letters === undefined || digits === undefined) return null;
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { row: Number(digits), column };
}

/**
 * Takes the XML of a sheet and what goes into which cell; gives it with those cells filled in. A cell keeps its format; one
 * with a formula, or under a merged one, is left as it is. Not another character of the sheet changes.
 */
export function fillSheet(given: string, fills: readonly CellFill[]): FilledSheet {
  const xml = opened(given);
  const sheet = new SheetMap(xml);
  const notFilled: NotFilled[] = [];
  const edits: Edit[] = [];
  const inserts = new Map<string, Insert>();
  for (const { cell, value } of fills) {
    const place = placeOfCell(cell);
    const why = place === null ? 'there is no such cell' : sheet.whyNot(place);
    if (place === null || why !== null) {
      notFilled.push({ cell, why: why ?? '' });
      continue;
    }
    const found = sheet.cellAt(place);
    if (found) edits.push({ ...found, text: sheet.cellXml(cell, value, found.style) });
    else {
      const style = sheet.styleFor(place);
      const at = sheet.insertAt(place);
      const insert = inserts.get(`${at.at} ${at.row ?? ''}`) ?? { ...at, cells: [] };
      insert.cells.push({ place, text: sheet.cellXml(cell, value, style) });
      inserts.set(`${at.at} ${at.row ?? ''}`, insert);
    }
  }
  for (const insert of inserts.values()) edits.push(sheet.editOf(insert));
  return { xml: applied(xml, edits), notFilled };
}

/** A sheet that holds nothing yet, with room for rows. */
function opened(xml: string): string {
  const tag = [...tagsOf(xml)].find(({ name }) => name === 'sheetData');
  if (tag?.kind !== 'stands alone') return xml;
  const name = `${tag.prefix}sheetData`;
  return `${xml.slice(0, tag.from)}<${name}></${name}>${xml.slice(tag.to)}`;
}

interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Cells that go in at one place; `row` where they need a row of their own. */
interface Insert {
  readonly at: number;
  readonly row: number | null;
  /** Of a row that stands alone: its tag, which must be opened. */
  readonly opens: Tag | null;
  readonly cells: { readonly place: Place; readonly text: string }[];
}

interface FoundCell {
  readonly from: number;
  readonly to: number;
  readonly style: string | null;
  readonly hasFormula: boolean;
}

interface FoundRow {
  readonly number: number;
  readonly tag: Tag;
  /** Where its content ends. */
  to: number;
  readonly style: string | null;
  readonly cells: { readonly column: number; readonly cell: FoundCell }[];
}

interface OpenCell {
  readonly tag: Tag;
  readonly column: number;
  readonly hasFormula: boolean;
}

/** Where everything stands in the XML of a sheet. */
class SheetMap {
  readonly #rows: FoundRow[] = [];
  readonly #merges: { readonly from: Place; readonly to: Place }[] = [];
  readonly #columns: { readonly min: number; readonly max: number; readonly style: string }[] = [];
  #prefix = '';
  #data: { tag: Tag; to: number } | null = null;

  #row: FoundRow | null = null;
  #cell: OpenCell | null = null;

  constructor(xml: string) {
    for (const tag of tagsOf(xml)) {
      if (tag.name === 'row') this.#noteRow(tag);
      else if (tag.name === 'c') this.#noteCell(tag);
      else if (tag.name === 'f' && this.#cell) this.#cell = { ...this.#cell, hasFormula: true };
      else this.#note(tag);
    }
  }

  #noteRow(tag: Tag): void {
    if (tag.kind !== 'closes') this.#row = this.#addRow(tag);
    else if (this.#row) this.#row.to = tag.from;
  }

  #noteCell(tag: Tag): void {
    const row = this.#row;
    if (!row) return;
    if (tag.kind !== 'closes') this.#cell = { tag, column: columnOf(tag, row), hasFormula: false };
    if (tag.kind === 'opens' || !this.#cell) return;
    row.cells.push({ column: this.#cell.column, cell: foundOf(this.#cell, tag.to) });
    this.#cell = null;
  }

  #addRow(tag: Tag): FoundRow {
    const number = Number(attributeOf(tag, 'r') ?? (this.#rows.at(-1)?.number ?? 0) + 1);
    const style = attributeOf(tag, 'customFormat') === '1' ? attributeOf(tag, 's') : null;
    const row = { number, tag, to: tag.to, style, cells: [] };
    this.#rows.push(row);
    return row;
  }

  #note(tag: Tag): void {
    if (tag.name === 'sheetData') {
      this.#prefix = tag.prefix;
      if (tag.kind !== 'closes') this.#data = { tag, to: tag.to };
      else if (this.#data) this.#data.to = tag.from;
    } else if (tag.name === 'mergeCell' && tag.kind !== 'closes') {
      const [from, to] = (attributeOf(tag, 'ref') ?? '').split(':').map(placeOfCell);
      if (from && to) this.#merges.push({ from, to });
    } else if (tag.name === 'col' && tag.kind !== 'closes') {
      const [min, max] = [Number(attributeOf(tag, 'min')), Number(attributeOf(tag, 'max'))];
      const style = attributeOf(tag, 'style');
      if (style !== null) this.#columns.push({ min, max, style });
    }
  }

  /** Takes a place; gives why it cannot be filled in, or null where it can. */
  whyNot(place: Place): string | null {
    if (this.cellAt(place)?.hasFormula) return 'it holds a formula, which is left as it is';
    const merged = this.#merges.find(
      ({ from, to }) =>
        place.row >= from.row &&
        place.row <= to.row &&
        place.column >= from.column &&
        place.column <= to.column,
    );
    if (!merged || (merged.from.row === place.row && merged.from.column === place.column))
      return null;
    return `it is under a merged cell, of which ${nameOf(merged.from)} is the one to fill in`;
  }

  cellAt({ row, column }: Place): FoundCell | null {
    const cells = this.#rows.find(({ number }) => number === row)?.cells;
    return cells?.find((one) => one.column === column)?.cell ?? null;
  }

  /** The format of a cell that is not there: its row's, else its column's. */
  styleFor({ row, column }: Place): string | null {
    const own = this.#rows.find(({ number }) => number === row)?.style;
    const of = this.#columns.find(({ min, max }) => column >= min && column <= max);
    return own ?? of?.style ?? null;
  }

  insertAt({ row, column }: Place): Omit<Insert, 'cells'> {
    const found = this.#rows.find(({ number }) => number === row);
    if (found) {
      const next = found.cells.find((one) => one.column > column);
      const alone = found.tag.kind === 'stands alone' ? found.tag : null;
      return { at: next?.cell.from ?? (alone ? alone.to : found.to), row: null, opens: alone };
    }
    const next = this.#rows.find(({ number }) => number > row);
    const data = this.#data;
    if (!data) throw new RangeError('the sheet has no place for cells');
    return { at: next?.tag.from ?? data.to, row, opens: null };
  }

  /** Rows that are put in at one place come one after the other, in their order. */
  editOf({ at, row, opens, cells }: Insert): Edit & { readonly order: number } {
    const inOrder = [...cells].sort((one, other) => one.place.column - other.place.column);
    const all = inOrder.map(({ text }) => text).join('');
    const name = (tag: string) => `${this.#prefix}${tag}`;
    const text = row === null ? all : `<${name('row')} r="${row}">${all}</${name('row')}>`;
    if (!opens) return { from: at, to: at, text, order: row ?? 0 };
    const open = `<${opens.prefix}${opens.name}${opens.attributes}>`;
    const whole = `${open}${text}</${opens.prefix}${opens.name}>`;
    return { from: opens.from, to: opens.to, text: whole, order: row ?? 0 };
  }

  cellXml(cell: string, value: number | string, style: string | null): string {
    const name = (tag: string) => `${this.#prefix}${tag}`;
    const s = style === null ? '' : ` s="${style}"`;
    const open = `<${name('c')} r="${cell}"${s}`;
    if (typeof value === 'number')
      return `${open}><${name('v')}>${value}</${name('v')}></${name('c')}>`;
    const is = `<${name('is')}><${name('t')}>${xmlText(value)}</${name('t')}></${name('is')}>`;
    return `${open} t="inlineStr">${is}</${name('c')}>`;
  }
}

function columnOf(tag: Tag, row: FoundRow): number {
  const place = placeOfCell(attributeOf(tag, 'r') ?? '');
  return place?.column ?? (row.cells.at(-1)?.column ?? 0) + 1;
}

function foundOf({ tag, hasFormula }: OpenCell, to: number): FoundCell {
  return { from: tag.from, to, style: attributeOf(tag, 's'), hasFormula };
}

function nameOf({ row, column }: Place): string {
  let letters = '';
  for (let left = column; left > 0; left = Math.floor((left - 1) / 26))
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  return `${letters}${row}`;
}

function applied(xml: string, edits: readonly (Edit & { readonly order?: number })[]): string {
  const inOrder = [...edits].sort(
    (one, other) =>
      one.from - other.from ||
      // What goes in before a cell comes before what takes its place.
      Number(one.to > one.from) - Number(other.to > other.from) ||
      (one.order ?? 0) - (other.order ?? 0),
  );
  let at = 0;
  const pieces: string[] = [];
  for (const { from, to, text } of inOrder) {
    pieces.push(xml.slice(at, from), text);
    at = to;
  }
  return [...pieces, xml.slice(at)].join('');
}
