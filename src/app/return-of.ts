import type { Authority } from '../model/authority.ts';
import type { Measure } from '../model/measure.ts';
import { type Period, type Quarter, yearTo } from '../model/period.ts';
import type { Profile } from '../model/profile.ts';
import type { Return, SafeObservations } from '../model/return.ts';
import type { Known } from '../workbench/known.ts';
import type { Answered } from './answered.ts';

/** Takes an answer, a quarter of it, its observations once they are safe, and what counts as early help; gives the return, made now. */
export function returnOf(
  answered: Answered,
  quarter: Quarter,
  authority: Pick<Authority, 'code' | 'name'>,
  observations: SafeObservations,
  known: Pick<Known, 'measures' | 'earlyHelpQuestions' | 'wordLists'>,
  earlyHelp: Profile['earlyHelp'],
): Return {
  const { question, answer } = answered;
  const periods: readonly Period[] = [quarter, yearTo(quarter)];
  return {
    authority: { code: authority.code, name: authority.name },
    quarter,
    extractDate: question.extractDate,
    made: `${new Date().toISOString().slice(0, 19)}Z`,
    observations,
    caveats: answer.results.flatMap(({ measure, caveats }) =>
      caveats
        .filter((one) => one.periods.length === 0 || one.periods.some((p) => periods.includes(p)))
        .map((caveat) => ({ measure, caveat })),
    ),
    settings: settingsOf(known.measures, question.settings),
    earlyHelp: known.earlyHelpQuestions.map(({ id, question: says, answers }) => ({
      id,
      question: says,
      answer: answers.find((answer) => answer.id === earlyHelp[id]) ?? null,
    })),
    wordsMapped: known.wordLists
      .map(({ id, title }) => ({
        ...{ list: id, title },
        count: question.words.filter(({ list }) => list === id).length,
      }))
      .filter(({ count }) => count > 0),
  };
}

/** Every setting that the measures go by, at its default where it was not set. */
function settingsOf(
  measures: readonly Measure[],
  chosen: Answered['question']['settings'],
): Return['settings'] {
  return measures.flatMap((measure) =>
    measure.kind === 'records'
      ? measure.settings.map(({ id, default: usual }) => ({
          measure: measure.id,
          id,
          value: chosen[id] ?? usual,
        }))
      : [],
  );
}
