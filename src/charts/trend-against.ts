import type { ComparedFigure, Peers, TrendAgainst } from '../model/comparison.ts';
import { periodInWords } from '../model/period.ts';
import { axisBeside, periodsUnder, roomBeside, roomUnder } from './axes.ts';
import type { ChartSpec, Layer } from './draw.ts';
import { shownCell, unitHeading, valueCell, valueWords } from './figure-words.ts';
import { ACCENT, BAND, OTHER, PEER, SMALL } from './ink.ts';
import type { ChartMade } from './made.ts';
import { type Axis, fromZero, pixels } from './nice.ts';
import { periodLabels, versionBreaks } from './quarter-axis.ts';
import { along, lettered, sheet } from './sheet.ts';
import { spread } from './spread.ts';
import { wrapped } from './text-width.ts';

/** What a trend is drawn of. */
export interface TrendAsked {
  readonly figure: ComparedFigure;
  /** The authority's name; null where none is chosen. */
  readonly name: string | null;
  readonly peers: Peers;
  /** Oldest first. */
  readonly trend: readonly TrendAgainst[];
}

interface Point {
  readonly at: number;
  readonly own: number | null;
  readonly median: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

interface End {
  readonly words: string;
  readonly value: number;
  readonly own: boolean;
}

const NOTHING = { median: null, low: null, high: null };
const NARROW = 560;
const HEIGHT = 260;
const LINE_HEIGHT = 15;

/** Takes a trend and whose it is; gives the authority's line over its peers' median and middle half. */
export function trendAgainst(asked: TrendAsked): ChartMade {
  const { figure, trend, peers } = asked;
  const points = trend.map(pointOf);
  const empty = points.every(({ own, median }) => own === null && median === null);
  return {
    spec: empty ? null : (width) => specOf(asked, points, width),
    says: saysOf(asked, points),
    headings: [
      'Period',
      asked.name ?? unitHeading(figure),
      `Median of ${peers.title}`,
      'Lower quartile',
      'Upper quartile',
      'Authorities',
    ],
    rows: trend.map(({ period, own, summary }) => ({
      head: periodInWords(period),
      cells: [
        shownCell(own, figure.unit),
        valueCell(summary?.median ?? null, figure.unit),
        valueCell(summary?.lowerQuartile ?? null, figure.unit),
        valueCell(summary?.upperQuartile ?? null, figure.unit),
        summary ? { words: String(summary.n), number: summary.n } : 'Too few',
      ],
    })),
  };
}

function pointOf({ own, summary }: TrendAgainst, at: number): Point {
  return {
    at,
    own: own?.kind === 'number' ? own.value : null,
    median: summary?.median ?? null,
    low: summary?.lowerQuartile ?? null,
    high: summary?.upperQuartile ?? null,
  };
}

function specOf(asked: TrendAsked, points: readonly Point[], width: number): ChartSpec {
  const { figure, trend } = asked;
  const numbers = points.flatMap(({ own, median, low, high }) =>
    [own, median, low, high].filter((each) => each !== null),
  );
  const y = fromZero(numbers);
  const sign = figure.unit.kind === 'percent' ? '%' : '';
  const column = width < NARROW ? 112 : 176;
  const left = roomBeside(y, sign);
  const plot = width - left - column;
  const x: Axis = { from: -0.5, to: trend.length - 0.5, ticks: [] };
  const labels = periodLabels(
    trend.map(({ period }) => period),
    plot / trend.length,
  );
  const layers: Layer[] = [
    ...band(points, x, y),
    ...versionBreaks(
      trend.map(({ ownVersion }) => ownVersion),
      { x: along('at', x) },
      -20,
    ),
    ...periodsUnder(labels, pixels(x, plot), plot, HEIGHT),
    ...axisBeside(y, HEIGHT, sign),
    line(points, 'median', x, y, { color: PEER, strokeWidth: 2, strokeDash: [6, 3] }),
    ...dots(points, 'median', x, y, PEER, 18),
    line(points, 'own', x, y, { color: ACCENT, strokeWidth: 2.5 }),
    ...dots(points, 'own', x, y, ACCENT, 44),
    ...ends(points, asked, y, { plot, column }),
  ];
  const room = { left, right: column, top: 22, bottom: roomUnder(labels) };
  return sheet(width, HEIGHT, room, layers);
}

function line(
  points: readonly Point[],
  field: 'median' | 'own',
  x: Axis,
  y: Axis,
  stroke: { color: string; strokeWidth: number; strokeDash?: number[] },
): Layer {
  return {
    data: { values: [...points] },
    mark: { type: 'line', ...stroke },
    encoding: { x: along('at', x), y: along(field, y) },
  };
}

function dots(
  points: readonly Point[],
  field: 'median' | 'own',
  x: Axis,
  y: Axis,
  color: string,
  size: number,
): Layer[] {
  const known = points.filter((point) => point[field] !== null);
  // A median's points are drawn only where no line joins them.
  const drawn = field === 'own' ? known : known.filter(({ at }) => isAlone(points, at));
  if (drawn.length === 0) return [];
  return [
    {
      data: { values: drawn },
      mark: { type: 'circle', color, size, opacity: 1 },
      encoding: { x: along('at', x), y: along(field, y) },
    },
  ];
}

function isAlone(points: readonly Point[], at: number): boolean {
  return (points[at - 1]?.median ?? null) === null && (points[at + 1]?.median ?? null) === null;
}

function band(points: readonly Point[], x: Axis, y: Axis): Layer[] {
  const known = points.filter(({ low, high }) => low !== null && high !== null);
  if (known.length === 0) return [];
  const alone = known.filter(({ at }) => isAlone(points, at));
  const place = {
    x: along('at', x),
    y: along('low', y),
    y2: { field: 'high' },
  } as const;
  const edge = { type: 'line', color: OTHER, strokeWidth: 1 } as const;
  const all = { values: [...points] };
  return [
    { data: all, mark: { type: 'area', color: BAND, opacity: 1 }, encoding: place },
    { data: all, mark: edge, encoding: { x: place.x, y: along('low', y) } },
    { data: all, mark: edge, encoding: { x: place.x, y: along('high', y) } },
    ...(alone.length > 0
      ? [
          {
            data: { values: alone },
            mark: { type: 'rule', color: OTHER, strokeWidth: 8 },
            encoding: place,
          } as const,
        ]
      : []),
  ];
}

// The last of each is named beside it. What has no number in the last periods is named where it was last seen.
function ends(
  points: readonly Point[],
  asked: TrendAsked,
  axis: Axis,
  { plot, column }: { plot: number; column: number },
): Layer[] {
  const labels = endsOf(points, asked)
    .map(({ words, value, own }) => {
      const lines = wrapped(words, SMALL, column - 10, own);
      const at = HEIGHT - pixels(axis, HEIGHT)(value);
      return { lines, at, own, size: lines.length * LINE_HEIGHT + 6 };
    })
    .sort((a, b) => a.at - b.at);
  const places = spread(labels, -20, HEIGHT + 20);
  const placed = labels.map(({ lines, own }, nth) => ({
    x: plot + 6,
    y: (places[nth] ?? 0) - ((lines.length - 1) * LINE_HEIGHT) / 2,
    words: lines,
    own,
  }));
  return [
    ...lettered(
      placed.filter(({ own }) => own),
      { bold: true, color: ACCENT, size: SMALL },
    ),
    ...lettered(
      placed.filter(({ own }) => !own),
      { size: SMALL },
    ),
  ];
}

function endsOf(points: readonly Point[], { figure: { unit }, name }: TrendAsked): End[] {
  const own = points.findLast((point) => point.own !== null)?.own ?? null;
  const { median, low, high } = points.findLast((point) => point.median !== null) ?? NOTHING;
  const words = (value: number) => valueWords(value, unit);
  return [
    ...(own === null
      ? []
      : [{ words: `${name ?? 'This authority'} ${words(own)}`, value: own, own: true }]),
    ...(median === null ? [] : [{ words: `Median ${words(median)}`, value: median, own: false }]),
    ...(low === null || high === null
      ? []
      : [
          {
            words: `Middle half ${words(low)} to ${words(high)}`,
            value: (low + high) / 2,
            own: false,
          },
        ]),
  ];
}

function saysOf({ figure, name, peers, trend }: TrendAsked, points: readonly Point[]): string {
  const spoken = (field: 'own' | 'median', who: string) => {
    const known = points.flatMap((point) => {
      const value = point[field];
      const period = trend[point.at]?.period;
      return value === null || !period
        ? []
        : [`${valueWords(value, figure.unit)} in ${periodInWords(period)}`];
    });
    const [first, last] = [known[0], known.at(-1)];
    if (!first || !last) return '';
    return known.length === 1 ? `${who}: ${first}.` : `${who}: ${first}, ${last}.`;
  };
  return [
    `Line chart of ${figure.title}, ${figure.unitWords}, over ${trend.length} periods.`,
    spoken('own', name ?? 'This authority'),
    spoken('median', `Median of ${peers.title}`),
    'Every period is in the table below it.',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}
