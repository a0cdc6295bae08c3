import { csvField, harmless } from '../model/csv-field.ts';
import { type TableRow, wordsOf } from './made.ts';
import { type Told, footOf } from './told.ts';

/** A chart's table twin. */
export interface Twin {
  readonly headings: readonly string[];
  readonly rows: readonly TableRow[];
}

/** Takes a table and what is told of its chart; gives it as CSV: numbers as numbers, and what is told below the table. */
export function twinCsv({ headings, rows }: Twin, told: Told): string {
  const lines = [
    headings.map(csvField),
    ...rows.map(({ head, cells }) => [
      csvField(head),
      ...cells.map((cell) => csvField(typeof cell === 'string' ? cell : cell.number)),
    ]),
    [],
    ...[told.caption, told.reading, ...footOf(told)]
      .filter((line) => line !== '')
      .map((line) => [csvField(line)]),
  ];
  return `\uFEFF${lines.map((fields) => fields.join(',')).join('\r\n')}\r\n`;
}

/** Takes a table; gives it as text with tabs between its columns, as a spreadsheet takes it from the clipboard. */
export function twinTabs({ headings, rows }: Twin): string {
  const plain = (text: string) => harmless(text.replaceAll(/\s+/g, ' ').trim());
  return [headings, ...rows.map(({ head, cells }) => [head, ...cells.map(wordsOf)])]
    .map((fields) => fields.map(plain).join('\t'))
    .join('\n');
}

/** Takes a table and its caption; gives it as HTML, as a word processor takes it from the clipboard. */
export function twinHtml({ headings, rows }: Twin, caption: string): string {
  const cell = (kind: 'th' | 'td', text: string) => `<${kind}>${escaped(harmless(text))}</${kind}>`;
  const body = rows.map(
    ({ head, cells }) =>
      `<tr>${cell('th', head)}${cells.map((each) => cell('td', wordsOf(each))).join('')}</tr>`,
  );
  const top = headings.map((heading) => cell('th', heading)).join('');
  return `<table><caption>${escaped(caption)}</caption><thead><tr>${top}</tr></thead><tbody>${body.join('')}</tbody></table>`;
}

/** Takes any text; gives it so that it stays text in HTML and SVG. */
export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
