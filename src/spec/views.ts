import type { Measure } from '../model/measure.ts';
import type { StagingView } from './types.ts';

/** Takes SQL; gives the names after its `from` and `join`, tables and views and its own among them. */
function namesRead(sql: string): ReadonlySet<string> {
  const found = sql.matchAll(/\b(?:from|join)\s+([a-z_][a-z0-9_]*)/gi);
  return new Set([...found].map(([, name]) => name ?? ''));
}

/** Takes a table, the views and the measures; gives the ids of the measures that read a view made of the table's rows. */
export function readBy(
  table: string,
  { staging, measures }: { staging: readonly StagingView[]; measures: readonly Measure[] },
): string[] {
  const views = staging.filter(({ sql }) => namesRead(sql).has(table)).map(({ id }) => id);
  return measures
    .filter(
      (measure) => measure.kind === 'records' && measure.reads.some((id) => views.includes(id)),
    )
    .map(({ id }) => id);
}

/** Takes the same; gives the ids of the measures that lean on such a view by any number of others. */
export function leaningOn(
  table: string,
  { staging, measures }: { staging: readonly StagingView[]; measures: readonly Measure[] },
): string[] {
  const views = viewsMadeOf(new Set([table]), staging).map(({ id }) => id);
  return measures
    .filter(
      (measure) => measure.kind === 'records' && measure.reads.some((id) => views.includes(id)),
    )
    .map(({ id }) => id);
}

/** Takes names of tables and the views; gives the views made of them, or of such a view, each after those it reads. */
export function viewsMadeOf(
  tables: ReadonlySet<string>,
  staging: readonly StagingView[],
): StagingView[] {
  const made = new Set<string>();
  return staging.filter(({ id, sql, reads }) => {
    const touched = [...namesRead(sql)].some((name) => tables.has(name));
    if (touched || reads.some((read) => made.has(read))) made.add(id);
    return made.has(id);
  });
}

/** Takes views and those that are looked at; gives those that are, or that one of them is made from. */
export function viewsBehind(
  wanted: readonly string[],
  staging: readonly StagingView[],
): ReadonlySet<string> {
  const behind = new Set(wanted);
  for (const view of [...staging].reverse()) {
    if (behind.has(view.id)) view.reads.forEach((read) => behind.add(read));
  }
  return behind;
}
