import type { Database } from '../../src/engine/database.ts';
import type { FoundFile, TextTable } from '../../src/files/found.ts';
import { takeIn } from '../../src/intake/take-in.ts';
import { createTables } from '../../src/intake/tables.ts';
import { layGround } from '../../src/measure/ground.ts';
import { listBehind } from '../../src/measure/children-behind.ts';
import { listRecords } from '../../src/measure/list-records.ts';
import { measureAll } from '../../src/measure/measure-all.ts';
import { type Staged, stageAll } from '../../src/measure/stage-all.ts';
import type { Answer } from '../../src/model/answer.ts';
import type { BehindAsked, ChildrenBehind } from '../../src/model/balance.ts';
import { parseDay } from '../../src/model/day.ts';
import type { ExtractReport } from '../../src/model/extract.ts';
import type { Observation } from '../../src/model/observation.ts';
import { type Quarter, parseQuarter } from '../../src/model/period.ts';
import type { Question } from '../../src/model/question.ts';
import { NOTHING_SETTLED, type Reading } from '../../src/model/reading.ts';
import type { MeasureRecord, RecordsAsked } from '../../src/model/records.ts';
import type { Spec } from '../../src/spec/types.ts';

/** One value of a made-up extract, as its file would hold it; null for nothing. */
type Cell = string | null;
export type Row = Readonly<Record<string, Cell>>;
export type Tables = Readonly<Record<string, readonly Row[]>>;

const silent = () => undefined;
const unstopped = new AbortController().signal;

/** An extract that was loaded and measured, to be asked for figures as a person would read them. */
export interface Case {
  readonly report: ExtractReport;
  readonly answer: Answer;
  /** `7`, `2 of 3`, or the words of what there is instead of a figure. */
  figure(measure: string, figure: string, period: string, cell?: string): number | string;
  records(asked: RecordsAsked): Promise<readonly MeasureRecord[]>;
  behind(asked: BehindAsked): Promise<ChildrenBehind>;
}

export interface CaseOptions {
  /** The authority; else the made-up one. */
  readonly la?: string;
  readonly extractDate?: string;
  readonly quarters?: readonly string[];
  readonly settings?: Readonly<Record<string, number>>;
  readonly handEntered?: Question['handEntered'];
  readonly words?: Question['words'];
  readonly reading?: Reading;
}

/** Takes an engine and the spec; lays the ground once for any number of cases. */
export async function layCases(database: Database, spec: Spec): Promise<void> {
  await createTables(database, spec);
  await layGround(database, spec);
}

/** Takes a made-up extract; loads it through the real intake and measures it, for the quarters named or those in its reach. */
export async function caseOf(
  database: Database,
  spec: Spec,
  tables: Tables,
  options: CaseOptions = {},
): Promise<Case> {
  return caseOfFiles(
    database,
    spec,
    Object.entries(tables).map(([table, rows]) => asFile(table, rows)),
    options,
  );
}

/** Takes the files of an extract; loads and measures them in the same way. */
export async function caseOfFiles(
  database: Database,
  spec: Spec,
  found: readonly FoundFile[],
  options: CaseOptions = {},
): Promise<Case> {
  const reading = options.reading ?? NOTHING_SETTLED;
  const intake = { database, spec, reading, on: silent, stop: unstopped };
  const report = await takeIn(intake, 'the case', found);
  const loaded = { database, spec, tables: report.tables };
  const question: Question = {
    la: options.la ?? '000',
    extractDate: parseDay(options.extractDate ?? '2025-07-14') ?? '2025-07-14',
    settings: options.settings ?? {},
    handEntered: options.handEntered ?? [],
    words: options.words ?? [],
  };
  const staged: Staged = await stageAll(loaded, question, silent, unstopped);
  const quarters = options.quarters?.map(quarterFrom);
  const answer = await measureAll({ ...loaded, ...staged }, question, silent, unstopped, quarters);
  return {
    report,
    answer,
    figure: (measure, figure, period, cell) => read(answer, measure, figure, period, cell),
    behind: (asked) => listBehind(loaded, asked),
    records: async (asked) => {
      const list = await listRecords(loaded, asked);
      return Array.from({ length: list.length }, (_, index) => list.at(index));
    },
  };
}

/** Takes text; gives it as a quarter. Throws where it is none: the test is wrong. */
export function quarterFrom(text: string): Quarter {
  const quarter = parseQuarter(text);
  if (!quarter) throw new RangeError(`${text} is no quarter`);
  return quarter;
}

function read(
  answer: Answer,
  measure: string,
  figure: string,
  period: string,
  cell?: string,
): number | string {
  const result = answer.results.find((candidate) => candidate.measure === measure);
  if (!result) return `no measure ${measure}`;
  if (result.failed) return result.failed;
  const found = result.observations.filter(
    (o) => o.figure === figure && o.period === period && nameOf(o) === (cell ?? ''),
  );
  if (found.length !== 1) return `${found.length} observations`;
  return inWords(found[0]);
}

function nameOf({ cell }: Observation): string {
  return cell ? `${cell.by} ${cell.cell}` : '';
}

function inWords(observation: Observation | undefined): number | string {
  const outcome = observation?.outcome;
  if (!outcome) return 'none';
  if (outcome.kind === 'count' || outcome.kind === 'amount') return outcome.value;
  if (outcome.kind === 'ratio') return `${outcome.numerator} of ${outcome.denominator}`;
  return outcome.kind;
}

function asFile(table: string, rows: readonly Row[]): TextTable {
  const headings = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const lines = rows.map((row) => headings.map((heading) => quoted(row[heading] ?? '')).join(','));
  return {
    kind: 'table',
    path: `${table}.csv`,
    modified: 0,
    content: new Blob([[headings.join(','), ...lines, ''].join('\n')]),
    delimiter: ',',
    headings,
    opening: [],
    linesAbove: 0,
    remarks: [],
  };
}

function quoted(text: string): string {
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
