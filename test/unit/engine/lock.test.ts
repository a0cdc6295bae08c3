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
  [`set lock_configuration = false`],
  [`reset enable_external_access`],
  [`reset lock_configuration`],
  [`reset allowed_directories`],
  [`set global autoinstall_known_extensions = true`],
  [`set extension_directory = '/tmp'`],
  [`force install httpfs from 'http://127.0.0.1:9/'`],
  [`load '/tmp/any.duckdb_extension'`],
  [`copy (select 1) to 'http://127.0.0.1:9/planted'`],
  [`select * from read_csv('http://127.0.0.1:9/planted')`],
  [`select * from read_text('/etc/hostname')`],
  [`select * from glob('/*')`],
  [`attach 'http://127.0.0.1:9/planted' as elsewhere`],
  [`export database '/tmp/elsewhere'`],
  [`import database '/tmp/elsewhere'`],
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
