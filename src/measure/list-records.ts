import { parseDay } from '../model/day.ts';
import { versionAt } from '../model/measure.ts';
import { quarterIn } from '../model/period.ts';
import { Problem } from '../model/problem.ts';
import type { MeasureRecord, RecordList, RecordsAsked } from '../model/records.ts';
import { recordListSql } from './compose.ts';
import type { Loaded } from './stage-all.ts';

/** Takes what is loaded and what is asked; gives the records behind a figure. Throws a Problem where there is no such list. */
export async function listRecords(
  { database, spec }: Loaded,
  asked: RecordsAsked,
): Promise<RecordList> {
  const newest = spec.measures.find((candidate) => candidate.id === asked.measure);
  const measure = newest && versionAt(newest, spec.earlier, quarterIn(asked.period));
  if (measure?.kind !== 'records') {
    throw new Problem(
      'There are no records behind this figure.',
      'It was entered by hand, or is a breakdown of another measure.',
    );
  }
  const rows = await database.rows(recordListSql(measure, asked), [asked.period]);
  return { length: rows.length, at: (index) => recordFrom(rows.at(index)) };
}

function recordFrom(row: Readonly<Record<string, unknown>>): MeasureRecord {
  const day = parseDay(String(row['day']));
  if (!day) throw new TypeError('a record has no day');
  return {
    recordId: String(row['record_id']),
    personId: row['person_id'] === null ? null : String(row['person_id']),
    day,
    inNumerator: row['in_numerator'] === true,
  };
}
