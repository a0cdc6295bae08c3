import { fileURLToPath } from 'node:url';
import { loadSolver } from '../../../src/disclosure/highs.ts';
import { protect } from '../../../src/disclosure/protect.ts';
import type { Solve } from '../../../src/disclosure/solver.ts';
import type { EarlierReturn, ProtectedReturn } from '../../../src/model/disclosure.ts';
import type { Observation } from '../../../src/model/observation.ts';
import { type Outcome, inBrief } from '../../../src/model/outcome.ts';
import type { Period } from '../../../src/model/period.ts';
import { spec } from '../../../src/spec/spec.ts';

export const Q1 = '2025-26 Q1';
export const YEAR = 'year to 2025-26 Q1';

/** A count, or the two parts of a percentage. */
type Given = number | readonly [number, number];

/** Takes a figure, a period, its whole and its cells by breakdown; gives its observations, in that order. */
export function observed(
  figure: string,
  period: Period,
  whole: Given,
  cells: Readonly<Record<string, Readonly<Record<string, Given>>>> = {},
): Observation[] {
  const [measure = '', id = ''] = figure.split('.');
  const at = (cell: Observation['cell'], given: Given): Observation => ({
    ...{ measure, version: 1, figure: id, period, area: '999', cell },
    outcome: outcomeOf(given),
    origin: 'extract',
    denominatorFrom: null,
  });
  return [
    at(null, whole),
    ...Object.entries(cells).flatMap(([by, of]) =>
      Object.entries(of).map(([cell, given]) => at({ by, cell }, given)),
    ),
  ];
}

function outcomeOf(given: Given): Outcome {
  if (typeof given === 'number') return { kind: 'count', value: given };
  const [numerator, denominator] = given;
  if (denominator === 0) return { kind: 'not applicable', reason: 'there were none' };
  return { kind: 'ratio', numerator, denominator, scale: 100 };
}

/** The solver, loaded once. */
const solver: Promise<Solve> = loadSolver(
  fileURLToPath(new URL('../../../node_modules/highs/build/highs.wasm', import.meta.url)),
);

/** Takes observations, and what was sent before and is true of it today; gives what disclosure control makes of them. */
export async function protectedBy(
  policy: string,
  observations: readonly Observation[],
  before: readonly EarlierReturn[] = [],
  today: readonly Observation[] = [],
): Promise<ProtectedReturn> {
  const found = spec.disclosure.policies.find(({ id }) => id === policy);
  if (!found) throw new RangeError(`There is no policy ${policy}`);
  const { disclosure: rules, measures } = spec;
  return protect(
    { observations, policy: found, measures, rules, before, today },
    await solver,
    () => undefined,
  );
}

/** Takes observations; gives each as a reader sees it: `riia-02.referrals sex male: 17`. */
export function shown(observations: readonly Observation[]): string[] {
  return observations.map(({ measure, figure, period, cell, outcome }) => {
    const where = [`${measure}.${figure}`, ...(cell ? [cell.by, cell.cell] : [])];
    const when = period.startsWith('year') ? [...where, 'year'] : where;
    const says =
      outcome.kind === 'ratio'
        ? `${outcome.numerator} of ${outcome.denominator}`
        : inBrief(outcome);
    return `${when.join(' ')}: ${says}`;
  });
}
