import type { CellBeside, ComparedUnit, Peers } from '../model/comparison.ts';
import type { ChartSpec, Layer } from './draw.ts';
import { shownCell, valueCell, valueWords } from './figure-words.ts';
import { ACCENT, BAND, INK, OTHER, PAPER, SMALL, USUAL } from './ink.ts';
import type { ChartMade } from './made.ts';
import { fromZero, pixels } from './nice.ts';
import { along, at, lettered, sheet, stroked } from './sheet.ts';
import { cut, textWidth, wrapped } from './text-width.ts';

/** What a chart of characteristics is drawn of. */
export interface CellsAsked {
  /** Such as `Share of children by ethnicity`. */
  readonly title: string;
  /** The authority's name; null where none is chosen. */
  readonly name: string | null;
  readonly peers: Peers;
  readonly cells: readonly CellBeside[];
}

const SHARE: ComparedUnit = { kind: 'percent' };
const BAR = 14;
const BESIDE = 520;

/** Takes the cells of a breakdown; gives the authority's share in each as a bar, beside its peers' median and middle half. */
export function cellsChart(asked: CellsAsked): ChartMade {
  const { cells, peers, title, name } = asked;
  const drawn = cells.some(({ own, summary }) => own?.kind === 'number' || summary !== null);
  return {
    spec: drawn ? (width) => specOf(asked, width) : null,
    says: [
      `${title}: ${name ?? 'this authority'} as bars, beside the median and middle half of ${peers.title}.`,
      ...cells.map((cell) => `${cell.title}: ${spoken(cell)}.`),
    ].join(' '),
    headings: [
      'Group',
      name ?? 'This authority',
      `Median of ${peers.title}`,
      'Lower quartile',
      'Upper quartile',
      'Authorities',
    ],
    rows: cells.map(({ title: head, own, summary }) => ({
      head,
      cells: [
        shownCell(own, SHARE),
        valueCell(summary?.median ?? null, SHARE),
        valueCell(summary?.lowerQuartile ?? null, SHARE),
        valueCell(summary?.upperQuartile ?? null, SHARE),
        summary ? { words: String(summary.n), number: summary.n } : 'Too few',
      ],
    })),
  };
}

function spoken({ own, summary }: CellBeside): string {
  const mine = !own
    ? 'not available'
    : own.kind === 'number'
      ? valueWords(own.value, SHARE)
      : own.says;
  return summary ? `${mine}, median ${valueWords(summary.median, SHARE)}` : mine;
}

function specOf({ cells, name, peers }: CellsAsked, width: number): ChartSpec {
  const beside = width >= BESIDE;
  const row = beside ? 34 : 46;
  const left = beside
    ? Math.min(Math.max(...cells.map(({ title }) => textWidth(title, USUAL))) + 12, width * 0.4)
    : 2;
  const right = 60;
  const plot = width - left - right;
  const axis = fromZero(
    cells.flatMap(({ own, summary }) => [
      own?.kind === 'number' ? own.value : 0,
      summary?.upperQuartile ?? 0,
    ]),
  );
  const x = pixels(axis, plot);
  const height = cells.length * row;
  const middle = (nth: number) => nth * row + (beside ? row / 2 : row - 13);
  const key = keyOf(name ?? 'This authority', peers.title, left, width);
  const layers: Layer[] = [
    ...bands(cells, x, middle),
    bars(cells, axis, middle),
    ...ticks(cells, x, middle),
    ...stroked([{ x: 0, y: 0, x2: 0, y2: height }]),
    ...lettered(
      cells.map(({ title }, nth) => ({
        x: beside ? -8 : 0,
        y: beside ? middle(nth) : middle(nth) - 22,
        words: cut(title, USUAL, beside ? left - 10 : width - 4),
      })),
      { align: beside ? 'right' : 'left' },
    ),
    ...values(cells, x, middle, plot + right),
    ...key.layers,
  ];
  return sheet(width, height, { left, right, top: key.height + 8, bottom: 6 }, layers);
}

function bands(
  cells: readonly CellBeside[],
  x: (value: number) => number,
  middle: (nth: number) => number,
): Layer[] {
  const found = cells.flatMap(({ summary }, nth) =>
    summary
      ? [
          {
            x: x(summary.lowerQuartile),
            x2: x(summary.upperQuartile),
            y: middle(nth) - BAR / 2 - 4,
            y2: middle(nth) + BAR / 2 + 4,
          },
        ]
      : [],
  );
  return found.length === 0 ? [] : [boxes(found, { fill: BAND, stroke: OTHER })];
}

function boxes(
  items: readonly { x: number; x2: number; y: number; y2: number }[],
  look: { fill: string; stroke?: string },
): Layer {
  return {
    data: { values: items.map((each) => ({ ...each })) },
    mark: { type: 'rect', ...look },
    encoding: { ...at(), x2: { field: 'x2' }, y2: { field: 'y2' } },
  };
}

function bars(
  cells: readonly CellBeside[],
  axis: Parameters<typeof along>[1],
  middle: (nth: number) => number,
): Layer {
  return {
    data: {
      values: cells.flatMap(({ own }, nth) =>
        own?.kind === 'number'
          ? [{ value: own.value, top: middle(nth) - BAR / 2, bottom: middle(nth) + BAR / 2 }]
          : [],
      ),
    },
    mark: { type: 'rect', color: ACCENT },
    encoding: {
      x: along('value', axis),
      x2: { datum: 0 },
      y: { field: 'top', type: 'quantitative', scale: null, axis: null },
      y2: { field: 'bottom' },
    },
  };
}

// With paper on both sides, so that a tick is seen over the bar.
function ticks(
  cells: readonly CellBeside[],
  x: (value: number) => number,
  middle: (nth: number) => number,
): Layer[] {
  const strokes = cells.flatMap(({ summary }, nth) =>
    summary
      ? [
          {
            x: x(summary.median),
            x2: x(summary.median),
            y: middle(nth) - BAR / 2 - 4,
            y2: middle(nth) + BAR / 2 + 4,
          },
        ]
      : [],
  );
  return [
    ...stroked(strokes, { color: PAPER, width: 6 }),
    ...stroked(strokes, { width: 3, color: INK }),
  ];
}

function values(
  cells: readonly CellBeside[],
  x: (value: number) => number,
  middle: (nth: number) => number,
  room: number,
): Layer[] {
  const found = cells.map(({ own, summary }, nth) => {
    const number = own?.kind === 'number' ? own.value : null;
    const words =
      number === null
        ? own?.kind === 'symbol'
          ? own.says
          : 'Not available'
        : valueWords(number, SHARE);
    const from = x(Math.max(number ?? 0, summary?.upperQuartile ?? 0)) + 6;
    const bold = number !== null;
    return { x: from, y: middle(nth), words: cut(words, USUAL, room - from - 2, bold), bold };
  });
  return [true, false].flatMap((bold) =>
    lettered(
      found.filter((each) => each.bold === bold),
      { bold },
    ),
  );
}

/** What a bar, a tick and a band are: each is drawn before its words. */
interface Key {
  readonly kind: 'bar' | 'tick' | 'band';
  readonly words: string;
}

function keyOf(name: string, peers: string, left: number, width: number) {
  const { placed, height } = keyPlaces(
    [
      { kind: 'bar', words: name },
      { kind: 'tick', words: `Median of ${peers}` },
      { kind: 'band', words: `Middle half of ${peers}` },
    ],
    width,
  );
  const box = (kind: Key['kind']) =>
    placed
      .filter((each) => each.kind === kind)
      .map(({ x, y }) => ({ x: x - left, x2: x - left + 18, y: y - height, y2: y - height + 12 }));
  const tick = box('tick').map(({ x, y, y2 }) => ({ x: x + 9, x2: x + 9, y, y2 }));
  const words = placed.map(({ lines, x, y }) => ({
    x: x - left + 25,
    y: y - height + 6,
    words: lines,
  }));
  return {
    height,
    layers: [
      boxes(box('bar'), { fill: ACCENT }),
      boxes(box('band'), { fill: BAND, stroke: OTHER }),
      ...stroked(tick, { width: 3, color: INK }),
      ...lettered(words, { size: SMALL }),
    ],
  };
}

// Beside each other while there is room, else on a line of their own.
function keyPlaces(keys: readonly Key[], width: number) {
  let [across, down, deepest] = [0, 0, 0];
  const placed = keys.map(({ kind, words }) => {
    const lines = wrapped(words, SMALL, width - 40);
    const wide = 26 + Math.max(...lines.map((line) => textWidth(line, SMALL))) + 16;
    if (across > 0 && across + wide > width) [across, down] = [0, deepest];
    const place = { kind, lines, x: across + 2, y: down };
    across += wide;
    deepest = Math.max(deepest, down + lines.length * 15 + 4);
    return place;
  });
  return { placed, height: deepest + 4 };
}
