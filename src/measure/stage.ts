import type { Database } from '../engine/database.ts';
import { identifier } from '../engine/sql.ts';
import type { StagingView } from '../spec/types.ts';

/** The table behind a view whose rows may be at fault: the rows that count and those that do not. */
export function rowsBehind(view: StagingView): string {
  return identifier(`${view.id}_row`);
}

/**
 * Takes the engine and a view of spec/staging, those it reads already made; makes it. Of a view with faults the rows
 * at fault stay in the table behind it, to be counted and shown, and are not in the view.
 */
export async function stage(database: Database, view: StagingView): Promise<void> {
  if (!view.noun) {
    await database.run(`create or replace table ${identifier(view.id)} as ${view.sql}`);
    return;
  }
  await database.run(`create or replace table ${rowsBehind(view)} as ${view.sql}`);
  await database.run(
    `create or replace view ${identifier(view.id)} as
     select * exclude (${view.of ? 'base_row, ' : ''}fault, remark) from ${rowsBehind(view)} where fault is null`,
  );
}
