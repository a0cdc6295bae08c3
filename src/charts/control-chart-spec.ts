import type { ComparedFigure, ControlChart, Signal } from '../model/comparison.ts';
import { periodInWords } from '../model/period.ts';
import { axisBeside, periodsUnder, roomBeside, roomUnder } from './axes.ts';
import type { ChartSpec, Layer } from './draw.ts';
import { unitHeading, valueCell, valueWords } from './figure-words.ts';
import { ACCENT, INK, PAPER, PEER, SMALL } from './ink.ts';
import type { ChartMade } from './made.ts';
import { type Axis, niceAxis, pixels } from './nice.ts';
import { placeWords } from './place-words.ts';
import { periodLabels } from './quarter-axis.ts';
import { along, lettered, sheet, stroked } from './sheet.ts';
import { spread } from './spread.ts';
import { wrapped } from './text-width.ts';

interface Point {
  readonly at: number;
  readonly value: number;
  readonly signal: Signal | null;
}

const NARROW = 560;
const HEIGHT = 260;
const LINE_HEIGHT = 15;
/** The strongest first: a point has the shape and the word of the first that it gives. */
const SIGNALS: readonly {
  readonly signal: Signal;
  readonly shape: string;
  readonly words: string;
}[] = [
  { signal: 'outside a limit', shape: 'diamond', words: 'Outside a limit' },
  { signal: 'seven rising', shape: 'triangle-up', words: 'Seven rising' },
  { signal: 'seven falling', shape: 'triangle-down', words: 'Seven falling' },
  { signal: 'seven on one side', shape: 'square', words: 'Seven on one side' },
  { signal: 'two of three near a limit', shape: 'cross', words: 'Two of three near a limit' },
];

/** Takes a control chart and its figure; gives the points with their mean and limits, and the signals that they give. */
export function controlChartSpec(figure: ComparedFigure, control: ControlChart): ChartMade {
  const points = pointsOf(control);
  return {
    spec: points.length === 0 ? null : (width) => specOf(figure, control, points, width),
    says: [
      `Control chart of ${figure.title}, ${figure.unitWords}, over ${control.points.length} periods:`,
      `mean ${valueWords(control.mean, figure.unit)}, limits ${valueWords(control.low, figure.unit)} and ${valueWords(control.high, figure.unit)}${control.firm ? '' : ', provisional'}.`,
      control.reading,
      'Every period is in the table below it.',
    ].join(' '),
    headings: ['Period', unitHeading(figure), 'Mean', 'Lower limit', 'Upper limit', 'Signals'],
    rows: control.points.map(({ period, value, signals }) => ({
      head: periodInWords(period),
      cells: [
        value === null ? 'Not available' : valueCell(value, figure.unit),
        valueCell(control.mean, figure.unit),
        valueCell(control.low, figure.unit),
        valueCell(control.high, figure.unit),
        signals.length === 0 ? 'None' : signals.map((each) => wordsOfSignal(each)).join(', '),
      ],
    })),
  };
}

function pointsOf(control: ControlChart): Point[] {
  return control.points.flatMap(({ value, signals }, at) =>
    value === null
      ? []
      : [
          {
            at,
            value,
            signal: SIGNALS.find(({ signal }) => signals.includes(signal))?.signal ?? null,
          },
        ],
  );
}

function wordsOfSignal(signal: Signal): string {
  return SIGNALS.find((each) => each.signal === signal)?.words ?? signal;
}

function specOf(
  figure: ComparedFigure,
  control: ControlChart,
  points: readonly Point[],
  width: number,
): ChartSpec {
  const values = points.map(({ value }) => value);
  const y = niceAxis(Math.min(control.low, ...values), Math.max(control.high, ...values));
  const sign = figure.unit.kind === 'percent' ? '%' : '';
  const column = width < NARROW ? 84 : 150;
  const left = roomBeside(y, sign);
  const plot = width - left - column;
  const x: Axis = { from: -0.5, to: control.points.length - 0.5, ticks: [] };
  const labels = periodLabels(
    control.points.map(({ period }) => period),
    plot / control.points.length,
  );
  const [px, py] = [pixels(x, plot), (value: number) => HEIGHT - pixels(y, HEIGHT)(value)];
  const across = (value: number) => ({ x: 0, y: py(value), x2: plot, y2: py(value) });
  const limits = [across(control.low), across(control.high)];
  const layers: Layer[] = [
    ...stroked(limits, { color: PEER, width: 1.5, dash: [6, 4] }),
    ...stroked([across(control.mean)], { color: PEER, width: 1.5 }),
    ...periodsUnder(labels, px, plot, HEIGHT),
    ...axisBeside(y, HEIGHT, sign),
    {
      data: { values: control.points.map(({ value }, at) => ({ at, value })) },
      mark: { type: 'line', color: ACCENT, strokeWidth: 2 },
      encoding: { x: along('at', x), y: along('value', y) },
    },
    ...pointLayers(points, x, y),
    ...lineNames(figure, control, py, { plot, column }),
    ...signalNames(points, px, py, plot),
  ];
  const room = { left, right: column, top: 16, bottom: roomUnder(labels) };
  return sheet(width, HEIGHT, room, layers);
}

function pointLayers(points: readonly Point[], x: Axis, y: Axis): Layer[] {
  const layer = (these: readonly Point[], size: number, color: string): Layer[] =>
    these.length === 0
      ? []
      : [
          {
            data: {
              values: these.map(({ at, value, signal }) => ({ at, value, shape: shapeOf(signal) })),
            },
            mark: {
              type: 'point',
              filled: true,
              color,
              size,
              opacity: 1,
              stroke: PAPER,
              strokeWidth: 1,
            },
            encoding: {
              x: along('at', x),
              y: along('value', y),
              shape: { field: 'shape', type: 'nominal', scale: null, legend: null },
            },
          },
        ];
  return [
    ...layer(
      points.filter(({ signal }) => signal === null),
      46,
      ACCENT,
    ),
    ...layer(
      points.filter(({ signal }) => signal !== null),
      100,
      INK,
    ),
  ];
}

function shapeOf(signal: Signal | null): string {
  return SIGNALS.find((each) => each.signal === signal)?.shape ?? 'circle';
}

function lineNames(
  { unit }: ComparedFigure,
  { mean, low, high, firm }: ControlChart,
  py: (value: number) => number,
  { plot, column }: { plot: number; column: number },
): Layer[] {
  const provisional = firm ? '' : ' (provisional)';
  const named = [
    { value: high, words: `Upper limit${provisional} ${valueWords(high, unit)}` },
    { value: mean, words: `Mean ${valueWords(mean, unit)}` },
    { value: low, words: `Lower limit${provisional} ${valueWords(low, unit)}` },
  ]
    .map(({ value, words }) => ({ at: py(value), lines: wrapped(words, SMALL, column - 8) }))
    .map((each) => ({ ...each, size: each.lines.length * LINE_HEIGHT + 4 }));
  const places = spread(named, -14, HEIGHT + 14);
  return lettered(
    named.map(({ lines }, nth) => ({
      x: plot + 6,
      y: (places[nth] ?? 0) - ((lines.length - 1) * LINE_HEIGHT) / 2,
      words: lines,
    })),
    { size: SMALL },
  );
}

// A run has its word once, at its last point; a point outside a limit has its own.
function signalNames(
  points: readonly Point[],
  px: (at: number) => number,
  py: (value: number) => number,
  plot: number,
): Layer[] {
  const marks = points.map(({ at, value }) => ({ x: px(at), y: py(value) }));
  const wanted = points.flatMap(({ at, value, signal }, nth) => {
    if (!signal || points[nth + 1]?.signal === signal) return [];
    return [{ x: px(at), y: py(value), words: wordsOfSignal(signal), bold: true, always: true }];
  });
  const named = placeWords(wanted.reverse(), marks, SMALL, { width: plot, height: HEIGHT });
  const leads = named.flatMap(({ lead }) => lead ?? []);
  return [...stroked(leads), ...lettered(named, { size: SMALL, bold: true, halo: true })];
}
