import type { Measure } from '../model/measure.ts';
import { Held } from './held.ts';
import type { Loaded } from './stage-all.ts';

/** What the extract holds for the measures of each collection: early help looks at what another system gave, too. */
export type Holdings = Readonly<Record<Measure['collection'], Held>>;

/** Takes what is loaded; gives what it holds, early help by what intake noted of its ids. */
export async function holdingsOf({ database, spec, tables: reports }: Loaded): Promise<Holdings> {
  const noted = await database.rows('select shared, settled from early_help_ids');
  const row = noted.at(0);
  const ids = { shared: row['shared'] === true, settled: row['settled'] === true };
  const tables = spec.tables.filter(
    ({ standsFor, columns }) => standsFor !== null || columns.some(({ as }) => as !== null),
  );
  return { riia: new Held(reports), 'early-help': new Held(reports, { tables, ids }) };
}
