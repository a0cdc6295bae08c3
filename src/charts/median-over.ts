import type { Layer } from './draw.ts';
import { SMALL } from './ink.ts';
import { lettered, stroked } from './sheet.ts';
import { textWidth, wrapped } from './text-width.ts';

const LINE_HEIGHT = 15;
const WIDEST = 340;

/**
 * Takes the median's words and where it stands, or null, and the plot with its room at both sides; gives its line down the plot with its
 * words over it, and how high these are.
 */
export function medianOver(
  median: { readonly x: number; readonly words: string } | null,
  { plot, height, left, right }: { plot: number; height: number; left: number; right: number },
): { readonly layers: Layer[]; readonly height: number } {
  if (!median) return { layers: [], height: 4 };
  const lines = wrapped(median.words, SMALL, Math.min(left + plot + right - 4, WIDEST));
  const half = Math.max(...lines.map((line) => textWidth(line, SMALL))) / 2;
  const middle = Math.max(half - left, Math.min(median.x, plot + right - half - 2));
  const tall = lines.length * LINE_HEIGHT;
  return {
    height: tall + 8,
    layers: [
      ...stroked([{ x: median.x, y: -5, x2: median.x, y2: height }], { width: 2, dash: [5, 3] }),
      ...lettered([{ x: middle, y: -tall - 1 + LINE_HEIGHT / 2 - 4, words: lines }], {
        size: SMALL,
        align: 'center',
      }),
    ],
  };
}
