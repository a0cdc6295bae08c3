import type { BalanceResult } from './balance.ts';
import type { Finding } from './finding.ts';
import type { MeasureResult } from './observation.ts';
import type { Quarter } from './period.ts';

/** What the measures gave for one question. */
export interface Answer {
  /** The quarters that the extract covers, oldest first; never empty. */
  readonly quarters: readonly Quarter[];
  /** One for each measure that has figures, in the definitions' order. */
  readonly results: readonly MeasureResult[];
  /** What the records say of all that must add up. */
  readonly balances: readonly BalanceResult[];
  /** What was found in the rows once they were read together. */
  readonly findings: readonly Finding[];
}
