import type { ChartSpec, Layer } from './draw.ts';
import { valueWords } from './figure-words.ts';
import { OTHER, SMALL } from './ink.ts';
import { medianOver } from './median-over.ts';
import { type Axis, fromZero, pixels } from './nice.ts';
import { along, lettered, sheet, stroked } from './sheet.ts';
import { spread } from './spread.ts';
import { type Bar, type Bars, COLOURS, namedBars } from './standing-bars.ts';
import { wrapped } from './text-width.ts';

const STEP = 3;
const LINE_HEIGHT = 15;
/** Between the longest bar and the column of names. */
const GAP = 12;

interface Label {
  readonly lines: readonly string[];
  readonly bold: boolean;
  /** The end of what it names. */
  readonly x: number;
  readonly y: number;
}

/** Takes bars, many, and a narrow width; gives them lying and thin, with the names in a column of their own. */
export function rankedThin({ figure, bars, median }: Bars, width: number): ChartSpec {
  const { unit } = figure;
  const height = bars.length * STEP;
  const column = Math.min(150, width * 0.45);
  const room = { left: 2, right: column + GAP };
  const plot = width - room.left - room.right;
  const axis = fromZero(bars.map(({ placed }) => placed.shown.value));
  const x = pixels(axis, plot);
  const isNamed = namedBars(bars);
  const labels = bars.flatMap((bar, nth): Label[] => {
    if (!isNamed(bar)) return [];
    const { name, shown } = bar.placed;
    const bold = bar.whose === 'own';
    const lines = wrapped(`${name} ${valueWords(shown.value, unit)}`, SMALL, column - 6, bold);
    return [{ lines, bold, x: x(shown.value), y: (nth + 0.4) * STEP }];
  });
  const over = medianOver(
    median && { words: `${median.words} ${valueWords(median.value, unit)}`, x: x(median.value) },
    { plot, height, ...room },
  );
  const layers: Layer[] = [
    lying(bars, axis),
    ...stroked([{ x: 0, y: 0, x2: 0, y2: height }]),
    ...labelled(labels, height, plot + GAP),
    ...over.layers,
  ];
  return sheet(width, height, { ...room, top: over.height + 6, bottom: 6 }, layers);
}

function labelled(labels: readonly Label[], height: number, edge: number): Layer[] {
  const wanted = labels.map(({ y, lines }) => ({ at: y, size: lines.length * LINE_HEIGHT + 4 }));
  const places = spread(wanted, 0, height);
  const strokes = labels.flatMap(({ x, y }, nth) => [
    { x: x + 1, y, x2: edge - GAP, y2: y },
    { x: edge - GAP, y, x2: edge, y2: places[nth] ?? y },
  ]);
  const words = labels.map(({ lines, y, bold }, nth) => ({
    x: edge + 3,
    y: (places[nth] ?? y) - ((lines.length - 1) * LINE_HEIGHT) / 2,
    words: lines,
    bold,
  }));
  return [
    ...stroked(strokes, { color: OTHER }),
    ...[true, false].flatMap((bold) =>
      lettered(
        words.filter((each) => each.bold === bold),
        { size: SMALL, bold },
      ),
    ),
  ];
}

function lying(bars: readonly Bar[], axis: Axis): Layer {
  return {
    data: {
      values: bars.map(({ placed, whose }, nth) => ({
        nth,
        next: nth + 0.75,
        value: placed.shown.value,
        colour: COLOURS[whose],
      })),
    },
    mark: { type: 'rect' },
    encoding: {
      x: along('value', axis),
      x2: { datum: 0 },
      y: along('nth', { from: bars.length, to: 0, ticks: [] }),
      y2: { field: 'next' },
      color: { field: 'colour', type: 'nominal', scale: null, legend: null },
    },
  };
}
