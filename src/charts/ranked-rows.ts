import type { ChartSpec, Layer } from './draw.ts';
import { valueWords } from './figure-words.ts';
import { PAPER, USUAL } from './ink.ts';
import { medianOver } from './median-over.ts';
import { type Axis, fromZero, pixels } from './nice.ts';
import { along, at, lettered, sheet, stroked } from './sheet.ts';
import { type Bar, type Bars, COLOURS } from './standing-bars.ts';
import { cut, textWidth } from './text-width.ts';

const BAR = 16;
/** Where there is less width, names stand above their bars. */
const BESIDE = 520;

/** Where the rows lie, and where a number stands along them. */
interface Laid {
  readonly beside: boolean;
  readonly left: number;
  readonly width: number;
  readonly x: (value: number) => number;
  /** The middle of a bar. */
  readonly middle: (nth: number) => number;
}

/** Takes bars, at most some 25, and a width; gives them lying, each with its name, its value and its interval. */
export function rankedRows({ figure, bars, median }: Bars, width: number): ChartSpec {
  const words = (value: number) => valueWords(value, figure.unit);
  const beside = width >= BESIDE;
  const row = beside ? 26 : 42;
  const widest = Math.max(...bars.map(({ placed }) => textWidth(placed.name, USUAL, true)));
  const left = beside ? Math.min(Math.ceil(widest) + 10, width * 0.42) : 2;
  const values = bars.map(({ placed }) => words(placed.shown.value));
  const right = Math.max(...values.map((value) => textWidth(value, USUAL, true))) + 12;
  const plot = width - left - right;
  const ends = bars.map(({ placed: { shown, interval } }) =>
    Math.max(shown.value, interval?.high ?? 0),
  );
  const axis: Axis = { ...fromZero(ends), to: Math.max(1e-9, ...ends) };
  const height = bars.length * row;
  const x = pixels(axis, plot);
  const middle = (nth: number) => (nth + 1) * row - (beside ? row / 2 : BAR / 2 + 4);
  const laid: Laid = { beside, left, width, x, middle };
  const over = medianOver(
    median && { words: `${median.words} ${words(median.value)}`, x: x(median.value) },
    { plot, height, left, right },
  );
  const layers: Layer[] = [
    barLayer(bars, laid, axis),
    ...over.layers,
    ...whiskers(bars, laid),
    ...lettering(bars, values, laid),
    ...stroked([{ x: 0, y: 0, x2: 0, y2: height }]),
  ];
  return sheet(width, height, { left, right, top: over.height, bottom: 4 }, layers);
}

function lettering(bars: readonly Bar[], values: readonly string[], laid: Laid): Layer[] {
  const { beside, left, width, x, middle } = laid;
  const all = bars.map(({ placed: { name, shown, interval }, whose }, nth) => {
    const bold = whose === 'own';
    return {
      bold,
      name: {
        x: beside ? -8 : 0,
        y: beside ? middle(nth) : middle(nth) - BAR / 2 - 9,
        words: cut(name, USUAL, beside ? left - 10 : width - 4, bold),
      },
      value: {
        x: x(Math.max(shown.value, interval?.high ?? 0)) + 6,
        y: middle(nth),
        words: values[nth] ?? '',
      },
    };
  });
  return [true, false].flatMap((bold) => {
    const these = all.filter((each) => each.bold === bold);
    return [
      ...lettered(
        these.map(({ name }) => name),
        { align: beside ? 'right' : 'left', bold, halo: !beside },
      ),
      ...lettered(
        these.map(({ value }) => value),
        { bold, halo: true },
      ),
    ];
  });
}

function barLayer(bars: readonly Bar[], { middle }: Laid, axis: Axis): Layer {
  return {
    data: {
      values: bars.map(({ placed, whose }, nth) => ({
        value: placed.shown.value,
        y: middle(nth) - BAR / 2,
        y2: middle(nth) + BAR / 2,
        colour: COLOURS[whose],
      })),
    },
    mark: { type: 'rect' },
    encoding: {
      x: along('value', axis),
      x2: { datum: 0 },
      y: at().y,
      y2: { field: 'y2' },
      color: { field: 'colour', type: 'nominal', scale: null, legend: null },
    },
  };
}

// Drawn twice, with paper below, so that a whisker is seen over its own bar.
function whiskers(bars: readonly Bar[], { x, middle }: Laid): Layer[] {
  const strokes = bars.flatMap(({ placed: { interval } }, nth) => {
    if (!interval) return [];
    const [low, high, y] = [x(interval.low), x(interval.high), middle(nth)];
    return [
      { x: low, y, x2: high, y2: y },
      { x: low, y: y - 4, x2: low, y2: y + 4 },
      { x: high, y: y - 4, x2: high, y2: y + 4 },
    ];
  });
  return [...stroked(strokes, { color: PAPER, width: 4 }), ...stroked(strokes, { width: 1.5 })];
}
