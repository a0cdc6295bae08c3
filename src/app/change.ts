import type { Observation } from '../model/observation.ts';
import { type Outcome, oneDecimal, roundHalfAway, valueOf } from '../model/outcome.ts';

/** Takes an observation and an earlier one of the same figure; gives the change in words: `+12 (up)`, `−1.3 points (down)`. */
export function changeInWords(now: Observation | null, before: Observation | null): string {
  if (!now || valueOf(now.outcome) === null) return 'No figure now';
  if (!before || valueOf(before.outcome) === null) return 'No earlier figure';
  if (now.version !== before.version) return 'The definition changed';
  const change = roundHalfAway(shown(now.outcome) - shown(before.outcome));
  if (change === 0) return 'No change';
  const size = Math.abs(change);
  const number = now.outcome.kind === 'count' ? size.toLocaleString('en-GB') : oneDecimal(size);
  const points = now.outcome.kind === 'ratio' && now.outcome.scale === 100 ? ' points' : '';
  return change > 0 ? `+${number}${points} (up)` : `−${number}${points} (down)`;
}

// The change is between the figures as they are shown, so that the reader can check it.
function shown(outcome: Outcome): number {
  return roundHalfAway(valueOf(outcome) ?? 0);
}
