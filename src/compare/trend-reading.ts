import type { ComparedFigure, TrendAgainst } from '../model/comparison.ts';
import { isYear, periodInWords } from '../model/period.ts';
import { numberInWords, valueInBrief, valueInWords, whenInWords } from './reading-words.ts';

interface Known {
  readonly at: TrendAgainst;
  readonly value: number;
}

/**
 * Takes a trend, oldest first, its figure and the authority's name; gives what it says: where it began and ended, and how often it lay above
 * its peers' median. Only what follows one definition, the latest, is read together. It tells of no change: a control chart does.
 */
export function trendReading(
  trend: readonly TrendAgainst[],
  figure: ComparedFigure,
  name: string,
): string {
  const all = trend.flatMap((at): Known[] =>
    at.own?.kind === 'number' ? [{ at, value: at.own.value }] : [],
  );
  const last = all.at(-1);
  const noun = trend.some(({ period }) => isYear(period)) ? 'year' : 'quarter';
  if (!last) return `There is no figure for ${name} in any ${noun} shown.`;
  const alike = all.filter(({ at }) => at.ownVersion === last.at.ownVersion);
  const first = alike[0] ?? last;
  const broken = alike.length < all.length ? ` ${earlierDefinition(first, noun)}` : '';
  if (first === last) {
    const value = valueInWords(last.value, figure);
    return `There is one ${noun} only, with ${value} ${whenInWords(last.at.period, figure)}: no trend can be read from it.${broken}`;
  }
  const from = `${valueInBrief(first.value, figure)} ${whenInWords(first.at.period, figure)}`;
  const to = `${valueInWords(last.value, figure)} ${whenInWords(last.at.period, figure)}`;
  return `The figure for ${name} was ${from} and ${to}${besidePeers(alike, noun)}.${broken}`;
}

function besidePeers(known: readonly Known[], noun: string): string {
  const beside = known.flatMap(({ at, value }) =>
    at.summary ? [{ value, median: at.summary.median, n: at.summary.n }] : [],
  );
  const latest = beside.at(-1);
  if (!latest) return '; there are too few authorities to compare it with';
  const above = beside.filter(({ value, median }) => value > median).length;
  if (beside.length === 1) {
    return `; it was ${above === 1 ? '' : 'not '}above its peers’ median in the one ${noun} with both (of ${latest.n} authorities)`;
  }
  const count = above === beside.length ? 'all' : numberInWords(above);
  return `; it was above its peers’ median in ${count} of the ${numberInWords(beside.length)} ${noun}s with both (the latest of ${latest.n} authorities)`;
}

function earlierDefinition({ at }: Known, noun: string): string {
  return `What lies before ${isYear(at.period) ? 'the year of ' : ''}${periodInWords(at.period)} follows another definition, and no ${noun} of it is compared.`;
}
