import { whyNotThere } from '../model/authority.ts';
import { type CellState, seriesKey } from '../model/collation.ts';
import { csvField } from '../model/csv-field.ts';
import { type Measure, headlineOf } from '../model/measure.ts';
import { type Period, type Quarter, lastDay, periodInWords } from '../model/period.ts';
import type { Collation } from './collate.ts';
import { type HeldFigure, heldOutcome } from './figures.ts';
import type { CollateKnown } from './known.ts';

/** How many measures of an authority's quarter are in each state. */
export type StateCounts = Readonly<Record<CellState, number>>;

/** An authority of which a return, or a measure of one, is expected and is not there. */
export interface Outstanding {
  readonly area: string;
  readonly name: string;
  readonly quarter: Quarter;
  /** In words: the return, or the measure by its title. */
  readonly what: string;
}

/** What there is of every authority, measure and quarter, and what is still to come. */
export class Completeness {
  readonly #collation: Collation;
  readonly #known: CollateKnown;
  readonly #sent: ReadonlySet<string>;

  constructor(collation: Collation, known: CollateKnown) {
    this.#collation = collation;
    this.#known = known;
    this.#sent = new Set(
      collation.standing.flatMap(({ area, quarter, stands }) =>
        stands ? [`${area} ${quarter}`] : [],
      ),
    );
  }

  /** Takes an authority, a measure and a quarter; gives the state of the figure that stands for the measure. */
  state(area: string, measure: Measure, quarter: Quarter): CellState {
    const held = this.#headline(area, measure, quarter);
    if (held) return stateOf(held);
    return this.#sent.has(`${area} ${quarter}`) ? 'missing' : 'no return';
  }

  /** Takes an authority and a quarter; gives how many measures are in each state. */
  counts(area: string, quarter: Quarter): StateCounts {
    const counts = {
      ...{ received: 0, 'by hand': 0, withheld: 0, 'not available': 0, missing: 0 },
      'no return': 0,
    };
    for (const measure of this.#known.terms.measures) {
      counts[this.state(area, measure, quarter)] += 1;
    }
    return counts;
  }

  /** Takes a quarter; gives the authorities of which a return is expected and not there, by name. Who was not there on the quarter's last day is not expected. */
  outstanding(quarter: Quarter): Outstanding[] {
    const { authorities, sampleAuthority } = this.#known;
    const { expected } = this.#collation.choices;
    return authorities
      .filter(({ code }) => (expected ? expected.includes(code) : code !== sampleAuthority))
      .filter((authority) => whyNotThere(authority, lastDay(quarter)) === null)
      .filter(({ code }) => !this.#sent.has(`${code} ${quarter}`))
      .map(({ code, name }) => ({ area: code, name, quarter, what: 'the return' }))
      .sort((a, b) => a.name.localeCompare(b.name, 'en-GB'));
  }

  /** Takes a quarter; gives the measures that returns of it have nothing of, by authority. */
  missingMeasures(quarter: Quarter): Outstanding[] {
    return this.#collation.standing.flatMap(({ area, quarter: of, stands }) =>
      of === quarter && stands
        ? this.#known.terms.measures
            .filter((measure) => this.state(area, measure, quarter) === 'missing')
            .map(({ id, title }) => ({ area, name: stands.name, quarter, what: `${id}, ${title}` }))
        : [],
    );
  }

  #headline(area: string, measure: Measure, quarter: Quarter): HeldFigure | null {
    const { figures } = this.#collation;
    if (measure.kind !== 'breakdown') return this.#find(area, measure.id, measure, quarter);
    const of = this.#known.terms.measures.find(({ id }) => id === measure.of);
    if (!of || of.kind === 'breakdown') return null;
    const cells = this.#known.terms.breakdowns.find(({ id }) => id === measure.by)?.cells ?? [];
    const figure = headlineOf(of).id;
    const held = cells.flatMap(({ id }) => {
      const cell = { by: measure.by, cell: id };
      const at = { measure: of.id, figure, period: quarter, cell };
      return figures.find(area, seriesKey(at)) ?? [];
    });
    // A breakdown is there when any cell of it is.
    return held.find((one) => stateOf(one) === 'received') ?? held[0] ?? null;
  }

  #find(
    area: string,
    measure: string,
    of: Exclude<Measure, { kind: 'breakdown' }>,
    period: Period,
  ): HeldFigure | null {
    const at = { measure, figure: headlineOf(of).id, period, cell: null };
    return this.#collation.figures.find(area, seriesKey(at));
  }
}

/** Takes a figure that is held; gives its state. A share of none is a figure. */
function stateOf(held: HeldFigure): CellState {
  const { kind } = heldOutcome(held);
  if (kind === 'withheld' || kind === 'not available' || kind === 'missing') return kind;
  return held.table.byHand[held.row] === 1 ? 'by hand' : 'received';
}

/** Takes what is outstanding; gives it as a CSV that can be opened by a spreadsheet, for chasing. */
export function chasingCsv(outstanding: readonly Outstanding[]): string {
  const rows = outstanding.map(({ area, name, quarter, what }) => [
    ...[area, name, quarter, periodInWords(quarter), what],
  ]);
  const lines = [['code', 'authority', 'quarter', 'months', 'outstanding'], ...rows];
  return `\uFEFF${lines.map((line) => line.map(csvField).join(',')).join('\r\n')}\r\n`;
}
