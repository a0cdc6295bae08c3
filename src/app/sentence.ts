import type { Figure } from '../model/measure.ts';
import { type Outcome, inBrief, inFull } from '../model/outcome.ts';
import { formatDay } from '../model/day.ts';
import { type Period, lastDay, periodInWords } from '../model/period.ts';
import { counted } from '../model/words.ts';

/** A stretch of a sentence; `figure` where it is a number that the sentence is about. */
export interface Stretch {
  readonly text: string;
  readonly figure: boolean;
}

const TIMES: readonly string[] = ['{period}', '{day}'];

/** Takes a figure, its outcome and period; gives the sentence that says them, or why there is no figure. */
export function sentenceOf(figure: Figure, outcome: Outcome, period: Period): Stretch[] {
  if (outcome.kind !== 'count' && outcome.kind !== 'amount' && outcome.kind !== 'ratio') {
    return [{ text: `${inFull(outcome)}.`, figure: false }];
  }
  const places = placesOf(figure, outcome, period);
  const stretches = figure.sentence
    .split(/(\{[a-z]+\})/)
    .filter((text) => text !== '')
    .map((text) => {
      const filled = places[text];
      return { text: filled ?? text, figure: filled !== undefined && !TIMES.includes(text) };
    });
  const last = stretches.at(-1);
  return last && /[.?!]$/.test(last.text)
    ? stretches
    : [...stretches, { text: '.', figure: false }];
}

function placesOf(
  figure: Figure,
  outcome: Extract<Outcome, { kind: 'count' | 'amount' | 'ratio' }>,
  period: Period,
): Readonly<Record<string, string>> {
  const always = {
    '{value}': inBrief(outcome),
    '{period}': periodInWords(period),
    '{day}': formatDay(lastDay(period)),
  };
  if (outcome.kind !== 'ratio')
    return { ...always, '{count}': counted(outcome.value, figure.unit) };
  return {
    ...always,
    '{count}': counted(outcome.numerator, figure.unit),
    '{numerator}': outcome.numerator.toLocaleString('en-GB'),
    '{denominator}': counted(outcome.denominator, figure.unit),
  };
}
