import { identifier, literal } from '../engine/sql.ts';
import type { RecordsMeasure } from '../model/measure.ts';
import type { Quarter } from '../model/period.ts';
import type { Spec, StagingView } from '../spec/types.ts';
import { viewsBehind, viewsMadeOf } from '../spec/views.ts';
import { headlineCounts } from './compose.ts';
import { rowsBehind } from './stage.ts';

/** By the name of a table: the SELECT whose rows stand in its place, each with its `rowid`. */
export type InPlaceOf = ReadonlyMap<string, string>;

/**
 * Takes the spec, measures, a quarter and what stands in the place of tables; gives the one statement that counts the
 * measures' headlines then: a row a measure, `place` being where it stands among them. Nothing that is loaded or staged
 * changes: a table is hidden by a name of its own in the statement, and so is each view that is made from it and that the
 * measures lean on. The other views are read as they are staged.
 */
export function whatIfSql(
  spec: Pick<Spec, 'staging'>,
  measures: readonly RecordsMeasure[],
  quarter: Quarter,
  instead: InPlaceOf,
): string {
  const leantOn = viewsBehind(
    measures.flatMap(({ reads }) => reads),
    spec.staging,
  );
  const views = viewsMadeOf(new Set(instead.keys()), spec.staging).filter(({ id }) =>
    leantOn.has(id),
  );
  const steps = [
    ...[...instead].map(([table, sql]) => `${identifier(table)} as (${sql})`),
    ...views.flatMap(viewSteps),
    `period as (select period, first_day, last_day from all_period where period = ${literal(quarter)})`,
  ];
  const counted = measures.map(
    (measure, place) =>
      `select ${place}::integer as place, ${headlineCounts(measure)} from (\n${measure.sql}\n) as record`,
  );
  return `with ${steps.join(',\n')}\n${counted.join('\nunion all\n')}`;
}

/** A view as `stage` makes it, under the same names. */
function viewSteps(view: StagingView): string[] {
  if (!view.noun) return [`${identifier(view.id)} as (\n${view.sql}\n)`];
  return [
    `${rowsBehind(view)} as (\n${view.sql}\n)`,
    `${identifier(view.id)} as (select * exclude (fault, remark) from ${rowsBehind(view)} where fault is null)`,
  ];
}
