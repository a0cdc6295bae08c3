import { type Figure, type Measure, headlineOf } from '../model/measure.ts';
import { type BreakdownCell, type Observation, observationKey } from '../model/observation.ts';
import { type Outcome, inFull } from '../model/outcome.ts';
import { type Period, isYear, periodInWords, yearTo } from '../model/period.ts';
import type { Return } from '../model/return.ts';
import { shownNumber } from './observation-rows.ts';
import { symbolOf } from './symbols.ts';
import { type Cell, type Table, columns } from './table.ts';
import { type DefinedMeasure, type Terms, definedMeasures, unitInWords } from './terms.ts';

const NOT_SENT: Outcome = { kind: 'not available', reason: 'not in this return' };
const NO_YEAR: Outcome = {
  kind: 'not applicable',
  reason: 'the position on one day has no year',
};

/** The sheets that a manager reads: a row a figure, its value for the quarter and for the year that ends with it. */
export class FigureTables {
  readonly #contents: Return;
  readonly #terms: Terms;
  readonly #observations: ReadonlyMap<string, Observation>;

  constructor(contents: Return, terms: Terms) {
    this.#contents = contents;
    this.#terms = terms;
    this.#observations = new Map(
      contents.observations.map((o) => [keyOf(o.measure, o.figure, o.period, o.cell), o]),
    );
  }

  /** Takes a collection; gives its items in their order. One that is the breakdown of another has a row a cell. */
  collection(collection: Measure['collection']): Table {
    const own = this.#terms.measures.filter((measure) => measure.collection === collection);
    return {
      columns: columns(
        ['Id', 9],
        ['Item', 36],
        ['Figure', 44],
        ['Unit', 26],
        ...this.#valueColumns(),
      ),
      rows: own.flatMap((measure) => this.#itemRows(measure)),
    };
  }

  /** Gives every figure that the return holds for a cell of a breakdown. */
  breakdowns(): Table {
    return {
      columns: columns(
        ['Id', 9],
        ['Item', 36],
        ['Figure', 44],
        ['Unit', 26],
        ['Breakdown', 20],
        ['Cell', 28],
        ...this.#valueColumns(),
      ),
      rows: definedMeasures(this.#terms.measures).flatMap((measure) =>
        measure.figures.flatMap((figure) => this.#breakdownRows(measure, figure)),
      ),
    };
  }

  #itemRows(measure: Measure): Cell[][] {
    if (measure.kind !== 'breakdown') {
      return measure.figures.map((figure) => [
        ...[measure.id, measure.title, figure.title, unitInWords(figure)],
        ...this.#values(measure, figure, null),
      ]);
    }
    const of = definedMeasures(this.#terms.measures).find(({ id }) => id === measure.of);
    const by = this.#terms.breakdowns.find(({ id }) => id === measure.by);
    if (!of || !by) throw new RangeError(`${measure.id} breaks down what is not defined`);
    const figure = headlineOf(of);
    return by.cells.map((cell) => [
      ...[measure.id, measure.title, cell.title, unitInWords(figure)],
      ...this.#values(of, figure, { by: by.id, cell: cell.id }),
    ]);
  }

  #breakdownRows(measure: DefinedMeasure, figure: Figure): Cell[][] {
    return this.#terms.breakdowns.flatMap((by) =>
      by.cells
        .filter(({ id }) => this.#has(measure, figure, { by: by.id, cell: id }))
        .map((cell) => [
          ...[measure.id, measure.title, figure.title, unitInWords(figure), by.title, cell.title],
          ...this.#values(measure, figure, { by: by.id, cell: cell.id }),
        ]),
    );
  }

  #has(measure: DefinedMeasure, figure: Figure, cell: BreakdownCell): boolean {
    return this.#periods().some((period) =>
      this.#observations.has(keyOf(measure.id, figure.id, period, cell)),
    );
  }

  #values(measure: DefinedMeasure, figure: Figure, cell: BreakdownCell | null): Cell[] {
    const found = this.#periods().map((period) => {
      const key = keyOf(measure.id, figure.id, period, cell);
      const observation = this.#observations.get(key);
      return {
        period,
        outcome: observation?.outcome ?? absent(measure, period),
        byHand: observation?.origin === 'entered by hand',
        over: observation?.denominatorFrom ?? null,
      };
    });
    const populations = new Set(found.flatMap(({ over }) => (over === null ? [] : [over])));
    const notes = [
      ...found
        .filter(({ outcome }) => shownNumber(outcome) === null)
        .map(({ period, outcome }) => `${isYear(period) ? 'Year' : 'Quarter'}: ${inFull(outcome)}`),
      ...[...populations].map((population) => `Over ${population}`),
      ...(found.some(({ byHand }) => byHand) ? ['Entered by hand'] : []),
      ...(this.#hasCaveat(measure, figure) ? ['See Notes'] : []),
    ];
    return [
      ...found.map(({ outcome }) => this.#shown(outcome)),
      notes.length > 0 ? notes.map((note) => `${note.replace(/\.$/, '')}.`).join(' ') : null,
    ];
  }

  #shown(outcome: Outcome): Cell {
    const value = shownNumber(outcome);
    if (value === null) return symbolOf(outcome, this.#terms.policy);
    return { value, format: outcome.kind === 'count' ? '#,##0' : '#,##0.0' };
  }

  #hasCaveat(measure: DefinedMeasure, figure: Figure): boolean {
    return this.#contents.caveats.some(
      ({ measure: id, caveat: { figures, periods } }) =>
        id === measure.id &&
        (figures.length === 0 || figures.includes(figure.id)) &&
        (periods.length === 0 || this.#periods().some((period) => periods.includes(period))),
    );
  }

  #periods(): readonly Period[] {
    return [this.#contents.quarter, yearTo(this.#contents.quarter)];
  }

  #valueColumns(): (readonly [string, number])[] {
    const heads = this.#periods().map(
      (period) => `${isYear(period) ? 'Year' : 'Quarter'}: ${periodInWords(period)}`,
    );
    return [...heads.map((head) => [head, 34] as const), ['Notes', 60] as const];
  }
}

function keyOf(
  measure: string,
  figure: string,
  period: Period,
  cell: BreakdownCell | null,
): string {
  return `${measure}|${observationKey(figure, period, cell)}`;
}

function absent(measure: DefinedMeasure, period: Period): Outcome {
  return isYear(period) && measure.period === 'snapshot' ? NO_YEAR : NOT_SENT;
}
