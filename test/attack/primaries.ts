import type { DisclosurePolicy } from '../../src/model/disclosure.ts';
import type { Observation } from '../../src/model/observation.ts';
import { type Counted, type Definitions, naming, partsOf } from './numbers.ts';
import { type Range, both } from './relation.ts';
import type { Rows } from './seen.ts';

/** A number that must not be worked out, and what it is in truth. */
export interface Primary {
  readonly name: string;
  readonly value: number;
}

/** Takes true rows and the definitions; gives every number, by its name, that the rows are made of. */
export function truthOf(files: readonly Rows[], definitions: Definitions): Map<string, number> {
  const nameOf = naming(definitions);
  const truth = new Map<string, number>();
  for (const { measure, figure, period, cell, outcome } of files.flat()) {
    const parts = partsOf(definitions, measure, figure);
    if (!parts) continue;
    const note = (counted: Counted, value: number) => {
      truth.set(nameOf(counted, period, cell), value);
    };
    if (parts.kind === 'count') {
      if (outcome.kind === 'count') note(parts.count, outcome.value);
      continue;
    }
    if (outcome.kind !== 'ratio' && outcome.kind !== 'not applicable') continue;
    const { numerator, denominator } =
      outcome.kind === 'ratio' ? outcome : { numerator: 0, denominator: 0 };
    note(parts.numerator, numerator);
    note(parts.denominator, denominator);
    note(parts.rest, denominator - numerator);
  }
  return truth;
}

/** Takes true rows, the policy and the definitions; gives the numbers that the policy protects, each once. */
export function primariesIn(
  files: readonly Rows[],
  policy: DisclosurePolicy,
  definitions: Definitions,
): Primary[] {
  return [...truthOf(files, definitions)]
    .filter(([, value]) => isSmall(value, policy))
    .map(([name, value]) => ({ name, value }));
}

/** Takes a true observation and the policy; gives it as it may be shown where nothing is looked at but itself. */
export function withheldAlone(
  observation: Observation,
  policy: DisclosurePolicy,
  definitions: Definitions,
): Observation {
  const { outcome, measure, figure } = observation;
  if (!partsOf(definitions, measure, figure)) return observation;
  const rounded = (value: number) => shownAs(value, policy);
  const withheld = { ...observation, outcome: { kind: 'withheld' } } as const;
  if (outcome.kind === 'count') {
    if (isSmall(outcome.value, policy)) return withheld;
    return { ...observation, outcome: { kind: 'count', value: rounded(outcome.value) } };
  }
  if (outcome.kind !== 'ratio') return observation;
  const { numerator, denominator } = outcome;
  const published = observation.denominatorFrom !== null;
  const small = published ? [numerator] : [numerator, denominator, denominator - numerator];
  if (small.some((value) => isSmall(value, policy))) return withheld;
  const below = published ? denominator : rounded(denominator);
  return {
    ...observation,
    outcome: { ...outcome, numerator: rounded(numerator), denominator: below },
  };
}

function isSmall(value: number, { withheldFrom, withheldTo }: DisclosurePolicy): boolean {
  return value >= withheldFrom && value <= withheldTo;
}

function shownAs(value: number, { roundedTo }: DisclosurePolicy): number {
  return roundedTo === null ? value : Math.round(value / roundedTo) * roundedTo;
}

/** Takes what a number can be and the policy; tells whether all that the policy withholds is in it. */
export function hides(range: Range, { withheldFrom, withheldTo }: DisclosurePolicy): boolean {
  const { least, most } = both(range, { least: withheldFrom, most: withheldTo });
  return least === withheldFrom && most === withheldTo;
}
