import type { Drawable } from './draw.ts';
import { pngFile } from './export.ts';
import type { Told } from './told.ts';
import { type Twin, twinHtml, twinTabs } from './twin-text.ts';

/** Takes a chart, what is told of it and its table; copies the picture, or the table where the browser copies no pictures. Gives what it did; throws where it may not. */
export async function copyPicture(chart: Drawable, told: Told, twin: Twin): Promise<string> {
  if (!copies('image/png')) {
    await copyTable(twin, told.caption);
    return 'This browser copies no pictures: the table was copied instead.';
  }
  // Given as a promise: a browser that asks for the press of a button does not wait for the picture to be made.
  const picture = pngFile(chart, told).then(({ content }) => content);
  await navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })]);
  return 'The picture was copied.';
}

/** Takes a table and its caption; copies it for a spreadsheet and a word processor. Gives what it did; throws where it may not. */
export async function copyTable(twin: Twin, caption: string): Promise<string> {
  const [tabs, html] = [twinTabs(twin), twinHtml(twin, caption)];
  if (copies('text/html')) {
    const parts = {
      'text/plain': new Blob([tabs], { type: 'text/plain' }),
      'text/html': new Blob([html], { type: 'text/html' }),
    };
    await navigator.clipboard.write([new ClipboardItem(parts)]);
  } else await navigator.clipboard.writeText(tabs);
  return 'The table was copied.';
}

function copies(type: string): boolean {
  if (typeof ClipboardItem === 'undefined') return false;
  return typeof ClipboardItem.supports === 'function' ? ClipboardItem.supports(type) : true;
}
