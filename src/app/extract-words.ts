import { formatDay } from '../model/day.ts';
import type { ExtractReport, TableReport } from '../model/extract.ts';
import { oneDecimal } from '../model/outcome.ts';

/** Takes a report; tells whether any table that a measure leans on was read. */
export function isUsable(report: ExtractReport): boolean {
  return report.tables.some(({ state, measures }) => state === 'read' && measures.length > 0);
}

/** Takes a report; gives its one sentence: how many of the tables, how many rows, from when to when. */
export function extractInWords(report: ExtractReport): string {
  const needed = report.tables.filter(({ measures }) => measures.length > 0);
  const read = needed.filter(({ state }) => state === 'read');
  const rows = report.tables.reduce((sum, table) => sum + table.rows, 0);
  const windows = read.flatMap(({ window }) => (window ? [window] : []));
  const from = windows.map((window) => window.from).sort()[0];
  const to = windows
    .map((window) => window.to)
    .sort()
    .at(-1);
  const span = from && to ? `, ${formatDay(from)} to ${formatDay(to)}` : '';
  return `${read.length} of ${needed.length} tables the measures need, ${rowsInWords(rows)}${span}.`;
}

function rowsInWords(rows: number): string {
  if (rows >= 1_000_000) return `${oneDecimal(rows / 1_000_000)} million rows`;
  return `${rows.toLocaleString('en-GB')} ${rows === 1 ? 'row' : 'rows'}`;
}

/** Takes a report; gives the folder or zip that all of its files stand in, with its last slash, or nothing. */
export function commonFolder({ tables, leftFiles }: ExtractReport): string {
  const paths = [...tables.flatMap(({ files }) => files), ...leftFiles.map(({ file }) => file)];
  const folders = (paths[0] ?? '').split('/').slice(0, -1);
  const folder = () => folders.map((name) => `${name}/`).join('');
  while (folders.length > 0 && !paths.every((path) => path.startsWith(folder()))) folders.pop();
  return folder();
}

/** Takes a table's report; gives what became of it, in words. */
export function stateInWords({ state, rejected }: TableReport): string {
  if (state === 'absent') return 'Not in the extract';
  if (state === 'empty') return 'Empty: a heading and no rows';
  if (rejected === 0) return 'Read';
  return `Read, but for ${rejected.toLocaleString('en-GB')} ${rejected === 1 ? 'line' : 'lines'}`;
}
