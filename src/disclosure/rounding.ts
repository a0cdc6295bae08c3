import type { Observation } from '../model/observation.ts';
import type { Outcome } from '../model/outcome.ts';

/** Takes a count and what to round to; gives the nearest multiple, halves up. */
export function roundTo(value: number, to: number): number {
  return Math.round(value / to) * to;
}

/** Takes an observation and what to round to; gives its outcome with counts rounded. A published population is not. */
export function rounded(
  { outcome, denominatorFrom }: Pick<Observation, 'outcome' | 'denominatorFrom'>,
  to: number,
): Outcome {
  if (outcome.kind === 'count') return { ...outcome, value: roundTo(outcome.value, to) };
  if (outcome.kind !== 'ratio') return outcome;
  const { numerator, denominator } = outcome;
  return {
    ...outcome,
    numerator: roundTo(numerator, to),
    denominator: denominatorFrom === null ? roundTo(denominator, to) : denominator,
  };
}
