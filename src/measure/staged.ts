import type { Database } from '../engine/database.ts';
import { all, identifier, numberFrom, textFrom } from '../engine/sql.ts';
import type { ColumnRef } from '../model/measure.ts';
import type { Doubt, StagingView } from '../spec/types.ts';
import { rowsBehind } from './stage.ts';

/** What was found in the rows of one view once they were staged. */
export interface StagedFacts {
  readonly view: StagingView;
  /** Rows that cannot be counted, by why. */
  readonly faults: readonly Tally[];
  /** Rows that are counted, with something said of them. */
  readonly remarks: readonly Tally[];
  /** Rows whose word is not mapped to a national group, by the columns that hold the word. */
  readonly unmapped: readonly { readonly columns: readonly ColumnRef[]; readonly count: number }[];
  /** Of the view's doubts, those that its rows give cause for. */
  readonly doubts: readonly Doubt[];
}

export interface Tally {
  readonly why: string;
  readonly count: number;
}

/** Takes the engine and a staged view; gives what was found in its rows. */
export async function stagedFacts(database: Database, view: StagingView): Promise<StagedFacts> {
  if (!view.noun) return { view, faults: [], remarks: [], unmapped: [], doubts: [] };
  const unmapped = [];
  for (const word of view.words) {
    const counted = await database.rows(
      `select count(*)::integer as rows from ${identifier(view.id)} where ${identifier(word.group)} = 'unmapped'`,
    );
    unmapped.push({ columns: word.columns, count: numberFrom(counted.at(0)['rows']) });
  }
  return {
    view,
    faults: await tally(database, view, 'fault', 'true'),
    remarks: await tally(database, view, 'remark', 'fault is null'),
    unmapped: unmapped.filter(({ count }) => count > 0),
    doubts: await doubtsFound(database, view),
  };
}

async function doubtsFound(database: Database, { doubts }: StagingView): Promise<Doubt[]> {
  const found = [];
  for (const doubt of doubts) {
    const asked = await database.rows(doubtSql(doubt));
    if (asked.at(0)['found'] === true) found.push(doubt);
  }
  return found;
}

/** Takes a doubt; gives the statement that tells, in one row's `found`, whether there is cause for it. */
export function doubtSql({ when }: Doubt): string {
  return `select coalesce((${when})::boolean, false) as found`;
}

async function tally(
  database: Database,
  view: StagingView,
  column: string,
  where: string,
): Promise<Tally[]> {
  const rows = await database.rows(
    `select ${column} as why, count(*)::integer as rows from ${rowsBehind(view)}
     where ${column} is not null and ${where} group by ${column} order by rows desc, why`,
  );
  return all(rows).map((row) => ({ why: textFrom(row['why']), count: numberFrom(row['rows']) }));
}
