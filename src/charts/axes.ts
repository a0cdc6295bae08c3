import type { Layer } from './draw.ts';
import { OTHER, USUAL } from './ink.ts';
import { type Axis, pixels } from './nice.ts';
import type { PeriodLabel } from './quarter-axis.ts';
import { lettered, stroked } from './sheet.ts';
import { textWidth } from './text-width.ts';

/** From the plot to the words of its axis. */
const OFF = 8;
const TICK = 5;
const LINE_HEIGHT = 16;

/** Takes an axis and the sign after its numbers; gives the room that it takes beside the plot. */
export function roomBeside({ ticks }: Axis, sign: string): number {
  return (
    Math.ceil(Math.max(...ticks.map((tick) => textWidth(tickWords(tick, sign), USUAL)))) + OFF + 2
  );
}

/** Takes an axis, the plot's height and the sign after its numbers; gives its numbers, at the left of the plot. */
export function axisBeside(axis: Axis, height: number, sign: string): Layer[] {
  const up = pixels(axis, height);
  return lettered(
    axis.ticks.map((tick) => ({ x: -OFF, y: height - up(tick), words: tickWords(tick, sign) })),
    { align: 'right' },
  );
}

/** Takes an axis, the plot's width and height, and the sign after its numbers; gives it under the plot. */
export function axisUnder(axis: Axis, width: number, height: number, sign: string): Layer[] {
  const x = pixels(axis, width);
  return [
    ...ruled(axis.ticks.map(x), width, height),
    ...lettered(
      axis.ticks.map((tick) => ({ x: x(tick), y: height + 16, words: tickWords(tick, sign) })),
      { align: 'center' },
    ),
  ];
}

/** Takes labels of periods, where each period stands, and the plot's width and height; gives the axis under the plot. */
export function periodsUnder(
  labels: readonly PeriodLabel[],
  x: (at: number) => number,
  width: number,
  height: number,
): Layer[] {
  return [
    ...ruled(
      labels.map(({ at }) => x(at)),
      width,
      height,
    ),
    ...lettered(
      labels.map(({ at, lines }) => ({ x: x(at), y: height + 16, words: lines })),
      { align: 'center' },
    ),
  ];
}

/** Takes labels of periods; gives the room that they take under the plot. */
export function roomUnder(labels: readonly PeriodLabel[]): number {
  return Math.max(1, ...labels.map(({ lines }) => lines.length)) * LINE_HEIGHT + 14;
}

function ruled(places: readonly number[], width: number, height: number): Layer[] {
  return stroked(
    [
      { x: 0, y: height, x2: width, y2: height },
      ...places.map((x) => ({ x, y: height, x2: x, y2: height + TICK })),
    ],
    { color: OTHER },
  );
}

function tickWords(tick: number, sign: string): string {
  return `${tick.toLocaleString('en-GB')}${sign}`;
}
