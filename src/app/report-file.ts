import type { Download } from '../model/return.ts';
import styles from './report-file.css?inline';
import { today } from './today.ts';

/** What does something in the page, and nothing in a file. */
const WORKS_ONLY_HERE = '.ql-not-printed, button, input, select, script, style, link, iframe';

const ACTS = new Set([
  ...['href', 'xlink:href', 'src', 'srcset', 'action', 'formaction', 'ping', 'data', 'poster'],
  'tabindex',
]);

/**
 * Takes the report as it stands in the page and whose it is; gives it as one HTML file, which asks for nothing and runs
 * nothing. It is the very report that was looked at: its text is the page's, escaped as the browser writes it.
 */
export function reportFile(contents: HTMLElement, authority: string): Download {
  const report = contents.cloneNode(true);
  if (!(report instanceof HTMLElement)) throw new TypeError('the report is no element');
  for (const element of report.querySelectorAll(WORKS_ONLY_HERE)) element.remove();
  for (const details of report.querySelectorAll('details')) details.open = true;
  for (const element of [report, ...report.querySelectorAll('*')]) stripEvents(element);
  const title = document.createElement('title');
  title.textContent = `How ${authority} compares`;
  const text = `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="viewport" content="width=device-width, initial-scale=1">
${title.outerHTML}
<style>
${styles}</style>
</head>
<body>
<main>${report.outerHTML}</main>
</body>
</html>
`;
  const name = `${authority.replace(/[^A-Za-z0-9]+/g, '-').replace(/^-|-$/g, '')}-compared-${today()}.html`;
  return { name, content: new Blob([text], { type: 'text/html' }) };
}

function stripEvents(element: Element): void {
  for (const { name } of [...element.attributes])
    if (name.startsWith('on') || ACTS.has(name)) element.removeAttribute(name);
}
