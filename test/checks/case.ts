import type { Tables } from '../measures/case.ts';
import type { CheckedOptions } from './checked.ts';

/** A check's two cases: rows that it finds, and rows so near them that it must not. */
export interface CheckCase {
  readonly fires: Tables;
  readonly near: Tables;
  /** What is found: the rows, as `table id`, or how the sentence begins. */
  readonly finds: readonly string[];
  /** Headlines of the firing case, as they are and as they would be. */
  readonly moves: Readonly<Record<string, readonly [is: string, wouldBe: string]>>;
  readonly options?: CheckedOptions;
  /** For the near case, where it differs by the quarter. */
  readonly nearOptions?: CheckedOptions;
}
