import type { Database } from '../../src/engine/database.ts';
import type { Loaded } from '../../src/measure/stage-all.ts';
import type { Move } from '../../src/model/check.ts';
import { parseDay } from '../../src/model/day.ts';
import { type Quarter, stepQuarter } from '../../src/model/period.ts';
import type { Question } from '../../src/model/question.ts';
import { makeChecks } from '../../src/quality/find.ts';
import { type Made, movesMade, rowsMade } from '../../src/quality/made.ts';
import type { Spec, SpecCheck } from '../../src/spec/types.ts';
import { type Case, type Tables, caseOf, quarterFrom } from '../measures/case.ts';

const unstopped = new AbortController().signal;

export interface CheckedOptions {
  readonly extractDate?: string;
  readonly quarter?: string;
  /** The quarter before is measured too. */
  readonly compared?: boolean;
}

/** An extract that was measured and checked for one quarter. */
export interface Checked {
  readonly case: Case;
  readonly loaded: Loaded;
  readonly quarter: Quarter;
  readonly made: Made;
  /** The id of each row a check found, `table id`, in their order; or its sentences; or why it was not made. */
  found(check: SpecCheck): Promise<readonly string[]>;
  moves(check: SpecCheck): Promise<readonly Move[]>;
}

/** Takes an engine with the ground laid, the spec and a made-up extract; loads, measures and checks it. */
export async function checkedOf(
  database: Database,
  spec: Spec,
  tables: Tables,
  {
    extractDate = '2025-07-14',
    quarter: named = '2025-26 Q1',
    compared = false,
  }: CheckedOptions = {},
): Promise<Checked> {
  const quarter = quarterFrom(named);
  const quarters = compared ? [stepQuarter(quarter, -1), quarter] : [quarter];
  const measured = await caseOf(database, spec, tables, { extractDate, quarters });
  const loaded = { database, spec, tables: measured.report.tables };
  const day = parseDay(extractDate) ?? '2025-07-14';
  const question: Question = {
    la: '000',
    extractDate: day,
    settings: {},
    handEntered: [],
    words: [],
  };
  const results = await makeChecks(loaded, measured.answer, quarter, () => undefined, unstopped);
  const made = { question, quarter, results };
  return {
    case: measured,
    loaded,
    quarter,
    made,
    found: async (check) => {
      const result = results.find((one) => one.check === check.id);
      if (result?.kind !== 'found') return [`not made: ${result?.why}`];
      if (check.kind !== 'rows') return result.says;
      const rows = await rowsMade(loaded, made, check.id);
      return Array.from({ length: rows.length }, (_, i) => rows.at(i)).map(
        ({ table, id }) => `${table} ${id}`,
      );
    },
    moves: (check) => movesMade(loaded, made, check.id, unstopped),
  };
}
