import { afterAll, beforeAll } from 'vitest';
import { openNative } from '../../../build/native.ts';
import type { Database, Row } from '../../../src/engine/database.ts';
import { all } from '../../../src/engine/sql.ts';
import { unpack } from '../../../src/files/unpack.ts';
import { takeIn } from '../../../src/intake/take-in.ts';
import { createTables } from '../../../src/intake/tables.ts';
import { layGround } from '../../../src/measure/ground.ts';
import type { ExtractReport, TableReport } from '../../../src/model/extract.ts';
import type { Finding, FindingRule } from '../../../src/model/finding.ts';
import { NOTHING_SETTLED, type Reading } from '../../../src/model/reading.ts';
import { spec } from '../../../src/spec/spec.ts';

/** Files by their path: text as UTF-8, or bytes. */
export type Files = Readonly<Record<string, string | Uint8Array<ArrayBuffer>>>;

const unstopped = new AbortController().signal;
const silent = () => undefined;

/** The way of files from the person to the tables, in a native DuckDB that is opened for this file of tests. */
export interface Intake {
  given(files: Files, reading?: Reading): Promise<ExtractReport>;
  /** The same, and calls after every statement that changes what the database holds. */
  watched(files: Files, after: () => Promise<void>): Promise<ExtractReport>;
  rows(sql: string): Promise<Row[]>;
}

/** Takes nothing; gives the intake, opened before the tests and closed after them. */
export function openIntake(): Intake {
  let database: Database | undefined;
  const opened = () => {
    if (!database) throw new Error('the database is not open yet');
    return database;
  };
  beforeAll(async () => {
    database = await openNative();
    await createTables(database, spec);
    await layGround(database, spec);
  });
  afterAll(() => database?.close());
  const takenIn = async (files: Files, into: Database, reading: Reading) => {
    const given = Object.entries(files).map(([path, content]) => ({
      path,
      file: new File([content], path, { lastModified: Date.UTC(2025, 6, 14, 12) }),
    }));
    const found = await unpack(given, silent);
    const intake = { database: into, spec, reading, on: silent, stop: unstopped };
    return takeIn(intake, 'the folder', found);
  };
  return {
    given: (files, reading = NOTHING_SETTLED) => takenIn(files, opened(), reading),
    watched: (files, after) => {
      const run: Database['run'] = async (sql, stop) => {
        await opened().run(sql, stop);
        await after();
      };
      return takenIn(files, { ...opened(), run }, NOTHING_SETTLED);
    },
    rows: async (sql) => all(await opened().rows(sql)),
  };
}

/** Takes lines; gives them as a file of lines that end in LF. */
export function lines(...texts: readonly string[]): string {
  return texts.map((text) => `${text}\n`).join('');
}

/** Takes a report and a table's name; gives what the report says of it. */
export function tableIn(report: ExtractReport, name: string): TableReport {
  const table = report.tables.find((candidate) => candidate.table === name);
  if (!table) throw new RangeError(`the report has no table ${name}`);
  return table;
}

/** Takes a report and a rule; gives the findings by that rule. */
export function findingsOf(report: ExtractReport, rule: FindingRule): Finding[] {
  return report.findings.filter((finding) => finding.rule === rule);
}
