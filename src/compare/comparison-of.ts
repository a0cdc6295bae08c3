import type { ComparedUnit, Comparison, Placed, PlacedNumber } from '../model/comparison.ts';
import { type Field, isNumber } from './field.ts';
import { intervalOf } from './intervals.ts';
import { rankOf } from './rank.ts';
import { briefReadingOf, readingOf } from './reading.ts';
import { standingOf } from './standing.ts';
import { summarise } from './summary.ts';

/** Takes all that is known of a figure in a period; gives what comes of it: intervals, summary, rank, standing, and the words. */
export function comparisonOf(field: Field): Comparison {
  const { asked, figure, peers, total, notes } = field;
  const members = new Set(peers.members);
  const everyone = field.everyone
    .flatMap((placed) => numberOf(placed, figure.unit) ?? [])
    .sort(highestFirst);
  const numbers = everyone.filter(({ area }) => members.has(area));
  const symbols = field.everyone.flatMap(({ area, name, shown }) =>
    shown.kind === 'symbol' && members.has(area) ? [{ area, name, says: shown.says }] : [],
  );
  const own = field.own && (numberOf(field.own, figure.unit) ?? field.own);
  const ownNumber = field.own && numberOf(field.own, figure.unit);
  const summary = summarise(numbers, figure.unit);
  const comparison = {
    ...{ asked, figure, own, peers, numbers, everyone, summary, total, notes },
    without: [...field.without, ...symbols].sort((a, b) => a.name.localeCompare(b.name, 'en-GB')),
    rank: ownNumber && rankOf(ownNumber, numbers),
    standing: ownNumber && standingOf(ownNumber, summary),
  };
  return { ...comparison, reading: readingOf(comparison), brief: briefReadingOf(comparison) };
}

/** Takes what is placed and its unit; gives it with its interval, or null where it is no number. */
function numberOf(placed: Placed, unit: ComparedUnit): PlacedNumber | null {
  return isNumber(placed) ? { ...placed, interval: intervalOf(placed.shown, unit) } : null;
}

function highestFirst(one: PlacedNumber, other: PlacedNumber): number {
  return other.shown.value - one.shown.value || one.name.localeCompare(other.name, 'en-GB');
}
