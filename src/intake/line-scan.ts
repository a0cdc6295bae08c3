import { lineNumbers } from '../files/lines.ts';
import { type Mended, withoutBrokenQuotes } from '../files/quotes.ts';

/** What looks at every byte of a file, and takes its time: the page has it done by a worker. */
export interface LineScan {
  /** As `lineNumbers` does. */
  numbers(content: Blob, places: readonly number[]): Promise<number[]>;
  /** As `withoutBrokenQuotes` does. */
  mend(content: Blob, delimiter: string): Promise<Mended>;
}

/** Done where it is asked. */
export const SCAN_HERE: LineScan = { numbers: lineNumbers, mend: withoutBrokenQuotes };
