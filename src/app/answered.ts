import type { Answer } from '../model/answer.ts';
import { type FormMeasure, type RecordsMeasure, headlineOf } from '../model/measure.ts';
import {
  type BreakdownCell,
  type Caveat,
  type MeasureResult,
  type Observation,
  observationKey,
} from '../model/observation.ts';
import type { Outcome } from '../model/outcome.ts';
import { type Period, type Quarter, lastEndedBy, quarterIn, yearTo } from '../model/period.ts';
import type { HandQuestion } from '../model/given.ts';
import type { Question } from '../model/question.ts';

const NOT_GIVEN: Outcome = { kind: 'missing', reason: 'not given' };
const NOT_REACHED: Outcome = {
  kind: 'not available',
  reason: 'the extract does not reach this period',
};

/** An answer with the question it belongs to, so that any observation is found at once. */
export class Answered {
  readonly answer: Answer;
  /** Its extract date is null where there is no extract, and all is given by hand. */
  readonly question: Question | HandQuestion;
  #results: ReadonlyMap<string, MeasureResult>;
  /** Of each measure, what is of the whole: all that a page of many measures shows. */
  readonly #wholes: ReadonlyMap<string, ReadonlyMap<string, Observation>>;
  /** Of each measure that was asked for one, the cells of its breakdowns: nine in ten observations are these. */
  readonly #cells = new Map<string, ReadonlyMap<string, Observation>>();

  constructor(answer: Answer, question: Question | HandQuestion) {
    this.answer = answer;
    this.question = question;
    this.#results = new Map(answer.results.map((result) => [result.measure, result]));
    this.#wholes = new Map(
      answer.results.map(({ measure, observations }) => [
        measure,
        byKey(observations.filter((one) => one.cell === null)),
      ]),
    );
  }

  /** Whether there is no extract, and so no records behind any number. */
  get isByHandAlone(): boolean {
    return this.question.extractDate === null;
  }

  result(measure: string): MeasureResult | null {
    return this.#results.get(measure) ?? null;
  }

  observation(
    measure: string,
    figure: string,
    period: Period,
    cell: BreakdownCell | null = null,
  ): Observation | null {
    const among = cell === null ? this.#wholes.get(measure) : this.#cellsOf(measure);
    return among?.get(observationKey(figure, period, cell)) ?? null;
  }

  outcome(
    measure: string,
    figure: string,
    period: Period,
    cell: BreakdownCell | null = null,
  ): Outcome {
    const none = this.isByHandAlone ? NOT_GIVEN : NOT_REACHED;
    return this.observation(measure, figure, period, cell)?.outcome ?? none;
  }

  /** Takes a measure and a quarter; tells whether it is for a person to enter: of one with records, where the extract does not hold them. */
  isByHand(measure: RecordsMeasure | FormMeasure, quarter: Quarter): boolean {
    const observation = this.observation(measure.id, headlineOf(measure).id, quarter);
    return measure.kind === 'form' || observation?.origin === 'entered by hand';
  }

  /** Takes a measure, a figure (null for all of them) and a period; gives what the reader must know beside them. */
  caveats(measure: string, figure: string | null, period: Period): readonly Caveat[] {
    const all = this.result(measure)?.caveats ?? [];
    return all.filter(
      ({ figures, periods }) =>
        (figure === null || figures.length === 0 || figures.includes(figure)) &&
        (periods.length === 0 || periods.includes(period)),
    );
  }

  /** Takes a quarter; gives every observation of it and of the year that ends with it. */
  observationsOf(quarter: Quarter): Observation[] {
    const periods: readonly Period[] = [quarter, yearTo(quarter)];
    return this.answer.results.flatMap(({ observations }) =>
      observations.filter(({ period }) => periods.includes(period)),
    );
  }

  /** Takes the quarter that the address names; gives it where the extract covers it, else the latest that had ended. */
  quarterShown(asked: Quarter | null): Quarter {
    const { quarters } = this.answer;
    if (asked && quarters.includes(asked)) return asked;
    const { question } = this;
    const ended =
      question.extractDate === null ? question.quarter : lastEndedBy(question.extractDate);
    return quarters.includes(ended) ? ended : (quarters.at(-1) ?? quarterIn(ended));
  }

  #cellsOf(measure: string): ReadonlyMap<string, Observation> {
    const known = this.#cells.get(measure);
    if (known) return known;
    const observations = this.result(measure)?.observations ?? [];
    const cells = byKey(observations.filter(({ cell }) => cell !== null));
    this.#cells.set(measure, cells);
    return cells;
  }
}

function byKey(observations: readonly Observation[]): ReadonlyMap<string, Observation> {
  return new Map(
    observations.map((one) => [observationKey(one.figure, one.period, one.cell), one]),
  );
}
