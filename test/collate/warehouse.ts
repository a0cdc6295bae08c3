import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { unzip } from '../unit/return/unzip.ts';

const PAGE = new URL('../../docs/warehouse.md', import.meta.url);
const TABLES = new URL('../../docs/warehouse-tables.sql', import.meta.url);
const POPULATION = new URL('../../spec/reference/child-population.csv', import.meta.url);
const BLOCK = /^```sql ([a-z-]+)\n([\s\S]*?)^```$/gm;

/** A database that packs are loaded into, as a person would who works in the folder of the pack. */
export interface Warehouse {
  readonly engine: 'duckdb' | 'postgresql';
  run(sql: string): Promise<void>;
  /** Gives the rows as text, null as nothing. */
  rows(sql: string): Promise<readonly (readonly string[])[]>;
}

/** Gives the SQL of the page, by its name there. */
export function sqlOfPage(): ReadonlyMap<string, string> {
  const text = readFileSync(PAGE, 'utf8');
  return new Map([...text.matchAll(BLOCK)].map(([, name = '', sql = '']) => [name, sql]));
}

/** Takes a pack; gives the folder that unzipping it makes, with the table of populations beside it. */
export async function unzipped(pack: Uint8Array<ArrayBuffer>): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'quarterlight-pack-'));
  for (const [name, text] of await unzip(pack)) writeFileSync(join(folder, name), text);
  copyFileSync(POPULATION, join(folder, 'child-population.csv'));
  // Whoever reads it may be another user.
  execFileSync('chmod', ['-R', 'a+rX', folder]);
  return folder;
}

/** Takes a warehouse and whether the pack has totals and remarks; loads it as the page does, and makes its views. */
export async function loadAsThePageDoes(
  warehouse: Warehouse,
  { hasTotals }: { readonly hasTotals: boolean },
): Promise<void> {
  const sql = sqlOfPage();
  const { engine } = warehouse;
  const steps = [
    `load-${engine}`,
    ...(hasTotals ? [`load-${engine}-totals`, `load-${engine}-remarks`] : []),
    ...['population', `population-${engine}`, 'members', 'totals', 'spread'],
  ];
  await warehouse.run(readFileSync(TABLES, 'utf8'));
  for (const step of steps) await warehouse.run(named(sql, step));
}

/** Takes a warehouse with the pack in it; holds it to what the page says is found, and what is once a total is changed. */
export async function holdToThePage(
  warehouse: Warehouse,
  { folder, hasTotals }: { readonly folder: string; readonly hasTotals: boolean },
): Promise<void> {
  const sql = sqlOfPage();
  const count = async (of: string) =>
    Number((await warehouse.rows(`select count(*) from ${of}`))[0]?.[0]);
  const lines = readFileSync(join(folder, 'observations.csv'), 'utf8').trimEnd().split('\r\n');
  expect(await count('observations')).toBe(lines.length - 1);
  expect(await count("observations where area_kind = 'authority' and length(area_code) <> 3")).toBe(
    0,
  );
  expect(await count("observations where outcome = 'count' and value is null")).toBe(0);
  expect(await count("observations where outcome = 'withheld' and value is not null")).toBe(0);
  expect(await count('total_again')).toBeGreaterThan(1000);
  expect(await warehouse.rows(named(sql, 'check-totals'))).toEqual([]);
  if (hasTotals) expect(await warehouse.rows(named(sql, 'check-spread'))).toEqual([]);
  const place =
    "measure = 'riia-02' and figure = 'referrals' and breakdown = 'total' and outcome = 'count'";
  const [total] = await warehouse.rows(
    `select area_code, period from observations where area_kind <> 'authority' and ${place} order by period desc limit 1`,
  );
  const [area = '', period = ''] = total ?? [];
  const at = `area_code = '${area}' and period = '${period}' and ${place}`;
  await warehouse.run(`update observations set value = value + 1 where ${at}`);
  expect(await warehouse.rows(named(sql, 'check-totals'))).toEqual([
    [area, 'riia-02', 'referrals', period, 'total', 'total'],
  ]);
  await warehouse.run(`update observations set value = value - 1 where ${at}`);
}

/** Takes the SQL of the page and a name; gives it. Throws where the page has none of the name. */
export function named(sql: ReadonlyMap<string, string>, name: string): string {
  const found = sql.get(name);
  if (found === undefined) throw new RangeError(`the page has no SQL that is named ${name}`);
  return found;
}
