import type { Measure } from '../model/measure.ts';
import { type BreakdownCell, type Observation, observationKey } from '../model/observation.ts';
import { type Outcome, inFull } from '../model/outcome.ts';
import { type Period, isYear, periodInWords, yearTo } from '../model/period.ts';
import type { DefinedFigure, Definition, ReturnDocument } from '../model/return-document.ts';
import { type Cell, type Sheet, tableSheet } from '../files/sheet.ts';
import { shownNumber, symbolOf } from './symbols.ts';

const NOT_SENT: Outcome = { kind: 'not available', reason: 'not in this return' };
const NO_YEAR: Outcome = {
  kind: 'not applicable',
  reason: 'the position on one day has no year',
};

/** The sheets that a manager reads: a row a figure, its value for the quarter and for the year that ends with it. */
export class FigureTables {
  readonly #document: ReturnDocument;
  readonly #observations: ReadonlyMap<string, Observation>;
  readonly #notes: ReadonlyMap<string, string>;

  constructor(document: ReturnDocument) {
    this.#document = document;
    this.#observations = new Map(document.observations.map((one) => [keyOf(one), one]));
    this.#notes = new Map(document.notes.map(({ at, says }) => [keyOf(at), says]));
  }

  /** Takes a collection and the sheet's name; gives its items in their order. One that is the breakdown of another has a row a cell. */
  collection(collection: Measure['collection'], name: string): Sheet {
    const own = this.#document.definitions.filter((one) => one.collection === collection);
    return tableSheet(
      name,
      [['Id', 9], ['Item', 30], ['Figure', 38], ['Unit', 22], ...this.#valueColumns()],
      own.flatMap((definition) => this.#itemRows(definition)),
      3,
    );
  }

  /** Gives every figure that the return holds for a cell of a breakdown. */
  breakdowns(): Sheet {
    return tableSheet(
      'Breakdowns',
      [
        ...([
          ['Id', 9],
          ['Item', 26],
          ['Figure', 30],
          ['Unit', 18],
          ['Breakdown', 16],
          ['Cell', 22],
        ] as const),
        ...this.#valueColumns(),
      ],
      this.#document.definitions
        .filter(({ breakdownOf }) => breakdownOf === null)
        .flatMap((definition) =>
          definition.figures.flatMap((figure) => this.#breakdownRows(definition, figure)),
        ),
      3,
    );
  }

  #itemRows(definition: Definition): Cell[][] {
    const { breakdownOf: of } = definition;
    if (of === null) {
      return definition.figures.map((figure) => [
        ...[definition.id, definition.title, figure.title, figure.unit],
        ...this.#values(definition, definition.id, figure, null),
      ]);
    }
    const by = this.#document.breakdowns.find(({ id }) => id === of.by);
    const [figure] = definition.figures;
    if (!by || !figure) return [];
    return by.cells.map((cell) => [
      ...[definition.id, definition.title, cell.title, figure.unit],
      ...this.#values(definition, of.measure, figure, { by: by.id, cell: cell.id }),
    ]);
  }

  #breakdownRows(definition: Definition, figure: DefinedFigure): Cell[][] {
    const { id, title } = definition;
    return this.#document.breakdowns.flatMap((by) =>
      by.cells
        .map((cell) => ({ title: cell.title, at: { by: by.id, cell: cell.id } }))
        .filter(({ at }) => this.#has(id, figure, at))
        .map((cell) => [
          ...[id, title, figure.title, figure.unit, by.title, cell.title],
          ...this.#values(definition, id, figure, cell.at),
        ]),
    );
  }

  #has(measure: string, figure: DefinedFigure, cell: BreakdownCell): boolean {
    return this.#periods().some((period) =>
      this.#observations.has(keyOf({ measure, figure: figure.id, period, cell })),
    );
  }

  #values(
    definition: Definition,
    measure: string,
    figure: DefinedFigure,
    cell: BreakdownCell | null,
  ): Cell[] {
    const found = this.#periods().map((period) => {
      const key = keyOf({ measure, figure: figure.id, period, cell });
      const observation = this.#observations.get(key);
      return {
        period,
        outcome: observation?.outcome ?? absent(definition, period),
        byHand: observation?.origin === 'entered by hand',
        over: observation?.denominatorFrom ?? null,
        note: this.#notes.get(key) ?? null,
      };
    });
    const populations = new Set(found.flatMap(({ over }) => (over === null ? [] : [over])));
    const notes = [
      ...whyNot(found),
      ...found.flatMap(({ period, note }) => (note === null ? [] : [`${named(period)}: ${note}`])),
      ...[...populations].map((population) => `Over ${population}`),
      ...(found.some(({ byHand }) => byHand) ? ['Entered by hand'] : []),
      ...(this.#hasCaveat(measure, figure) ? ['See About'] : []),
    ];
    return [
      ...found.map(({ outcome }) => shown(outcome)),
      notes.length > 0 ? notes.map((note) => `${note.replace(/\.$/, '')}.`).join(' ') : null,
    ];
  }

  #hasCaveat(measure: string, figure: DefinedFigure): boolean {
    return this.#document.caveats.some(
      ({ measure: id, figures, periods }) =>
        id === measure &&
        (figures.length === 0 || figures.includes(figure.id)) &&
        (periods.length === 0 || this.#periods().some((period) => periods.includes(period))),
    );
  }

  #periods(): readonly Period[] {
    return [this.#document.quarter, yearTo(this.#document.quarter)];
  }

  #valueColumns(): (readonly [string, number])[] {
    const heads = this.#periods().map((period) => `${named(period)}: ${periodInWords(period)}`);
    return [...heads.map((head) => [head, 17] as const), ['Notes', 60] as const];
  }
}

/** Why there is no figure, said once where it is the same for the quarter and the year. */
function whyNot(
  found: readonly { readonly period: Period; readonly outcome: Outcome }[],
): string[] {
  const periods = new Map<string, Period[]>();
  for (const { period, outcome } of found) {
    if (symbolOf(outcome) === null || outcome.kind === 'ratio') continue;
    const words = inFull(outcome);
    periods.set(words, [...(periods.get(words) ?? []), period]);
  }
  return [...periods].map(([words, of]) =>
    of.length > 1 ? `Quarter and year: ${words}` : `${of.map(named).join()}: ${words}`,
  );
}

function named(period: Period): string {
  return isYear(period) ? 'Year' : 'Quarter';
}

function shown(outcome: Outcome): Cell {
  const value = shownNumber(outcome);
  if (value === null) return { symbol: symbolOf(outcome) ?? '' };
  return { value, format: outcome.kind === 'count' ? '#,##0' : '#,##0.0' };
}

function keyOf({
  measure,
  figure,
  period,
  cell,
}: Pick<Observation, 'measure' | 'figure' | 'period' | 'cell'>): string {
  return `${measure}|${observationKey(figure, period, cell)}`;
}

function absent(definition: Definition, period: Period): Outcome {
  return isYear(period) && definition.period === 'snapshot' ? NO_YEAR : NOT_SENT;
}
