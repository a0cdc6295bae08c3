import type { Row, Rows } from '../engine/database.ts';
import { numberFrom, textFrom } from '../engine/sql.ts';
import { type Day, parseDay } from '../model/day.ts';
import { versionAt } from '../model/measure.ts';
import { quarterIn } from '../model/period.ts';
import { Problem } from '../model/problem.ts';
import type { LeftOut, Listed, Reason, Reconciled, ReconcileAsked } from '../model/reconcile.ts';
import type { MeasureRecord } from '../model/records.ts';
import {
  FAULT,
  NAMED,
  NOT_FOUND,
  NO_ROW,
  type NamedCount,
  PASTED_COUNT_SQL,
  reconcileSql,
} from './reconcile-sql.ts';
import type { Loaded } from './stage-all.ts';
import { type Step, stepsOf } from './verdicts.ts';

/** The longest list that is compared. */
const MOST_IDS = 500_000;

/** How an answer's rows become words: the steps that were looked at, and what rows are called, by view. */
interface Telling {
  readonly steps: readonly Step[];
  readonly nouns: ReadonlyMap<string, string>;
}

/**
 * Takes what is loaded and a list of ids; gives what is in both, only here and only in the list, and why. Nothing of the
 * list stays in the engine. Throws a Problem where there are no records, no ids, or too many.
 */
export async function reconcile(
  { database, spec }: Loaded,
  asked: ReconcileAsked,
): Promise<Reconciled> {
  const newest = spec.measures.find((candidate) => candidate.id === asked.measure);
  const measure = newest && versionAt(newest, spec.earlier, quarterIn(asked.period));
  if (measure?.kind !== 'records') {
    throw new Problem(
      'There are no records to compare with.',
      'This measure was entered by hand, or is a breakdown of another measure.',
    );
  }
  const pasted = await database.rows(PASTED_COUNT_SQL, [asked.pasted]);
  mustBeComparable(numberFrom(pasted.at(0)['given']));
  const steps = stepsOf(measure, asked);
  const rows = await database.rows(reconcileSql(measure, asked, steps), [
    asked.pasted,
    asked.period,
    asked.ids,
  ]);
  const nouns = new Map(
    measure.rules.rows.map(({ view }) => [
      view,
      spec.staging.find(({ id }) => id === view)?.noun?.[0] ?? 'row',
    ]),
  );
  return answerFrom(rows, { steps, nouns });
}

function mustBeComparable(given: number): void {
  if (given === 0) {
    throw new Problem('There are no ids in what you pasted.', 'Paste one id a line.');
  }
  if (given > MOST_IDS) {
    throw new Problem(
      `You pasted ${given.toLocaleString('en-GB')} ids, and at most ${MOST_IDS.toLocaleString('en-GB')} can be compared at once.`,
      'Paste the ids for this period alone, without other columns.',
    );
  }
}

function answerFrom(rows: Rows, telling: Telling): Reconciled {
  const count = (name: NamedCount) => numberFrom(rows.at(NAMED.indexOf(name))['count']);
  const reasons = NAMED.length;
  const both = reasons + count('reasons');
  const onlyHere = both + count('both');
  const onlyTheirs = onlyHere + count('only_here');
  return {
    given: count('given'),
    distinct: count('distinct'),
    headed: count('headed') > 0,
    ids: count('children') > 0 ? 'child' : 'record',
    idsInBoth: count('ids_in_both'),
    idsOnlyTheirs: count('ids_only_theirs'),
    both: listed(rows, both, onlyHere, recordFrom),
    onlyHere: listed(rows, onlyHere, onlyTheirs, recordFrom),
    reasons: Array.from({ length: count('reasons') }, (_, turn) => {
      const row = rows.at(reasons + turn);
      return { reason: reasonFrom(row, telling), ids: numberFrom(row['count']) };
    }),
    onlyTheirs: listed(rows, onlyTheirs, onlyTheirs + count('only_theirs'), (row) =>
      leftOutFrom(row, telling),
    ),
  };
}

function listed<T>(rows: Rows, from: number, to: number, read: (row: Row) => T): Listed<T> {
  return { length: to - from, at: (index) => read(rows.at(from + index)) };
}

function recordFrom(row: Row): MeasureRecord {
  const day = dayFrom(row, 'day');
  if (!day) throw new TypeError('a record has no day');
  return {
    recordId: textFrom(row['record_id']),
    personId: textOrNull(row, 'person_id'),
    day,
    inNumerator: row['in_numerator'] === true,
  };
}

function leftOutFrom(row: Row, telling: Telling): LeftOut {
  return {
    id: textFrom(row['id']),
    recordId: textOrNull(row, 'record_id'),
    personId: textOrNull(row, 'person_id'),
    day: dayFrom(row, 'day'),
    reason: reasonFrom(row, telling),
    dated: dayFrom(row, 'dated'),
  };
}

function reasonFrom(row: Row, { steps, nouns }: Telling): Reason {
  const place = numberFrom(row['reason']);
  if (place === NOT_FOUND) return { kind: 'not found', nouns: [...nouns.values()] };
  if (place === NO_ROW) return { kind: 'no row', nouns: [...nouns.values()] };
  if (place === FAULT) {
    const noun = nouns.get(textFrom(row['view'])) ?? 'row';
    return { kind: 'fault', noun, fault: textFrom(row['fault']) };
  }
  const step = steps[place];
  if (!step) return { kind: 'not told' };
  if (step.kind === 'once') {
    return step.otherwise === null
      ? { kind: 'not told' }
      : { kind: 'rule', otherwise: step.otherwise };
  }
  const { otherwise } = step.rule;
  return step.kind === 'rule'
    ? { kind: 'rule', otherwise }
    : { kind: 'part', part: step.kind, otherwise };
}

function textOrNull(row: Row, column: string): string | null {
  const value = row[column] ?? null;
  return value === null ? null : textFrom(value);
}

function dayFrom(row: Row, column: string): Day | null {
  return parseDay(textOrNull(row, column) ?? '');
}
