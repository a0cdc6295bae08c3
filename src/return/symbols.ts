import type { DisclosurePolicy } from '../model/disclosure.ts';
import { type Outcome, inBrief } from '../model/outcome.ts';

/** A symbol that stands in place of a figure, and what it means. */
interface SymbolMeaning {
  readonly symbol: string;
  readonly means: string;
}

/** Takes an outcome; gives the symbol for the reason why it has no figure, or null where it has one. Source: spec/return/observations.yaml. */
export function symbolOf(outcome: Outcome, policy: DisclosurePolicy): string | null {
  switch (outcome.kind) {
    case 'count':
    case 'amount':
    case 'ratio':
      return null;
    case 'withheld':
      return policy.symbol;
    case 'not applicable':
      return 'z';
    case 'not available':
      return 'x';
    case 'missing':
      return 'm';
  }
}

/** Takes the policy; gives every symbol that a return may hold, with its meaning. */
export function symbolKey(policy: DisclosurePolicy): SymbolMeaning[] {
  const reasons: readonly Outcome[] = [
    { kind: 'not applicable', reason: '' },
    { kind: 'not available', reason: '' },
    { kind: 'missing', reason: '' },
  ];
  const plain = reasons.map((outcome) => ({
    symbol: symbolOf(outcome, policy) ?? '',
    means: inBrief(outcome),
  }));
  return [{ symbol: policy.symbol, means: policy.words }, ...plain];
}
