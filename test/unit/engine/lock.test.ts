import { afterAll, beforeAll, expect, it } from 'vitest';
import { openNative } from '../../../build/native.ts';
import type { Database } from '../../../src/engine/database.ts';
import { LOCK } from '../../../src/engine/lock.ts';
import { QueryProblem } from '../../../src/engine/query-problem.ts';

let database: Database;

beforeAll(async () => {
  database = await openNative();
  for (const statement of LOCK) await database.run(statement);
});
afterAll(() => database.close());

it.each([
  [
    `select * from read_csv('${import.meta.filename}', auto_detect = false, columns = {'line': 'varchar'})`,
  ],
  [`copy (select 1) to 'out.csv'`],
  [`attach 'other.db'`],
  [`install httpfs`],
  [`load httpfs`],
  [`set enable_external_access = true`],
  [`set allowed_directories = ['/']`],
])('refuses: %s', async (statement) => {
  await expect(database.run(statement)).rejects.toThrow(QueryProblem);
});

it('still reads from the one folder that it may, and works', async () => {
  const missing = database.run(
    `select * from read_csv('in/no.csv', auto_detect = false, columns = {'line': 'varchar'})`,
  );
  const problem: unknown = await missing.catch((thrown: unknown) => thrown);
  const cause =
    problem instanceof QueryProblem && problem.cause instanceof Error ? problem.cause.message : '';
  expect(cause).toContain('No files found'); // and not: permission
  expect((await database.rows('select 1 as one')).at(0)).toEqual({ one: 1 });
});
