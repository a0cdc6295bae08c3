import { openNative } from '../../build/native.ts';
import { literal } from '../../src/engine/sql.ts';
import type { Authority } from '../../src/model/authority.ts';

/** How long the same work took natively, in milliseconds. */
export interface CollatedNatively {
  readonly reading: number;
  readonly totals: number;
  readonly rows: number;
}

/**
 * Takes the table of observations as a file and the authorities; reads it with the native engine on one thread, sees that no row is there
 * twice, and works out for England and each region every sum, pooled share, mean and quartile.
 */
export async function collateNatively(
  path: string,
  authorities: readonly Authority[],
): Promise<CollatedNatively> {
  const database = await openNative();
  try {
    const began = performance.now();
    await database.run(`create table observation as select measure, definition_version::integer as version, figure,
      period, area_code, breakdown, breakdown_cell, outcome, try_cast(value as double) as value,
      try_cast(numerator as double) as numerator, try_cast(denominator as double) as denominator,
      try_cast(scale as double) as scale, reason, origin, denominator_source
      from read_csv(${literal(path)}, header = true, all_varchar = true, delim = ',', quote = '"', escape = '"')`);
    const twice =
      await database.rows(`select count(*)::integer as rows from (select 1 from observation
      group by measure, figure, period, area_code, breakdown, breakdown_cell having count(*) > 1)`);
    if (Number(twice.at(0)['rows']) > 0) throw new RangeError('a row is there twice');
    const read = performance.now();
    const named = authorities.map(({ code, region }) => `(${literal(code)}, ${literal(region)})`);
    await database.run(`create table member(area_code varchar, area varchar)`);
    await database.run(`insert into member values ${named.join(', ')}`);
    await database.run(`insert into member select area_code, 'England' from member`);
    await database.run(`create table total as select area, measure, figure, period, breakdown, breakdown_cell,
      sum(value) filter (outcome = 'count') as sum, sum(numerator) / nullif(sum(denominator), 0) * max(scale) as pooled,
      count(*) filter (outcome = 'withheld') as withheld, count(value) as shown, avg(value) as mean,
      quantile_cont(value, [0.25, 0.5, 0.75]) as quartiles
      from observation join member using (area_code)
      group by area, measure, figure, period, breakdown, breakdown_cell`);
    const done = performance.now();
    const rows = await database.rows('select count(*)::integer as rows from observation');
    return { reading: read - began, totals: done - read, rows: Number(rows.at(0)['rows']) };
  } finally {
    await database.close();
  }
}
