import { afterAll, beforeAll } from 'vitest';
import { openNative } from '../../build/native.ts';
import type { Database } from '../../src/engine/database.ts';
import type { Measure } from '../../src/model/measure.ts';
import { spec } from '../../src/spec/spec.ts';
import type { Spec, SpecBalance } from '../../src/spec/types.ts';
import { type Case, type CaseOptions, type Tables, caseOf, layCases } from './case.ts';

type Measuring = (tables: Tables, options?: CaseOptions) => Promise<Case>;

/** Takes the ids of measures; gives what works them out, and nothing else, on made-up extracts in a native DuckDB. */
export function inNative(...ids: readonly string[]): Measuring {
  return inNativeBy(only(ids));
}

/** Takes a spec; gives what measures made-up extracts by it, in a native DuckDB that is opened for this file of tests. */
export function inNativeBy(using: Spec): Measuring {
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

/** Takes the ids of measures; gives the spec with these alone, and the views that they lean on. */
export function only(ids: readonly string[]): Spec {
  const measures = spec.measures.filter((measure) => ids.includes(measure.id));
  if (measures.length !== ids.length)
    throw new Error(`spec/ does not have all of ${ids.join(', ')}`);
  const views = new Set(['child', ...measures.flatMap(readsOf)]);
  // Each view stands after those it reads: from the last to the first, what is read comes along.
  for (const view of [...spec.staging].reverse()) {
    if (views.has(view.id)) view.reads.forEach((read) => views.add(read));
  }
  const staging = spec.staging.filter((view) => views.has(view.id));
  return { ...spec, measures, staging, balances: spec.balances.filter(isOf(ids)) };
}

/** Takes the ids of measures; gives what tells whether all that a balance compares is among them. */
function isOf(ids: readonly string[]): (balance: SpecBalance) => boolean {
  return (balance) => {
    const compared =
      balance.kind === 'stock'
        ? [balance.stock, balance.starting, balance.ceasing].map(({ measure }) => measure)
        : [balance.measure];
    return compared.every((id) => ids.includes(id));
  };
}

function readsOf(measure: Measure): string[] {
  if (measure.kind !== 'records') return [];
  return [...measure.reads, ...(measure.lookback ? [measure.lookback.view] : [])];
}
