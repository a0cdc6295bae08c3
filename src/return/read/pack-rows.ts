import { FieldTexts } from '../../files/field-texts.ts';
import { RecordScanner } from '../../files/record-scanner.ts';
import { firstRecords } from '../../files/records.ts';
import { LIMITS } from '../../model/limits.ts';
import { type ObservationColumns, ObservationRows } from '../../model/observation-columns.ts';
import { visible } from '../../model/shown-text.ts';
import { definedIn } from '../check.ts';
import { textOfField } from '../csv-text.ts';
import { readingOrder } from '../reading-order.ts';
import { MetRows } from './met-rows.ts';
import { PlainRow } from './plain-row.ts';
import { type CellOf, type RawTable, cellsOf } from './raw-table.ts';
import { type RowsOf, missingColumn, readRow, thereTwice } from './read-rows.ts';
import type { Remarks } from './remarks.ts';
import { refusal } from './shape.ts';

/** How much is looked at for the heading. */
const LONGEST_HEADING = 65_536;
/** What is longer is no record, but a quote that was never closed. */
const LONGEST_RECORD = LIMITS.record.most;
const DELIMITERS = [',', ';', '\t', '|'];
const [LF, CR, DASH] = [0x0a, 0x0d, 0x2d];
/** As old systems write it. */
const END_OF_FILE = '\x1a';

/** A table that is not in the form that a pack is written in, or a spreadsheet saves it in. */
export class OtherForm extends Error {}

interface Heading {
  readonly columns: readonly string[];
  readonly delimiter: string;
  /** Where the first row starts. */
  readonly end: number;
}

/**
 * The rows of a pack's table, read as their bytes come in. A row that is as it should be goes from bytes to columns; of any other
 * a row of texts is made, which is read as a return's rows are: so both say the same of it.
 */
export class PackRows {
  readonly #of: RowsOf;
  readonly #remarks: Remarks;
  readonly #defined: ReadonlySet<string>;
  readonly #rows = new ObservationRows();
  readonly #met: MetRows;
  readonly #encoding: 'utf-8' | 'windows-1252';
  readonly #check: (columns: readonly string[]) => void;
  #opening = new Uint8Array(0);
  #scanner: RecordScanner | null = null;
  #records = 0;

  /** Takes what rows are read against, where remarks go, the encoding, and what refuses columns. */
  constructor(
    of: RowsOf,
    remarks: Remarks,
    encoding: 'utf-8' | 'windows-1252',
    check: (columns: readonly string[]) => void,
  ) {
    this.#of = of;
    this.#remarks = remarks;
    this.#encoding = encoding;
    this.#check = check;
    this.#defined = definedIn(of);
    this.#met = new MetRows(of.areas.size);
  }

  /** Takes the next bytes. Throws OtherForm or OtherEncoding where they are to be read otherwise, a Problem where they cannot be. */
  take(piece: Uint8Array): void {
    if (this.#scanner) return this.#scan(piece);
    const opening = new Uint8Array(this.#opening.length + piece.length);
    opening.set(this.#opening);
    opening.set(piece, this.#opening.length);
    this.#opening = opening;
    if (opening.length >= LONGEST_HEADING) this.#open();
  }

  /** Gives the observations once all bytes were taken, in reading order. */
  finish(): ObservationColumns {
    if (!this.#scanner) this.#open();
    this.#within(() => this.#scanner?.finish());
    return this.#rows.columns(readingOrder(this.#of));
  }

  #scan(piece: Uint8Array): void {
    this.#within(() => this.#scanner?.take(piece));
  }

  /** What runs out of bounds while it is read is refused. */
  #within(read: () => void): void {
    try {
      read();
    } catch (thrown) {
      if (!(thrown instanceof RangeError)) throw thrown;
      throw refusal('the table of observations', `cannot be read: ${thrown.message}`, thrown);
    }
  }

  #open(): void {
    const heading = headingOf(this.#opening);
    if (!heading) throw new OtherForm();
    const { columns, delimiter } = heading;
    this.#check(columns);
    const texts = new FieldTexts(this.#encoding, (text) => fieldText(text, delimiter));
    const table: RawTable = { columns, rows: [], decimals: delimiter === ';' ? ',' : '.' };
    const plain = new PlainRow(columns, texts, this.#of, this.#rows);
    const cell = cellsOf(table);
    this.#scanner = new RecordScanner(
      delimiter.charCodeAt(0),
      LONGEST_RECORD,
      (bytes, bounds, fields) => {
        this.#records += 1;
        if (fields === 1 && bounds[0] === bounds[1]) return;
        if (plain.take(bytes, bounds, fields, this.#met)) return;
        this.#takeOdd(table, cell, texts.all(bytes, bounds, fields));
      },
    );
    this.#scan(this.#opening.subarray(heading.end));
    this.#opening = new Uint8Array(0);
  }

  #takeOdd(table: RawTable, cell: CellOf, values: readonly string[]): void {
    if (values.every((value) => value === '' || value === END_OF_FILE)) return;
    const row = { values, place: `line ${this.#records + 1}` };
    const remarks = this.#remarks;
    const at = { table, cell, row, remarks, of: this.#of, defined: this.#defined };
    const observation = readRow(at);
    if (!observation) return;
    const series = this.#rows.seriesPlace(observation);
    const area = this.#rows.areaPlace(observation.area);
    if (this.#met.add(series, area)) this.#rows.add(observation);
    else thereTwice(at);
  }
}

/** The heading, where it is the first line and has the columns of a table of observations; else null. */
function headingOf(opening: Uint8Array): Heading | null {
  const marked = opening[0] === 0xef && opening[1] === 0xbb && opening[2] === 0xbf ? 3 : 0;
  const lineEnd = opening.findIndex((byte) => byte === LF || byte === CR);
  if (lineEnd < 0) return null;
  const line = new TextDecoder().decode(opening.subarray(marked, lineEnd));
  for (const delimiter of DELIMITERS) {
    const [read] = firstRecords(line, delimiter, 1);
    const columns = (read?.values ?? []).map((name) => name.toLowerCase());
    if (missingColumn(columns) !== null) continue;
    const end = opening[lineEnd] === CR && opening[lineEnd + 1] === LF ? lineEnd + 2 : lineEnd + 1;
    // A line of dashes below the heading, as some query tools write.
    return opening[end] === DASH ? null : { columns, delimiter, end };
  }
  return null;
}

/** A field as it was written, read as one of a small table is. */
function fieldText(written: string, delimiter: string): string {
  const text = written.replaceAll('\0', '');
  const [read] = text.startsWith('"') ? firstRecords(text, delimiter, 1) : [];
  return visible(textOfField(read?.values[0] ?? text.trim()));
}
