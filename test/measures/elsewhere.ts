import { inFull } from '../../src/model/outcome.ts';
import { NOTHING_SETTLED, type PersonIds } from '../../src/model/reading.ts';
import type { Case, Tables } from './case.ts';
import { inNative } from './native.ts';

/** The quarter of the cases: 1 April to 30 June 2025. */
export const QUARTER = '2025-26 Q1';

/** Takes the ids of measures; gives what works them out on early help from another system, by what was said of its ids. */
export function fromElsewhere(
  ...ids: readonly string[]
): (
  tables: Tables,
  said?: PersonIds | null,
  settings?: Readonly<Record<string, number>>,
) => Promise<Case> {
  const measured = inNative(...ids);
  return (tables, said = null, settings = {}) =>
    measured(tables, {
      quarters: [QUARTER],
      settings,
      reading: { ...NOTHING_SETTLED, earlyHelpPersons: said },
    });
}

/** Takes a case, a measure and a figure; gives what the page says of it in full. */
export function inWords({ answer }: Case, measure: string, figure: string): string {
  const result = answer.results.find((one) => one.measure === measure);
  const found = result?.observations.find((one) => one.figure === figure && !one.cell);
  return found ? inFull(found.outcome) : 'nothing';
}

/** Takes a case and a measure; gives what is said beside its figures. */
export function saidBeside({ answer }: Case, measure: string): string[] {
  const result = answer.results.find((one) => one.measure === measure);
  return (result?.caveats ?? []).map(({ says }) => says);
}
