import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Answer } from '../../src/model/answer.ts';
import type { Observation } from '../../src/model/observation.ts';
import { spec } from '../../src/spec/spec.ts';
import type { Spec } from '../../src/spec/types.ts';
import { type Reading, readAll } from '../reading/index.ts';
import type { Tables } from './case.ts';
import { inNativeBy } from './native.ts';
import { randomTables } from './random-extract.ts';

const RUNS = Number(process.env['QUARTERLIGHT_RUNS'] ?? 200);
const SEED = Number(process.env['QUARTERLIGHT_SEED'] ?? 20_250_714);
const EXTRACT_DATE = '2025-07-14';
const quarters = ['2024-25 Q1', '2024-25 Q2', '2024-25 Q3', '2024-25 Q4', '2025-26 Q1'];

// Of the breakdowns, the second reading gives referral sources alone; the others would only take time.
const compared: Spec = {
  ...spec,
  breakdowns: spec.breakdowns.filter((b) => b.id === 'referral_source'),
};
const measured = inNativeBy(compared);

it(`agrees with the second reading on ${RUNS} random extracts`, async () => {
  await fc.assert(
    fc.asyncProperty(randomTables, async (tables) => {
      const { answer } = await measured(tables, { extractDate: EXTRACT_DATE, quarters });
      const first = firstReading(answer);
      const second = secondReading(tables, first);
      expect(first.size).toBeGreaterThan(0);
      expect(Object.fromEntries(first)).toEqual(Object.fromEntries(second));
    }),
    { numRuns: RUNS, seed: SEED },
  );
}, 3_600_000);

/** What the SQL gave, figure by figure; rates and what was entered by hand left aside. */
function firstReading(answer: Answer): Map<string, string> {
  const found = new Map<string, string>();
  for (const { measure, observations, failed } of answer.results) {
    if (failed) found.set(measure, failed);
    for (const observation of observations) {
      const { origin, denominatorFrom, figure, period, cell, outcome } = observation;
      if (origin !== 'extract' || denominatorFrom !== null) continue;
      // The second reading gives nothing where there is nothing to give.
      if (outcome.kind === 'not available') continue;
      if (cell && measure !== 'riia-02') continue;
      const name = cell ? `riia-03 ${cell.cell} ${period}` : `${measure} ${figure} ${period}`;
      found.set(name, inWords(outcome));
    }
  }
  return found;
}

/** What the loops gave, for the measures that there are in spec/. */
function secondReading(tables: Tables, first: ReadonlyMap<string, string>): Map<string, string> {
  const periods = new Set([...first.keys()].map((name) => name.split(' ').slice(2).join(' ')));
  const measures = new Set(spec.measures.map((measure) => measure.id));
  return new Map(
    readAll({ extractDate: EXTRACT_DATE, tables }, quarters)
      .filter((reading) => measures.has(reading.measure) && periods.has(reading.period))
      .map((reading) => [
        `${reading.measure} ${reading.figure} ${reading.period}`,
        readingInWords(reading),
      ]),
  );
}

function readingInWords({ numerator, denominator }: Reading): string {
  if (denominator === null) return String(numerator);
  return denominator === 0 ? 'not applicable' : `${numerator} of ${denominator}`;
}

function inWords(outcome: Observation['outcome']): string {
  if (outcome.kind === 'count') return String(outcome.value);
  if (outcome.kind === 'ratio') return `${outcome.numerator} of ${outcome.denominator}`;
  return outcome.kind;
}
