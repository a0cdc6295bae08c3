import type { Authority } from '../model/authority.ts';
import type { Check, CheckResult } from '../model/check.ts';
import type { Day } from '../model/day.ts';
import type { TableReport } from '../model/extract.ts';
import type { Measure } from '../model/measure.ts';
import { type Period, type Quarter, yearTo } from '../model/period.ts';
import type { Profile } from '../model/profile.ts';
import type { DisclosurePolicy, ProtectedReturn } from '../model/disclosure.ts';
import type { Return } from '../model/return.ts';
import type { Known } from '../workbench/known.ts';
import type { Answered } from './answered.ts';

/** What is told of the extract and the authority beside the figures. */
interface Beside {
  readonly earlyHelp: Profile['earlyHelp'];
  readonly tables: readonly Pick<TableReport, 'window'>[];
  /** Null where no checks were made for the quarter. */
  readonly checks: readonly CheckResult[] | null;
}

/** Takes an answer, a quarter of it, its observations once they are safe, and what is told beside them; gives the return, made now. */
export function returnOf(
  answered: Answered,
  quarter: Quarter,
  authority: Pick<Authority, 'code' | 'name'>,
  { observations, audit }: Pick<ProtectedReturn, 'observations' | 'audit'>,
  known: Pick<Known, 'measures' | 'earlyHelpQuestions' | 'wordLists' | 'policies' | 'checks'>,
  { earlyHelp, tables, checks }: Beside,
): Return {
  const { question, answer } = answered;
  const periods: readonly Period[] = [quarter, yearTo(quarter)];
  return {
    authority: { code: authority.code, name: authority.name },
    quarter,
    version: 1,
    extract:
      question.extractDate === null ? null : { date: question.extractDate, ...windowOf(tables) },
    made: `${new Date().toISOString().slice(0, 19)}Z`,
    signedOff: null,
    treatment: { kind: 'shareable', policy: policyOf(known.policies, audit.policy), audit },
    observations,
    caveats: answer.results.flatMap(({ measure, caveats }) =>
      caveats
        .filter((one) => one.periods.length === 0 || one.periods.some((p) => periods.includes(p)))
        .map((caveat) => ({ measure, caveat })),
    ),
    // By which rules an authority counted itself is not known here.
    settings: question.extractDate === null ? [] : settingsOf(known.measures, question.settings),
    earlyHelp: answersOf(known.earlyHelpQuestions, earlyHelp),
    wordsMapped: known.wordLists
      .map(({ id, title }) => ({
        ...{ list: id, title },
        count: question.words.filter(({ list }) => list === id).length,
      }))
      .filter(({ count }) => count > 0),
    quality: checks && qualityOf(known.checks, checks),
    notes: [],
    revisions: [],
  };
}

function answersOf(
  questions: Known['earlyHelpQuestions'],
  given: Profile['earlyHelp'],
): Return['earlyHelp'] {
  return questions.map(({ id, question, answers }) => ({
    id,
    question,
    answer: answers.find((answer) => answer.id === given[id]) ?? null,
  }));
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

function policyOf(policies: readonly DisclosurePolicy[], id: string): DisclosurePolicy {
  const policy = policies.find((each) => each.id === id);
  if (!policy) throw new RangeError(`There is no disclosure policy ${id}`);
  return policy;
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
