import { all, numberFrom } from '../engine/sql.ts';
import type { Row } from '../engine/database.ts';
import { type RecordsMeasure, headlineOf, versionAt } from '../model/measure.ts';
import type { Outcome } from '../model/outcome.ts';
import type { Quarter } from '../model/period.ts';
import type { Question } from '../model/question.ts';
import type { Spec } from '../spec/types.ts';
import { withinDates } from './authority-dates.ts';
import { availabilityOf } from './availability.ts';
import { HEADLINE_COUNTS, countedBy } from './compose.ts';
import { type Holdings, holdingsOf } from './holdings.ts';
import { authorityOf } from './measure-all.ts';
import { observationsOf } from './observe.ts';
import type { Loaded } from './stage-all.ts';
import { type InPlaceOf, whatIfSql } from './what-if-sql.ts';

/** What is asked: the headlines of these measures in a quarter, if other rows stood in the place of tables. */
export interface WhatIf {
  readonly measures: readonly string[];
  readonly quarter: Quarter;
  readonly instead: InPlaceOf;
}

type Asked = Loaded & { readonly holdings: Holdings };

/** The count or ratio that stands for a measure, as it is or would be. */
export interface Headline {
  readonly measure: string;
  readonly figure: string;
  readonly outcome: Outcome;
}

/**
 * Takes what is loaded, staged and measured for the question, and what is asked; gives the headlines that can be given
 * for the quarter. Changes nothing. Throws a QueryProblem, or AbortError when told to stop.
 */
export async function whatIf(
  loaded: Loaded,
  question: Question,
  { measures: ids, quarter, instead }: WhatIf,
  stop: AbortSignal,
): Promise<Headline[]> {
  const { database, spec } = loaded;
  const asked: Asked = { ...loaded, holdings: await holdingsOf(loaded) };
  const measures = ids
    .flatMap((id) => measureAt(spec, id, quarter))
    .filter((measure) => whyNot(asked, question, measure, quarter) === undefined);
  if (measures.length === 0) return [];
  const sql = whatIfSql(spec, measures, quarter, instead);
  return all(await database.rows(sql, [], stop)).flatMap((row) => {
    const measure = measures[numberFrom(row['place'])];
    return measure ? headline(asked, question, { measure, quarter, row }) : [];
  });
}

/** Takes the spec, a measure's id and a quarter; gives the version of it that is valid then, if it has records. */
export function measureAt(spec: Spec, id: string, quarter: Quarter): RecordsMeasure[] {
  const newest = spec.measures.find((measure) => measure.id === id);
  return newest?.kind === 'records' ? [versionAt(newest, spec.earlier, quarter)] : [];
}

function availableTo(loaded: Asked, question: Question, measure: RecordsMeasure) {
  const held = loaded.holdings[measure.collection];
  const authority = authorityOf(loaded.spec, question.la);
  return withinDates(availabilityOf(measure, held, question.extractDate), measure, authority);
}

function whyNot(loaded: Asked, question: Question, measure: RecordsMeasure, quarter: Quarter) {
  return availableTo(loaded, question, measure).inPeriod(headlineOf(measure), quarter);
}

interface Counted {
  readonly measure: RecordsMeasure;
  readonly quarter: Quarter;
  readonly row: Row;
}

/** The counts go the same way as when they are measured, so that the same words come of them. */
function headline(
  loaded: Asked,
  question: Question,
  { measure, quarter, row }: Counted,
): Headline[] {
  const figure = countedBy(measure, headlineOf(measure).id);
  const counts = HEADLINE_COUNTS.map((count) => [`${figure.id} ${count}`, row[count] ?? null]);
  const observations = observationsOf({
    measure: { ...measure, figures: [figure] },
    breakdowns: [],
    periods: [quarter],
    authority: authorityOf(loaded.spec, question.la),
    available: availableTo(loaded, question, measure),
    rows: [{ period: quarter, by: null, cell: null, ...Object.fromEntries(counts) }],
  });
  return observations.map(({ outcome }) => ({ measure: measure.id, figure: figure.id, outcome }));
}
