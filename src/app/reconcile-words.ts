import { type Day, formatDay } from '../model/day.ts';
import { type Period, lastDay, periodInWords } from '../model/period.ts';
import type { IdKind, Reason, Reconciled } from '../model/reconcile.ts';
import { counted } from '../model/words.ts';

/** What a reason is told for: the period, and whether the figure has a part above and a part below. */
export interface Told {
  readonly period: Period;
  readonly ratio: boolean;
}

/** Takes a reason and the day it leans on, if any; gives the sentence that tells why an id is not among the records. */
export function reasonInWords(reason: Reason, told: Told, dated: Day | null = null): string {
  switch (reason.kind) {
    case 'not found':
      return `It is not in the extract: no ${[...reason.nouns, 'child'].join(' and no ')} has this id.`;
    case 'no row':
      return `The child is in the extract, but with no ${reason.nouns.join(' and no ')}.`;
    case 'fault':
      return `It is in the extract, but cannot be counted in any period: ${reason.noun} ${reason.fault}.`;
    case 'rule':
      return withDay(filled(reason.otherwise, told.period), dated);
    case 'part': {
      const says = withDay(filled(reason.otherwise, told.period), dated);
      if (!told.ratio) return says;
      return reason.part === 'numerator'
        ? `It is one of all of them, but not of those that count. ${says}`
        : `It is not one of them at all. ${says}`;
    }
    case 'not told':
      return 'The SQL of the measure leaves it out, and no rule tells why. Please tell those who look after Quarterlight.';
  }
}

function filled(sentence: string, period: Period): string {
  return sentence
    .replaceAll('{period}', periodInWords(period))
    .replaceAll('{day}', formatDay(lastDay(period)));
}

function withDay(sentence: string, day: Day | null): string {
  return day ? `${sentence.replace(/\.$/, '')} (on ${formatDay(day)}).` : sentence;
}

/** What ids are called, one and several. */
export const ID_NOUNS = {
  record: ['record id', 'record ids'],
  child: ['child id', 'child ids'],
} as const satisfies Record<IdKind, readonly [string, string]>;

const RECORDS = ['record', 'records'] as const;

/** Takes what came of a list; gives it in sentences: the whole first, then what was noticed of the list. */
export function reconciledInWords(found: Reconciled): { whole: string; noticed: string[] } {
  const { given, distinct, headed, ids, idsInBoth, idsOnlyTheirs, both, onlyHere } = found;
  const repeats = given - distinct;
  const here = both.length + onlyHere.length;
  const noticed = [
    `Your list was read as ${ID_NOUNS[ids][1]}.`,
    headed ? 'Its first line was taken for a heading.' : '',
    repeats > 0
      ? `${counted(repeats, ['entry repeats', 'entries repeat'])} an id that stands above. Each id is compared once.`
      : '',
    both.length !== idsInBoth ? `The ids in both stand for ${counted(both.length, RECORDS)}.` : '',
  ];
  const whole =
    idsOnlyTheirs + onlyHere.length === 0
      ? `The same: all ${counted(distinct, ID_NOUNS[ids])} of yours and all ${counted(here, RECORDS)} here are in both.`
      : `Of your ${counted(distinct, ID_NOUNS[ids])}, ${number(idsInBoth)} ${idsInBoth === 1 ? 'is' : 'are'} in both and ${number(idsOnlyTheirs)} ${idsOnlyTheirs === 1 ? 'is' : 'are'} only yours. Of the ${counted(here, RECORDS)} here, ${number(onlyHere.length)} ${onlyHere.length === 1 ? 'is' : 'are'} only here.`;
  return { whole, noticed: noticed.filter((sentence) => sentence !== '') };
}

function number(value: number): string {
  return value.toLocaleString('en-GB');
}
