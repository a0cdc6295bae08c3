import type { ChildBehind, OverlapBalance, StockBalance, YearBalance } from '../model/balance.ts';
import { formatDay } from '../model/day.ts';
import { type Quarter, lastDay, stepQuarter } from '../model/period.ts';
import { counted } from '../model/words.ts';
import type { Compared, Stock, StockShown, Sum, overlapIn } from './adds-up.ts';
import { endOf } from './periods.ts';

/** The unit of all that must add up. */
export const CHILDREN = ['child', 'children'] as const;

/** Whether figures add up, and the sentence that says so. `expected` where they need not. */
export interface Verdict {
  readonly kind: 'adds up' | 'differs' | 'expected' | 'not compared';
  readonly says: string;
}

/** Takes what was compared of a stock; gives whether it adds up, in words. */
export function stockVerdict(stock: Compared<Stock>): Verdict {
  if (stock.kind === 'not compared') return stock;
  const { difference, children } = stock;
  if (children === 0) return { kind: 'adds up', says: 'Adds up, child by child.' };
  const behind = `${counted(children, CHILDREN)} ${children === 1 ? 'is' : 'are'} behind it`;
  if (difference === 0) {
    const says = `The figures add up, but ${counted(children, CHILDREN)} on their own do not: what they make cancels out.`;
    return { kind: 'adds up', says };
  }
  return { kind: 'differs', says: `Does not add up: ${differenceInWords(difference)}. ${behind}.` };
}

/** Takes a difference; gives it in words: `4 fewer are open than should be`. */
export function differenceInWords(difference: number): string {
  const size = Math.abs(difference);
  if (size === 0) return 'None';
  return `${size.toLocaleString('en-GB')} ${difference < 0 ? 'fewer' : 'more'} ${size === 1 ? 'is' : 'are'} open than should be`;
}

/** Takes the balances and what was compared of each; gives the one sentence that sums them up. */
export function summaryOf(all: readonly StockShown[]): string {
  const compared = all.flatMap(({ balance, stock }) =>
    stock.kind === 'compared' ? [{ title: balance.title.toLowerCase(), ...stock }] : [],
  );
  if (compared.length === 0) return 'Open, new and ceased could not be compared for this quarter.';
  const off = compared.filter(({ difference }) => difference !== 0);
  const left = all.length - compared.length;
  const closes = `Open, new and ceased add up for ${compared.length - off.length} of ${all.length}`;
  const differs = off.map(
    ({ title, difference }) => `${title} differ by ${counted(Math.abs(difference), CHILDREN)}`,
  );
  const rest = left > 0 ? [`${left} could not be compared`] : [];
  return `${[closes, ...differs, ...rest].join('; ')}.`;
}

/** Takes two ways to count the same and what each counted; gives whether they agree, in words. */
export function overlapVerdict(
  { words: [one, other] }: OverlapBalance,
  found: ReturnType<typeof overlapIn>,
): Verdict {
  if (found.kind === 'not compared') return found;
  const { first, second, both, either } = found;
  const sum = first + second - both;
  const ways = `${number(first)} ${one}, ${number(second)} ${other}, ${number(both)} by both`;
  const adding = `${number(first)} + ${number(second)} − ${number(both)} is ${number(sum)}`;
  if (sum === either)
    return { kind: 'adds up', says: `${counted(either, CHILDREN)}: ${ways}. ${adding}.` };
  return { kind: 'differs', says: `${counted(either, CHILDREN)}, but ${ways}. ${adding}.` };
}

/** Takes a figure whose year counts a child once, its quarters and year, and the last quarter; gives how they compare, in words. */
export function yearVerdict({ why }: YearBalance, found: Compared<Sum>, quarter: Quarter): Verdict {
  if (found.kind === 'not compared') return found;
  const { parts, sum, whole } = found;
  const quarters = `The four quarters to ${endOf(quarter)} (${parts.map(number).join(' + ')}) come to ${number(sum)}`;
  const year = `the year to ${endOf(quarter)} is ${counted(whole, CHILDREN)}`;
  if (sum === whole) return { kind: 'adds up', says: `${quarters}, and ${year}: the same.` };
  if (sum < whole) return { kind: 'differs', says: `${quarters}, but ${year}, which is more.` };
  return { kind: 'expected', says: `${quarters}, but ${year}. ${why}` };
}

/** Takes the parts of a whole and what the whole counts; gives whether they add up, in words. */
export function breakdownVerdict(found: Compared<Sum>, unit: readonly [string, string]): Verdict {
  if (found.kind === 'not compared') return found;
  const { parts, sum, whole } = found;
  const come = `The ${parts.length} parts come to ${number(sum)}`;
  return sum === whole
    ? { kind: 'adds up', says: `${come}, and there are ${counted(whole, unit)}: the same.` }
    : { kind: 'differs', says: `${come}, but there are ${counted(whole, unit)}.` };
}

/** Takes a balance, one of the children behind it and the quarter; gives what happened, in words. */
export function reasonInWords(
  { reasons }: StockBalance,
  { reason, day }: ChildBehind,
  quarter: Quarter,
): string {
  const known = reasons.find(({ id }) => id === reason);
  if (!known || day === null) return NO_REASON;
  return known.says
    .replaceAll('{day}', formatDay(day))
    .replaceAll('{opening}', formatDay(lastDay(stepQuarter(quarter, -1))))
    .replaceAll('{closing}', formatDay(lastDay(quarter)));
}

/** What stands where no reason fits. */
export const NO_REASON = 'No reason known: look at these records.';

function number(value: number): string {
  return value.toLocaleString('en-GB');
}
