import type { Layer } from './draw.ts';
import { PEER, SMALL } from './ink.ts';
import { at, lettered } from './sheet.ts';
import { textWidth } from './text-width.ts';

/** What a shape or a kind of line means. */
export interface Meaning {
  readonly shape: string;
  readonly words: string;
}

const ROW = 18;
const MARK = 14;
const GAP = 18;

/** Takes meanings of shapes, where their lines begin, and the width; gives their layers and how high they are together. */
export function shapeKey(
  meanings: readonly Meaning[],
  from: { readonly x: number; readonly y: number },
  width: number,
): { readonly layers: Layer[]; readonly height: number } {
  if (meanings.length === 0) return { layers: [], height: 0 };
  let [x, row] = [0, 0];
  const placed = meanings.map(({ shape, words }) => {
    const wide = MARK + textWidth(words, SMALL) + GAP;
    if (x > 0 && x + wide - GAP > width) [x, row] = [0, row + 1];
    const place = { x: from.x + x + 5, y: from.y + row * ROW + ROW / 2, shape, words };
    x += wide;
    return place;
  });
  return {
    height: (row + 1) * ROW,
    layers: [
      {
        data: { values: placed.map(({ x: left, y, shape }) => ({ x: left, y, shape })) },
        mark: { type: 'point', filled: true, color: PEER, size: 60, opacity: 1 },
        encoding: {
          ...at(),
          shape: { field: 'shape', type: 'nominal', scale: null, legend: null },
        },
      },
      ...lettered(
        placed.map(({ x: left, y, words }) => ({ x: left + MARK - 3, y, words })),
        { size: SMALL },
      ),
    ],
  };
}
