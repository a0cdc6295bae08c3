import type { Comparison, PlacedNumber, Summary } from '../model/comparison.ts';
import { axisUnder } from './axes.ts';
import type { ChartSpec, Layer } from './draw.ts';
import { numberOf, unitHeading, valueCell, valueWords } from './figure-words.ts';
import { ACCENT, BAND, OTHER, PAPER, PEER, SMALL, USUAL } from './ink.ts';
import type { ChartMade, TableRow } from './made.ts';
import { type Axis, niceAxis, pixels } from './nice.ts';
import { along, at, lettered, sheet, stroked } from './sheet.ts';
import { spread } from './spread.ts';
import { swarm } from './swarm.ts';
import { textWidth, wrapped } from './text-width.ts';

const HEIGHT = 120;
const RADIUS = 4;
const SIDE = 14;
const LINE_HEIGHT = 15;

/** Takes a comparison; gives its peers' numbers as points over their middle half, the authority's own picked out. */
export function distribution(comparison: Comparison): ChartMade {
  const { figure, numbers, summary, peers } = comparison;
  const own = numberOf(comparison.own);
  const all = [...numbers, ...(own && !numbers.some(({ area }) => area === own.area) ? [own] : [])];
  const quartiles = summary ? quartileRows(summary, comparison) : [];
  return {
    spec: all.length === 0 ? null : (width) => specOf(comparison, own, all, width),
    says: [
      `Strip of ${figure.title}, ${figure.unitWords}: a point for each of ${numbers.length} numbers of ${peers.title}.`,
      summary
        ? `The middle half lies between ${valueWords(summary.lowerQuartile, figure.unit)} and ${valueWords(summary.upperQuartile, figure.unit)}, with the median at ${valueWords(summary.median, figure.unit)}.`
        : 'There are too few for quartiles.',
      own ? `${own.name} is at ${valueWords(own.shown.value, figure.unit)}.` : '',
    ]
      .filter((sentence) => sentence !== '')
      .join(' '),
    headings: ['Local authority or line', unitHeading(figure)],
    rows: [
      ...quartiles,
      ...all.map(({ name, shown }) => ({
        head: name,
        cells: [valueCell(shown.value, figure.unit)],
      })),
    ],
  };
}

function quartileRows(summary: Summary, { figure: { unit }, peers }: Comparison): TableRow[] {
  return [
    { head: `Upper quartile of ${peers.title}`, cells: [valueCell(summary.upperQuartile, unit)] },
    { head: `Median of ${peers.title}`, cells: [valueCell(summary.median, unit)] },
    { head: `Lower quartile of ${peers.title}`, cells: [valueCell(summary.lowerQuartile, unit)] },
    { head: `Mean of ${peers.title}`, cells: [valueCell(summary.mean, unit)] },
  ];
}

function specOf(
  { figure: { unit }, summary }: Comparison,
  own: PlacedNumber | null,
  all: readonly PlacedNumber[],
  width: number,
): ChartSpec {
  const values = all.map(({ shown }) => shown.value);
  const axis = niceAxis(Math.min(...values), Math.max(...values), width < 500 ? 3 : 6);
  const plot = width - 2 * SIDE;
  const x = pixels(axis, plot);
  const sign = unit.kind === 'percent' ? '%' : '';
  const label = own ? ownLabel(own, valueWords(own.shown.value, unit), x, plot) : null;
  const layers: Layer[] = [
    ...(summary ? band(summary, axis) : []),
    ...axisUnder(axis, plot, HEIGHT + (label?.height ?? 0), sign),
    points(
      all.filter(({ area }) => area !== own?.area),
      axis,
      x,
    ),
  ];
  if (own && label) layers.push(ownPoint(own, axis), ...label.layers);
  const quartiles = summary ? quartileLabels(summary, unit, x, plot) : null;
  if (quartiles) layers.push(...quartiles);
  const top = 10 + (quartiles ? 2 * LINE_HEIGHT + 12 : 0);
  return sheet(
    width,
    HEIGHT + (label?.height ?? 0),
    { left: SIDE, right: SIDE, top, bottom: 26 },
    layers,
  );
}

function band({ lowerQuartile, median, upperQuartile }: Summary, axis: Axis): Layer[] {
  const row = { lowerQuartile, upperQuartile, median, y: 4, y2: HEIGHT - 4 };
  const across = {
    y: { field: 'y', type: 'quantitative', scale: null, axis: null },
    y2: { field: 'y2' },
  } as const;
  return [
    {
      data: { values: [row] },
      mark: { type: 'rect', fill: BAND, stroke: OTHER, strokeWidth: 1.5 },
      encoding: {
        x: along('lowerQuartile', axis),
        x2: { field: 'upperQuartile' },
        ...across,
      },
    },
    {
      data: { values: [row] },
      mark: { type: 'rule', strokeWidth: 2.5, color: PEER },
      encoding: { x: along('median', axis), ...across },
    },
  ];
}

function points(all: readonly PlacedNumber[], axis: Axis, x: (value: number) => number): Layer {
  const places = swarm(
    all.map(({ shown }) => x(shown.value)),
    2 * RADIUS + 1,
    HEIGHT - 24,
  );
  return {
    data: {
      values: all.map(({ shown }, nth) => ({
        value: shown.value,
        y: HEIGHT / 2 + (places[nth] ?? 0),
      })),
    },
    mark: {
      type: 'point',
      shape: 'circle',
      filled: true,
      size: 50,
      color: PEER,
      opacity: 1,
      stroke: PAPER,
      strokeWidth: 1,
    },
    encoding: { x: along('value', axis), y: at().y },
  };
}

function ownPoint({ shown }: PlacedNumber, axis: Axis): Layer {
  return {
    data: { values: [{ value: shown.value, y: HEIGHT / 2 }] },
    mark: {
      type: 'point',
      shape: 'diamond',
      filled: true,
      size: 190,
      color: ACCENT,
      opacity: 1,
      stroke: PAPER,
      strokeWidth: 1.5,
    },
    encoding: { x: along('value', axis), y: at().y },
  };
}

// Under the strip, on a line of its own, so that it lies over no point.
function ownLabel(own: PlacedNumber, value: string, x: (value: number) => number, plot: number) {
  const lines = wrapped(`${own.name} ${value}`, USUAL, plot, true);
  const half = Math.max(...lines.map((line) => textWidth(line, USUAL, true))) / 2;
  const centre = Math.max(half - SIDE, Math.min(x(own.shown.value), plot + SIDE - half));
  const height = lines.length * LINE_HEIGHT + 10;
  return {
    height,
    layers: [
      ...stroked(
        [{ x: x(own.shown.value), y: HEIGHT / 2 + 10, x2: x(own.shown.value), y2: HEIGHT + 4 }],
        { color: ACCENT, width: 2 },
      ),
      ...lettered([{ x: centre, y: HEIGHT + 12, words: lines }], {
        bold: true,
        align: 'center',
        color: ACCENT,
      }),
    ],
  };
}

function quartileLabels(
  { lowerQuartile, median, upperQuartile }: Summary,
  unit: Comparison['figure']['unit'],
  x: (value: number) => number,
  plot: number,
): Layer[] {
  const labels = [
    { value: lowerQuartile, title: 'Lower quartile' },
    { value: median, title: 'Median' },
    { value: upperQuartile, title: 'Upper quartile' },
  ].map(({ value, title }) => ({ value, lines: [title, valueWords(value, unit)] }));
  const sizes = labels.map(({ value, lines }) => ({
    at: x(value),
    size: Math.max(...lines.map((line) => textWidth(line, SMALL))) + 8,
  }));
  const places = spread(sizes, -SIDE, plot + SIDE);
  const top = -2 * LINE_HEIGHT - 8;
  return [
    ...lettered(
      labels.map(({ lines }, nth) => ({ x: places[nth] ?? 0, y: top + 6, words: lines })),
      { align: 'center', size: SMALL },
    ),
    ...stroked(
      labels.map(({ value }, nth) => ({ x: places[nth] ?? 0, y: -9, x2: x(value), y2: 4 })),
      { color: PEER },
    ),
  ];
}
