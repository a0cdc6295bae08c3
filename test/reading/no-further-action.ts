import { cell } from './rows.ts';
import type { Span } from './rows.ts';

/** By the referral's own flag; where that is empty, by the flag among its outcomes, under either of its names. */
export function isNoFurtherAction(referral: Span): boolean {
  const flag = cell(referral.row, 'cine_referral_nfa');
  if (flag !== null) return flag === 'Y';
  const outcome = cell(referral.row, 'cine_referral_outcome_json');
  if (outcome === null || !outcome.startsWith('{')) return false;
  const told = new Map(Object.entries(Object(JSON.parse(outcome))));
  return told.get('NFA_FLAG') === 'Y' || told.get('OUTCOME_NFA_FLAG') === 'Y';
}
