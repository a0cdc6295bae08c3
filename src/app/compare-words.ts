import type { ComparedUnit, Comparison, Placed, Shown } from '../model/comparison.ts';
import { formatDay } from '../model/day.ts';
import { oneDecimal, roundHalfAway } from '../model/outcome.ts';
import { type Period, isYear, lastDay, periodInWords } from '../model/period.ts';
import { overTheYear } from './compare-rows.ts';

/** Takes what an area shows and in which unit; gives it for a cell: `19.2%`, `45.1`, or the words of its symbol. */
export function shownInBrief(shown: Shown, unit: ComparedUnit): string {
  if (shown.kind === 'symbol') return shown.says;
  return oneDecimal(shown.value) + (unit.kind === 'percent' ? '%' : '');
}

/** Takes the authority's figure, null where there is none; gives it for a cell. */
export function ownInBrief(own: Placed | null, unit: ComparedUnit): string {
  return own ? shownInBrief(own.shown, unit) : 'No figure';
}

/** Takes a period, and whether the figure is the position on its last day; gives it in words that can follow others. */
function comparedPeriod(period: Period, isSnapshot: boolean): string {
  if (isSnapshot) return `on ${formatDay(lastDay(period))}`;
  return isYear(period) ? `year to ${formatDay(lastDay(period))}` : periodInWords(period);
}

/** Takes a period, and whether the figure is the position on its last day; gives it in words that stand alone. */
export function comparedPeriodAlone(period: Period, isSnapshot: boolean): string {
  const words = comparedPeriod(period, isSnapshot);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Takes the change over a year; gives it in words: `Up 5.1 since June 2024`. */
export function directionInWords(change: ReturnType<typeof overTheYear>): string {
  if (!change) return 'Not known';
  const [now, before] = [roundHalfAway(change.now), roundHalfAway(change.before)];
  const since = formatDay(lastDay(change.since)).replace(/^\d+ /, '');
  if (now === before) return `The same as in ${since}`;
  return `${now > before ? 'Up' : 'Down'} ${oneDecimal(Math.abs(now - before))} since ${since}`;
}

/** Takes a comparison; gives the heading of its charts: what, where and when. */
export function captionOf({ figure, peers, asked }: Comparison): string {
  return `${figure.title}, ${peers.title}, ${comparedPeriod(asked.period, figure.period === 'snapshot')}`;
}

/** Takes a period of activity; gives it in words that stand alone. */
export function periodAlone(period: Period): string {
  return comparedPeriodAlone(period, false);
}

const WHOLE =
  'Your own figures are whole here, small numbers included. To share a picture, make a report: there they are withheld.';

/** Takes a comparison, and whether its own figures were made safe to share; gives what a reader must know beside it. */
export function notesOf(
  { notes, own }: Pick<Comparison, 'notes' | 'own'>,
  isSafe: boolean,
): readonly string[] {
  return own?.source.kind === 'own' && !isSafe ? [...notes, WHOLE] : notes;
}
