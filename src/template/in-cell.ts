import type { Outcome } from '../model/outcome.ts';
import type { MappedPart } from '../model/workbook-map.ts';
import { shownNumber, symbolOf } from '../return/symbols.ts';

/** Takes an outcome and which number of it; gives what goes into a cell: the number, or the symbol that a return has in its place. */
export function inCell(outcome: Outcome, part: MappedPart): number | string {
  if (outcome.kind === 'ratio' && (part === 'numerator' || part === 'denominator'))
    return outcome[part];
  // A count is all the parts that it has.
  const shown = shownNumber(outcome);
  if (shown === null) return symbolOf(outcome) ?? '';
  return part === 'share' && outcome.kind === 'ratio' ? shown / 100 : shown;
}
