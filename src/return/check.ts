import { isSafe } from '../disclosure/withhold.ts';
import { observationKey } from '../model/observation.ts';
import { valueOf } from '../model/outcome.ts';
import { Problem } from '../model/problem.ts';
import type { Return } from '../model/return.ts';
import type { Terms } from './terms.ts';

/** Takes a return and its terms; throws a Problem where it must not be written. A last look: types do not hold across a worker's messages. */
export function checkReturn({ made, authority, observations }: Return, { policy }: Terms): void {
  if (!isSafe(observations, policy)) {
    throw refusal('a number that must be withheld was about to go into it');
  }
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/.test(made)) {
    throw refusal(`“${made}” does not say when it is made`);
  }
  const keys = new Set<string>();
  for (const { measure, figure, period, cell, area, outcome } of observations) {
    const key = `${measure} ${observationKey(figure, period, cell)}`;
    if (!Number.isFinite(valueOf(outcome) ?? 0)) throw refusal(`${key} is not a number`);
    if (area !== authority.code) throw refusal(`${key} is about another authority, ${area}`);
    if (keys.has(key)) throw refusal(`${key} is in it twice`);
    keys.add(key);
  }
}

function refusal(why: string): Problem {
  return new Problem(
    `The return was not written: ${why}.`,
    'This is a fault in Quarterlight, not in your extract. Please report it.',
  );
}
