import type { Figure } from '../model/measure.ts';
import { type Outcome, inBrief, inFull } from '../model/outcome.ts';
import { type Period, periodInWords } from '../model/period.ts';

/** A stretch of a sentence; `figure` where it is a number that the sentence is about. */
export interface Stretch {
  readonly text: string;
  readonly figure: boolean;
}

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
      return { text: filled ?? text, figure: filled !== undefined && text !== '{period}' };
    });
  const last = stretches.at(-1);
  return last && /[.?!]$/.test(last.text)
    ? stretches
    : [...stretches, { text: '.', figure: false }];
}

/** Takes a number and a unit's two forms; gives them together: `1 referral`, `1,204 referrals`. */
export function withUnit(value: number, unit: Figure['unit']): string {
  return `${value.toLocaleString('en-GB')} ${value === 1 ? unit[0] : unit[1]}`;
}

function placesOf(
  figure: Figure,
  outcome: Extract<Outcome, { kind: 'count' | 'amount' | 'ratio' }>,
  period: Period,
): Readonly<Record<string, string>> {
  const always = { '{value}': inBrief(outcome), '{period}': periodInWords(period) };
  if (outcome.kind !== 'ratio')
    return { ...always, '{count}': withUnit(outcome.value, figure.unit) };
  return {
    ...always,
    '{count}': withUnit(outcome.numerator, figure.unit),
    '{numerator}': outcome.numerator.toLocaleString('en-GB'),
    '{denominator}': withUnit(outcome.denominator, figure.unit),
  };
}
