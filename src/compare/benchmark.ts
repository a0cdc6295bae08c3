import type { FigureAsked, PeerSet, Peers, Placed, Shown } from '../model/comparison.ts';
import type { Day } from '../model/day.ts';
import type { Breakdown, Measure } from '../model/measure.ts';
import type { BreakdownCell } from '../model/observation.ts';
import { type Period, isYear, lastDay, parsePeriod } from '../model/period.ts';
import type { PublishedTerms } from '../model/published.ts';
import { figuresOf } from './candidates.ts';
import { type CellShares, sharesOf } from './cell-shares.ts';
import type { FigureColumns, FigureSource } from './columns.ts';
import { type Compared, comparedBy } from './compared.ts';
import type { Field } from './field.ts';
import { makeField } from './make-field.ts';
import { type PeersKnown, type Place, peersIn, placesOf } from './peers.ts';
import { Populations } from './populations.ts';
import type { Sources } from './request.ts';
import { sliced } from './slice.ts';

/** What figures are compared by. */
export interface BenchmarkKnown extends PeersKnown {
  readonly measures: readonly Measure[];
  readonly breakdowns: readonly Breakdown[];
  /** Measures that are not about children. */
  readonly notAboutChildren: readonly string[];
  readonly published: PublishedTerms;
}

/** One period of a trend: the authority's figure, and those of its peers that have a number or a symbol. */
export interface TrendField {
  readonly period: Period;
  readonly own: Placed | null;
  readonly ownVersion: number | null;
  readonly members: readonly Placed[];
}

/** Figures of many sources, and what is set beside what. */
export class Benchmark {
  readonly #known: BenchmarkKnown;
  readonly #columns = new Map<string, FigureColumns>();
  #sources: Sources;

  constructor(known: BenchmarkKnown, columns: readonly FigureColumns[] = []) {
    this.#known = known;
    for (const each of columns) this.#columns.set(each.source.id, each);
    this.#sources = this.#settled();
  }

  /** Takes a source's figures; they stand in place of what was there under its id. */
  add(columns: FigureColumns): void {
    this.#columns.delete(columns.source.id);
    this.#columns.set(columns.source.id, columns);
    this.#sources = this.#settled();
  }

  /** Takes a source's id; its figures are known no more. */
  remove(id: string): void {
    this.#columns.delete(id);
    this.#sources = this.#settled();
  }

  /** Gives the sources, the one that stands before the others first. */
  sources(): readonly FigureSource[] {
    return this.#sources.inOrder.map(({ columns }) => columns.source);
  }

  /** Gives every authority that there is, and every made-up one of a source. */
  areas(): readonly Place[] {
    return [...this.#sources.places.values()];
  }

  /** Takes a set of peers, an authority and a day; gives who they are on that day. */
  peersOf(set: PeerSet, area: string | null, day: Day): Peers {
    return peersIn(set, { ...this.#sources, area, day }, this.#known);
  }

  /** Takes a figure and a cell; gives the periods that any source has it of, oldest first, quarters before years. */
  periodsOf(measure: string, figure: string, cell: BreakdownCell | null = null): Period[] {
    const compared = this.compared({ measure, figure });
    const figures = new Set(figuresOf(compared));
    const periods = new Set<Period>();
    for (const { columns } of this.#sources.inOrder) {
      for (const key of columns.series) {
        const [of, own = '', text = '', by, part] = key.split('|');
        if (of !== compared.measure.id || !figures.has(own)) continue;
        if (by !== (cell?.by ?? '') || part !== (cell?.cell ?? '')) continue;
        const period = parsePeriod(text);
        if (period) periods.add(period);
      }
    }
    return [...periods].sort();
  }

  /** Takes a measure and a figure; gives what it is compared by. Throws a RangeError where there is none such. */
  compared({ measure, figure }: Pick<FigureAsked, 'measure' | 'figure'>): Compared {
    return comparedBy({ measure, figure }, this.#known.measures, this.#known.notAboutChildren);
  }

  /** Takes a figure, an authority and its peers; gives all that is known of the figure before anything is worked out of it. */
  field(asked: FigureAsked, area: string | null, set: PeerSet): Field {
    const request = { asked, compared: this.compared(asked), area, set };
    return makeField(request, this.#sources, this.#known).field;
  }

  /** Takes the same, and how many; gives it for so many periods of the same kind that end with the one asked, oldest first. */
  trend(asked: FigureAsked, area: string | null, set: PeerSet, most = Infinity): TrendField[] {
    const compared = this.compared(asked);
    return this.periodsOf(asked.measure, asked.figure, asked.cell)
      .filter((period) => isYear(period) === isYear(asked.period) && period <= asked.period)
      .slice(-most)
      .map((period) => {
        const request = { asked: { ...asked, period }, compared, area, set };
        const { field, ownVersion } = makeField(request, this.#sources, this.#known);
        const members = new Set(field.peers.members);
        const beside = field.everyone.filter((one) => members.has(one.area));
        return { period, own: field.own, ownVersion, members: beside };
      });
  }

  /** Takes a figure, a breakdown, an authority and its peers; gives each cell's share, or its own percentage. */
  cells(asked: FigureAsked, breakdown: string, area: string | null, set: PeerSet): CellShares[] {
    const found = this.#known.breakdowns.find(({ id }) => id === breakdown);
    const compared = this.compared(asked);
    if (!found || compared.basis.kind === 'alone') return [];
    const peers = this.peersOf(set, area, lastDay(asked.period));
    const field = this.field({ ...asked, cell: null }, area, set);
    const areas = field.everyone.map((one) => one.area);
    return found.cells.map(({ id, title }) => {
      const cell = { by: breakdown, cell: id };
      const shares = sharesOf({ ...asked, cell }, compared, {
        sources: this.#sources.inOrder,
        areas: new Set(areas),
      });
      const of = (code: string): Shown[] => {
        const shown = shares.get(code);
        return shown ? [shown] : [];
      };
      return {
        ...{ cell: id, title, kind: compared.basis.kind === 'percent' ? 'percent' : 'share' },
        own: area === null ? null : (shares.get(area) ?? null),
        members: peers.members.flatMap(of),
      };
    });
  }

  #settled(): Sources {
    const inOrder = [...this.#columns.values()]
      .map((columns, place) => ({ columns, place }))
      .sort((a, b) => before(a.columns.source, b.columns.source) || b.place - a.place)
      .map(({ columns }) => sliced(columns));
    const areas = inOrder.flatMap(({ columns }) => columns.areas);
    const answers = new Map<string, Readonly<Record<string, string>>>();
    for (const { code, kind, earlyHelp } of areas) {
      if (kind === 'authority' && earlyHelp && !answers.has(code)) answers.set(code, earlyHelp);
    }
    return {
      inOrder,
      places: placesOf(this.#known, areas),
      populations: new Populations(this.#known.authorities, inOrder),
      answers,
    };
  }
}

const ORDER = { own: 0, pack: 1, return: 1, published: 2 } as const;

/** The authority's own first, then packs and returns, the newest first, then what is published. */
function before(a: FigureSource, b: FigureSource): number {
  if (ORDER[a.kind] !== ORDER[b.kind]) return ORDER[a.kind] - ORDER[b.kind];
  return (b.made ?? '').localeCompare(a.made ?? '');
}
