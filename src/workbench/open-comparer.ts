import type { Benchmark } from '../compare/benchmark.ts';
import { cellsBeside, trendAgainst } from '../compare/beside.ts';
import { cellsReading } from '../compare/cells-reading.ts';
import { comparisonOf } from '../compare/comparison-of.ts';
import { controlChartOf } from '../compare/control-chart.ts';
import { noControlChart } from '../compare/control-reading.ts';
import { funnelReading } from '../compare/funnel-reading.ts';
import { funnelOf } from '../compare/funnel.ts';
import { ownSeries } from '../compare/own-series.ts';
import { pathwayOf } from '../compare/pathway-of.ts';
import { pathwayReading } from '../compare/pathway-reading.ts';
import { trendReading } from '../compare/trend-reading.ts';
import type { ComparedFigure, Comparison, FigureAsked, PeerSet } from '../model/comparison.ts';
import type { Day } from '../model/day.ts';
import { type Figure, type Measure, headlineOf } from '../model/measure.ts';
import { type Period, isYear, quarterIn } from '../model/period.ts';
import type { Comparer } from './comparing.ts';

/** How many periods a trend shows. */
const SHOWN = 12;
const NO_FUNNEL =
  'Chance cannot be told here: it takes ten authorities of which the parts of the figure are known, and not the percentage or the rate alone.';

/** What the comparisons of one authority lean on. */
interface ComparerOf {
  readonly benchmark: Benchmark;
  readonly measures: readonly Measure[];
  /** Null where none is chosen. */
  readonly area: string | null;
  readonly today: Day;
}

/** The comparisons of one authority, or of none. */
export class OpenComparer implements Comparer {
  readonly #benchmark: Benchmark;
  readonly #measures: readonly Measure[];
  readonly #area: string | null;
  readonly #today: Day;

  constructor({ benchmark, measures, area, today }: ComparerOf) {
    this.#benchmark = benchmark;
    this.#measures = measures;
    this.#area = area;
    this.#today = today;
  }

  figuresOf(id: string): readonly ComparedFigure[] {
    const measure = this.#measures.find((each) => each.id === id);
    if (!measure || measure.kind === 'breakdown') return [];
    const headline = headlineOf(measure);
    const inOrder = [...measure.figures].sort(
      (one, other) => rankOf(one, headline) - rankOf(other, headline),
    );
    const compared = inOrder
      .map((figure) => this.#benchmark.compared({ measure: id, figure: figure.id }))
      .filter(({ basis }) => basis.kind !== 'alone')
      .map(({ figure }) => figure);
    // A count and its rate are compared by the same.
    return compared.filter(
      ({ title }, place) => compared.findIndex((other) => other.title === title) === place,
    );
  }

  periodsOf({ measure, figure, cell }: Omit<FigureAsked, 'period'>): readonly Period[] {
    return this.#benchmark
      .periodsOf(measure, figure, cell)
      .sort(
        (one, other) =>
          quarterIn(other).localeCompare(quarterIn(one)) ||
          Number(isYear(one)) - Number(isYear(other)),
      );
  }

  peersOf(set: PeerSet) {
    return this.#benchmark.peersOf(set, this.#area, this.#today);
  }

  comparison(asked: FigureAsked, set: PeerSet): Comparison {
    return comparisonOf(this.#benchmark.field(asked, this.#area, set));
  }

  trend(asked: FigureAsked, set: PeerSet) {
    const { figure } = this.#benchmark.compared(asked);
    const fields = this.#benchmark.trend(asked, this.#area, set, SHOWN);
    const trend = trendAgainst(fields, figure.unit);
    return { trend, reading: trendReading(trend, figure, this.#name()) };
  }

  funnel({ asked, figure, everyone, own }: Comparison) {
    const funnel = funnelOf(everyone, figure.unit);
    const reading = funnel ? funnelReading(funnel, figure, own?.area ?? null) : NO_FUNNEL;
    return { funnel, reading, denominatorWords: this.#denominatorOf(asked, figure) };
  }

  controlChart(asked: FigureAsked) {
    const { figure } = this.#benchmark.compared(asked);
    // Years that end a quarter apart share three quarters of what they count: only quarters tell of change.
    const quarterly = { ...asked, period: quarterIn(asked.period) };
    const fields = this.#benchmark.trend(quarterly, this.#area, { kind: 'england' });
    const series = ownSeries(fields, asked.period);
    const chart = controlChartOf(series, figure.unit);
    return { chart, reading: chart?.reading ?? noControlChart(series.map(({ value }) => value)) };
  }

  cells(asked: FigureAsked, breakdown: string, set: PeerSet) {
    const shares = this.#benchmark
      .cells(asked, breakdown, this.#area, set)
      .filter(({ own, members }) => own !== null || members.length > 0);
    const cells = cellsBeside(shares);
    const kind = shares[0]?.kind ?? 'share';
    return { cells, kind, reading: cellsReading(cells, kind, this.#name()) };
  }

  pathway(period: Period) {
    const sources = new Set<string>();
    const steps = pathwayOf((measure, figure) => {
      const asked = { measure, figure, period, cell: null };
      const { own } = this.#benchmark.field(asked, this.#area, { kind: 'england' });
      if (own) sources.add(own.source.title);
      return own?.shown ?? null;
    });
    return { steps, reading: pathwayReading(steps, period), sources: [...sources] };
  }

  #name(): string {
    const found = this.#benchmark.areas().find(({ code }) => code === this.#area);
    return found?.name ?? 'the authority';
  }

  #denominatorOf({ measure, figure }: FigureAsked, { unit }: ComparedFigure): string {
    if (unit.kind !== 'percent') return 'children aged 0 to 17';
    const { measure: of } = this.#benchmark.compared({ measure, figure });
    return of.figures.find(({ id }) => id === figure)?.unit[1] ?? '';
  }
}

/** A percentage is like for every authority, and stands before the headline where that is a count of the same. */
function rankOf(figure: Figure, headline: Figure): number {
  if (figure.kind === 'ratio') return 0;
  return figure === headline ? 1 : 2;
}
