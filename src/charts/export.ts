import { arrived } from '../model/arrival.ts';
import type { Download } from '../model/return.ts';
import type { Drawable } from './draw.ts';
import { PICTURE_WIDTH, pictureOf, pngOf } from './picture.ts';
import { type Told, fileNameOf } from './told.ts';
import { type Twin, twinCsv } from './twin-text.ts';

/** Twice as many dots as pixels: sharp on A4. */
const TIMES = 2;

/** Takes a chart and what is told of it; gives it as an SVG file. */
export async function svgFile(chart: Drawable, told: Told): Promise<Download> {
  const content = new Blob([pictureOf(await drawnOf(chart), told)], { type: 'image/svg+xml' });
  return { name: fileNameOf(told.caption, 'svg'), content };
}

/** Takes a chart and what is told of it; gives it as a PNG file. */
export async function pngFile(chart: Drawable, told: Told): Promise<Download> {
  const content = await pngOf(pictureOf(await drawnOf(chart), told, TIMES));
  return { name: fileNameOf(told.caption, 'png'), content };
}

/** Takes a table and what is told of its chart; gives it as a CSV file. */
export function twinFile(twin: Twin, told: Told): Download {
  const content = new Blob([twinCsv(twin, told)], { type: 'text/csv' });
  return { name: fileNameOf(told.caption, 'csv'), content };
}

async function drawnOf(chart: Drawable): Promise<string> {
  const { svgOf } = await arrived(() => import('./draw.ts'));
  return svgOf(chart, PICTURE_WIDTH);
}
