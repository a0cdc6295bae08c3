import type { Check, CheckTally, Move } from '../model/check.ts';
import { formatDay, parseDay } from '../model/day.ts';
import type { Measure } from '../model/measure.ts';
import { type Outcome, inBrief, oneDecimal, roundHalfAway, valueOf } from '../model/outcome.ts';
import { type Quarter, periodInWords } from '../model/period.ts';
import { counted, named } from '../model/words.ts';
import { type Sorted, movesIn, rowsIn } from './findings-ranked.ts';

export const ROWS = ['row', 'rows'] as const;
const CHILDREN = ['child', 'children'] as const;
const MEASURES = ['measure', 'measures'] as const;
export const CHECKS = ['check', 'checks'] as const;

/** Takes a severity; gives it in the words that stand beside a finding. */
export function severityInWords(severity: Check['severity']): string {
  switch (severity) {
    case 'serious':
      return 'Serious';
    case 'warning':
      return 'To check';
    case 'note':
      return 'For information';
  }
}

/** Takes what was found, by table; gives it in a sentence: `12 rows of ssd_cin_episodes, for 9 children.` */
export function foundInWords(tallies: readonly CheckTally[]): string {
  const each = tallies.map(({ table, rows, children }) => {
    const whom = children === 0 ? 'naming no child' : `for ${counted(children, CHILDREN)}`;
    return `${counted(rows, ROWS)} of ${table}, ${whom}`;
  });
  return `${each.join('; ')}.`;
}

/** Takes an outcome; gives its value with the parts of a ratio, which can change where the rounded value does not. */
export function valueInWords(outcome: Outcome): string {
  if (outcome.kind !== 'ratio' || outcome.scale !== 100) return inBrief(outcome);
  const [numerator, denominator] = [outcome.numerator, outcome.denominator];
  return `${inBrief(outcome)} (${numerator.toLocaleString('en-GB')} of ${denominator.toLocaleString('en-GB')})`;
}

/** Takes a move; gives the difference as the reader can work it out from the two values: `−3`, `+0.4 points`. */
export function differenceInWords({ is, wouldBe }: Pick<Move, 'is' | 'wouldBe'>): string {
  const [from, to] = [valueOf(is), valueOf(wouldBe)];
  if (from === null) return 'there would be a figure';
  if (to === null) return 'there would be no figure';
  const change = roundHalfAway(roundHalfAway(to) - roundHalfAway(from));
  if (change === 0) return 'none once rounded';
  const size = Math.abs(change);
  const number = wouldBe.kind === 'count' ? size.toLocaleString('en-GB') : oneDecimal(size);
  const points = wouldBe.kind === 'ratio' && wouldBe.scale === 100 ? ' points' : '';
  return `${change > 0 ? '+' : '−'}${number}${points}`;
}

/** Takes what is wrong with a row, or null; gives it with its days as they are said. */
export function detailInWords(detail: string | null): string {
  return (detail ?? '').replace(/\d{4}-\d{2}-\d{2}/g, (text) => {
    const day = parseDay(text);
    return day ? formatDay(day) : text;
  });
}

/** Takes a check; gives what was done to see what its rows move. */
export function triedInWords({ tried }: Pick<Check, 'tried'>): string {
  return `To see this, ${tried.charAt(0).toLowerCase()}${tried.slice(1)}`;
}

/** Takes a move and the measures; gives the name of what is moved: the measure's, with the figure's where it is not the headline. */
export function figureName(
  move: Pick<Move, 'measure' | 'figure'>,
  measures: readonly Measure[],
): string {
  const measure = measures.find(({ id }) => id === move.measure);
  if (!measure || measure.kind === 'breakdown') return move.measure;
  const figure = measure.figures.find(({ id }) => id === move.figure);
  return !figure || figure.headline ? measure.title : `${measure.title}: ${figure.title}`;
}

/** Takes how many more headlines are changed than the one that stands before it. */
export function moreInWords(more: number): string {
  return `It changes ${counted(more, ['other headline', 'other headlines'])} too.`;
}

/** Takes all that the checks came to; gives in a sentence how many found something. */
export function checkedInWords({ rows, whole, nothing, notMade }: Sorted): string {
  const found = [...rows, ...whole];
  const made = found.length + nothing.length;
  const left = notMade.length > 0 ? ` ${counted(notMade.length, CHECKS)} could not be made.` : '';
  if (found.length === 0) return `${counted(made, CHECKS)} found nothing.${left}`;
  const serious = found.filter(({ check }) => check.severity === 'serious').length;
  const ofThem = serious === 0 ? 'none of them serious' : `${serious} of them serious`;
  return `${found.length} of ${counted(made, CHECKS)} found something, ${ofThem}.${left}`;
}

/** Takes findings whose moves are all known, and the quarter; gives how many measures they move in it. */
export function movedInWords({ rows }: Sorted, quarter: Quarter): string {
  if (rows.length === 0) return '';
  const moved = new Set(rows.flatMap((finding) => movesIn(finding).map(({ measure }) => measure)));
  const period = periodInWords(quarter);
  if (moved.size === 0) return `The rows they found change no headline of ${period}.`;
  return `The rows they found change the headline of ${counted(moved.size, MEASURES)} in ${period}.`;
}

/** Takes the titles of measures that can be moved and are not; gives the sentence that says so. */
export function unmovedInWords(titles: readonly string[], quarter: Quarter): string {
  return `It does not change ${named(titles)} in ${periodInWords(quarter)}, but can in another quarter.`;
}

/** Takes how many rows are in a list; gives the words of the button that saves it. */
export function saveInWords(tallies: readonly CheckTally[]): string {
  return `Save the list of ${counted(rowsIn(tallies), ROWS)} (CSV)`;
}
