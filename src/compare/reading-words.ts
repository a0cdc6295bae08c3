import type { ComparedFigure, Peers, Placed, Rank } from '../model/comparison.ts';
import { formatDay } from '../model/day.ts';
import { oneDecimal } from '../model/outcome.ts';
import { type Period, isYear, lastDay, periodInWords } from '../model/period.ts';

/** Takes a figure's value; gives it with its unit: `19.2% of referrals`, `45.1 referrals per 10,000 children`. */
export function valueInWords(value: number, { unit, unitWords }: ComparedFigure): string {
  const words = unitWords.replace(/^% ?/, '');
  const sign = unit.kind === 'percent' ? '%' : '';
  return `${oneDecimal(value)}${sign}${words && ' '}${words}`;
}

/** Takes a figure's value; gives it as short as it may stand beside another: `19.2%`, `45.1`. */
export function valueInBrief(value: number, { unit }: ComparedFigure): string {
  return `${oneDecimal(value)}${unit.kind === 'percent' ? '%' : ''}`;
}

/** Takes a period and what it is to a figure; gives when that was: `in July to September 2025`, `in the year to 31 March 2025`, `on 31 March 2025`. */
export function whenInWords(period: Period, { period: kind }: Pick<ComparedFigure, 'period'>) {
  const day = formatDay(lastDay(period));
  if (kind === 'snapshot') return `on ${day}`;
  return isYear(period) ? `in the year to ${day}` : `in ${periodInWords(period)}`;
}

/**
 * Takes peers and how many of them have a number; gives who they are, and how many: `all 24 authorities in the North West`,
 * `9 of its 10 statistical neighbours`, `none of the 3 authorities in the group Coast`.
 */
export function groupInWords({ set, title, members }: Peers, n: number): string {
  const m = members.length;
  const some = n === 0 ? 'none' : String(n);
  if (set.kind === 'neighbours') {
    return `${n < m ? `${some} of ` : ''}its ${m} statistical neighbours`;
  }
  const authorities = among(title);
  const which = m === 1 ? authorities.replace('authorities', 'authority') : authorities;
  if (n < m) return `${some} of the ${m} ${which}`;
  return `${m < 3 ? 'the' : 'all'} ${m} ${which}`;
}

/** A title is a place or a group that authorities are in, or names them itself: `the made-up authorities`. */
function among(title: string): string {
  return title.includes('authorities') ? title.replace(/^the /, '') : `authorities in ${title}`;
}

/** Takes a rank; gives the place: `joint 3rd highest`, `the lowest`. `last` tells that nobody is below it. */
export function placeInWords({ place, tied }: Rank, last: boolean): string {
  const joint = tied ? 'joint ' : '';
  if (place === 1) return tied ? 'joint highest' : 'the highest';
  if (last) return tied ? 'joint lowest' : 'the lowest';
  return `${joint}${ordinal(place)} highest`;
}

/** Takes a rank; gives what its place could be, by whose intervals overlap with its own. */
export function placeWithin({ from, to, of }: Rank): string {
  if (from === to) return 'and that is clear even when chance is allowed for';
  const end = (place: number) => {
    if (place === 1) return 'highest';
    return place === of ? 'lowest' : ordinal(place);
  };
  return `but when chance is allowed for it could be anywhere from ${end(from)} to ${end(to)}`;
}

/** Takes a whole number above 0; gives `1st`, `2nd`, `113th`. */
function ordinal(place: number): string {
  const teen = place % 100 >= 11 && place % 100 <= 13;
  const endings = ['th', 'st', 'nd', 'rd'];
  return `${place}${teen ? 'th' : (endings[place % 10] ?? 'th')}`;
}

/** Takes a whole number; gives it in letters up to nine, as sentences have it. */
export function numberInWords(count: number): string {
  const words = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
  return words[count] ?? String(count);
}

/** Takes the reason that stands in a figure's place; gives it as it goes on after a colon. */
export function reasonInWords({ shown }: Pick<Placed, 'shown'>): string {
  return shown.kind === 'number' ? '' : goingOn(shown.says);
}

/** Takes a sentence; gives it as it goes on within another. An abbreviation keeps its capitals. */
export function goingOn(says: string): string {
  const open = says.replace(/\.$/, '');
  return /^[A-Z][a-z]/.test(open) ? open.charAt(0).toLowerCase() + open.slice(1) : open;
}
