import type { Database } from '../engine/database.ts';
import type { FoundFile, TextTable } from '../files/found.ts';
import type { ExtractReport, TableReport } from '../model/extract.ts';
import type { Finding } from '../model/finding.ts';
import { Problem } from '../model/problem.ts';
import type { OnProgress } from '../model/progress.ts';
import type { Reading, Unsettled } from '../model/reading.ts';
import type { Spec, SsdTable } from '../spec/types.ts';
import { extractDate } from './extract-date.ts';
import * as findings from './findings.ts';
import { finishTable } from './finish-table.ts';
import { type FileLoaded, loadFile } from './load-file.ts';
import { mapColumns, recognise } from './recognise.ts';
import { createTables } from './tables.ts';
import { tellValues } from './value-findings.ts';

export interface Intake {
  readonly database: Database;
  readonly spec: Spec;
  /** What was settled before about how these files are read. */
  readonly reading: Reading;
  readonly on: OnProgress;
  readonly stop: AbortSignal;
}

/**
 * Takes the engine and the files that were found; loads what is a table of the specification, only the columns that are
 * used, in place of what was there, and tells what became of everything. Throws a Problem when nothing could be used.
 */
export async function takeIn(
  intake: Intake,
  name: string,
  found: readonly FoundFile[],
): Promise<ExtractReport> {
  const { tables, left, told } = sortOut(intake.spec, found);
  if (tables.size === 0) {
    throw new Problem(
      `Nothing in ${name} is a table of the Standard Safeguarding Dataset.`,
      [
        ...left.slice(0, 5).map(({ file, reason }) => `${file}: ${reason}`),
        'Give the folder, or the zip, that holds files such as ssd_person.csv and ssd_cin_episodes.csv.',
      ].join(' '),
    );
  }
  await createTables(intake.database, intake.spec);
  const reports: TableReport[] = [];
  const unsettled: Unsettled[] = [];
  const wanted = intake.spec.tables.filter(isWanted);
  for (const table of wanted) {
    const files = tables.get(table.name) ?? [];
    intake.on({
      step: `Reading ${table.title.toLowerCase()}`,
      share: reports.length / wanted.length,
    });
    const taken = await takeInTable(intake, table, files);
    reports.push(taken.report);
    told.push(...taken.told);
    unsettled.push(...taken.unsettled);
  }
  return {
    name,
    extractDate: extractDate(found),
    tables: reports,
    findings: told,
    unsettled,
    leftFiles: left,
  };
}

interface SortedOut {
  readonly tables: Map<string, TextTable[]>;
  readonly left: { file: string; reason: string }[];
  readonly told: Finding[];
}

function sortOut(spec: Spec, found: readonly FoundFile[]): SortedOut {
  const sorted: SortedOut = { tables: new Map(), left: [], told: [] };
  for (const file of found) {
    if (file.kind === 'left') {
      sorted.left.push({ file: file.path, reason: file.reason });
      sorted.told.push(findings.leftFile(file.path, file.rule, file.reason, file.todo));
      continue;
    }
    const recognised = recognise(spec, file.path, file.headings);
    if (recognised.kind === 'table' && isWanted(recognised.table)) {
      const files = sorted.tables.get(recognised.table.name) ?? [];
      sorted.tables.set(recognised.table.name, [...files, file]);
    } else if (recognised.kind === 'unknown') {
      sorted.left.push({ file: file.path, reason: 'is not a table that we know.' });
      sorted.told.push(findings.notRecognised(file.path, file.headings.length));
    } else {
      const name = recognised.kind === 'table' ? recognised.table.name : recognised.name;
      sorted.left.push({ file: file.path, reason: `is ${name}, which no measure needs.` });
    }
  }
  return sorted;
}

async function takeInTable(
  intake: Intake,
  table: SsdTable,
  files: readonly TextTable[],
): Promise<{ report: TableReport; told: Finding[]; unsettled: readonly Unsettled[] }> {
  const given = nothingGiven();
  for (const file of files) await takeInFile(intake, table, file, given);
  const { told, rows, rejected } = given;
  const paths = files.map((file) => file.path);
  if (files.length > 1) told.push(findings.severalFiles(table.name, paths));
  const values = tellValues(table, given.loaded);
  told.push(...values.told);
  const unsettled = values.unsettled.map(({ column }) => column);
  const facts = await finishTable(intake.database, table, unsettled);
  for (const { column, count } of facts.unreadDates) {
    told.push(findings.unreadableDates(paths, table.name, column, count));
  }
  const missing = table.columns.filter((column) => column.used && !given.read.has(column.name));
  const report: TableReport = {
    ...facts,
    table: table.name,
    title: table.title,
    state: files.length === 0 ? 'absent' : rows === 0 ? 'empty' : 'read',
    files: paths,
    rows,
    rejected,
    columnsRead: [...given.read].filter((column) => !unsettled.includes(column)),
    columnsMissing: missing.map((column) => column.name),
    columnsUnsettled: unsettled,
    columnsLeft: [...given.left],
    measures: measuresOn(intake.spec, table.name),
  };
  return { report, told, unsettled: values.unsettled };
}

/** What the files of one table gave, added to file by file. */
interface Given {
  readonly read: Set<string>;
  readonly left: Set<string>;
  readonly told: Finding[];
  rows: number;
  rejected: number;
  readonly loaded: FileLoaded[];
}

function nothingGiven(): Given {
  return { read: new Set(), left: new Set(), told: [], rows: 0, rejected: 0, loaded: [] };
}

async function takeInFile(
  { database, reading, stop }: Intake,
  table: SsdTable,
  file: TextTable,
  given: Given,
): Promise<void> {
  const columns = mapColumns(table, file.headings);
  if (columns.read.length === 0) {
    // Its first line may be no heading but a child's row: it is not shown.
    given.told.push(findings.noColumns(file.path, table.name));
    return;
  }
  columns.left.forEach((heading) => given.left.add(heading));
  columns.read.forEach(({ column }) => given.read.add(column.name));
  if (columns.missing.length > 0)
    given.told.push(findings.columnsMissing(file.path, table, columns.missing));
  const settled = reading.dayOrder[table.name] ?? {};
  const loaded = await loadFile(database, { file, table, columns, settled }, stop);
  const { rejected, tally } = loaded;
  given.loaded.push(loaded);
  given.rows += tally.rows;
  given.rejected += rejected.length;
  if (rejected.length > 0) {
    given.told.push(
      findings.rejectedLines(file.path, table.name, rejected, tally.rows, file.headings.length),
    );
  }
}

/** A table that no measure uses is recognised, and left unread. */
function isWanted(table: SsdTable): boolean {
  return table.columns.some((column) => column.used);
}

/** Ids of the measures, or of figures of theirs, that cannot be given without the table. */
function measuresOn(spec: Spec, table: string): string[] {
  return spec.measures
    .filter(
      (measure) =>
        measure.kind === 'records' &&
        [...measure.needs, ...measure.figures.flatMap((figure) => figure.needs)].some((column) =>
          column.startsWith(`${table}.`),
        ),
    )
    .map((measure) => measure.id);
}
