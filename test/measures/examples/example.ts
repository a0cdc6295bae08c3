import type { HandEntry } from '../../../src/model/question.ts';
import type { Tables } from '../case.ts';

/** What a definition's worked example tells of: an extract or the parts entered by hand, and the figures that it ends with. */
export interface Example {
  readonly tables?: Tables;
  readonly entered?: HandEntry['parts'];
  /** Another measure whose settings this one goes by. */
  readonly goesBy?: string;
  /** The figures that the example's last sentences say, in their order. */
  readonly says: readonly string[];
}
