import type { Stroke } from './sheet.ts';
import { cut, textWidth } from './text-width.ts';

/** A mark that may be named, with its words; what comes first has the first choice. */
export interface ToName {
  readonly x: number;
  readonly y: number;
  readonly words: string;
  readonly bold: boolean;
  /** Is named even where its words lie over another mark. */
  readonly always: boolean;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface Named {
  /** Leads from the mark to words that stand away from it; null where they stand beside it. */
  readonly lead: Stroke | null;
  readonly x: number;
  readonly y: number;
  readonly words: string;
  readonly bold: boolean;
}

/** From the mark to its words, and half of their height. */
const OFF = 10;
const HALF = 8;
/** A mark that is hidden weighs as much as so many pixels from the mark that is named. */
const HIDING = 12;

/**
 * Takes marks to name in order of weight, all marks there are, the size of the letters and of the plot; gives the words with the place
 * where they begin, over no other words and over as few marks as can be. What has no free place is left unnamed, unless it always is.
 */
export function placeWords(
  wanted: readonly ToName[],
  marks: readonly { readonly x: number; readonly y: number }[],
  size: number,
  plot: { readonly width: number; readonly height: number },
): Named[] {
  const taken: Box[] = [];
  const named: Named[] = [];
  for (const each of wanted) {
    const words = cut(each.words, size, plot.width - 2, each.bold);
    const boxes = boxesAround(each, textWidth(words, size, each.bold), plot);
    const fit = boxes.filter((box) => inside(box, plot));
    const clear = fit.filter((box) => taken.every((other) => !meet(box, other)));
    const free = clear.length === 0 && each.always ? fit : clear;
    const ranked = free
      .map((box) => {
        const hides = marks.filter((mark) => over(box, mark)).length;
        return { box, hides, weight: hides * HIDING + away(box, each) };
      })
      .sort((a, b) => a.weight - b.weight);
    const best = ranked[0];
    if (!best || (best.hides > 0 && !each.always)) continue;
    taken.push(best.box);
    named.push({
      lead: leadOf(best.box, each),
      x: best.box.left,
      y: (best.box.top + best.box.bottom) / 2,
      words,
      bold: each.bold,
    });
  }
  return named;
}

function boxesAround({ x, y }: ToName, width: number, plot: { width: number }): Box[] {
  const centred = Math.max(0, Math.min(x - width / 2, plot.width - width));
  const ups = [1, 2, 3, 4].flatMap((step) => [
    y - step * (OFF + HALF - 1),
    y + step * (OFF + HALF - 1),
  ]);
  const centres = [
    { left: x + OFF, middle: y },
    { left: x - OFF - width, middle: y },
    ...ups.map((middle) => ({ left: centred, middle })),
    ...ups.flatMap((middle) => [
      { left: x + OFF, middle },
      { left: x - OFF - width, middle },
    ]),
  ];
  return centres.map(({ left, middle }) => ({
    left,
    right: left + width,
    top: middle - HALF,
    bottom: middle + HALF,
  }));
}

function inside(box: Box, plot: { width: number; height: number }): boolean {
  return (
    box.left >= 0 && box.right <= plot.width + 1 && box.top >= -HALF && box.bottom <= plot.height
  );
}

function meet(one: Box, other: Box): boolean {
  return (
    one.left < other.right + 4 &&
    other.left < one.right + 4 &&
    one.top < other.bottom &&
    other.top < one.bottom
  );
}

function leadOf(box: Box, mark: ToName): Stroke | null {
  if (away(box, mark) <= OFF) return null;
  const x2 = Math.max(box.left, Math.min(mark.x, box.right));
  const y2 = Math.max(box.top, Math.min(mark.y, box.bottom));
  return { x: mark.x, y: mark.y, x2, y2 };
}

function away(box: Box, { x, y }: ToName): number {
  const [dx, dy] = [
    Math.max(box.left - x, x - box.right, 0),
    Math.max(box.top - y, y - box.bottom, 0),
  ];
  return Math.hypot(dx, dy);
}

function over(box: Box, { x, y }: { x: number; y: number }): boolean {
  return x > box.left - 4 && x < box.right + 4 && y > box.top - 3 && y < box.bottom + 3;
}
