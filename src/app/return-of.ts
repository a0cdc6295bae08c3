import type { Authority } from '../model/authority.ts';
import type { Check, CheckResult } from '../model/check.ts';
import type { Day } from '../model/day.ts';
import type { TableReport } from '../model/extract.ts';
import type { Measure } from '../model/measure.ts';
import { type Period, type Quarter, yearTo } from '../model/period.ts';
import type { Profile } from '../model/profile.ts';
import type { Return } from '../model/return.ts';
import type { Known } from '../workbench/known.ts';
import type { Answered } from './answered.ts';
import { thisMoment } from './today.ts';

/** What is told of the extract and the authority beside the figures. */
interface Beside {
  readonly authority: Pick<Authority, 'code' | 'name'>;
  readonly earlyHelp: Profile['earlyHelp'];
  readonly tables: readonly Pick<TableReport, 'window'>[];
  /** Null where no checks were made for the quarter. */
  readonly checks: readonly CheckResult[] | null;
  readonly version: number;
  readonly signedOff: Return['signedOff'];
  readonly notes: Return['notes'];
  readonly revisions: Return['revisions'];
}

/** How it is treated, with the observations that come of it. */
export type Treated =
  | Pick<Extract<Return, { treatment: { kind: 'shareable' } }>, Parts>
  | Pick<Extract<Return, { treatment: { kind: 'collator' } }>, Parts>;
type Parts = 'treatment' | 'observations';

/** Takes an answer, a quarter of it, its observations as they are treated, and what is told beside them; gives the return, made now. */
export function returnOf(
  answered: Answered,
  quarter: Quarter,
  treated: Treated,
  known: Pick<Known, 'measures' | 'earlyHelpQuestions' | 'wordLists' | 'checks'>,
  { authority, earlyHelp, tables, checks, version, signedOff, notes, revisions }: Beside,
): Return {
  const { question, answer } = answered;
  const periods: readonly Period[] = [quarter, yearTo(quarter)];
  return {
    ...treated,
    ...{ quarter, version, signedOff, notes, revisions },
    authority: { code: authority.code, name: authority.name },
    extract:
      question.extractDate === null ? null : { date: question.extractDate, ...windowOf(tables) },
    made: thisMoment(),
    caveats: answer.results.flatMap(({ measure, caveats }) =>
      caveats
        .filter((one) => one.periods.length === 0 || one.periods.some((p) => periods.includes(p)))
        .map((caveat) => ({ measure, caveat })),
    ),
    // By which rules an authority counted itself is not known here.
    settings: question.extractDate === null ? [] : settingsOf(known.measures, question.settings),
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
    quality: checks && qualityOf(known.checks, checks),
  };
}

/** The oldest and the newest day of any table. */
function windowOf(tables: Beside['tables']): {
  readonly from: Day | null;
  readonly to: Day | null;
} {
  const windows = tables.flatMap(({ window }) => (window ? [window] : []));
  const from = windows.map((window) => window.from).sort()[0] ?? null;
  const to =
    windows
      .map((window) => window.to)
      .sort()
      .at(-1) ?? null;
  return { from, to };
}

/** What each check found, without a count of rows. */
function qualityOf(checks: readonly Check[], results: readonly CheckResult[]): Return['quality'] {
  return checks.map(({ id, title, severity }) => {
    const result = results.find(({ check }) => check === id);
    const found = result?.kind === 'found' && result.found.length + result.says.length > 0;
    return {
      ...{ id, title, severity },
      found: result?.kind !== 'found' ? 'could not be made' : found ? 'something' : 'nothing',
    };
  });
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
