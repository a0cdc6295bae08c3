import type { Comparison, Placed, PlacedNumber } from '../model/comparison.ts';
import { isYear } from '../model/period.ts';
import { same } from './alike.ts';
import { isNumber } from './field.ts';
import {
  goingOn,
  groupInWords,
  placeInWords,
  placeWithin,
  reasonInWords,
  valueInBrief,
  valueInWords,
  whenInWords,
} from './reading-words.ts';
import { FEWEST_COMPARED } from './summary.ts';

type Compared = Omit<Comparison, 'reading' | 'brief'>;

/**
 * Takes a comparison; gives it as it is said: one sentence with the value, its time and how it stands beside its peers' median, and further
 * ones for its place, for what to be careful of, and for what is not there. `Better` and `worse` are said only of a difference that is clear.
 */
export function readingOf(compared: Compared): string {
  const { own } = compared;
  const sentences = !own || !isPlacedNumber(own) ? withoutOwn(compared) : withOwn(compared, own);
  return sentences.filter((sentence) => sentence !== '').join(' ');
}

/** Takes a comparison; gives how it stands, for where the value, its time and with whom it is compared are said already. */
export function briefReadingOf(compared: Compared): string {
  const { own, summary, numbers, figure } = compared;
  if (!own || !isPlacedNumber(own)) return readingOf(compared);
  if (summary === null)
    return [tooFew(compared, own), smallNumbers(compared, own)].join(' ').trim();
  const of = `the median of ${numbers.length}, ${valueInBrief(summary.median, figure)}`;
  const beside = besideMedian(compared, own, of, summary.median).replace(/^which is /, '');
  const said = `${beside.charAt(0).toUpperCase()}${beside.slice(1)}.`;
  const rest = [place(compared, own), smallNumbers(compared, own), marked(own)];
  return [said, ...rest].filter((sentence) => sentence !== '').join(' ');
}

function withOwn(compared: Compared, own: PlacedNumber): string[] {
  const { figure, asked, summary } = compared;
  const value = valueInWords(own.shown.value, figure);
  const had = figure.unit.kind === 'rate' ? `${own.name} had` : `The figure for ${own.name} was`;
  const said = `${had} ${value} ${whenInWords(asked.period, figure)}`;
  if (summary === null) {
    return [`${said}.`, tooFew(compared, own), smallNumbers(compared, own), marked(own)];
  }
  const group = groupInWords(compared.peers, compared.numbers.length);
  const of = `the median (the middle figure) of ${group}, ${valueInBrief(summary.median, figure)}`;
  return [
    `${said}, ${besideMedian(compared, own, of, summary.median)}.`,
    place(compared, own),
    unsure(compared, own),
    smallNumbers(compared, own),
    marked(own),
  ];
}

function withoutOwn(compared: Compared): string[] {
  const { own, asked, figure, summary } = compared;
  const when = whenInWords(asked.period, figure);
  const why = own ? `There is no figure for ${own.name} ${when} (${reasonInWords(own)}).` : '';
  if (summary === null) {
    return [why || `There is nothing to compare ${when}.`, tooFew(compared, null)];
  }
  const group = groupInWords(compared.peers, summary.n);
  const [low, high] = [summary.lowerQuartile, summary.upperQuartile];
  return [
    why,
    `The median (the middle figure) of ${group} was ${valueInWords(summary.median, figure)}${own ? '' : ` ${when}`}.`,
    `The middle half of them lies between ${valueInBrief(low, figure)} and ${valueInBrief(high, figure)}.`,
  ];
}

/** `of` says whose median it is, and how high. */
function besideMedian(compared: Compared, own: PlacedNumber, of: string, median: number): string {
  const { figure, standing } = compared;
  // Two numbers that are told apart may be written the same.
  const hardly = valueInBrief(own.shown.value, figure) === valueInBrief(median, figure);
  switch (standing) {
    case 'higher':
    case 'lower':
      return `which is ${hardly ? 'just ' : ''}${standing}${meant(compared)} than ${of}`;
    case 'similar':
      return same(own.shown.value, median)
        ? `which is the same as ${of}`
        : `which is not clearly different from ${of}`;
    case 'unclear':
    case null:
      return `beside ${of}`;
  }
}

/**
 * What a clear difference means: nothing where neither more nor less of it is to be wished for, nor where so many peers' intervals overlap
 * with its own that its place could be in the other half.
 */
function meant({ figure: { polarity }, standing, rank }: Compared): string {
  if (polarity === 'neutral' || rank === null) return '';
  const middle = (rank.of + 1) / 2;
  if (standing === 'higher' ? rank.to >= middle : rank.from <= middle) return '';
  const good = (polarity === 'high') === (standing === 'higher');
  return good ? ', and so better,' : ', and so worse,';
}

function place({ rank, numbers, peers }: Compared, own: PlacedNumber): string {
  if (!rank) return '';
  const others = numbers.filter(({ area }) => area !== own.area);
  const value = own.shown.value;
  const among = peers.members.includes(own.area) ? `${rank.of}` : `${rank.of}, itself among them`;
  if (others.every(({ shown }) => same(shown.value, value))) {
    return `All ${among}${among.includes(',') ? ',' : ''} have the same figure.`;
  }
  const last = others.every(({ shown }) => shown.value > value || same(shown.value, value));
  const is = `It is ${placeInWords(rank, last)} of ${among}`;
  return own.interval === null ? `${is}.` : `${is}, ${placeWithin(rank)}.`;
}

function unsure({ figure }: Compared, own: PlacedNumber): string {
  if (own.interval !== null) return '';
  const given = own.source.kind === 'published' ? 'published' : 'given';
  switch (figure.unit.kind) {
    case 'percent':
      return `How sure one can be is not known: only the percentage is ${given}.`;
    case 'rate':
      return `How sure one can be is not known: only the rate is ${given}.`;
    case 'amount':
      return 'How sure one can be is not known for a figure of this kind.';
  }
}

function tooFew(
  { numbers, peers, figure, ...compared }: Compared,
  own: PlacedNumber | null,
): string {
  if (figure.unit.kind === 'amount')
    return 'An amount is not compared with those of other authorities.';
  const says = peers.says === null ? '' : ` ${peers.says}`;
  const [n, m] = [numbers.length, peers.members.length];
  if (m === 0 && compared.own === null) return says.trim();
  if (m === 0) return `There are no authorities to compare it with.${says}`;
  const group = groupInWords(peers, n);
  if (n === 0) return `There is no comparison: ${group} has a figure.${says}`;
  const alone = n === 1 && own !== null && numbers[0]?.area === own.area;
  const which = alone ? `only ${own.name}, ${group},` : `only ${group}`;
  return `There is no comparison: ${which} ${n === 1 ? 'has' : 'have'} a figure, and ${FEWEST_COMPARED} are needed.${says}`;
}

/** With fewer events than this a rate is unreliable, as ONS marks them; a percentage, where it is of fewer than so many. */
const FEW_EVENTS = 20;
const FEW_IN_ALL = 50;

function smallNumbers({ figure, asked }: Compared, { shown: { parts } }: PlacedNumber): string {
  if (!parts || figure.unit.kind === 'amount') return '';
  const next = isYear(asked.period) ? 'one year to the next' : 'one quarter to the next';
  const changes = `it can change a lot from ${next}`;
  const about = parts.estimated ? 'about ' : '';
  const count = parts.numerator.toLocaleString('en-GB');
  if (figure.unit.kind === 'percent') {
    if (parts.denominator >= FEW_IN_ALL) return '';
    const words = figure.unitWords.replace(/^%? ?of /, '');
    return `Based on ${about}${count} of ${parts.denominator} ${words}: ${changes}.`;
  }
  if (parts.numerator >= FEW_EVENTS) return '';
  const [counted = ''] = figure.unitWords.split(' per ');
  // One of something, and none of it, would need another word than the unit has.
  if (parts.numerator < 2) return `Based on a count of ${about}${count}: ${changes}.`;
  return `Based on ${about}${count} ${counted}: ${changes}.`;
}

function marked({ shown: { flag } }: PlacedNumber): string {
  return flag === null ? '' : `Its source marks it “${flag.symbol}”: ${goingOn(flag.says)}.`;
}

function isPlacedNumber(own: Placed | PlacedNumber): own is PlacedNumber {
  return isNumber(own) && 'interval' in own;
}
