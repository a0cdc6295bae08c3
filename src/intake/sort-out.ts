import type { FoundFile, TextTable } from '../files/found.ts';
import type { NotRead } from '../model/extract.ts';
import type { Finding } from '../model/finding.ts';
import type { Reading, Unsettled } from '../model/reading.ts';
import type { Spec, SpecificationTable, SsdTable } from '../spec/types.ts';
import * as findings from './file-findings.ts';
import { type MappedColumns, mapColumns, mapInOrder } from './map-columns.ts';
import { plainName } from './plain-name.ts';
import { recognise } from './recognise.ts';
import { masked, openingOf, withoutHeading } from './without-heading.ts';

/** A file of a table, and what is read from it. */
export interface MappedFile {
  readonly file: TextTable;
  readonly columns: MappedColumns;
}

/** The files by the table they hold, those that were left, and what was found and must be settled on the way. */
export interface SortedOut {
  readonly tables: Map<string, MappedFile[]>;
  readonly left: NotRead[];
  readonly told: Finding[];
  readonly unsettled: Unsettled[];
}

/** Takes the spec, what was settled and the files that were found; gives what each of them is. Every file is somewhere in it. */
export function sortOut(spec: Spec, reading: Reading, found: readonly FoundFile[]): SortedOut {
  const sorted: SortedOut = { tables: new Map(), left: [], told: [], unsettled: [] };
  for (const file of found) {
    if (file.kind === 'left') {
      sorted.left.push({ file: file.path, reason: file.reason });
      sorted.told.push(findings.leftFile(file.path, file.rule, file.reason, file.todo));
    } else if (!sortWithoutHeading(spec, reading, file, sorted)) {
      sortByNames(spec, reading, file, sorted);
    }
  }
  return sorted;
}

/** Sorts a file whose first line is a record, and tells whether it was one. */
function sortWithoutHeading(
  spec: Spec,
  reading: Reading,
  file: TextTable,
  sorted: SortedOut,
): boolean {
  const name = plainName(file.path);
  const opened = withoutHeading(spec, file, own(reading.tables, name));
  if (opened === null) return false;
  if (Object.hasOwn(reading.withoutHeading, name)) {
    const said = own(reading.withoutHeading, name);
    const order = spec.specification.find((table) => table.name === said);
    if (said === null) leave(sorted, file, SAID_NONE);
    else if (order?.columns.length === file.headings.length) readInOrder(spec, order, file, sorted);
    else leave(sorted, file, `does not have as many columns as ${said} any more.`);
  } else if (opened.kind === 'fits') {
    if (readInOrder(spec, opened.table, file, sorted))
      sorted.told.push(findings.readWithoutHeading(file.path, opened.table.name));
  } else {
    const offered = opened.offered.flatMap((order) => {
      const table = wanted(spec, order.name);
      const columns = order.columns.map((column) => column.name);
      return table ? [{ table: table.name, title: table.title, columns }] : [];
    });
    if (offered.length === 0) return false;
    leave(sorted, file, WAITS);
    const opening = masked(spec.codeLists, openingOf(file));
    sorted.unsettled.push({ kind: 'no heading', file: file.path, name, offered, opening });
  }
  return true;
}

const SAID_NONE = 'is not read, as you said.';
const WAITS = 'waits for your answer.';

function sortByNames(spec: Spec, reading: Reading, file: TextTable, sorted: SortedOut): void {
  const recognised = recognise(spec, file.path, file.headings, reading.tables);
  switch (recognised.kind) {
    case 'table':
      if (isWanted(recognised.table)) readByNames(recognised.table, reading, file, sorted);
      else leave(sorted, file, notNeeded(recognised.table.name));
      break;
    case 'not needed':
      leave(sorted, file, notNeeded(recognised.name));
      break;
    case 'none':
      leave(sorted, file, SAID_NONE);
      break;
    case 'misnamed':
      leave(sorted, file, `has the columns of ${recognised.holds}, which no measure needs.`);
      sorted.told.push(findings.misnamed(file.path, recognised.named, recognised.holds));
      break;
    case 'unsettled': {
      const offered = recognised.offered.filter(isWanted);
      leave(sorted, file, WAITS);
      sorted.unsettled.push({
        kind: 'table',
        why: recognised.why,
        file: file.path,
        name: plainName(file.path),
        offered: offered.map(({ name: table, title }) => ({ table, title })),
      });
      break;
    }
    case 'unknown':
      sorted.left.push({
        file: file.path,
        reason: 'is not a table that we know.',
        // A text with one column is more likely a note to the reader than a table.
        ...(file.headings.length > 1 ? { name: plainName(file.path) } : {}),
      });
      sorted.told.push(findings.notRecognised(file.path, file.headings.length));
  }
}

function readByNames(table: SsdTable, reading: Reading, file: TextTable, sorted: SortedOut): void {
  const settled = Object.hasOwn(reading.columns, table.name) ? reading.columns[table.name] : {};
  const columns = mapColumns(table, file.headings, settled);
  add(sorted, table, { file, columns });
  for (const { column, heading } of columns.near) {
    sorted.unsettled.push({
      kind: 'column',
      file: file.path,
      table: table.name,
      heading,
      column: column.name,
    });
  }
}

/** Reads a file whose first line is a record, where its table is one that is read; tells whether it is. */
function readInOrder(
  spec: Spec,
  order: SpecificationTable,
  file: TextTable,
  sorted: SortedOut,
): boolean {
  const table = wanted(spec, order.name);
  if (table) add(sorted, table, { file, columns: mapInOrder(table, order) });
  else leave(sorted, file, notNeeded(order.name));
  return table !== undefined;
}

function add({ tables }: SortedOut, table: SsdTable, mapped: MappedFile): void {
  tables.set(table.name, [...(tables.get(table.name) ?? []), mapped]);
}

function leave({ left }: SortedOut, { path }: TextTable, reason: string): void {
  left.push({ file: path, reason });
}

/** What was settled by a name, which may be one that every object has: null for nothing, or for none of ours. */
function own(settled: Readonly<Record<string, string | null>>, name: string): string | null {
  return Object.hasOwn(settled, name) ? (settled[name] ?? null) : null;
}

function notNeeded(name: string): string {
  return `is ${name}, which no measure needs.`;
}

function wanted(spec: Spec, name: string): SsdTable | undefined {
  return spec.tables.find((table) => table.name === name && isWanted(table));
}

/** Takes a table; tells whether any measure uses it. One that none does is recognised, and left unread. */
export function isWanted(table: SsdTable): boolean {
  return table.columns.some((column) => column.used);
}
