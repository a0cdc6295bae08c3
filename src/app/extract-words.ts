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
  const span = from && to ? ` dated ${formatDay(from)} to ${formatDay(to)}` : '';
  return `${read.length} of ${needed.length} tables the measures need, ${rowsInWords(rows)}${span}.`;
}

function rowsInWords(rows: number): string {
  if (rows >= 1_000_000) return `${oneDecimal(rows / 1_000_000)} million rows`;
  return `${rows.toLocaleString('en-GB')} ${rows === 1 ? 'row' : 'rows'}`;
}

/** Takes a report; gives what names each of its files: the end of its path, as short as tells it from the others. */
export function fileNames({ tables, leftFiles }: ExtractReport): ReadonlyMap<string, string> {
  const paths = [...tables.flatMap(({ files }) => files), ...leftFiles.map(({ file }) => file)];
  const met = new Map<string, number>();
  for (const end of paths.flatMap(endsOf)) met.set(end, (met.get(end) ?? 0) + 1);
  return new Map(
    paths.map((path) => [path, endsOf(path).find((end) => met.get(end) === 1) ?? path]),
  );
}

/** The ends of a path, its name alone first. */
function endsOf(path: string): string[] {
  const names = path.split('/');
  return names.map((_, place) => names.slice(names.length - 1 - place).join('/'));
}

/** Takes a table's report; gives what became of it, in words. */
export function stateInWords({ state, rejected }: TableReport): string {
  if (state === 'absent') return 'Not in the extract';
  if (state === 'empty') return 'Empty: a heading and no rows';
  if (rejected === 0) return 'Read';
  return `Read, but for ${rejected.toLocaleString('en-GB')} ${rejected === 1 ? 'line' : 'lines'}`;
}
