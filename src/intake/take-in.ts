import type { Database } from '../engine/database.ts';
import type { FoundFile } from '../files/found.ts';
import type { ExtractReport } from '../model/extract.ts';
import type { Finding } from '../model/finding.ts';
import { Problem } from '../model/problem.ts';
import type { OnProgress } from '../model/progress.ts';
import type { Reading, Unsettled } from '../model/reading.ts';
import type { Spec, SsdTable } from '../spec/types.ts';
import { settleEarlyHelpPersons } from './early-help-persons.ts';
import { datesApart, extractDate, newestFirst } from './extract-date.ts';
import * as findings from './findings.ts';
import { finishTable } from './finish-table.ts';
import { type LoadedFile, joinFiles, nextRow } from './join-files.ts';
import { type LineScan, SCAN_HERE } from './line-scan.ts';
import { FileGone, type FileLoaded, loadFile } from './load-file.ts';
import { type Read, withMeasures } from './measures-on.ts';
import { type MappedFile, type SortedOut, isWanted, sortOut } from './sort-out.ts';
import { type StrayRows, dropStrayRows } from './stray-rows.ts';
import { createTables } from './tables.ts';
import { tellValues } from './value-findings.ts';
import { isSurelyHeading } from './without-heading.ts';

export interface Intake {
  readonly database: Database;
  readonly spec: Spec;
  /** What was settled before about how these files are read. */
  readonly reading: Reading;
  /** Where it is not named, files are looked at here. */
  readonly scan?: LineScan;
  readonly on: OnProgress;
  readonly stop: AbortSignal;
}

/**
 * Takes the engine and the files that were found; loads what is a table of the specification, only the columns that are
 * used, in place of what was there, and tells what became of everything and what a person must settle. Throws a Problem when
 * nothing could be used, whatever was settled.
 */
export async function takeIn(
  intake: Intake,
  name: string,
  found: readonly FoundFile[],
): Promise<ExtractReport> {
  const { tables, left, told, unsettled } = sortOut(intake.spec, intake.reading, found);
  if (tables.size === 0 && unsettled.length === 0) throw nothingIn(name, left);
  told.unshift(...datesApart(found));
  await createTables(intake.database, intake.spec);
  const read: Read[] = [];
  const wanted = intake.spec.tables.filter(isWanted);
  for (const table of wanted) {
    const files = tables.get(table.name) ?? [];
    intake.on({
      step: `Reading ${table.title.toLowerCase()}`,
      share: read.length / wanted.length,
    });
    const taken = await takeInTable(intake, table, files);
    read.push(taken.report);
    told.push(...taken.told);
    unsettled.push(...taken.unsettled);
  }
  const reports = withMeasures(intake.spec, read);
  const persons = await settleEarlyHelpPersons(intake, reports);
  return {
    name,
    extractDate: extractDate(found),
    tables: reports,
    findings: told,
    unsettled: persons === null ? unsettled : [...unsettled, persons],
    leftFiles: left,
  };
}

function nothingIn(name: string, left: SortedOut['left']): Problem {
  return new Problem(
    `Nothing in ${name} is a table of the Standard Safeguarding Dataset.`,
    [
      ...left.slice(0, 5).map(({ file, reason }) => `${file}: ${reason}`),
      'Give the folder, or the zip, that holds files such as ssd_person.csv and ssd_cin_episodes.csv.',
    ].join(' '),
  );
}

/** What one table's files gave: its report, what was found, and what a person must settle about its values. */
interface Taken {
  readonly report: Read;
  readonly told: Finding[];
  readonly unsettled: Unsettled[];
}

async function takeInTable(
  intake: Intake,
  table: SsdTable,
  files: readonly MappedFile[],
): Promise<Taken> {
  const given = new Given();
  // The newest first: where files share a row, it is the newest one's that stays.
  const ordered = files.toSorted((one, other) => newestFirst(one.file, other.file));
  for (const mapped of ordered) await takeInFile(intake, table, mapped, given);
  const paths = files.map(({ file }) => file.path);
  if (files.length > 1) given.told.push(findings.severalFiles(table.name, paths));
  if (given.parts.length > 1) await joinWhatWasLoaded(intake, table, given);
  const values = tellValues(table, given.values);
  given.told.push(...values.told);
  given.unsettled.push(...values.unsettled);
  const waiting = values.unsettled.map(({ column }) => column);
  const facts = await finishTable(intake.database, table, given.read, waiting);
  for (const { column, count } of facts.unreadDates) {
    given.told.push(findings.unreadableDates(paths, table.name, column, count));
  }
  const report: Read = {
    ...facts,
    table: table.name,
    title: table.title,
    state: files.length === given.gone ? 'absent' : given.rows === 0 ? 'empty' : 'read',
    files: paths,
    rows: given.rows,
    rejected: given.rejected,
    ...given.columnsOf(table, waiting),
  };
  return { report, told: given.told, unsettled: given.unsettled };
}

/** What the files of one table gave, added to file by file. */
class Given {
  readonly read = new Set<string>();
  readonly left = new Set<string>();
  readonly unknown = new Set<string>();
  readonly told: Finding[] = [];
  readonly unsettled: Unsettled[] = [];
  readonly parts: LoadedFile[] = [];
  readonly values: FileLoaded[] = [];
  rows = 0;
  /** Files that could no longer be read. */
  gone = 0;
  rejected = 0;

  columnsOf(table: SsdTable, waiting: readonly string[]) {
    const missing = table.columns.filter((column) => column.used && !this.read.has(column.name));
    return {
      columnsRead: [...this.read].filter((column) => !waiting.includes(column)),
      columnsUnsettled: waiting,
      columnsMissing: missing.map((column) => column.name),
      columnsLeft: [...this.left],
      columnsUnknown: [...this.unknown],
    };
  }
}

async function takeInFile(
  { database, reading, scan = SCAN_HERE, stop }: Intake,
  table: SsdTable,
  mapped: MappedFile,
  given: Given,
): Promise<void> {
  const { file, columns } = mapped;
  if (columns.read.length === 0) {
    given.told.push(findings.noColumns(file.path, table.name));
    // Its first line may be no heading but a child's row: then it is not shown.
    if (isSurelyHeading(file.headings))
      columns.unknown.forEach((heading) => given.unknown.add(heading));
    return;
  }
  const firstRow = await nextRow(database, table);
  const settled = reading.dayOrder[table.name] ?? {};
  const loading = { file, table, columns, settled, scan };
  const values = await loadFile(database, loading, stop).catch(nullWhereGone);
  if (values === null) {
    given.gone += 1;
    given.told.push(findings.fileGone(file.path, table.name));
    return;
  }
  columns.left.forEach((heading) => given.left.add(heading));
  columns.unknown.forEach((heading) => given.unknown.add(heading));
  columns.read.forEach(({ column }) => given.read.add(column.name));
  for (const remark of file.remarks)
    given.told.push(findings.howRead(file.path, table.name, remark));
  given.told.push(...aboutColumns(table, mapped));
  const stray = await dropStrayRows(database, table, mapped, firstRow);
  given.parts.push({ path: file.path, firstRow });
  given.values.push(values);
  given.rows += values.tally.rows - values.tally.blank - stray.headings - stray.totals;
  given.rejected += values.rejected.length;
  given.told.push(...aboutLines(table, mapped, values, stray));
}

function nullWhereGone(thrown: unknown): null {
  if (thrown instanceof FileGone) return null;
  throw thrown;
}

function aboutColumns(table: SsdTable, { file, columns }: MappedFile): Finding[] {
  const doubled = columns.doubled.map(({ column, headings }) =>
    findings.doubledHeading(file.path, table.name, column.name, headings),
  );
  // What early help from another system may tell of a person beside the SSD is welcome, and not asked for.
  const missing = columns.missing.filter(({ as }) => as === null || !as.startsWith('ssd_person.'));
  if (missing.length === 0) return doubled;
  return [...doubled, findings.columnsMissing(file.path, table, missing)];
}

function aboutLines(
  { name }: SsdTable,
  { file: { path, headings } }: MappedFile,
  { rejected, tally: { rows, blank } }: FileLoaded,
  stray: StrayRows,
): Finding[] {
  const told: Finding[] = [];
  if (rejected.length > 0)
    told.push(findings.rejectedLines(path, name, rejected, rows - blank, headings.length));
  if (blank > 0) told.push(findings.blankRows(path, name, blank));
  if (stray.headings > 0) told.push(findings.headingAgain(path, name, stray.headings));
  if (stray.totals > 0) told.push(findings.totalRow(path, name, stray.totals));
  return told;
}

async function joinWhatWasLoaded({ database }: Intake, table: SsdTable, given: Given) {
  const again = await joinFiles(database, table, given.parts);
  for (const { newer, older, same, other } of again) {
    given.rows -= same + other;
    given.told.push(findings.rowsGivenAgain(table.name, [newer, older], { same, other }));
  }
}
