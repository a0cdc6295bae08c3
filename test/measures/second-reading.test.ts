import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Answer } from '../../src/model/answer.ts';
import type { Observation } from '../../src/model/observation.ts';
import { NOTHING_SETTLED } from '../../src/model/reading.ts';
import { spec } from '../../src/spec/spec.ts';
import type { Spec } from '../../src/spec/types.ts';
import { type Reading, readAll } from '../reading/index.ts';
import type { Tables } from './case.ts';
import { inNativeBy, only } from './native.ts';
import { alike } from './random-elsewhere.ts';
import { randomExtracts } from './random-extract.ts';
import { together } from './together.ts';

const { env } = process;
const RUNS = Number(env['QUARTERLIGHT_RUNS'] ?? 200);
const SEED = Number(env['QUARTERLIGHT_SEED'] ?? 20_250_714);
const quarters = ['2024-25 Q1', '2024-25 Q2', '2024-25 Q3', '2024-25 Q4', '2025-26 Q1'];

/** Measures by id, with commas between: these alone are compared, and the first difference is enough, without a smaller one. */
const ASKED = env['QUARTERLIGHT_MEASURES'];
const chosen = ASKED === undefined ? spec : only(ASKED.split(','));
const ids = new Set(chosen.measures.map((measure) => measure.id));

// Of the breakdowns, the second reading gives referral sources alone; the others would only take time.
const compared: Spec = {
  ...chosen,
  breakdowns: chosen.breakdowns.filter((b) => b.id === 'referral_source'),
  balances: [],
};
const measured = inNativeBy(compared);

/** Planning a statement takes longer than running it: most extracts are looked at twenty as one, and only some alone. */
const TOGETHER = 20;
const alone = ASKED === undefined ? Math.ceil(RUNS / TOGETHER) : RUNS;
const inTwenties = Math.ceil((RUNS - alone) / TOGETHER);

it(`agrees with the second reading on ${alone} random extracts`, () =>
  agreeOn(randomExtracts, alone));

it.runIf(inTwenties > 0)(
  `agrees with it on ${inTwenties * TOGETHER} more, twenty of them as one`,
  () => {
    const twenties = fc
      .array(randomExtracts, { minLength: TOGETHER, maxLength: TOGETHER })
      .map((extracts) => ({
        extractDate: extracts[0]?.extractDate ?? '2025-07-14',
        earlyHelpPersons: extracts[0]?.earlyHelpPersons ?? null,
        tables: together(alike(extracts).map(({ tables }) => tables)),
      }));
    return agreeOn(twenties, inTwenties);
  },
);

async function agreeOn(extracts: typeof randomExtracts, numRuns: number): Promise<void> {
  await fc.assert(
    fc.asyncProperty(extracts, async ({ extractDate, tables, earlyHelpPersons }) => {
      const reading = { ...NOTHING_SETTLED, earlyHelpPersons };
      const { answer } = await measured(tablesRead(tables), { extractDate, quarters, reading });
      const first = firstReading(answer);
      const periods = new Set(quartersAndYears(answer));
      const second = secondReading({ extractDate, tables, earlyHelpPersons }, periods);
      expect(Object.fromEntries(first)).toEqual(Object.fromEntries(second));
    }),
    {
      numRuns,
      seed: SEED,
      endOnFailure: ASKED !== undefined,
      // What is found by then is told, though a smaller one might be found.
      interruptAfterTimeLimit: 3_300_000,
      markInterruptAsFailure: true,
    },
  );
}

/** The tables that a view reads: where few measures are compared, the others need not be loaded. */
function tablesRead(tables: Tables): Tables {
  return Object.fromEntries(
    Object.entries(tables).filter(([table]) =>
      compared.staging.some((view) => view.sql.includes(table)),
    ),
  );
}

function quartersAndYears({ results }: Answer): string[] {
  return results.flatMap(({ observations }) => observations.map(({ period }) => period));
}

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
      if (cell && (measure !== 'riia-02' || !ids.has('riia-03'))) continue;
      const name = cell ? `riia-03 ${cell.cell} ${period}` : `${measure} ${figure} ${period}`;
      found.set(name, inWords(outcome));
    }
  }
  return found;
}

/** What the loops gave, for the measures that are compared, in the periods that the SQL speaks of. */
function secondReading(
  extract: Parameters<typeof readAll>[0],
  periods: ReadonlySet<string>,
): Map<string, string> {
  return new Map(
    readAll(extract, quarters)
      .filter((reading) => ids.has(reading.measure) && periods.has(reading.period))
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
