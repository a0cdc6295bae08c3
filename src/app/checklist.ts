import { headlineOf } from '../model/measure.ts';
import type { Quarter } from '../model/period.ts';
import type { Answered } from './answered.ts';
import type { MovedFigure } from './moved-figures.ts';
import type { Session } from './session.svelte.ts';

/** One thing to have looked at before a return goes. */
interface ToCheck {
  readonly id: string;
  readonly says: string;
  readonly isDone: boolean;
  /** What is still to do, where it is not done. */
  readonly todo: string;
  /** The page where it is done. */
  readonly place: 'words' | 'quality' | 'measures' | 'profile' | null;
}

/** Takes the session, an answer, the quarter and the figures that moved; gives what to have looked at before it goes. */
export function checklist(
  session: Session,
  answered: Answered,
  quarter: Quarter,
  moved: readonly MovedFigure[],
): ToCheck[] {
  const { quality, vocabulary, known, sending, profile } = session;
  const missing = known.measures.filter(
    (measure) =>
      measure.kind !== 'breakdown' &&
      answered.outcome(measure.id, headlineOf(measure).id, quarter).kind === 'missing',
  );
  const isChecked = quality.isChecked && quality.quarter === quarter;
  const waiting = vocabulary.waiting.length;
  const unanswered = known.earlyHelpQuestions.filter(({ id }) => !profile?.earlyHelp[id]).length;
  const silent = moved.filter(({ measure }) => sending.noteOf(quarter, measure.id) === '').length;
  return [
    {
      ...{ id: 'checks', says: 'The checks of the data are made', place: 'quality' },
      ...{ isDone: isChecked, todo: 'Make the checks.' },
    },
    {
      ...{ id: 'words', says: 'Local words are mapped', place: 'words' },
      ...{ isDone: waiting === 0, todo: `${waiting} wait to be mapped.` },
    },
    {
      ...{ id: 'by-hand', says: 'Figures that are entered by hand are there', place: 'measures' },
      isDone: missing.length === 0,
      todo: `Missing: ${missing.map(({ title }) => title).join(', ')}.`,
    },
    {
      ...{ id: 'early-help', says: 'What counts as early help is said', place: 'profile' },
      ...{ isDone: unanswered === 0, todo: `${unanswered} questions have no answer.` },
    },
    {
      ...{ id: 'moved', says: 'Figures that moved have a note', place: null },
      ...{ isDone: silent === 0, todo: `${silent} have none. You may leave them without.` },
    },
  ];
}
