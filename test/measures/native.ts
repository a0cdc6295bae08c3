import { afterAll, beforeAll, vi } from 'vitest';
import { openNative } from '../../build/native.ts';
import type { Database } from '../../src/engine/database.ts';
import { spec } from '../../src/spec/spec.ts';
import type { Spec } from '../../src/spec/types.ts';
import { type Case, type CaseOptions, type Tables, caseOf, layCases } from './case.ts';

/** A test of many small cases stages each anew. */
const CASES_LIMIT_MS = 60_000;

/** Takes nothing; gives what measures made-up extracts in a native DuckDB that is opened for this file of tests. */
export function inNative(
  using: Spec = spec,
): (tables: Tables, options?: CaseOptions) => Promise<Case> {
  vi.setConfig({ testTimeout: CASES_LIMIT_MS, hookTimeout: CASES_LIMIT_MS });
  let database: Database | undefined;
  beforeAll(async () => {
    database = await openNative();
    await layCases(database, using);
  });
  afterAll(() => database?.close());
  return (tables, options) => {
    if (!database) throw new Error('the database is not open yet');
    return caseOf(database, using, tables, options);
  };
}
