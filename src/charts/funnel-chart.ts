import type { ComparedFigure, Funnel, Peers } from '../model/comparison.ts';
import { axisBeside, axisUnder, roomBeside } from './axes.ts';
import type { ChartSpec, Layer } from './draw.ts';
import { counting, unitHeading, valueCell, valueWords } from './figure-words.ts';
import { INK, PAPER, PEER, SMALL } from './ink.ts';
import type { ChartMade } from './made.ts';
import { type Axis, niceAxis, pixels } from './nice.ts';
import { type Named, placeWords } from './place-words.ts';
import { type Meaning, shapeKey } from './shape-key.ts';
import { along, lettered, sheet, stroked } from './sheet.ts';
import { spread } from './spread.ts';
import { COLOURS, NAMED, type Whose, whoseIs } from './standing-bars.ts';
import { cut, textWidth, wrapped } from './text-width.ts';

/** What a funnel is drawn of. */
export interface FunnelAsked {
  readonly figure: ComparedFigure;
  readonly peers: Peers;
  /** The authority's own code, or null. */
  readonly own: string | null;
  readonly funnel: Funnel;
  /** What the denominator counts, such as `referrals` or `children aged 0 to 17`. */
  readonly denominatorWords: string;
}

type Lies = Funnel['points'][number]['lies'];

interface Point {
  readonly name: string;
  readonly value: number;
  readonly denominator: number;
  readonly lies: Lies;
  readonly whose: Whose;
}

const NARROW = 560;
const HEIGHT = 320;
const LINE_HEIGHT = 15;
const SHAPES: Readonly<Record<Lies, string>> = {
  within: 'circle',
  'above 95': 'square',
  'below 95': 'square',
  'above 99.8': 'triangle-up',
  'below 99.8': 'triangle-down',
};
const LIES_WORDS: Readonly<Record<Lies, string>> = {
  within: 'Within the limits',
  'above 95': 'Above the 95% limit',
  'below 95': 'Below the 95% limit',
  'above 99.8': 'Above the 99.8% limit',
  'below 99.8': 'Below the 99.8% limit',
};
/** Whose points are drawn last, over all others. */
const ORDER: readonly Whose[] = ['other', 'peer', 'own'];

/** Takes a funnel and whose it is; gives its points by the size of their denominator, between the limits that chance has. */
export function funnelChart(asked: FunnelAsked): ChartMade {
  const { figure, funnel, denominatorWords } = asked;
  const points = pointsOf(asked);
  return {
    spec:
      points.length === 0 || funnel.limits.length === 0
        ? null
        : (width) => specOf(asked, points, width),
    says: saysOf(asked, points),
    headings: ['Local authority', unitHeading(figure), `Number of ${denominatorWords}`, 'Lies'],
    rows: [...points]
      .sort((a, b) => b.denominator - a.denominator)
      .map(({ name, value, denominator, lies }) => ({
        head: name,
        cells: [
          valueCell(value, figure.unit),
          { words: counting(denominator), number: denominator },
          LIES_WORDS[lies],
        ],
      })),
  };
}

function pointsOf({ funnel, own, peers }: FunnelAsked): Point[] {
  const members = new Set(peers.members);
  return funnel.points
    .map(({ placed, denominator, lies }) => ({
      name: placed.name,
      value: placed.shown.value,
      denominator,
      lies,
      whose: whoseIs(placed.area, own, members),
    }))
    .sort((a, b) => ORDER.indexOf(a.whose) - ORDER.indexOf(b.whose));
}

function specOf(asked: FunnelAsked, points: readonly Point[], width: number): ChartSpec {
  const { figure, funnel, denominatorWords } = asked;
  const y = valueAxis(asked, points);
  const largest = Math.max(...points.map(({ denominator }) => denominator));
  const marks = niceAxis(0, largest, width < NARROW ? 3 : 6).ticks;
  const to = largest * 1.04;
  const x: Axis = { from: 0, to, ticks: marks.filter((mark) => mark <= to) };
  const sign = figure.unit.kind === 'percent' ? '%' : '';
  const column = width < NARROW ? 78 : 140;
  const left = roomBeside(y, sign);
  const plot = width - left - column;
  const [px, py] = [pixels(x, plot), (value: number) => HEIGHT - pixels(y, HEIGHT)(value)];
  const under = wrapped(`Number of ${denominatorWords}`, SMALL, width - 4);
  const keyAt = { x: 4 - left, y: HEIGHT + 30 + under.length * LINE_HEIGHT };
  const key = shapeKey(meaningsOf(points), keyAt, width - 8);
  const layers = [
    ...limits(funnel, x, y),
    ...stroked([{ x: 0, y: py(funnel.baseline), x2: plot, y2: py(funnel.baseline) }], {
      color: PEER,
      width: 2,
    }),
    ...axisUnder(x, plot, HEIGHT, ''),
    ...axisBeside(y, HEIGHT, sign),
    ...lineNames(funnel, figure, py, { plot, column }),
    ...(['other', 'peer'] as const).flatMap((whose) => pointLayer(points, whose, x, y)),
    ...names(points, { px, py, plot, unit: figure.unit }),
    ...pointLayer(points, 'own', x, y),
    ...lettered([{ x: plot / 2, y: HEIGHT + 36, words: under }], { size: SMALL, align: 'center' }),
    ...key.layers,
  ];
  const bottom = 34 + under.length * LINE_HEIGHT + key.height;
  return sheet(width, HEIGHT, { left, right: column, top: 14, bottom }, layers);
}

function meaningsOf(points: readonly Point[]): Meaning[] {
  const kinds = [...new Set(points.map(({ lies }) => lies))].filter((lies) => lies !== 'within');
  const meanings = kinds.sort().map((lies) => ({ shape: SHAPES[lies], words: keyWords(lies) }));
  return [...new Map(meanings.map((each) => [each.shape, each])).values()];
}

// The limits of a tiny denominator are wider than all there is to see: the axis holds the points, and the limits from where those begin.
function valueAxis({ figure, funnel }: FunnelAsked, points: readonly Point[]): Axis {
  const smallest = Math.min(...points.map(({ denominator }) => denominator));
  const widest =
    funnel.limits.find(({ denominator }) => denominator >= smallest) ?? funnel.limits[0];
  const values = points.map(({ value }) => value);
  const spanned = Math.max(...values) - Math.min(...values, funnel.baseline);
  const least = Math.max(Math.min(...values, widest?.low998 ?? 0), Math.min(...values) - spanned);
  const greatest = Math.min(
    Math.max(...values, widest?.high998 ?? 0),
    Math.max(...values) + spanned,
  );
  const axis = niceAxis(Math.max(0, least), greatest);
  return figure.unit.kind === 'percent' && axis.to > 100
    ? { ...axis, to: 100, ticks: axis.ticks.filter((tick) => tick <= 100) }
    : axis;
}

// A limit ends where the plot does: what lies beyond it would be drawn along its edge.
function limits({ limits: all }: Funnel, x: Axis, y: Axis): Layer[] {
  const inside = (value: number) => value >= y.from && value <= y.to;
  const lines = [
    { field: 'low998', strokeDash: [] },
    { field: 'high998', strokeDash: [] },
    { field: 'low95', strokeDash: [5, 4] },
    { field: 'high95', strokeDash: [5, 4] },
  ] as const;
  return lines.flatMap(({ field, strokeDash }): Layer[] => {
    const values = all.flatMap((each) =>
      each.denominator <= x.to && inside(each[field])
        ? [{ denominator: each.denominator, limit: each[field] }]
        : [],
    );
    if (values.length === 0) return [];
    return [
      {
        data: { values },
        mark: { type: 'line', color: PEER, strokeWidth: 1.5, strokeDash: [...strokeDash] },
        encoding: { x: along('denominator', x), y: along('limit', y) },
      },
    ];
  });
}

function lineNames(
  { limits: all, baseline }: Funnel,
  { unit }: ComparedFigure,
  py: (value: number) => number,
  { plot, column }: { plot: number; column: number },
): Layer[] {
  const last = all.at(-1);
  const named = [
    { value: baseline, words: `All together ${valueWords(baseline, unit)}` },
    ...(last
      ? [
          { value: last.high998, words: '99.8% limit' },
          { value: last.high95, words: '95% limit' },
          { value: last.low95, words: '95% limit' },
          { value: last.low998, words: '99.8% limit' },
        ]
      : []),
  ]
    .map(({ value, words }) => ({ at: py(value), lines: wrapped(words, SMALL, column - 8) }))
    .map((each) => ({ ...each, size: each.lines.length * LINE_HEIGHT + 1 }))
    .sort((a, b) => a.at - b.at);
  const places = spread(named, -8, HEIGHT + 8);
  return lettered(
    named.map(({ lines }, nth) => ({
      x: plot + 6,
      y: (places[nth] ?? 0) - ((lines.length - 1) * LINE_HEIGHT) / 2,
      words: lines,
    })),
    { size: SMALL },
  );
}

function pointLayer(points: readonly Point[], whose: Whose, x: Axis, y: Axis): Layer[] {
  const these = points.filter((point) => point.whose === whose);
  if (these.length === 0) return [];
  return [
    {
      data: {
        values: these.map(({ denominator, value, lies }) => ({
          denominator,
          value,
          shape: SHAPES[lies],
        })),
      },
      mark: {
        type: 'point',
        filled: true,
        color: COLOURS[whose],
        size: whose === 'own' ? 150 : 55,
        opacity: 1,
        stroke: whose === 'own' ? INK : PAPER,
        strokeWidth: whose === 'own' ? 1.5 : 0.8,
      },
      encoding: {
        x: along('denominator', x),
        y: along('value', y),
        shape: { field: 'shape', type: 'nominal', scale: null, legend: null },
      },
    },
  ];
}

// The authority's own is always named; of its peers those that lie outside 99.8 %, where they are few and there is room.
function names(
  points: readonly Point[],
  {
    px,
    py,
    plot,
    unit,
  }: {
    px: (value: number) => number;
    py: (value: number) => number;
    plot: number;
    unit: ComparedFigure['unit'];
  },
): Layer[] {
  const marks = points.map(({ denominator, value }) => ({ x: px(denominator), y: py(value) }));
  const outside = points.filter(({ whose, lies }) => whose === 'peer' && lies.endsWith('99.8'));
  const few = outside.length <= NAMED;
  const wanted = [...points]
    .reverse()
    .filter((point) => point.whose === 'own' || (few && outside.includes(point)))
    .map(({ name, value, denominator, whose }) => ({
      x: px(denominator),
      y: py(value),
      words: whose === 'own' ? ownWords(name, valueWords(value, unit), plot) : name,
      bold: whose === 'own',
      always: whose === 'own',
    }));
  const placed = placeWords(wanted, marks, SMALL, { width: plot, height: HEIGHT });
  const lettering = (bold: boolean) =>
    lettered(
      placed.filter((each: Named) => each.bold === bold),
      { size: SMALL, bold, halo: true },
    );
  const leads = placed.flatMap(({ lead }) => lead ?? []);
  return [...stroked(leads), ...lettering(false), ...lettering(true)];
}

// A long name loses its end, and never its number.
function ownWords(name: string, value: string, plot: number): string {
  const room = plot - textWidth(` ${value}`, SMALL, true) - 4;
  return `${cut(name, SMALL, room, true)} ${value}`;
}

function keyWords(lies: Lies): string {
  return lies.endsWith(' 95') ? 'Outside the 95% limit' : LIES_WORDS[lies];
}

function saysOf(
  { figure, funnel, denominatorWords }: FunnelAsked,
  points: readonly Point[],
): string {
  if (points.length === 0) return `No number of ${figure.title} to draw.`;
  const outside = points.filter(({ lies }) => lies.endsWith('99.8')).length;
  const own = points.find(({ whose }) => whose === 'own');
  return [
    `Funnel plot of ${figure.title}, ${figure.unitWords}, by the number of ${denominatorWords}, for ${points.length} local authorities.`,
    `All together: ${valueWords(funnel.baseline, figure.unit)}.`,
    `${outside} of ${points.length} lie outside the 99.8% limits.`,
    own
      ? `${own.name}, ${valueWords(own.value, figure.unit)}: ${LIES_WORDS[own.lies].toLowerCase()}.`
      : '',
    'Every number is in the table below it.',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}
