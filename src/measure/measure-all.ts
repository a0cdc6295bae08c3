import { all } from '../engine/sql.ts';
import { EngineGone } from '../engine/until-end.ts';
import type { Answer } from '../model/answer.ts';
import type { Authority } from '../model/authority.ts';
import type { FormMeasure, RecordsMeasure } from '../model/measure.ts';
import type { MeasureResult, Observation } from '../model/observation.ts';
import type { Period, Quarter } from '../model/period.ts';
import { Problem, asProblem, isStopped } from '../model/problem.ts';
import type { OnProgress } from '../model/progress.ts';
import type { Question } from '../model/question.ts';
import type { Spec } from '../spec/types.ts';
import { beganCaveats, withinDates } from './authority-dates.ts';
import { availabilityOf, isStoodInFor } from './availability.ts';
import { balanceAll } from './balance.ts';
import { byHand } from './by-hand.ts';
import { caveatsOf } from './caveats.ts';
import { figuresSql } from './figures-sql.ts';
import { setSettings, setStandIns } from './ground.ts';
import { type Holdings, holdingsOf } from './holdings.ts';
import { observationsOf } from './observe.ts';
import { quartersWithin, setPeriods } from './reach.ts';
import { referenceCaveats } from './reference-caveats.ts';
import type { Loaded, Staged } from './stage-all.ts';
import { findingsOf } from './staged-findings.ts';
import { type VersionFor, merged, versionsFor } from './versions.ts';

type Measurable = Loaded & Staged & { readonly holdings: Holdings };

/** Takes what is loaded and staged, and the question; gives every measure for every quarter and year. `quarters`: other than those within reach. */
export async function measureAll(
  loaded: Loaded & Staged,
  question: Question,
  on: OnProgress,
  stop: AbortSignal,
  quarters: readonly Quarter[] = quartersWithin(loaded.reach, question.extractDate),
): Promise<Answer> {
  const { database, spec } = loaded;
  await setSettings(database, [...spec.measures, ...spec.earlier], question.settings);
  await setPeriods(database, quarters);
  const holdings = await holdingsOf(loaded);
  await setStandIns(database, stoodInFor(spec, holdings));
  const results: MeasureResult[] = [];
  for (const [place, measure] of spec.measures.entries()) {
    on({
      step: `Working out ${measure.title.toLowerCase()}`,
      share: 0.3 + (place / spec.measures.length) * 0.65,
    });
    if (measure.kind === 'form') results.push(formResult(spec, measure, quarters, question));
    if (measure.kind === 'records') {
      results.push(
        await safely(measure, () =>
          measureVersions({ ...loaded, holdings }, question, measure, quarters, stop),
        ),
      );
    }
  }
  on({ step: 'Checking what adds up', share: 0.95 });
  const balances = await balanceAll(loaded, stop);
  return { quarters, results, balances, findings: findingsOf(loaded.facts) };
}

/** Takes an answer and what has been entered by hand since; gives the answer with it. Nothing else is worked out again. */
export function enterByHand(answer: Answer, spec: Spec, question: Question): Answer {
  const results = answer.results.map((result) => {
    const measure = spec.measures.find((candidate) => candidate.id === result.measure);
    if (measure?.kind === 'form') return formResult(spec, measure, answer.quarters, question);
    if (measure?.kind !== 'records' || measure.parts.length === 0) return result;
    const observations = versionsFor(measure, spec, answer.quarters).flatMap((each) => {
      const own = result.observations.filter(({ version }) => version === each.measure.version);
      return filledIn(spec, each.measure, own, each.quarters, question);
    });
    return { ...result, observations };
  });
  return { ...answer, results };
}

function formResult(
  spec: Spec,
  measure: FormMeasure,
  quarters: readonly Quarter[],
  question: Question,
): MeasureResult {
  const { bankHolidays } = spec.reference;
  const results = versionsFor(measure, spec, quarters).map((each): MeasureResult => {
    const { measure: version, quarters: own } = each;
    return {
      measure: version.id,
      observations: byHand(version, version.figures, own, { question, bankHolidays }),
      caveats: referenceCaveats(version, own, spec),
      failed: null,
    };
  });
  return merged(measure.id, results);
}

/** Where a figure has a form, and the extract does not hold it, what was entered takes the place of “not available”. */
function filledIn(
  { reference: { bankHolidays } }: Spec,
  measure: RecordsMeasure,
  observations: readonly Observation[],
  quarters: readonly Quarter[],
  question: Question,
): Observation[] {
  const open = measure.figures.filter(
    ({ id }) =>
      measure.parts.some((part) => part.id === id) &&
      observations.every(
        (o) =>
          o.figure !== id || o.origin === 'entered by hand' || o.outcome.kind === 'not available',
      ),
  );
  const kept = observations.filter((o) => !open.some(({ id }) => id === o.figure));
  return [...byHand(measure, open, quarters, { question, bankHolidays }), ...kept];
}

/** Each quarter, and the year that ends with it, by the version of the definition that is valid for it. */
async function measureVersions(
  loaded: Measurable,
  question: Question,
  measure: RecordsMeasure,
  quarters: readonly Quarter[],
  stop: AbortSignal,
): Promise<MeasureResult> {
  const results: MeasureResult[] = [];
  for (const version of versionsFor(measure, loaded.spec, quarters)) {
    results.push(await measureOne(loaded, question, version, stop));
  }
  return merged(measure.id, results);
}

async function measureOne(
  loaded: Measurable,
  question: Question,
  { measure, quarters, years }: VersionFor<RecordsMeasure>,
  stop: AbortSignal,
): Promise<MeasureResult> {
  const { database, spec } = loaded;
  const held = loaded.holdings[measure.collection];
  const periods: Period[] = [...quarters, ...(measure.period === 'activity' ? years : [])];
  const breakdowns = spec.breakdowns.filter((breakdown) =>
    measure.breakdowns.includes(breakdown.id),
  );
  const authority = authorityOf(spec, question.la);
  const available = withinDates(
    availabilityOf(measure, held, question.extractDate),
    measure,
    authority,
  );
  const none = measure.figures.every((figure) => available.inAny(figure) !== undefined);
  const rows = none ? [] : all(await database.rows(figuresSql(measure, breakdowns), [], stop));
  const counted = observationsOf({ measure, breakdowns, periods, authority, available, rows });
  const observations =
    measure.parts.length > 0 ? filledIn(spec, measure, counted, quarters, question) : counted;
  const caveats = none
    ? []
    : [
        ...caveatsOf(measure, periods, { ...loaded, held }),
        ...beganCaveats(measure, periods, authority, spec.reference.authorities),
        ...referenceCaveats(measure, periods, spec),
      ];
  return { measure: measure.id, observations, caveats, failed: null };
}

/** The ids of the measures that are counted from what stands in for the columns that they need. */
function stoodInFor(spec: Spec, holdings: Holdings): string[] {
  return spec.measures
    .filter(
      (measure) =>
        measure.kind === 'records' && isStoodInFor(measure, holdings[measure.collection]),
    )
    .map((measure) => measure.id);
}

/** One measure that fails must not take the others with it: it says so in its own place. */
async function safely(
  measure: RecordsMeasure,
  work: () => Promise<MeasureResult>,
): Promise<MeasureResult> {
  try {
    return await work();
  } catch (thrown) {
    if (isStopped(thrown) || thrown instanceof EngineGone) throw thrown;
    const problem = asProblem(
      thrown,
      `${measure.title} could not be worked out.`,
      'The other measures are not touched by it.',
    );
    return {
      measure: measure.id,
      observations: [],
      caveats: [],
      failed: `${problem.message} ${problem.hint}`,
    };
  }
}

/** Takes the spec and an authority's code; gives the authority. Throws a Problem where there is none. */
export function authorityOf(spec: Spec, code: string): Authority {
  const authority = spec.reference.authorities.find((candidate) => candidate.code === code);
  if (!authority)
    throw new Problem(`There is no local authority ${code}.`, 'Choose one from the list.');
  return authority;
}
