import type { Answer } from '../model/answer.ts';
import type { Authority } from '../model/authority.ts';
import type { GivenFigure, HandQuestion } from '../model/given.ts';
import type { Figure, FormMeasure, Measure, RecordsMeasure } from '../model/measure.ts';
import { type MeasureResult, type Observation, observationKey } from '../model/observation.ts';
import type { Outcome } from '../model/outcome.ts';
import { versionAt } from '../model/measure.ts';
import {
  type Period,
  type Quarter,
  isYear,
  quarterIn,
  quartersBetween,
  yearTo,
} from '../model/period.ts';
import type { Spec } from '../spec/types.ts';
import { byHand } from './by-hand.ts';
import { authorityOf } from './measure-all.ts';
import { populationFor } from './population.ts';
import { referenceCaveats } from './reference-caveats.ts';

const NOT_GIVEN: Outcome = { kind: 'missing', reason: 'not given' };

/**
 * Takes the spec and what an authority gives by hand; gives every measure for each quarter from the first that has a figure
 * to the last, and for the years that end with them. What is not given is missing. Nothing is counted: there are no records.
 */
export function answerByHand(spec: Spec, question: HandQuestion): Answer {
  const named = [
    question.quarter,
    ...question.handEntered.map(({ quarter }) => quarter),
    ...question.given.map(({ period }) => quarterIn(period)),
  ].sort();
  const quarters = quartersBetween(named[0] ?? question.quarter, named.at(-1) ?? question.quarter);
  const hand = new ByHandAlone(spec, question, quarters);
  const results = spec.measures.flatMap((measure) =>
    measure.kind === 'breakdown' ? [] : [hand.resultOf(measure)],
  );
  return { quarters, results, balances: [], findings: [] };
}

class ByHandAlone {
  readonly #spec: Spec;
  readonly #question: HandQuestion;
  readonly #quarters: readonly Quarter[];
  readonly #authority: Authority;
  readonly #given: ReadonlyMap<string, GivenFigure>;

  constructor(spec: Spec, question: HandQuestion, quarters: readonly Quarter[]) {
    this.#spec = spec;
    this.#question = question;
    this.#quarters = quarters;
    this.#authority = authorityOf(spec, question.la);
    this.#given = new Map(question.given.map((one) => [keyOf(one), one]));
  }

  resultOf(newest: RecordsMeasure | FormMeasure): MeasureResult {
    const years = newest.kind === 'records' && newest.period === 'activity';
    const periods = this.#quarters.flatMap((quarter): Period[] =>
      years ? [quarter, yearTo(quarter)] : [quarter],
    );
    const cells = this.#question.given.filter(
      ({ measure, cell }) => measure === newest.id && cell !== null,
    );
    const observations = periods.flatMap((period) => {
      const measure = versionAt(newest, this.#spec.earlier, quarterIn(period));
      return [
        ...measure.figures
          .filter((figure) => isGivenFor(figure, period))
          .map((figure) => this.#whole(measure, figure, period)),
        ...cells
          .filter((one) => one.period === period && isFigureOf(one.figure, measure))
          .map(({ figure, cell, outcome }) =>
            this.#observation(measure, { figure, period, cell, outcome }),
          ),
      ];
    });
    const caveats = referenceCaveats(newest, periods, this.#spec);
    return { measure: newest.id, observations, caveats, failed: null };
  }

  #whole(measure: RecordsMeasure | FormMeasure, figure: Figure, period: Period): Observation {
    const at = { measure: measure.id, figure: figure.id, period, cell: null };
    if (figure.kind === 'rate') return this.#rate(measure, figure, period);
    const given = this.#given.get(keyOf(at));
    if (given) return this.#observation(measure, { ...at, outcome: given.outcome });
    const entered = isYear(period) ? undefined : this.#entered(measure, figure, quarterIn(period));
    return entered ?? this.#observation(measure, { ...at, outcome: NOT_GIVEN });
  }

  /** What a form has for it, where the measure has one and it was filled in. */
  #entered(
    measure: RecordsMeasure | FormMeasure,
    figure: Figure,
    quarter: Quarter,
  ): Observation | undefined {
    const { la, handEntered } = this.#question;
    const of = handEntered.filter((one) => one.measure === measure.id && one.quarter === quarter);
    if (of.length === 0) return undefined;
    const { bankHolidays } = this.#spec.reference;
    const [found] = byHand(measure, [figure], [quarter], {
      question: { la, handEntered: of },
      bankHolidays,
    });
    return found;
  }

  #rate(
    measure: RecordsMeasure | FormMeasure,
    figure: Extract<Figure, { kind: 'rate' }>,
    period: Period,
  ): Observation {
    const of = measure.figures.find(({ id }) => id === figure.of);
    const counted = of ? this.#whole(measure, of, period).outcome : NOT_GIVEN;
    const at = { figure: figure.id, period, cell: null };
    if (counted.kind !== 'count') return this.#observation(measure, { ...at, outcome: counted });
    const population = populationFor(this.#authority, period);
    if (!population) {
      const reason = `no child population of ${this.#authority.name} is held for the period`;
      return this.#observation(measure, { ...at, outcome: { kind: 'not available', reason } });
    }
    const outcome: Outcome = {
      kind: 'ratio',
      numerator: counted.value,
      denominator: population.children,
      scale: figure.scale * figure.times,
    };
    const denominatorFrom = `children aged 0 to 17, mid-${population.year} estimate`;
    return { ...this.#observation(measure, { ...at, outcome }), denominatorFrom };
  }

  #observation(
    measure: RecordsMeasure | FormMeasure,
    { figure, period, cell, outcome }: Pick<Observation, 'figure' | 'period' | 'cell' | 'outcome'>,
  ): Observation {
    return {
      measure: measure.id,
      version: measure.version,
      figure,
      period,
      area: this.#question.la,
      cell,
      outcome,
      origin: 'entered by hand',
      denominatorFrom: null,
    };
  }
}

/** A quarter's rate made annual has no year. */
function isGivenFor(figure: Figure, period: Period): boolean {
  return figure.kind !== 'rate' || figure.times === 1 || !isYear(period);
}

function isFigureOf(figure: string, measure: Exclude<Measure, { kind: 'breakdown' }>): boolean {
  return measure.figures.some(({ id }) => id === figure);
}

function keyOf({
  measure,
  figure,
  period,
  cell,
}: Pick<GivenFigure, 'measure' | 'figure' | 'period' | 'cell'>): string {
  return `${measure} ${observationKey(figure, period, cell)}`;
}
