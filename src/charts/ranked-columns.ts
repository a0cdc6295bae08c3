import type { ChartSpec, Layer } from './draw.ts';
import { axisBeside, roomBeside } from './axes.ts';
import { valueWords } from './figure-words.ts';
import { PEER, SMALL } from './ink.ts';
import { type Axis, fromZero, pixels } from './nice.ts';
import { along, lettered, sheet, stroked } from './sheet.ts';
import { STAIR, stairs } from './stairs.ts';
import { type Bar, type Bars, COLOURS, namedBars } from './standing-bars.ts';
import { textWidth, wrapped } from './text-width.ts';

const HEIGHT = 240;
const LINE_HEIGHT = 15;

interface Named {
  readonly bar: Bar;
  readonly words: string;
  readonly x: number;
  readonly from: number;
  readonly y: number;
}

/** Takes bars, many, and a width; gives them as thin columns, the authority's own and a few peers named above theirs. */
export function rankedColumns(all: Bars, width: number): ChartSpec {
  const { figure, bars, median } = all;
  const axis = fromZero(bars.map(({ placed }) => placed.shown.value));
  const sign = figure.unit.kind === 'percent' ? '%' : '';
  const left = roomBeside(axis, sign);
  const beside = median
    ? wrapped(`${median.words} ${valueWords(median.value, figure.unit)}`, SMALL, 110)
    : [];
  const right = Math.max(10, ...beside.map((line) => textWidth(line, SMALL) + 12));
  const plot = width - left - right;
  const y = (value: number) => HEIGHT - pixels(axis, HEIGHT)(value);
  const { labels, top } = names(all, plot, right);
  const layers: Layer[] = [
    columns(bars, axis),
    ...axisBeside(axis, HEIGHT, sign),
    ...stroked([{ x: 0, y: HEIGHT, x2: plot, y2: HEIGHT }]),
    ...stroked(
      labels.map(({ bar, x, y: from }) => ({
        x,
        y: from + 8,
        x2: x,
        y2: y(bar.placed.shown.value) - 2,
      })),
      { color: PEER },
    ),
    ...(median ? medianLine(beside, y(median.value), plot) : []),
    ...[true, false].flatMap((bold) =>
      lettered(
        labels
          .filter(({ bar }) => (bar.whose === 'own') === bold)
          .map(({ from, y: row, words }) => ({ x: from, y: row, words })),
        { bold, size: SMALL, halo: true },
      ),
    ),
  ];
  return sheet(width, HEIGHT, { left, right, top, bottom: 8 }, layers);
}

function names(
  { figure, bars }: Bars,
  plot: number,
  right: number,
): { labels: Named[]; top: number } {
  const step = plot / bars.length;
  const isNamed = namedBars(bars);
  const wanted = bars.flatMap((bar, nth) => {
    if (!isNamed(bar)) return [];
    const words = `${bar.placed.name} ${valueWords(bar.placed.shown.value, figure.unit)}`;
    return [
      { bar, words, x: (nth + 0.4) * step, width: textWidth(words, SMALL, bar.whose === 'own') },
    ];
  });
  const rows = stairs(wanted, plot + right);
  return {
    labels: wanted.map((each, nth) => {
      const { row = 0, from = 0 } = rows[nth] ?? {};
      return { ...each, from, y: -12 - row * STAIR };
    }),
    top: (Math.max(-1, ...rows.map(({ row }) => row)) + 1) * STAIR + 24,
  };
}

function medianLine(lines: readonly string[], y: number, plot: number): Layer[] {
  return [
    ...stroked([{ x: 0, y, x2: plot + 4, y2: y }], { width: 2, dash: [5, 3] }),
    ...lettered([{ x: plot + 8, y: y - ((lines.length - 1) * LINE_HEIGHT) / 2, words: lines }], {
      size: SMALL,
    }),
  ];
}

function columns(bars: readonly Bar[], axis: Axis): Layer {
  return {
    data: {
      values: bars.map(({ placed, whose }, nth) => ({
        nth,
        next: nth + 0.8,
        value: placed.shown.value,
        colour: COLOURS[whose],
      })),
    },
    mark: { type: 'rect' },
    encoding: {
      x: along('nth', { from: 0, to: bars.length, ticks: [] }),
      x2: { field: 'next' },
      y: along('value', axis),
      y2: { datum: 0 },
      color: { field: 'colour', type: 'nominal', scale: null, legend: null },
    },
  };
}
