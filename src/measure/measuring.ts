import type { Database } from '../engine/database.ts';
import { all } from '../engine/sql.ts';
import type { Answer } from '../model/answer.ts';
import type { Authority } from '../model/authority.ts';
import { parseDay } from '../model/day.ts';
import type { TableReport } from '../model/extract.ts';
import type { Figure, RecordsMeasure } from '../model/measure.ts';
import type { MeasureResult } from '../model/observation.ts';
import { type Period, type Quarter, yearTo } from '../model/period.ts';
import { Problem, asProblem, isStopped } from '../model/problem.ts';
import type { OnProgress } from '../model/progress.ts';
import type { Question } from '../model/question.ts';
import type { MeasureRecord, RecordList, RecordsAsked } from '../model/records.ts';
import type { Spec } from '../spec/types.ts';
import { byHand } from './by-hand.ts';
import { caveatsOf } from './caveats.ts';
import { figuresSql, recordListSql } from './compose.ts';
import { setExtractDay, setSettings } from './ground.ts';
import { Held } from './held.ts';
import { observationsOf } from './observe.ts';
import { type Reach, findReach, quartersWithin, setPeriods } from './reach.ts';
import { findingsOf } from './staged-findings.ts';
import { stage } from './stage.ts';
import { type StagedFacts, stagedFacts } from './staged.ts';

/** What the measures are worked out from, once tables are loaded and the ground is laid. */
export interface Loaded {
  readonly database: Database;
  readonly spec: Spec;
  readonly tables: readonly TableReport[];
}

/** The views as staged for one day of extract: what was found in them, and how far back they reach. */
export interface Staged {
  readonly facts: readonly StagedFacts[];
  readonly reach: Reach;
}

/** Takes loaded tables and the question; makes the staging views as at the extract's day. To be done again when either changes. */
export async function stageAll(
  loaded: Loaded,
  question: Question,
  on: OnProgress,
  stop: AbortSignal,
): Promise<Staged> {
  const { database, spec } = loaded;
  await setExtractDay(database, question.extractDate);
  const facts: StagedFacts[] = [];
  for (const view of spec.staging) {
    stop.throwIfAborted();
    on({
      step: `Putting ${view.noun?.[1] ?? 'rows'} in order`,
      share: (facts.length / spec.staging.length) * 0.3,
    });
    await stage(database, view);
    facts.push(await stagedFacts(database, view));
  }
  return { facts, reach: await findReach(database, spec.staging) };
}

/** Takes what is loaded and staged, and the question; gives every measure for every quarter and year. `quarters`: other than those within reach. */
export async function measureAll(
  loaded: Loaded & Staged,
  question: Question,
  on: OnProgress,
  stop: AbortSignal,
  quarters: readonly Quarter[] = quartersWithin(loaded.reach, question.extractDate),
): Promise<Answer> {
  const { database, spec } = loaded;
  await setSettings(database, spec.measures, question.settings);
  await setPeriods(database, quarters);
  const results: MeasureResult[] = [];
  for (const [place, measure] of spec.measures.entries()) {
    on({
      step: `Working out ${measure.title.toLowerCase()}`,
      share: 0.3 + (place / spec.measures.length) * 0.7,
    });
    if (measure.kind === 'form') results.push(byHand(measure, quarters, question));
    if (measure.kind === 'records')
      results.push(await measureOne(loaded, question, measure, quarters, stop));
  }
  return { quarters, results, findings: findingsOf(loaded.facts) };
}

/** Takes what is loaded and what is asked; gives the records behind a figure. Throws a Problem where there is no such list. */
export async function listRecords(
  { database, spec }: Loaded,
  asked: RecordsAsked,
): Promise<RecordList> {
  const measure = spec.measures.find((candidate) => candidate.id === asked.measure);
  if (measure?.kind !== 'records') {
    throw new Problem(
      'There are no records behind this figure.',
      'It was entered by hand, or is a breakdown of another measure.',
    );
  }
  const rows = await database.rows(recordListSql(measure, asked), [asked.period]);
  return { length: rows.length, at: (index) => recordFrom(rows.at(index)) };
}

async function measureOne(
  loaded: Loaded & Staged,
  question: Question,
  measure: RecordsMeasure,
  quarters: readonly Quarter[],
  stop: AbortSignal,
): Promise<MeasureResult> {
  const { database, spec } = loaded;
  const held = new Held(loaded.tables);
  const periods: Period[] = [
    ...quarters,
    ...(measure.period === 'activity' ? quarters.slice(3).map(yearTo) : []),
  ];
  const breakdowns = spec.breakdowns.filter((breakdown) =>
    measure.breakdowns.includes(breakdown.id),
  );
  const unavailable = unavailableFigures(measure, held);
  const authority = authorityOf(spec, question.la);
  try {
    const none = unavailable.size === measure.figures.length;
    const rows = none ? [] : all(await database.rows(figuresSql(measure, breakdowns), [], stop));
    const observations = observationsOf({
      measure,
      breakdowns,
      periods,
      authority,
      unavailable,
      rows,
    });
    const caveats = none ? [] : caveatsOf(measure, periods, { ...loaded, held });
    return { measure: measure.id, observations, caveats, failed: null };
  } catch (thrown) {
    if (isStopped(thrown)) throw thrown;
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

function unavailableFigures(measure: RecordsMeasure, held: Held): Map<string, string> {
  const why = (figure: Figure): string | undefined => {
    const of =
      figure.kind === 'rate' ? measure.figures.find((other) => other.id === figure.of) : undefined;
    const needs = [...measure.needs, ...figure.needs, ...(of?.needs ?? [])];
    return (
      needs.map((column) => held.whyNot(column)).find((reason) => reason !== null) ?? undefined
    );
  };
  const reasons = new Map<string, string>();
  for (const figure of measure.figures) {
    const reason = why(figure);
    if (reason !== undefined) reasons.set(figure.id, reason);
  }
  return reasons;
}

function authorityOf(spec: Spec, code: string): Authority {
  const authority = spec.reference.authorities.find((candidate) => candidate.code === code);
  if (!authority)
    throw new Problem(`There is no local authority ${code}.`, 'Choose one from the list.');
  return authority;
}

function recordFrom(row: Readonly<Record<string, unknown>>): MeasureRecord {
  const day = parseDay(String(row['day']));
  if (!day) throw new TypeError('a record has no day');
  return {
    recordId: String(row['record_id']),
    personId: row['person_id'] === null ? null : String(row['person_id']),
    day,
    inNumerator: row['in_numerator'] === true,
  };
}
