import type { ChartSpec, Layer } from './draw.ts';
import { CONFIG, INK, PAPER, USUAL } from './ink.ts';
import type { Axis } from './nice.ts';

/** Room around the plot, in pixels. A chart's plot is as wide as its sheet without it: nothing is fitted afterwards. */
export interface Room {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Words at a place of the plot, in pixels from its upper left corner; lines stand under each other. */
export interface Words {
  readonly x: number;
  readonly y: number;
  readonly words: string | readonly string[];
}

export interface Stroke {
  readonly x: number;
  readonly y: number;
  readonly x2: number;
  readonly y2: number;
}

interface Lettering {
  readonly align?: 'left' | 'center' | 'right';
  readonly baseline?: 'top' | 'middle' | 'bottom' | 'alphabetic';
  readonly color?: string;
  readonly bold?: boolean;
  readonly size?: number;
  /** Draws paper around the letters, for words that lie over lines. */
  readonly halo?: boolean;
}

/** How far lines of words stand from each other, by their size. */
const LINE = 1.25;

/** Takes a sheet's width, the plot's height, the room around it and the layers; gives the chart, laid out to the pixel. */
export function sheet(width: number, height: number, room: Room, layer: Layer[]): ChartSpec {
  return {
    width: Math.max(40, width - room.left - room.right),
    height,
    padding: room,
    autosize: 'none',
    background: 'transparent',
    data: { values: [] },
    layer,
    config: CONFIG,
  };
}

/** Takes a field and its axis; gives the position of a mark along it. Its numbers are drawn by `axes.ts`, where they are laid out to the pixel. */
export function along(field: string, { from, to }: Axis) {
  const domain: number[] = [from, to];
  return {
    field,
    type: 'quantitative',
    scale: { domain, nice: false, zero: false },
    axis: null,
  } as const;
}

/** Takes words and how they are lettered; gives their layers, of which one is the paper around them where it is asked for. */
export function lettered(items: readonly Words[], how: Lettering = {}): Layer[] {
  if (items.length === 0) return [];
  const { align = 'left', baseline = 'middle', color = INK, bold = false, size = USUAL } = how;
  const mark = {
    type: 'text',
    align,
    baseline,
    fontSize: size,
    lineHeight: Math.round(size * LINE),
    fontWeight: bold ? 'bold' : 'normal',
  } as const;
  const values = items.map(({ x, y, words }) => ({ x, y, words }));
  const encoding = { ...at(), text: { field: 'words', type: 'nominal' } } as const;
  const paper: Layer = {
    data: { values },
    mark: { ...mark, color: PAPER, stroke: PAPER, strokeWidth: 5, strokeJoin: 'round' },
    encoding,
  };
  const letters: Layer = { data: { values }, mark: { ...mark, color }, encoding };
  return how.halo ? [paper, letters] : [letters];
}

/** Takes strokes in pixels; gives their layer. */
export function stroked(
  items: readonly Stroke[],
  {
    color = INK,
    width = 1,
    dash = null,
  }: { color?: string; width?: number; dash?: number[] | null } = {},
): Layer[] {
  if (items.length === 0) return [];
  return [
    {
      data: { values: items.map((each) => ({ ...each })) },
      mark: { type: 'rule', color, strokeWidth: width, ...(dash ? { strokeDash: dash } : {}) },
      encoding: {
        ...at(),
        x2: { field: 'x2' },
        y2: { field: 'y2' },
      },
    },
  ];
}

/** Gives the position of what has its pixels in `x` and `y`. */
export function at() {
  return {
    x: { field: 'x', type: 'quantitative', scale: null, axis: null },
    y: { field: 'y', type: 'quantitative', scale: null, axis: null },
  } as const;
}
